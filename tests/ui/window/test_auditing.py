"""Auditing a merge that somebody else wrote: the same panes and queue, repairs with one key, kept in a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, items_of, press, queue_list, review_of, run

from core.model import Fate
from core.work import finished
from core.workflow.exporting import exported
from core.workflow.opening import built
from core.workflow.opening import opened as opening
from ui.cli import main
from ui.desktop.app.window import Parts

CHUNK = """## The tower

- [00:10] the tower is forty meters high
  - [00:14] its lens came from Paris
- [00:20] a storm broke the gallery in 1911
- [00:30] the keeper rowed ashore
- [00:40] oil gave way to electricity
- [00:50] children painted the door

> "[00:31] it is never dark" — Ilse
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with one chunk."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "chunk_001.md").write_text(CHUNK, "utf-8")
    return folder


def merge_of(notes: Path, *changes: tuple[str, str], at: Path | None = None) -> Path:
    """A finished document of the notes in which these words are others."""
    text = exported(built(finished(opening([notes])).episode)).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = (at or notes.parent) / "merged.md"
    path.write_text(text, "utf-8")
    return path


def idle(qtbot: QtBot, parts: Parts) -> None:
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)


def audit(qtbot: QtBot, parts: Parts, notes: Path, *changes: tuple[str, str]) -> Path:
    """Open the notes, then a damaged merge beside them."""
    path = merge_of(notes, *changes)
    parts.window.show()
    parts.opener.open((notes,))
    idle(qtbot, parts)
    parts.workspace.audit_requested.emit(path)
    idle(qtbot, parts)
    assert review_of(parts).session.start.document.is_brought
    return path


def offered(parts: Parts) -> list[str]:
    notice = parts.window.middle.notice
    return [button.text() for button in notice.buttons] if notice is not None and notice.isVisible() else []


def choose(parts: Parts, words: str) -> None:
    notice = parts.window.middle.notice
    assert notice is not None
    next(button for button in notice.buttons if words in button.text()).click()


LOST = ("- [00:40] oil gave way to electricity\n", "")
ALTERED = ("it is never dark", "it is always dark")
INVENTED = ("- [00:50]", "- [00:45] the mayor resigned over it\n- [00:50]")
CHANGED = ("in 1911", "in 1918")
SPEAKER = ("— Ilse", "— Anton")
RETIMED = ("- [00:50] children", "- [00:58] children")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (LOST, "lost-note"),
        (ALTERED, "altered-quote"),
        (INVENTED, "invented"),
        (CHANGED, "changed-fact"),
        (SPEAKER, "changed-speaker"),
        (RETIMED, "retimed"),
    ],
)
def test_one_key_sets_right_what_the_merge_did(
    qtbot: QtBot, parts: Parts, notes: Path, change: tuple[str, str], kind: str
) -> None:
    audit(qtbot, parts, notes, change)
    before = exported(built(finished(opening([notes])).episode))
    go_to_first(parts, kind)
    press(queue_list(parts), Qt.Key.Key_Return)
    assert items_of(parts, kind) == []
    assert exported(review_of(parts)) == before
    run(parts, "undo")
    assert len(items_of(parts, kind)) == 1


def test_the_key_that_goes_on_repairs_from_everywhere(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes, LOST, ALTERED)
    go_to_first(parts, "lost-note")
    run(parts, "accept-and-go-on")
    assert review_of(parts).ledger.lost == 0
    item = parts.workspace.item
    assert item is not None
    assert item.is_open


def test_the_key_says_what_it_would_do(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes, ALTERED)
    go_to_first(parts, "altered-quote")
    assert parts.window.commands.by_id["repair"].text() == "Restore the quote"


def test_what_is_lost_may_stay_out_with_a_reason(qtbot: QtBot, parts: Parts, notes: Path, prompts: FakePrompts) -> None:
    audit(qtbot, parts, notes, LOST)
    entry = go_to_first(parts, "lost-note").entries[0]
    prompts.answer = "off topic"
    run(parts, "leave-out")
    assert (review_of(parts).fate(entry), review_of(parts).state.dropped[entry]) == (Fate.DROPPED, "off topic")


