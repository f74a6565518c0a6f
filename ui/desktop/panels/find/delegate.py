"""How a place is drawn: its time, and the words around what was found, which is marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from core.presenting.find import Hit
from ui.desktop.panels.find.model import HitModel
from ui.desktop.rows.shown_text import shown
from ui.desktop.widgets.line_delegate import AnyIndex, LineDelegate

_EDGE_PX, _STAMP_PX = 14, 62
_BEFORE = 24  # characters that are seen before what was found


class HitDelegate(LineDelegate):
    """Draws the rows of a ``HitModel``."""

    height_px = 30
    has_bar = False

    def paint_line(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        model = index.model()
        if isinstance(model, HitModel) and (hit := model.hit(index.row())) is not None:
            self._paint_hit(painter, box, hit)

    def _paint_hit(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        theme = self.theme
        painter.setFont(theme.font("stamp"))
        painter.setPen(theme.colour("muted"))
        stamp = QRect(box.x() + _EDGE_PX, box.y(), _STAMP_PX, box.height())
        painter.drawText(stamp, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, hit.stamp)
        font = theme.font("body")
        painter.setFont(font)
        metrics, x = QFontMetrics(font), stamp.right() + 6
        for words, is_found in pieces(hit):
            width = metrics.horizontalAdvance(words)
            room = QRect(x, box.y(), min(width, box.right() - _EDGE_PX - x), box.height())
            if room.width() <= 0:
                break
            if is_found:
                painter.fillRect(room.adjusted(0, 5, 0, -5), theme.colour("marked_words"))
            painter.setPen(theme.colour("text"))
            is_cut = room.width() < width
            seen = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()) if is_cut else words
            painter.drawText(
                room.adjusted(0, 0, 0 if is_cut else 2, 0),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                seen,
            )
            x += width


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The text in runs, and whether each was found; it begins a little before the first that was."""
    at = max(0, hit.spans[0][0] - _BEFORE) if hit.spans else 0
    found: list[tuple[str, bool]] = [("…", False)] if at else []
    for start, end in hit.spans[:20]:
        found += [(shown(hit.text[at:start]).text, False), (shown(hit.text[start:end]).text, True)]
        at = end
    found.append((shown(hit.text[at : at + 300]).text, False))
    return [(words, is_found) for words, is_found in found if words]
