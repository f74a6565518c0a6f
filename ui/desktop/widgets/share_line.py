"""A thin line that fills as work gets done; decoration beside words that say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.theme import Theme

_HEIGHT_PX = 4


class ShareLine(QWidget):
    """A share in [0, 1]."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for role, share in (("line", 1.0), ("accepted", self._share)):
            if share > 0:
                painter.setBrush(self._theme.colour(role))
                box = QRectF(0, 0, max(_HEIGHT_PX, self.width() * share), _HEIGHT_PX)
                painter.drawRoundedRect(box, _HEIGHT_PX / 2, _HEIGHT_PX / 2)
        painter.end()
