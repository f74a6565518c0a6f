"""Source files that change while their notes are worked on: told once, taken in one step, and never by themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, review_of, run

from core.workflow.changed_sources import SourceChange
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.reload import ReloadDialog


@pytest.fixture
def folder(tmp_path: Path, sample_path: Path) -> Path:
    """An episode of one's own."""
    return Path(shutil.copytree(sample_path, tmp_path / "episode"))


@pytest.fixture
def own(qtbot: QtBot, parts: Parts, folder: Path) -> Parts:
    """A window that shows it."""
    parts.window.show()
    opened_in(qtbot, parts, folder)
    if parts.window.middle.notice is not None:
        parts.window.middle.notice.hide()  # it says what is wrong with the notes
    return parts


def opened_in(qtbot: QtBot, parts: Parts, path: Path) -> Parts:
    parts.opener.open((path,))
    idle(qtbot, parts)
    return parts


def idle(qtbot: QtBot, parts: Parts) -> None:
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)


def chunk_file(parts: Parts, at: int = 1) -> Path:
    return Path(review_of(parts).state.episode.chunks[at].file)


def rewrite(path: Path) -> str:
    """Another first note in a file, and what it was."""
    lines = path.read_text("utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("- ["))
    was, lines[at] = lines[at], f"{lines[at]}, and so on"
    path.write_text("\n".join(lines), "utf-8")
    return was.partition("] ")[2]


def told(parts: Parts) -> str:
    notice = parts.window.middle.notice
    return notice.text if notice is not None and not notice.isHidden() else ""


def dialog_of(parts: Parts) -> ReloadDialog:
    found = [dialog for dialog in parts.window.findChildren(ReloadDialog) if dialog.isVisible()]
    return found[0]


def asked(qtbot: QtBot, parts: Parts) -> ReloadDialog:
    run(parts, "reload")
    qtbot.waitUntil(lambda: any(d.isVisible() for d in parts.window.findChildren(ReloadDialog)), timeout=10_000)
    return dialog_of(parts)


def texts(parts: Parts) -> list[str]:
    return [entry.text for entry in review_of(parts).state.episode.entries.values()]


def test_a_file_that_is_written_is_told(qtbot: QtBot, own: Parts) -> None:
    path = chunk_file(own)
    rewrite(path)
    qtbot.waitUntil(lambda: path.name in told(own), timeout=8000)
    assert "F5 to look" in told(own)


def test_a_file_that_is_replaced_is_told_each_time(qtbot: QtBot, own: Parts) -> None:
    path = chunk_file(own)
    for _ in range(2):
        spare = path.with_suffix(".new")
        shutil.copy(path, spare)
        rewrite(spare)
        spare.replace(path)
        qtbot.waitUntil(lambda: path.name in told(own), timeout=8000)
        assert own.window.middle.notice is not None
        own.window.middle.notice.hide()


def test_nothing_changes_by_itself(qtbot: QtBot, own: Parts) -> None:
    before = review_of(own).state
    rewrite(chunk_file(own))
    qtbot.waitUntil(lambda: bool(told(own)), timeout=8000)
    assert review_of(own).state is before


def test_a_file_that_is_touched_is_not_told(qtbot: QtBot, own: Parts) -> None:
    path = chunk_file(own)
    with qtbot.waitSignal(own.workspace.tasks.ended, timeout=8000):  # it was compared
        path.write_bytes(path.read_bytes())
    assert told(own) == ""


def test_a_file_that_is_gone_is_told_and_its_notes_stay(qtbot: QtBot, own: Parts) -> None:
    path, before = chunk_file(own), texts(own)
    path.unlink()
    qtbot.waitUntil(lambda: path.name in told(own), timeout=8000)
    assert "the notes are still here" in told(own)
    assert texts(own) == before


def test_f5_takes_what_changed_in_one_step(qtbot: QtBot, own: Parts) -> None:
    was = rewrite(chunk_file(own))
    dialog = asked(qtbot, own)
    dialog.take.click()
    idle(qtbot, own)
    assert f"{was}, and so on" in texts(own)
    assert was not in texts(own)
    run(own, "undo")
    assert was in texts(own)
    assert f"{was}, and so on" not in texts(own)


def test_what_was_decided_elsewhere_is_kept(qtbot: QtBot, own: Parts) -> None:
    go_to_first(own)
    run(own, "accept")
    merged = sum(len(block.sources) > 1 for block in own_blocks(own))
    rewrite(chunk_file(own, -1))
    asked(qtbot, own).take.click()
    idle(qtbot, own)
    assert sum(len(block.sources) > 1 for block in own_blocks(own)) == merged


def own_blocks(parts: Parts):
    from core.model import blocks_of

    return list(blocks_of(review_of(parts).state.document))


def test_f5_is_asked_by_the_button_of_the_notice_too(qtbot: QtBot, own: Parts) -> None:
    rewrite(chunk_file(own))
    qtbot.waitUntil(lambda: bool(told(own)), timeout=8000)
    assert own.window.middle.notice is not None
    look: QPushButton = own.window.middle.notice.buttons[0]
    look.click()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in own.window.findChildren(ReloadDialog)), timeout=10_000)
    dialog_of(own).reject()


