"""The session in the window: opening writes nothing, later everything is saved by itself, and that is said truly."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from fake_prompts import FakePrompts
from kept import fill
from PySide6.QtCore import QEvent, QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from window_driver import first_note, items_of, review_of, run, surface_of

from core.model import ItemId
from core.presenting.counts import Left
from core.presenting.filters import Filter
from core.presenting.queue import Queue
from core.store.reading import load
from core.store.schema import VERSION
from core.timecode import TimeStyle
from core.work import finished
from core.workflow import propose
from core.workflow.exporting import Options
from core.workflow.session_files import recent
from core.workflow.sessions import KeptReview, Saved, open_session
from ui.desktop.app.window import Parts, built_window
from ui.desktop.main_window.docks import LAYOUT, LAYOUT_VERSION
from ui.desktop.main_window.tabbing import is_in_view
from ui.desktop.panels.start import StartPage
from ui.desktop.prompts import Leaving
from ui.desktop.widgets.notice import Notice
from ui.desktop.workspace.exporting import Export

NOTES = "## Fog\n\n- [00:10] The lamp is lit\n- [00:20] A ship passes\n- [00:30] It hoots twice\n"


class Window(Protocol):
    """Makes a window, with the settings of another where they are given."""

    def __call__(self, settings: QSettings | None = None) -> Parts: ...


@pytest.fixture
def folder(tmp_path: Path, sample_path: Path) -> Path:
    """An episode of one's own."""
    return Path(shutil.copytree(sample_path, tmp_path / "episode"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, prompts: FakePrompts) -> Iterator[Window]:
    """Makes windows, one after the other or beside one another."""
    made: list[Parts] = []

    def another(settings: QSettings | None = None) -> Parts:
        settings = settings or QSettings(str(tmp_path / f"settings-{len(made)}.ini"), QSettings.Format.IniFormat)
        parts = built_window(settings, theme="light", prompts=prompts)
        parts.window.resize(1280, 800)
        qtbot.addWidget(parts.window)
        parts.window.show()
        made.append(parts)
        return parts

    yield another
    for parts in made:
        parts.workspace.tasks.close()
        parts.workspace.keeping.close()


@pytest.fixture
def own(qtbot: QtBot, window: Window, folder: Path) -> Parts:
    """A window that shows an episode in a folder where a session may lie."""
    return opened_in(qtbot, window(), folder)


def idle(qtbot: QtBot, parts: Parts) -> None:
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)


def opened_in(qtbot: QtBot, parts: Parts, path: Path) -> Parts:
    parts.opener.open((path,))
    idle(qtbot, parts)
    return parts


def kept_of(parts: Parts) -> KeptReview:
    assert parts.workspace.keeping.kept is not None
    return parts.workspace.keeping.kept


def says(parts: Parts) -> str:
    return parts.window.status.saved.full_text


def saved(qtbot: QtBot, parts: Parts) -> Path:
    """Wait until the window says that everything is saved; where."""
    qtbot.waitUntil(lambda: says(parts) == "Saved", timeout=5000)
    return kept_of(parts).path


def trouble(qtbot: QtBot, parts: Parts) -> str:
    """Wait until the window says that something is not saved; what it says."""
    qtbot.waitUntil(lambda: says(parts).startswith("Not saved"), timeout=8000)
    return says(parts)


def decide(parts: Parts) -> None:
    item = next(item for item in items_of(parts, "duplicate") if item.is_open)
    parts.workspace.go_to(item)
    run(parts, "accept")


def queue_of(parts: Parts) -> Queue:
    assert parts.workspace.queue is not None
    return parts.workspace.queue


def counts_of(parts: Parts) -> Left:
    return queue_of(parts).counts


def sessions_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.notestitch"))


def notice_of(parts: Parts) -> Notice:
    assert parts.window.middle.notice is not None
    return parts.window.middle.notice


def choice(parts: Parts, words: str) -> QPushButton:
    return next(button for button in notice_of(parts).buttons if button.text() == words)


def steps_in(path: Path) -> int:
    return len(load(path).contents.rows)


