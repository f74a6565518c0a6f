"""The whole first path, by keys: open the sample, judge, rename, fix a note, export, read back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_driver import first_note, items_of, queue_list, retype, review_of, surface_of

from core.model import Kind, walk
from core.reading.document import read_document
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.export import ExportDialog

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_from_the_sample_to_a_document(qtbot: QtBot, parts: Parts, sample_path: Path, tmp_path: Path) -> None:
    parts.opener.open_first((sample_path,))
    with qtbot.waitSignal(parts.window.completed, timeout=10_000):
        parts.window.show()
    qtbot.waitUntil(lambda: bool(items_of(parts, "duplicate")), timeout=20_000)
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)

    _judge(parts)
    chapter = _rename(parts)
    note = _fix(parts)
    path = _export(qtbot, parts, tmp_path / "final.md")

    read = read_document(path.read_text("utf-8")).document
    document = review_of(parts).state.document
    assert [block for c in read.chapters for block in _told(c)] == [b for c in document.chapters for b in _told(c)]
    assert chapter in [c.title for c in read.chapters]
    assert note in path.read_text("utf-8")
    ledger = review_of(parts).ledger
    assert (ledger.lost, ledger.entries) == (0, len(review_of(parts).state.episode.entries))
    assert parts.window.close()


def _told(chapter) -> list[tuple[int, Kind, int | None, str, str | None]]:
    return [(len(path), block.kind, block.time_s, block.text, block.speaker) for path, block in walk(chapter.blocks)]


def _judge(parts: Parts) -> None:
    """All duplicates by single keys in the queue: merge all but the last, keep both of that."""
    duplicates = items_of(parts, "duplicate")
    queue = queue_list(parts)
    QTest.keyClick(queue, Key.Key_N)
    for _ in duplicates[:-1]:
        QTest.keyClick(queue, Key.Key_Return)
    QTest.keyClick(queue, Key.Key_0)
    assert not any(item.is_open for item in items_of(parts, "duplicate"))


def _rename(parts: Parts) -> str:
    parts.workspace.go_to_block(first_note(parts).id)
    surface_of(parts).merged.rows.setFocus()
    QTest.keyClick(parts.window, Key.Key_F2)
    retype(parts, "조용한 도시의 밤")
    return "조용한 도시의 밤"


def _fix(parts: Parts) -> str:
    parts.workspace.go_to_block(first_note(parts).id)
    view = surface_of(parts).merged.rows
    view.setFocus()
    QTest.keyClick(view, Key.Key_Return)
    retype(parts, "진행자가 심야 버스 이야기를 엶.")
    return "진행자가 심야 버스 이야기를 엶."


def _export(qtbot: QtBot, parts: Parts, path: Path) -> Path:
    QTest.keyClick(parts.window, Key.Key_E, CTRL | SHIFT)
    dialog = parts.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.path.setText(str(path))
    with qtbot.waitSignal(parts.workspace.exporting.done, timeout=5000):
        QTest.keyClick(dialog, Key.Key_Return)
    return path
