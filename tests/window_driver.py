"""What a person does with the window, for tests that read as sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.model import Block, ItemId, blocks_of
from core.presenting.queue import QueueItem
from core.workflow.review import Answer, Review
from ui.desktop.app.window import Parts
from ui.desktop.rows.editor import RowEditor
from ui.desktop.surface.surface import Surface
from ui.desktop.workspace import Action


def review_of(parts: Parts) -> Review:
    assert parts.workspace.review is not None
    return parts.workspace.review


def surface_of(parts: Parts) -> Surface:
    assert parts.window.surface is not None
    return parts.window.surface


def items_of(parts: Parts, kind: str) -> list[QueueItem]:
    assert parts.workspace.queue is not None
    return [item for item in parts.workspace.queue.items if item.kind == kind]


def go_to_first(parts: Parts, kind: str = "duplicate") -> QueueItem:
    item = items_of(parts, kind)[0]
    parts.workspace.go_to(item)
    return item


def answer_of(parts: Parts, item: QueueItem) -> Answer:
    return review_of(parts).answer(item.finding)


def action_of(parts: Parts, name: str) -> Action:
    return parts.workspace.actions[name]


def run(parts: Parts, name: str) -> None:
    parts.window.commands.by_id[name].trigger()


def queue_list(parts: Parts) -> QWidget:
    panel = parts.window.docks.by_id["queue"].widget()
    target = panel.focusProxy()
    assert target is not None
    target.setFocus()
    return target


def press(widget: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
    """One key, also such that QTest cannot type."""
    modifiers = Qt.KeyboardModifier.NoModifier if modifiers is None else modifiers
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def editor_of(parts: Parts) -> RowEditor:
    """The open editor; one that was closed is there for a moment longer, but not seen."""
    return next(editor for editor in parts.window.findChildren(RowEditor) if editor.isVisible())


def retype(parts: Parts, text: str) -> None:
    """Write another text into the open editor, as an input method does, and keep it."""
    editor = editor_of(parts)
    editor.selectAll()
    composing = QInputMethodEvent(text[:1], [])
    QApplication.sendEvent(editor, composing)
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(editor, done)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def block_of(parts: Parts, item: ItemId) -> Block:
    return next(block for block in blocks_of(review_of(parts).state.document) if block.id == item)


def first_note(parts: Parts) -> Block:
    return next(iter(blocks_of(review_of(parts).state.document)))