def with_session(qtbot: QtBot, window: Window, folder: Path) -> Path:
    """Two decisions in a session that was closed."""
    parts = opened_in(qtbot, window(), folder)
    decide(parts)
    decide(parts)
    assert parts.window.close()
    return sessions_in(folder)[0]


# ------------------------------------------------------------------------------------------------------- by itself


def test_opening_writes_nothing(own: Parts, folder: Path) -> None:
    assert sessions_in(folder) == []
    assert says(own) == "Nothing changed yet"
    assert own.window.close()
    assert sessions_in(folder) == []


def test_the_first_edit_makes_the_file_beside_the_notes(qtbot: QtBot, own: Parts, folder: Path) -> None:
    decide(own)
    assert says(own) == "Saving…"
    assert saved(qtbot, own).parent == folder
    assert steps_in(kept_of(own).path) == 1


def test_saved_is_said_of_what_is_on_the_disk(qtbot: QtBot, own: Parts) -> None:
    for step in range(1, 4):
        decide(own)
        assert steps_in(saved(qtbot, own)) == step


def test_the_session_of_the_sample_lies_in_the_users_data(qtbot: QtBot, opened: Parts, data_folder: Path) -> None:
    decide(opened)
    assert saved(qtbot, opened).parent == data_folder / "sessions"


def test_the_session_of_pasted_text_lies_in_the_users_data(qtbot: QtBot, parts: Parts, data_folder: Path) -> None:
    parts.opener.open(NOTES)
    idle(qtbot, parts)
    parts.workspace.look_at_block(first_note(parts).id)
    run(parts, "move-down")
    assert saved(qtbot, parts).parent == data_folder / "sessions"


def test_an_edit_before_anything_was_looked_for_is_kept_too(qtbot: QtBot, window: Window, folder: Path) -> None:
    parts = window()
    parts.opener.open_first((folder,))
    parts.workspace.look_at_block(first_note(parts).id)
    run(parts, "move-down")
    assert saved(qtbot, parts).parent == folder
    parts.opener.begin()
    idle(qtbot, parts)
    assert len(sessions_in(folder)) == 1


def test_closing_asks_nothing_and_leaves_one_whole_file(own: Parts, prompts: FakePrompts, folder: Path) -> None:
    decide(own)
    assert own.window.close()
    assert prompts.asked == []
    [session] = sessions_in(folder)
    assert [path.name for path in folder.iterdir() if path.name.startswith((session.name, "."))] == [session.name]
    assert steps_in(session) == 1


def test_opening_something_else_asks_nothing_and_loses_nothing(
    qtbot: QtBot, own: Parts, prompts: FakePrompts, folder: Path
) -> None:
    decide(own)
    own.opener.open(NOTES)
    idle(qtbot, own)
    assert prompts.asked == []
    assert len(review_of(own).state.episode.entries) == 3
    own.workspace.keeping.settle()
    assert steps_in(sessions_in(folder)[0]) == 1


# ------------------------------------------------------------------------------------------------------- going on


def test_the_session_beside_the_notes_is_offered(qtbot: QtBot, window: Window, folder: Path) -> None:
    with_session(qtbot, window, folder)
    parts = opened_in(qtbot, window(), folder)
    assert "3 of" in notice_of(parts).text  # two decisions, which settle a third finding
    assert "just now" in notice_of(parts).text
    assert review_of(parts).undo_label is None


def test_a_session_that_went_on_since_it_was_listed_is_offered_by_its_steps(
    qtbot: QtBot, window: Window, folder: Path, data_folder: Path
) -> None:
    session = with_session(qtbot, window, folder)
    listed = (data_folder / "recent.json").read_bytes()
    parts = opened_in(qtbot, window(), session)
    decide(parts)
    saved(qtbot, parts)
    parts.window.close()
    (data_folder / "recent.json").write_bytes(listed)  # as if it had been killed
    parts = opened_in(qtbot, window(), folder)
    assert "3 steps" in notice_of(parts).text


