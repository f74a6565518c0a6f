"""What a person prefers: theme, language, size of the text. Each choice holds at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import LANGUAGE
from ui.desktop.workspace import LINKED, Workspace

_WIDTH_PX = 420


class Preferences(QDialog):
    """A form without "OK": what is chosen is done."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(_WIDTH_PX)
        self.theme = QComboBox()
        self.language = QComboBox()
        self.is_linked = QCheckBox(self.tr("Scroll the panes together"))
        self.later = PlainLabel(self.tr("The language changes when Notestitch is started again."), "muted")
        self.later.setWordWrap(True)
        self.later.hide()
        self._fill()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow(self.tr("Language"), self.language)
        form.addRow("", self.later)
        form.addRow("", self.is_linked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(18)
        column.addLayout(form)
        column.addWidget(buttons)

    def _fill(self) -> None:
        workspace = self._workspace
        for name, words in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(words, name)
        self.theme.setCurrentIndex(self.theme.findData(workspace.theme_source.forced or "system"))
        self.theme.setAccessibleName(self.tr("Theme"))
        for code, words in (("", self.tr("As the system")), ("en", "English"), ("ko", "한국어")):
            self.language.addItem(words, code)
        self.language.setCurrentIndex(max(0, self.language.findData(str(workspace.settings.value(LANGUAGE, "")))))
        self.language.setAccessibleName(self.tr("Language"))
        self.is_linked.setChecked(workspace.flag(LINKED))
        self.theme.activated.connect(self._on_theme_activated)
        self.language.activated.connect(self._on_language_activated)
        self.is_linked.clicked.connect(partial(self._run, "linked"))

    def _run(self, name: str) -> None:
        self._workspace.run(self._workspace.actions[name])

    def _on_theme_activated(self) -> None:
        self._run(f"theme-{self.theme.currentData()}")

    def _on_language_activated(self) -> None:
        self._workspace.settings.setValue(LANGUAGE, self.language.currentData())
        self.later.show()
