"""How an entry of the ledger is drawn: a sign for its fate and its words; below what became of it and its origin."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from core.presenting.inline import cut
from core.presenting.ledger import STRAY, LedgerRow
from ui.desktop.panels.ledger.model import LedgerModel, head_of, seen_of
from ui.desktop.widgets.line_delegate import AnyIndex, LineDelegate, paint_elided, paint_styled

_EDGE_PX, _SIGN_PX, _GAP_PX = 14, 24, 10
_LINE_PX = 18

# The sign, and the roles of its colour and ground.
_SIGNS = {
    "KEPT": ("accept", "muted", "sunken"),
    "EDITED": ("edit", "link", "selection"),
    "MERGED": ("merge", "accepted_text", "accepted_bg"),
    "DROPPED": ("drop", "rejected_text", "rejected_bg"),
    "LOST": ("lost", "error_text", "error_bg"),
    STRAY: ("help", "duplicate_text", "duplicate_bg"),
}


class LedgerDelegate(LineDelegate):
    """Draws the rows of a ``LedgerModel``."""

    def paint_line(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        model = index.model()
        if isinstance(model, LedgerModel) and (row := model.row(index.row())) is not None:
            self._paint_row(painter, box, row)

    def _paint_row(self, painter: QPainter, box: QRect, row: LedgerRow) -> None:
        theme = self.theme
        sign, colour, ground = _SIGNS[row.fate]
        spot = QRectF(box.x() + _EDGE_PX, box.y() + (box.height() - _SIGN_PX) / 2, _SIGN_PX, _SIGN_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(spot, 6, 6)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(int(spot.x()) + 4, int(spot.y()) + 4, theme.pixmap(sign, colour, 16, ratio))
        left = box.x() + _EDGE_PX + _SIGN_PX + _GAP_PX
        first = QRect(left, box.y() + 5, box.right() - _EDGE_PX - left, _LINE_PX)
        second = first.translated(0, _LINE_PX)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body", 0.93))
        seen = seen_of(row)
        before, after = ("“", "”") if row.is_quote else ("", "")
        styled = cut(seen.styled, -len(before), len(seen.text) + 1)
        paint_styled(painter, first, f"{before}{seen.text}{after}", styled)
        title, became, origin = head_of(row)
        used = self._paint_end(painter, second, " · ".join(part for part in (origin, row.stamp) if part))
        room = second.adjusted(0, 0, -used - 10, 0)
        painter.setFont(theme.font("strong"))
        taken = paint_elided(painter, room, title)
        painter.setFont(theme.font("small"))
        paint_elided(painter, room.adjusted(taken + 6, 0, 0, 0), became)

    def _paint_end(self, painter: QPainter, box: QRect, text: str) -> int:
        """Words at the right end; the width that they take."""
        font = self.theme.font("small")
        painter.setFont(font)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return QFontMetrics(font).horizontalAdvance(text)