def test_enter_continues_where_somebody_left(qtbot: QtBot, window: Window, folder: Path) -> None:
    session = with_session(qtbot, window, folder)
    parts = opened_in(qtbot, window(), folder)
    qtbot.waitUntil(lambda: choice(parts, "Continue where you left").hasFocus())
    QTest.keyClick(choice(parts, "Continue where you left"), Qt.Key.Key_Return)
    idle(qtbot, parts)
    assert kept_of(parts).path == session
    assert says(parts) == "Saved"
    run(parts, "undo")
    run(parts, "undo")
    assert review_of(parts).state.document == review_of(parts).session.start.document


def test_starting_anew_keeps_the_old_session_and_takes_another_name(qtbot: QtBot, window: Window, folder: Path) -> None:
    before = with_session(qtbot, window, folder).read_bytes()
    parts = opened_in(qtbot, window(), folder)
    choice(parts, "Start anew").click()
    assert notice_of(parts).isHidden()
    decide(parts)
    new = saved(qtbot, parts)
    old, again = sessions_in(folder) if sessions_in(folder)[1] == new else reversed(sessions_in(folder))
    assert (old.read_bytes(), again) == (before, new)
    assert steps_in(new) == 1


def test_whoever_edits_before_answering_has_started_anew(qtbot: QtBot, window: Window, folder: Path) -> None:
    session = with_session(qtbot, window, folder)
    parts = opened_in(qtbot, window(), folder)
    decide(parts)
    assert saved(qtbot, parts) != session
    assert steps_in(session) == 2


def test_the_offer_to_go_on_goes_at_the_first_edit(qtbot: QtBot, window: Window, folder: Path) -> None:
    with_session(qtbot, window, folder)
    parts = opened_in(qtbot, window(), folder)
    assert "You worked on these notes before" in notice_of(parts).text
    decide(parts)
    assert "You worked on these notes before" not in notice_of(parts).text
    assert "Start anew" not in [button.text() for button in notice_of(parts).buttons]


def test_a_session_is_opened_by_argument(qtbot: QtBot, window: Window, folder: Path) -> None:
    session = with_session(qtbot, window, folder)
    parts = window()
    parts.opener.open_first((session,))
    parts.opener.begin()
    idle(qtbot, parts)
    assert kept_of(parts).path == session
    assert [item.is_open for item in items_of(parts, "duplicate")].count(False) == 2


def test_a_session_is_opened_from_the_dialog(qtbot: QtBot, window: Window, folder: Path, prompts: FakePrompts) -> None:
    prompts.files = (with_session(qtbot, window, folder),)
    parts = window()
    run(parts, "open")
    idle(qtbot, parts)
    assert kept_of(parts).path == prompts.files[0]


