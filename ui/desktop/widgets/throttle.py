"""How often what is typed is told: the first key at once, those behind it so often that the store keeps up."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_TOLD_MS = 100  # see the pace of the store


class Throttle(QTimer):
    """Its ``timeout`` is the moment to tell; it is active while something waits to be told.

    Signals:
        waits(bool): Whether something waits to be told, whenever that is another.
    """

    waits = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since_told = QElapsedTimer()
        self.setSingleShot(True)
        self.timeout.connect(self._on_self_timeout)

    def tell_soon(self) -> None:
        """Something was typed."""
        if not self.isActive():
            past_ms = self._since_told.elapsed() if self._since_told.isValid() else _TOLD_MS
            self.start(max(0, _TOLD_MS - past_ms))
            self.waits.emit(True)

    def hush(self) -> None:
        """Nothing is to be told."""
        if self.isActive():
            self.stop()
            self.waits.emit(False)

    def _on_self_timeout(self) -> None:
        self._since_told.start()
        self.waits.emit(False)