def test_the_title_says_that_it_is_an_audit(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes)
    assert parts.window.windowTitle().startswith("Audit: ")


def test_summary_lines_that_were_brought_are_no_drafts(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes)
    opened = parts.workspace.opened
    assert opened is not None
    pane = opened.merged_pane
    assert not any(pane.row(at).is_draft for at in range(len(pane)))


def test_a_sound_merge_is_ready(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes)
    qtbot.waitUntil(lambda: parts.workspace.readying.count == 0, timeout=20_000)
    assert parts.window.status.ready.text() == "Ready"


def test_what_is_open_is_counted_until_it_is_repaired(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes, ALTERED)
    assert parts.window.status.ready.text() == "1 until ready"
    go_to_first(parts, "altered-quote")
    run(parts, "repair")
    assert parts.window.status.ready.text() == "checking…"
    qtbot.waitUntil(lambda: parts.window.status.ready.text() == "Ready", timeout=20_000)


def test_the_badge_goes_to_the_first_open_thing(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes, ALTERED)
    parts.window.status.ready.click()
    assert parts.workspace.item is not None
    assert parts.workspace.item.kind == "altered-quote"


def test_a_finished_document_that_is_opened_alone_asks_for_its_notes(
    qtbot: QtBot, parts: Parts, notes: Path, prompts: FakePrompts
) -> None:
    parts.window.show()
    parts.opener.open((merge_of(notes, LOST),))
    idle(qtbot, parts)
    assert len(offered(parts)) == 2
    prompts.folder = notes
    choose(parts, "folder")
    idle(qtbot, parts)
    assert len(items_of(parts, "lost-note")) == 1


def test_a_finished_document_beside_the_notes_is_offered_and_not_used(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    merge_of(notes, LOST, at=notes)
    parts.window.show()
    parts.opener.open((notes,))
    idle(qtbot, parts)
    assert review_of(parts).ledger.lost == 0
    choose(parts, "Audit merged.md")
    idle(qtbot, parts)
    assert review_of(parts).ledger.lost == 1


def test_the_menu_opens_a_merge_beside_the_notes_that_are_open(
    qtbot: QtBot, parts: Parts, notes: Path, prompts: FakePrompts
) -> None:
    prompts.files = (merge_of(notes, LOST),)
    parts.window.show()
    parts.opener.open((notes,))
    idle(qtbot, parts)
    run(parts, "open-merge")
    idle(qtbot, parts)
    assert len(items_of(parts, "lost-note")) == 1


def test_the_session_of_an_audit_goes_on_where_it_was(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    path = audit(qtbot, parts, notes, LOST, ALTERED)
    go_to_first(parts, "lost-note")
    run(parts, "repair")
    kept = parts.workspace.keeping.kept
    assert kept is not None
    kept.flush()
    session = kept.path
    parts.opener.open((notes,))
    idle(qtbot, parts)
    parts.opener.open((session,))
    idle(qtbot, parts)
    assert (len(items_of(parts, "lost-note")), len(items_of(parts, "altered-quote"))) == (0, 1)
    assert review_of(parts).session.start.document.is_brought
    assert main(["check", str(path), "--sources", str(notes), "--decisions", str(session)]) == 1


def test_notes_alone_are_no_part_of_an_audit(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes, LOST)
    go_to_first(parts, "lost-note")
    run(parts, "repair")
    kept = parts.workspace.keeping.kept
    assert kept is not None
    kept.flush()
    parts.opener.open((notes,))
    idle(qtbot, parts)
    assert offered(parts) == []


def test_enter_in_the_queue_goes_on_to_the_next(qtbot: QtBot, parts: Parts, notes: Path) -> None:
    audit(qtbot, parts, notes, LOST, ALTERED, SPEAKER)
    parts.workspace.go_to(items_of(parts, "lost-note")[0])
    target = queue_list(parts)
    for _ in range(3):
        QTest.keyClick(target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: parts.workspace.readying.count == 0, timeout=20_000)