def test_a_session_can_be_dropped(qtbot: QtBot, window: Window, folder: Path) -> None:
    session = with_session(qtbot, window, folder)
    parts, data = window(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(session))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(parts.window, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(parts.window, QDropEvent(parts.window.rect().center().toPointF(), copy, data, left, none))
    idle(qtbot, parts)
    assert kept_of(parts).path == session


def test_the_start_page_goes_on_with_the_last_session(qtbot: QtBot, window: Window, folder: Path) -> None:
    session = with_session(qtbot, window, folder)
    parts = window()
    page = parts.window.middle.start
    assert isinstance(page, StartPage)
    [last] = page.recent
    assert "3 of" in last.words.text()
    QTest.keyClick(last, Qt.Key.Key_Return)
    idle(qtbot, parts)
    assert kept_of(parts).path == session


def test_the_start_page_claims_no_progress_of_a_session_that_was_not_closed(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    parts = opened_in(qtbot, window(), with_session(qtbot, window, folder))
    decide(parts)
    qtbot.waitUntil(lambda: not recent()[0].findings)  # and it is killed now, or goes on in a window of its own
    page = window().window.middle.start
    assert isinstance(page, StartPage)
    [last] = page.recent
    assert "decided" not in last.words.text()


def test_what_an_edit_settled_counts_as_done_after_a_restart_and_on_the_start_page(
    qtbot: QtBot, window: Window, own: Parts
) -> None:
    before = counts_of(own)
    first = next(item for item in queue_of(own).items if item.kind != "duplicate" and item.entries and item.block)
    own.workspace.do(propose.drop(ItemId(first.block or ""), "nobody said it"))
    session, now = saved(qtbot, own), counts_of(own)
    assert (now.total, len(queue_of(own).items)) == (before.total, before.total - 1)
    own.window.close()
    parts = window()
    page = parts.window.middle.start
    assert isinstance(page, StartPage)
    assert f"{now.total - now.left} of {now.total} decided" in page.recent[0].words.text()
    assert counts_of(opened_in(qtbot, parts, session)) == now


def test_the_start_page_says_why_a_session_cannot_be_opened(qtbot: QtBot, window: Window, folder: Path) -> None:
    with_session(qtbot, window, folder).unlink()
    page = window().window.middle.start
    assert isinstance(page, StartPage)
    [last] = page.recent
    assert not last.isEnabled()
    assert last.words.text() == "the file was moved or removed"


def test_what_is_worked_on_already_is_not_opened_again(qtbot: QtBot, own: Parts) -> None:
    decide(own)
    path, before = saved(qtbot, own), review_of(own)
    with qtbot.waitSignal(own.workspace.told):
        own.opener.open((path,))
    assert review_of(own) is before


def test_a_session_that_was_just_left_can_be_opened_at_once(qtbot: QtBot, own: Parts) -> None:
    decide(own)
    path = kept_of(own).path
    own.opener.open(NOTES)
    idle(qtbot, own)
    opened_in(qtbot, own, path)
    assert says(own) == "Saved"


def test_what_a_crash_left_is_said_in_one_line(qtbot: QtBot, window: Window, own: Parts, folder: Path) -> None:
    decide(own)
    decide(own)
    path = saved(qtbot, own)
    copy = folder / "crashed.notestitch"
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    parts = opened_in(qtbot, window(), copy)
    assert notice_of(parts).text == "The last run did not end properly; steps of it that were recovered: 2"


# --------------------------------------------------------------------------------------------------- as it was left


def test_a_session_opens_where_somebody_left_it(qtbot: QtBot, window: Window, own: Parts, folder: Path) -> None:
    decide(own)
    item = items_of(own, "duplicate")[-1]
    own.workspace.go_to(item)
    own.workspace.show_only(Filter(frozenset({"duplicate"})))
    own.window.docks.by_id["evidence"].hide()
    run(own, "linked")
    surface = surface_of(own)
    surface.merged.rows.verticalScrollBar().setValue(surface.merged.rows.verticalScrollBar().maximum() // 2)
    focus, places = own.workspace.focus, surface.places()
    assert own.window.close()

    parts = opened_in(qtbot, window(), sessions_in(folder)[0])
    assert parts.workspace.focus == focus
    assert parts.workspace.item is not None
    assert surface_of(parts).places() == places
    assert surface_of(parts).merged.rows.current_key() == focus.block
    assert parts.workspace.shows == Filter(frozenset({"duplicate"}))
    assert parts.window.docks.by_id["evidence"].isHidden()
    assert not parts.workspace.actions["linked"].is_checked(parts.workspace)  # type: ignore[misc]


@pytest.mark.parametrize("is_first", [True, False])
def test_an_input_begins_with_the_queue_whichever_tab_was_seen_last(
    qtbot: QtBot, window: Window, own: Parts, folder: Path, *, is_first: bool
) -> None:
    own.workspace.panel_requested.emit("summary", False)
    qtbot.waitUntil(lambda: not is_in_view(own.window.docks.by_id["queue"]), timeout=30_000)
    layout = own.window.saveState(LAYOUT_VERSION)
    assert own.window.close()
    parts = window(settings=own.workspace.settings)
    assert parts.workspace.settings.value(LAYOUT) == layout
    if is_first:
        parts.opener.open_first((folder,))
        parts.opener.begin()
        idle(qtbot, parts)
    else:
        opened_in(qtbot, parts, folder)
    docks = parts.window.docks.by_id
    qtbot.waitUntil(lambda: is_in_view(docks["queue"]), timeout=30_000)
    assert not is_in_view(docks["summary"])
    assert not docks["summary"].isHidden()


def test_another_input_brings_the_queue_back(qtbot: QtBot, own: Parts) -> None:
    docks = own.window.docks.by_id
    own.workspace.panel_requested.emit("summary", False)
    qtbot.waitUntil(lambda: not is_in_view(docks["queue"]), timeout=30_000)
    own.opener.open(NOTES)
    idle(qtbot, own)
    qtbot.waitUntil(lambda: is_in_view(docks["queue"]), timeout=30_000)


def test_a_session_that_is_gone_on_with_keeps_the_tab_that_is_seen(
    qtbot: QtBot, window: Window, own: Parts, folder: Path
) -> None:
    decide(own)
    own.workspace.panel_requested.emit("summary", False)
    assert own.window.close()
    parts = opened_in(qtbot, window(settings=own.workspace.settings), sessions_in(folder)[0])
    qtbot.waitUntil(lambda: is_in_view(parts.window.docks.by_id["summary"]), timeout=30_000)


def export(qtbot: QtBot, parts: Parts, path: Path, options: Options | None = None) -> None:
    with qtbot.waitSignal(parts.workspace.exporting.done, timeout=30_000):
        parts.workspace.exporting.to(path, "html", options)


def with_export(qtbot: QtBot, window: Window, folder: Path, path: Path, *, goes_on: bool = False) -> Path:
    """A session that was closed after its document was exported."""
    parts = opened_in(qtbot, window(), folder)
    decide(parts)
    export(qtbot, parts, path, Options(has_times=False, style=TimeStyle.HOURS))
    if goes_on:
        decide(parts)
    assert parts.window.close()
    return sessions_in(folder)[0]


def test_a_session_remembers_its_export(qtbot: QtBot, window: Window, folder: Path, tmp_path: Path) -> None:
    session = with_export(qtbot, window, folder, tmp_path / "final.html")
    parts = opened_in(qtbot, window(), session)
    wanted = Export(tmp_path / "final.html", "html", Options(has_times=False, style=TimeStyle.HOURS))
    assert parts.workspace.exporting.last == wanted
    assert parts.window.status.exported.text() == "exported to final.html"
    assert not parts.workspace.exporting.has_unexported_work


def test_a_session_that_comes_before_the_window_remembers_its_export(
    qtbot: QtBot, window: Window, folder: Path, tmp_path: Path
) -> None:
    session = with_export(qtbot, window, folder, tmp_path / "final.html")
    parts = window()
    parts.opener.open_first((session,))
    parts.opener.begin()
    idle(qtbot, parts)
    assert parts.window.status.exported.text() == "exported to final.html"


def test_a_session_says_that_it_changed_since_its_export(
    qtbot: QtBot, window: Window, folder: Path, tmp_path: Path
) -> None:
    session = with_export(qtbot, window, folder, tmp_path / "final.html", goes_on=True)
    parts = opened_in(qtbot, window(), session)
    assert parts.window.status.exported.text() == "changed since it was exported to final.html"
    assert parts.workspace.exporting.has_unexported_work


def test_exporting_again_after_a_restart_asks_before_it_replaces(
    qtbot: QtBot, window: Window, folder: Path, tmp_path: Path, prompts: FakePrompts
) -> None:
    session = with_export(qtbot, window, folder, tmp_path / "final.html", goes_on=True)
    parts, before = opened_in(qtbot, window(), session), (tmp_path / "final.html").read_bytes()
    run(parts, "export-again")
    qtbot.waitUntil(lambda: prompts.asked == ["replace"], timeout=30_000)
    assert (tmp_path / "final.html").read_bytes() == before
    prompts.replaces = True
    with qtbot.waitSignal(parts.workspace.exporting.done, timeout=30_000):
        run(parts, "export-again")
    assert (tmp_path / "final.html").read_bytes() != before


def test_a_session_names_no_new_file_to_be_written(qtbot: QtBot, window: Window, folder: Path, tmp_path: Path) -> None:
    session = with_export(qtbot, window, folder, tmp_path / "final.html")
    (tmp_path / "final.html").unlink()
    parts = opened_in(qtbot, window(), session)
    assert parts.workspace.exporting.last is None
    assert parts.window.status.exported.text() == "not exported yet"


def test_looking_alone_changes_no_session(qtbot: QtBot, window: Window, folder: Path) -> None:
    session = with_session(qtbot, window, folder)
    parts = opened_in(qtbot, window(), session)
    parts.window.close()
    before = session.read_bytes()
    parts = opened_in(qtbot, window(), session)
    parts.window.close()
    assert session.read_bytes() == before


@pytest.mark.parametrize(
    "value",
    [
        "",
        "[",
        "null",
        "7",
        '{"focus": 3, "shows": {"kinds": 1}, "linked": "x"}',
        '{"chunks": ["x", 1e999], "merged": 1}',
        '{"chunks": ["title", 1000000000000000000000000], "merged": ["title", -9999999999999999]}',
        '["queue", 3]',
        '{"last": {"path": 1, "format": "html", "options": 1}, "document": "a\\u0000b", "unchanged_steps": []}',
        '{"last": {"path": "/", "format": [], "options": null}, "document": {}, "unchanged_steps": true}',
        '{"focus": {"block": [], "entry": {}, "finding": 1}, "shows": {"kinds": [1], "chunk": 4, "stage": "ALL"}}',
    ],
)
def test_what_a_session_of_somebody_else_remembers_does_no_harm(
    qtbot: QtBot, window: Window, folder: Path, value: str
) -> None:
    session = with_session(qtbot, window, folder)
    kept = finished(open_session(session))
    for name in ("view", "place", "panels", "exported"):
        kept.set_setting(name, value)
    kept.close()
    parts = opened_in(qtbot, window(), session)
    assert says(parts) == "Saved"


# ------------------------------------------------------------------------------------------------ saving elsewhere


def test_saving_names_the_file_the_first_time(
    qtbot: QtBot, own: Parts, prompts: FakePrompts, folder: Path, tmp_path: Path
) -> None:
    decide(own)
    saved(qtbot, own)
    prompts.session_to = tmp_path / "mine"
    run(own, "save")
    idle(qtbot, own)
    assert saved(qtbot, own) == tmp_path / "mine.notestitch"
    qtbot.waitUntil(lambda: sessions_in(folder) == [], timeout=5000)
    decide(own)
    assert steps_in(saved(qtbot, own)) == 2


def test_saving_again_says_where_it_is(qtbot: QtBot, own: Parts, prompts: FakePrompts, tmp_path: Path) -> None:
    prompts.session_to = tmp_path / "mine.notestitch"
    run(own, "save")
    idle(qtbot, own)
    assert prompts.session_to.is_file()
    with qtbot.waitSignal(own.workspace.told) as told:
        run(own, "save")
    assert told.args == [f"Saved in {prompts.session_to}"]
    assert prompts.asked == ["save session"]


def test_a_copy_leaves_the_session_where_it_is(
    qtbot: QtBot, own: Parts, prompts: FakePrompts, folder: Path, tmp_path: Path
) -> None:
    decide(own)
    before = saved(qtbot, own)
    prompts.session_to = tmp_path / "copy.notestitch"
    run(own, "save-copy")
    idle(qtbot, own)
    decide(own)
    assert saved(qtbot, own) == before
    assert (steps_in(before), steps_in(prompts.session_to)) == (2, 1)


def test_a_copy_replaces_nothing_unasked(qtbot: QtBot, own: Parts, prompts: FakePrompts, tmp_path: Path) -> None:
    prompts.session_to = tmp_path / "copy.notestitch"
    prompts.session_to.write_bytes(b"somebody's")
    run(own, "save-copy")
    idle(qtbot, own)
    assert prompts.asked == ["save session", "replace"]
    assert prompts.session_to.read_bytes() == b"somebody's"
    prompts.replaces = True
    run(own, "save-copy")
    idle(qtbot, own)
    assert steps_in(prompts.session_to) == 0


def test_a_copy_that_cannot_be_written_is_told(qtbot: QtBot, own: Parts, prompts: FakePrompts, tmp_path: Path) -> None:
    prompts.session_to = tmp_path / "missing" / "copy.notestitch"
    with qtbot.waitSignal(own.workspace.told):
        run(own, "save-copy")
    assert kept_of(own).status.saved is Saved.NEW


# ---------------------------------------------------------------------------------------------------------- trouble


def test_a_second_window_reads_and_says_who_works_on_it(
    qtbot: QtBot, window: Window, own: Parts, folder: Path, prompts: FakePrompts, tmp_path: Path
) -> None:
    decide(own)
    second = opened_in(qtbot, window(), saved(qtbot, own))
    assert says(second).startswith("Read only: ")
    assert "works on the session since" in says(second)
    assert second.window.status.copy.isVisible()
    assert [item.is_open for item in items_of(second, "duplicate")].count(False) == 1

    decide(second)
    assert "works on the session since" in trouble(qtbot, second)
    assert second.window.isWindowModified()
    prompts.session_to = tmp_path / "second.notestitch"
    second.window.status.copy.click()
    idle(qtbot, second)
    assert saved(qtbot, second) == prompts.session_to
    decide(own)
    assert steps_in(saved(qtbot, own)) == 2
    assert steps_in(prompts.session_to) == 2


def test_two_windows_on_the_same_notes_do_not_write_into_one_file(
    qtbot: QtBot, window: Window, own: Parts, folder: Path
) -> None:
    second = opened_in(qtbot, window(), folder)
    decide(own)
    decide(second)
    assert saved(qtbot, own) != saved(qtbot, second)
    assert [steps_in(path) for path in sessions_in(folder)] == [1, 1]


def test_a_damaged_session_is_left_as_it_is_and_its_backup_is_offered(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    session = with_session(qtbot, window, folder)
    session.write_bytes(b"damaged")
    parts = opened_in(qtbot, window(), session)
    assert "damaged" in notice_of(parts).text
    choice(parts, "Restore the backup beside it").click()
    qtbot.waitUntil(lambda: parts.workspace.keeping.kept is not None, timeout=5000)
    idle(qtbot, parts)
    assert kept_of(parts).path == session.with_name(f"{session.stem} (restored).notestitch")
    assert session.read_bytes() == b"damaged"
    assert [item.is_open for item in items_of(parts, "duplicate")].count(False) == 2


def test_a_damaged_session_beside_the_notes_is_told_of(qtbot: QtBot, window: Window, folder: Path) -> None:
    with_session(qtbot, window, folder).write_bytes(b"damaged")
    parts = opened_in(qtbot, window(), folder)
    assert "damaged" in notice_of(parts).text
    decide(parts)
    assert saved(qtbot, parts).stem.endswith(" 2")


def test_a_session_of_a_newer_version_is_read_only(qtbot: QtBot, window: Window, folder: Path) -> None:
    session = with_session(qtbot, window, folder)
    subprocess.run(
        [
            "python3",
            "-c",
            f"import sqlite3; sqlite3.connect({str(session)!r}).execute('PRAGMA user_version={VERSION + 1}')",
        ],
        check=True,
    )
    parts = opened_in(qtbot, window(), session)
    assert "a newer Notestitch" in says(parts)
    assert [item.is_open for item in items_of(parts, "duplicate")].count(False) == 2


def test_a_vanished_folder_is_said_and_a_copy_saves_all(
    qtbot: QtBot, own: Parts, folder: Path, prompts: FakePrompts, tmp_path: Path
) -> None:
    decide(own)
    saved(qtbot, own)
    shutil.rmtree(folder)
    decide(own)
    assert "moved or removed" in trouble(qtbot, own) or "gone" in trouble(qtbot, own)
    prompts.session_to = tmp_path / "copy.notestitch"
    own.window.status.copy.click()
    idle(qtbot, own)
    assert steps_in(saved(qtbot, own)) == 2


def test_closing_asks_only_where_something_is_not_saved(
    qtbot: QtBot, own: Parts, folder: Path, prompts: FakePrompts, tmp_path: Path
) -> None:
    decide(own)
    saved(qtbot, own)
    shutil.rmtree(folder)
    decide(own)
    trouble(qtbot, own)
    prompts.leaves = Leaving.STAY
    assert not own.window.close()
    prompts.leaves, prompts.session_to = Leaving.COPY, tmp_path / "copy.notestitch"
    assert own.window.close()
    assert steps_in(prompts.session_to) == 2


def test_opening_something_else_asks_too_where_something_is_not_saved(
    qtbot: QtBot, own: Parts, folder: Path, prompts: FakePrompts
) -> None:
    decide(own)
    saved(qtbot, own)
    shutil.rmtree(folder)
    decide(own)
    trouble(qtbot, own)
    prompts.leaves, before = Leaving.STAY, review_of(own)
    own.opener.open(NOTES)
    idle(qtbot, own)
    assert review_of(own) is before
    prompts.leaves, prompts.asked = Leaving.LEAVE, []
    own.opener.open(NOTES)
    idle(qtbot, own)
    assert review_of(own) is not before
    assert len(prompts.asked) == 1


def test_a_full_disk_is_said_and_a_copy_saves_all(
    qtbot: QtBot, window: Window, small_disk: Path, prompts: FakePrompts, tmp_path: Path
) -> None:
    (small_disk / "notes.md").write_text(NOTES, "utf-8")
    parts = opened_in(qtbot, window(), small_disk / "notes.md")
    fill(small_disk)
    parts.workspace.look_at_block(first_note(parts).id)
    run(parts, "move-down")
    assert "the disk is full" in trouble(qtbot, parts)
    prompts.session_to = tmp_path / "copy.notestitch"
    parts.window.status.copy.click()
    idle(qtbot, parts)
    assert steps_in(saved(qtbot, parts)) == 1


def test_notes_in_a_folder_that_is_write_protected_are_kept_in_the_users_data(
    qtbot: QtBot, window: Window, small_disk: Path, data_folder: Path
) -> None:
    (small_disk / "notes.md").write_text(NOTES, "utf-8")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    parts = opened_in(qtbot, window(), small_disk / "notes.md")
    parts.workspace.look_at_block(first_note(parts).id)
    run(parts, "move-down")
    assert saved(qtbot, parts).parent == data_folder / "sessions"


def test_a_session_in_a_folder_that_is_write_protected_is_read_only_with_all_content(
    qtbot: QtBot, window: Window, small_disk: Path, prompts: FakePrompts, tmp_path: Path
) -> None:
    (small_disk / "notes.md").write_text(NOTES, "utf-8")
    parts = opened_in(qtbot, window(), small_disk / "notes.md")
    parts.workspace.look_at_block(first_note(parts).id)
    run(parts, "move-down")
    session = saved(qtbot, parts)
    parts.window.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    second = opened_in(qtbot, window(), session)
    assert "write-protected" in says(second)
    run(second, "undo")
    assert "write-protected" in trouble(qtbot, second)
    prompts.session_to = tmp_path / "copy.notestitch"
    run(second, "save")
    idle(qtbot, second)
    assert steps_in(saved(qtbot, second)) == 2


# ------------------------------------------------------------------------------------------------------ many times


def resident_kb() -> int:
    """Memory that the process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * (os.sysconf("SC_PAGE_SIZE") // 1024)


def live_widgets() -> int:
    """Widgets that are there when all that was to go is gone."""
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(QApplication.allWidgets())


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_opening_fifty_times_in_one_window_leaves_nothing_behind(qtbot: QtBot, own: Parts, folder: Path) -> None:
    decide(own)
    session, notes = saved(qtbot, own), folder.parent / "notes.md"
    notes.write_text(NOTES, "utf-8")

    def there_and_back() -> None:
        opened_in(qtbot, own, notes)
        opened_in(qtbot, own, session)
        live_widgets()

    for _ in range(4):
        there_and_back()
    widgets, memory_kb = live_widgets(), resident_kb()
    for _ in range(25):
        there_and_back()
    assert live_widgets() <= widgets
    assert resident_kb() - memory_kb < 5 * 1024


def test_twenty_windows_one_after_the_other_leave_no_widget_behind(
    qtbot: QtBot, tmp_path: Path, prompts: FakePrompts
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text(NOTES, "utf-8")

    def one_window() -> None:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        parts = built_window(settings, theme="light", prompts=prompts)
        parts.window.show()
        opened_in(qtbot, parts, notes)
        assert parts.window.close()
        parts.window.deleteLater()
        live_widgets()

    for _ in range(2):
        one_window()
    widgets = live_widgets()
    for _ in range(20):
        one_window()
    assert live_widgets() <= widgets
