"""Where everything of a row stands, for a width; measured once and kept for the rows seen last.

Knows how words are set, not how they are coloured on the screen: that is the painter's.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from core.messages import counted
from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.shown_text import ShownText, read
from ui.desktop.rows.words import badge_of, label_of, shown_of
from ui.desktop.theme import Theme
from ui.desktop.widgets.inline_formats import code_boxes, format_range, style_ranges, utf16

HEADS = (RowKind.CHAPTER, RowKind.CHUNK)
_NARROWEST = 130  # the least width of a text beside its time
EDITED_PX = 15  # the room of the sign for edited words, before the badge
_CODE_PX = 19  # the height of its ground
_KEPT = 800  # rows laid out; a screen shows about 40 in each pane
_FONTS = {RowKind.TITLE: "title", RowKind.CHAPTER: "heading", RowKind.CHUNK: "heading"}
_PITCHES = {"title": 28, "heading": 23, "body": 23}


class RowLayout(NamedTuple):
    """A row measured for a width; all places are from the row's top left corner.

    Attributes:
        row: The row that was measured.
        width: The width that it was measured for.
        height: What it needs.
        lines: The text with its speaker, laid out from ``text_at``.
        stamp_box: Where the time or number stands.
        label: Words above or before the text.
        badge: Words after the text, shortened to ``badge_box``.
        codes: The grounds of words that are code.
    """

    row: Row
    width: int
    height: int
    lines: QTextLayout
    text_at: QPointF
    stamp_box: QRectF
    label: str
    badge: str
    badge_box: QRectF
    codes: tuple[QRectF, ...] = ()


class RowLayouts:
    """Measures rows, and keeps what was measured for those seen last."""

    def __init__(self, theme: Theme, scale: float = 1.0, *, strikes_duplicates: bool = False) -> None:
        self.theme = theme
        self.scale = scale
        self.pad_x = self.px(14)
        self.pad_y = self.px(6)
        self._strikes = strikes_duplicates
        self._fonts = {role: theme.font(role, scale) for role in _PITCHES}
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self.caption_metrics = QFontMetricsF(theme.font("caption", scale))
        self._stamp_metrics = QFontMetricsF(theme.font("stamp", scale))
        self._stamp_width = 0.0
        self._kept: OrderedDict[str, RowLayout] = OrderedDict()
        self._wrapping = QTextOption()
        self._wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.fit_stamps(5)

    def px(self, size: float) -> int:
        """A size on the screen at the present zoom."""
        return round(size * self.scale)

    def pitch(self, row: Row) -> int:
        """From one line of the text to the next, whatever fonts a line mixes."""
        return self.px(_PITCHES[_FONTS.get(row.kind, "body")])

    def font(self, row: Row) -> QFont:
        return self._fonts[_FONTS.get(row.kind, "body")]

    def fit_stamps(self, characters: int) -> None:
        """Make the column of times wide enough for times of so many characters."""
        width = self._stamp_metrics.horizontalAdvance("00:00:00"[-max(5, characters) :]) + self.px(12)
        if width != self._stamp_width:
            self._stamp_width = width
            self._kept.clear()

    def forget(self) -> None:
        """Measure everything anew, as after a change of language."""
        self._kept.clear()

    def _text_x(self, row: Row, width: int) -> int:
        """Where the text of a row begins."""
        if row.kind is RowKind.TITLE or row.kind in HEADS:
            return self.pad_x + self.px(2)
        column, room = self._column(width)
        if row.kind is RowKind.QUOTE:
            return column + self.px(14)
        is_narrow = self._is_narrow(row, width)
        step, least = (self.px(12), self.px(60)) if is_narrow else (self.px(18), self.px(_NARROWEST))
        return column + max(0, min(row.depth * step, room - least))

    def _is_narrow(self, row: Row, width: int) -> bool:
        """Whether the text stands beneath the time, since there is too little room beside it, as at a large zoom."""
        is_timed = row.kind is not RowKind.TITLE and row.kind not in HEADS
        return is_timed and self._column(width)[0] == self.pad_x

    def _column(self, width: int) -> tuple[int, int]:
        """Where the texts of a view so wide begin, and the room from there on."""
        beside = self.pad_x + round(self._stamp_width) + self.px(12)
        room = width - beside - self.pad_x
        if room - 2 * self.px(18) < self.px(_NARROWEST):
            return self.pad_x, width - 2 * self.pad_x
        return beside, room

    def layout(self, row: Row, width: int) -> RowLayout:
        """The row measured for that width."""
        kept = self._kept.get(row.key)
        if kept is not None and kept.width == width and (kept.row is row or kept.row == row):
            self._kept.move_to_end(row.key)
            return kept
        made = self._head(row, width) if row.kind in HEADS else self._plain(row, width)
        self._kept[row.key] = made
        self._kept.move_to_end(row.key)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    def _head(self, row: Row, width: int) -> RowLayout:
        """A chapter or chunk: a line with its number and its range, its title beneath."""
        x, top, caption = self._text_x(row, width), self.px(13), self.px(18)
        label, badge = label_of(row), badge_of(row)
        label_width = self.caption_metrics.horizontalAdvance(label)
        room = max(0.0, width - 2 * self.pad_x - label_width - self.px(16))
        badge = self.caption_metrics.elidedText(badge, Qt.TextElideMode.ElideRight, room)
        badge_width = self.caption_metrics.horizontalAdvance(badge) + self.px(4)
        text = shown_of(row)
        lines, height = self._lines(row, text, width - x - self.pad_x)
        text_y = top + caption
        return RowLayout(
            row,
            width,
            round(text_y + (height if text.text else 0) + self.px(8)),
            lines,
            QPointF(x, text_y),
            QRectF(x, top, label_width + 2, caption),
            label,
            badge,
            QRectF(width - self.pad_x - badge_width, top, badge_width, caption),
            self._codes(lines, text, QPointF(x, text_y)),
        )

    def _plain(self, row: Row, width: int) -> RowLayout:
        """Any other row: time or number, text, and the badge beside its first line or, where that is tight, beneath."""
        x, is_narrow = self._text_x(row, width), self._is_narrow(row, width)
        first = self.px(18) if row.kind is RowKind.TITLE else self.pad_y
        pitch = self.pitch(row)
        top = first + pitch if is_narrow else first  # of the text
        badge, badge_width = self._badge(row, width - x - self.pad_x)
        room = width - x - self.pad_x
        is_beside = not is_narrow and 0 < badge_width < room * 0.38
        text = shown_of(row)
        lines, height = self._lines(row, text, room, badge_width + self.px(10) if is_beside else 0)
        badge_height = self.px(19)
        if is_beside:
            badge_box = QRectF(
                width - self.pad_x - badge_width, top + (pitch - badge_height) / 2, badge_width, badge_height
            )
        else:
            badge_box = QRectF(x, top + height + self.px(2), badge_width, badge_height if badge else 0)
            height += self.px(4) + badge_height if badge else 0
        stamp_box = QRectF(self.pad_x, first + (pitch - self.px(20)) / 2, self._stamp_width, self.px(20))
        return RowLayout(
            row,
            width,
            round(top + height + self.pad_y),
            lines,
            QPointF(x, top),
            stamp_box,
            label_of(row),
            badge,
            badge_box,
            self._codes(lines, text, QPointF(x, top)),
        )

    def _badge(self, row: Row, room: float) -> tuple[str, float]:
        """The badge's words, shortened if need be, and the width of its box."""
        words = badge_of(row)
        if not words:
            return "", 0.0
        frame = (self.px(16) if has_pill(row) else self.px(2)) + (self.px(EDITED_PX) if row.is_edited else 0)
        words = self.caption_metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(40.0, room - frame))
        return words, self.caption_metrics.horizontalAdvance(words) + frame

    def _lines(self, row: Row, text: ShownText, width: float, beside: float = 0) -> tuple[QTextLayout, int]:
        """The text set in lines of one pitch, and their height; something so wide stands beside the first of them."""
        words, formats = self._words(row, text)
        role = _FONTS.get(row.kind, "body")
        layout = QTextLayout(words, self._fonts[role])
        layout.setTextOption(self._wrapping)
        layout.setCacheEnabled(True)  # else the words are shaped again each time that they are drawn
        layout.setFormats(formats)
        pitch, metrics = self.pitch(row), self._metrics[role]
        # Fonts that are mixed in a line differ in height: one baseline for all, where the first font would have it.
        baseline = (pitch + metrics.ascent() - metrics.descent()) / 2
        y = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(float(self.px(28)), width if y else width - beside))
            line.setPosition(QPointF(0, y + baseline - line.ascent()))
            y += pitch
        layout.endLayout()
        return layout, y

    def _words(self, row: Row, text: ShownText) -> tuple[str, list[QTextLayout.FormatRange]]:
        """What is written, and which parts of it look different."""
        words = text.text
        ranges = style_ranges(words, text.styled, self.font(row))
        ranges += [format_range(utf16(words[:start]), length, self._mark_format()) for start, length in text.marks]
        if row.mark is Mark.DUPLICATE and self._strikes and words:
            struck = QTextCharFormat()
            struck.setFontStrikeOut(True)
            ranges.insert(0, format_range(0, utf16(words), struck))
        if text.left_out:
            one = QCoreApplication.translate("rows", "… 1 more character")
            many = QCoreApplication.translate("rows", "… {count} more characters").format(count=text.left_out)
            more = counted(text.left_out, one, many)
            ranges.append(format_range(utf16(words) + 1, utf16(more), self._faint_format()))
            words = f"{words} {more}"
        if row.speaker:
            speaker = f"\u2002— {read(row.speaker[:200]).text}"
            ranges.append(format_range(utf16(words), utf16(speaker), self._faint_format()))
            words += speaker
        return words, ranges

    def _codes(self, lines: QTextLayout, text: ShownText, at: QPointF) -> tuple[QRectF, ...]:
        """The grounds of words that are code."""
        boxes = code_boxes(lines, text.text, text.styled, self.px(_CODE_PX)) if text.styled else ()
        return tuple(box.translated(at) for box in boxes)

    def _mark_format(self) -> QTextCharFormat:
        marked = QTextCharFormat()
        marked.setForeground(self.theme.colour("error_text"))
        marked.setBackground(self.theme.colour("error_bg"))
        return marked

    def _faint_format(self) -> QTextCharFormat:
        faint = QTextCharFormat()
        faint.setForeground(self.theme.colour("faint"))
        return faint


def has_pill(row: Row) -> bool:
    """Whether the badge stands in a frame, because it says something that is to be decided or was."""
    return row.mark is not Mark.NONE or row.is_draft
