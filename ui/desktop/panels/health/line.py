"""One thing that is wrong with the notes that were read, and a button for each next step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.presenting.health import HealthLine, Step
from ui.desktop.theme import Theme
from ui.desktop.widgets.flow import FlowLayout
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import sentence, translated

_ICON_PX = 16


class HealthRow(QWidget):
    """A line of the panel.

    Signals:
        step_wanted(HealthLine, Step): Do this about it.
    """

    step_wanted = Signal(object, object)

    def __init__(self, line: HealthLine, repair: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.buttons: dict[Step, QToolButton] = {}
        words = translated(line.title)
        place = translated(line.where) if line.where else ""
        title, why = PlainLabel(f"{words} · {place}" if place else words), PlainLabel(sentence(line.why), "muted")
        title.setFont(theme.font("strong"))
        why.setFont(theme.font("small"))
        for label in (title, why):
            label.setWordWrap(True)
        sign = QLabel()
        icon, role = ("error", "error_text") if line.is_grave else ("warning", "duplicate_text")
        sign.setPixmap(theme.pixmap(icon, role, _ICON_PX, self.devicePixelRatioF()))
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(title)
        texts.addWidget(why)
        texts.addSpacing(3)
        texts.addWidget(self._steps(repair, words))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 8, 10)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.setAccessibleName(title.text())

    def _steps(self, repair: str, title: str) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        words = {
            Step.FILE: self.tr("Choose file…"),
            Step.PASTE: self.tr("Paste notes…"),
            Step.REPAIR: repair,
            Step.SHOW: self.tr("Show"),
            Step.IGNORE: self.tr("Ignore…"),
        }
        for step in self.line.steps:
            button = self.buttons[step] = QToolButton()
            button.setText(words[step].replace("&", "&&"))
            button.setProperty("role", "chip")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAccessibleName(f"{words[step]}: {title}")
            button.clicked.connect(partial(self.step_wanted.emit, self.line, step))
            flow.addWidget(button)
        return box