def test_cancelling_changes_nothing(qtbot: QtBot, own: Parts) -> None:
    before = review_of(own).state
    rewrite(chunk_file(own))
    asked(qtbot, own).reject()
    assert review_of(own).state is before


def test_where_nothing_changed_that_is_said(qtbot: QtBot, own: Parts) -> None:
    with qtbot.waitSignal(own.workspace.told, timeout=8000) as said:
        run(own, "reload")
    assert said.args == ["All files are as they were read"]


def test_a_session_says_what_changed_since_it_was_closed(qtbot: QtBot, own: Parts, folder: Path) -> None:
    go_to_first(own)
    run(own, "accept")
    path = chunk_file(own)
    own.workspace.keeping.flush()
    session = next(folder.glob("*.notestitch"))
    opened_in(qtbot, own, folder / "chunks" if (folder / "chunks").exists() else folder)
    rewrite(path)
    opened_in(qtbot, own, session)
    qtbot.waitUntil(lambda: path.name in told(own), timeout=8000)
    assert [source.change for source in own.workspace.watching.changed] == [SourceChange.CHANGED]


def test_what_was_taken_is_told_no_more(qtbot: QtBot, own: Parts, folder: Path) -> None:
    rewrite(chunk_file(own))
    asked(qtbot, own).take.click()
    idle(qtbot, own)
    own.workspace.keeping.flush()
    session = next(folder.glob("*.notestitch"))
    own.opener.open("## A\n\n- [00:10] else\n")
    idle(qtbot, own)
    opened_in(qtbot, own, session)
    assert own.workspace.watching.changed == ()


def test_sources_are_never_written(qtbot: QtBot, own: Parts, folder: Path) -> None:
    rewrite(chunk_file(own))
    before = {path: path.read_bytes() for path in folder.rglob("*.md")}
    asked(qtbot, own).take.click()
    idle(qtbot, own)
    run(own, "undo")
    assert {path: path.read_bytes() for path in folder.rglob("*.md")} == before


def test_what_was_looked_at_is_said_no_more(qtbot: QtBot, own: Parts) -> None:
    rewrite(chunk_file(own))
    qtbot.waitUntil(lambda: bool(told(own)), timeout=8000)
    asked(qtbot, own).accept()
    assert told(own) == ""


def test_a_file_that_is_as_it_was_again_is_said_no_more(qtbot: QtBot, own: Parts) -> None:
    path = chunk_file(own)
    was = path.read_bytes()
    rewrite(path)
    qtbot.waitUntil(lambda: bool(told(own)), timeout=8000)
    path.write_bytes(was)
    qtbot.waitUntil(lambda: not told(own), timeout=8000)


def test_a_second_file_takes_the_place_of_what_was_said_of_the_first(qtbot: QtBot, own: Parts) -> None:
    for at in (1, 2):
        rewrite(chunk_file(own, at))
        qtbot.waitUntil(lambda at=at: chunk_file(own, at).name in told(own), timeout=8000)
    assert told(own).count("Changed on disk") == 1


def test_what_is_told_stands_beside_the_totals(own: Parts) -> None:
    status = own.window.status
    own.workspace.told.emit("something happened")
    own.workspace.queue_changed.emit()
    assert status.told.text() == "something happened"
    assert status.ledger.isVisible()
    assert status.left.isVisible()
    assert not status.exported.isVisible()
    own.workspace.hushed.emit("something happened")
    assert status.exported.isVisible()
