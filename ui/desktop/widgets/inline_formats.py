"""How strong, emphasised and code words look in a line, for whatever is set with Qt's text layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine

if TYPE_CHECKING:
    from core.presenting.inline import Style, Styled

_DOTS = QTextCharFormat.UnderlineStyle.DotLine
_AROUND_PX, _ROUND_PX = 2.0, 4.0
_BREATH = 0.09


def style_format(style: Style, words: str, base: QFont) -> QTextCharFormat:
    """How words of a style look in a font; the ground of code is for whoever draws it."""
    from core.presenting.inline import Style  # noqa: PLC0415 - see ``rows/shown_text.read``

    look = QTextCharFormat()
    match style:
        case Style.STRONG:
            look.setFontWeight(max(base.weight(), QFont.Weight.DemiBold))
        case Style.EMPHASIS if all(map(_has_italics, words)):
            look.setFontItalic(True)
        case Style.EMPHASIS:
            look.setUnderlineStyle(_DOTS)
        case Style.CODE:
            pass
    return look


def style_ranges(text: str, styled: Sequence[Styled], base: QFont) -> list[QTextLayout.FormatRange]:
    """The looks of all that is styled in a text."""
    found: list[QTextLayout.FormatRange] = []
    for start, end, style in styled:
        words = text[start:end]
        found.append(format_range(utf16(text[:start]), utf16(words), style_format(style, words, base)))
    return found


def code_boxes(lines: QTextLayout, text: str, styled: Sequence[Styled], height: float) -> Iterator[QRectF]:
    """The grounds of code in a text that was laid out, one in each line that it stands in."""
    from core.presenting.inline import Style  # noqa: PLC0415 - see ``rows/shown_text.read``

    for start, end, style in styled:
        if style is not Style.CODE:
            continue
        first, last = utf16(text[:start]), utf16(text[:end])
        for line in (lines.lineAt(at) for at in range(lines.lineCount())):
            left, right = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if left < right:
                yield _box(line, left, right, height)


def code_ground(ink: QColor) -> QColor:
    """What lies beneath code that is written in a colour: a breath of it, so that it is seen on every ground."""
    ground = QColor(ink)
    ground.setAlphaF(_BREATH)
    return ground


def paint_codes(painter: QPainter, boxes: Sequence[QRectF], ink: QColor) -> None:
    """Draw the grounds of code that is written in a colour."""
    if not boxes:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(code_ground(ink))
    for box in boxes:
        painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)


def format_range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """So many of Qt's characters that look so."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def utf16(text: str) -> int:
    """How long Qt takes the text for."""
    if text.isascii() or max(text) <= "\uffff":
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _has_italics(character: str) -> bool:
    """Whether it may be slanted: Latin and its signs, no Hangul, Kana or Han."""
    return character < "\u0250" or "\u2010" <= character <= "\u2027"


def _box(line: QTextLine, left: int, right: int, height: float) -> QRectF:
    one, other = sorted((_x(line, left), _x(line, right)))
    other = min(other, line.x() + line.naturalTextWidth())  # a blank where the line breaks has no ground
    return QRectF(one - _AROUND_PX, line.y() + (line.height() - height) / 2, other - one + 2 * _AROUND_PX, height)


def _x(line: QTextLine, at: int) -> float:
    found = line.cursorToX(at)  # with the place that it took, which its type does not say
    return found[0] if isinstance(found, tuple) else line.x()
