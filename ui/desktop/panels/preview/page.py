"""A page of safe HTML, section by section, that loads nothing; a section that changes is set again alone.

Knows no review: it shows sections, and tells which part of them is where. A part is what has an id in the HTML.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrame,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from core.presenting.preview import Section
from ui.desktop.theme import Theme
from ui.desktop.widgets.unloaded import nothing

_SLICE_S = 0.008  # of filling, between two turns of the event loop
_MARGIN_PX, _GAP_PX, _BELOW_HEADING_PX = 18, 20, 8
_PLACE = 0.3  # of the height, where a part is brought
_SETTLE_MS = 40
_Move = QTextCursor.MoveMode


@dataclass
class _Place:
    """A section's room on the page."""

    key: str
    frame: QTextFrame
    html: str | None = None  # what stands there


class PreviewPage(QTextBrowser):
    """Shows sections.

    Signals:
        part_clicked(str): The person clicked a part.
        scrolled_to(str): The person scrolled; this part stands at the top.
        filled(): All sections are on the page.
    """

    part_clicked = Signal(str)
    scrolled_to = Signal(str)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[_Place] = []
        self._wanted: Sequence[Section] = ()
        self._held: tuple[str, float] = ("", 0)  # what stays where it is while the page is filled
        self._ground = QTextCharFormat()
        self._fill, self._settle = QTimer(self), QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._connect_signals()

    @property
    def is_filled(self) -> bool:
        """Whether all sections are on the page."""
        return not self._fill.isActive()

    def set_look(self, theme: Theme, scale: float, style_sheet: str, indent_px: float) -> None:
        """Show everything again in other colours and sizes."""
        document, wanted = self.document(), self._wanted
        self._places.clear()
        self.clear()
        document.setDefaultFont(theme.font("body", scale))
        document.setDefaultStyleSheet(style_sheet)
        document.setIndentWidth(indent_px)
        document.setDocumentMargin(_MARGIN_PX)
        self._ground.setBackground(theme.colour("selection"))
        _make_thin(QTextCursor(document))
        self.show_sections(wanted)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these; what stands there already stays as it is, and in its place in the view."""
        if not self._fill.isActive():
            self._held = self._top()
        self._wanted = sections
        wanted = [section.key for section in sections]
        kept = [place.key for place in self._places if place.key in wanted]
        stays = set(kept) if kept == [key for key in wanted if key in kept] else set[str]()
        for place in tuple(self._places):
            if place.key not in stays:
                self._remove(place)
        for at, key in enumerate(wanted):
            if at == len(self._places) or self._places[at].key != key:
                self._places.insert(at, _Place(key, self._room_at(at)))
        self._fill.start(0)

    def shows(self, part: str) -> bool:
        """Whether a part is on the page."""
        return self._block(part) is not None

    def mark(self, part: str) -> None:
        """Show where the person is."""
        block = self._block(part)
        if block is None:
            self.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(block)
        selection.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _Move.KeepAnchor)
        selection.format = self._ground
        self.setExtraSelections([selection])

    def bring(self, part: str, *, is_top: bool = False) -> None:
        """Scroll to a part, unless it is well in view; with ``is_top`` to the top in any case."""
        block = self._block(part)
        if block is None:
            return
        box = self.document().documentLayout().blockBoundingRect(block)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = box.top() - bar.value()
        if is_top:
            bar.setValue(round(box.top()) - _MARGIN_PX)
        elif top < 0 or top + min(box.height(), height) > height:
            bar.setValue(round(box.top() - _PLACE * height))

    def part_at(self, y: int) -> str:
        """The part at that height of the view, or the nearest above it; empty where there is none."""
        block = self.cursorForPosition(QPoint(_MARGIN_PX + 2, y)).block()
        while block.isValid():
            if names := _names(block):
                return names[0]
            block = block.previous()
        return ""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: neither files nor addresses are opened, whatever the text names."""
        return nothing(kind)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        is_plain = event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        if is_plain and not self.anchorAt(at) and (part := self.part_at(at.y())):
            self.part_clicked.emit(part)

    # --------------------------------------------------------------------------------------------------------- inside

    def _connect_signals(self) -> None:
        self._fill.timeout.connect(self._on_fill_timeout)
        self._settle.timeout.connect(self._on_settled)
        # By the person: the bar's value also changes when the page grows, or is brought somewhere.
        self.verticalScrollBar().actionTriggered.connect(self._settle.start)

    def _room_at(self, at: int) -> QTextFrame:
        """An empty frame behind the place before."""
        cursor = QTextCursor(self.document())
        if at:
            cursor.setPosition(self._places[at - 1].frame.lastPosition() + 1)
        room = QTextFrameFormat()
        room.setTopMargin(_GAP_PX if at else 0)
        frame = cursor.insertFrame(room)
        cursor.setPosition(frame.lastPosition() + 1)
        _make_thin(cursor)
        return frame

    def _remove(self, place: _Place) -> None:
        self._places.remove(place)
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.frame.firstPosition() - 1)
        cursor.setPosition(place.frame.lastPosition() + 1, _Move.KeepAnchor)
        cursor.removeSelectedText()
        _make_thin(cursor)

    def _block(self, part: str) -> QTextBlock | None:
        block = self.document().begin()
        while block.isValid():
            if part in _names(block):
                return block
            block = block.next()
        return None

    def _top(self) -> tuple[str, float]:
        """The part at the top of the view, and how far below the top it begins."""
        block = self._block(part) if (part := self.part_at(_MARGIN_PX)) else None
        box = self.document().documentLayout().blockBoundingRect(block) if block else None
        return part, box.top() - self.verticalScrollBar().value() if box else 0

    def _on_fill_timeout(self) -> None:
        """Fill for a moment, and have what was in view where it was."""
        until = time.perf_counter() + _SLICE_S
        pairs = zip(self._places, self._wanted, strict=True)
        stale = [(place, section.html) for place, section in pairs if place.html != section.html]
        while stale and time.perf_counter() < until:
            place, html = stale.pop(0)
            _set(place.frame, html)
            place.html = html
        self._hold()
        if not stale:
            self._fill.stop()
            self.filled.emit()

    def _hold(self) -> None:
        part, top = self._held
        block = self._block(part) if part else None
        if block is not None:
            box = self.document().documentLayout().blockBoundingRect(block)
            self.verticalScrollBar().setValue(round(box.top() - top))

    def _on_settled(self) -> None:
        if part := self.part_at(_MARGIN_PX):
            self.scrolled_to.emit(part)


def _set(frame: QTextFrame, html: str) -> None:
    """Have that HTML in a frame, and nothing of what was there before."""
    cursor = frame.firstCursorPosition()
    cursor.setPosition(frame.lastPosition(), _Move.KeepAnchor)
    cursor.removeSelectedText()
    first = QTextBlockFormat()  # the paragraph that stands there keeps its format, and is the section's heading
    first.setBottomMargin(_BELOW_HEADING_PX)
    cursor.setBlockFormat(first)
    cursor.setCharFormat(QTextCharFormat())
    cursor.insertHtml(html)


def _make_thin(cursor: QTextCursor) -> None:
    """Qt has a paragraph between frames; nobody needs to see it."""
    thin = QTextBlockFormat()
    thin.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(thin)


def _names(block: QTextBlock) -> list[str]:
    """The ids that a paragraph has."""
    fragments = block.begin()
    return [] if fragments.atEnd() else fragments.fragment().charFormat().anchorNames()
