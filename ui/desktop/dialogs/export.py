"""Exporting: what the document still lacks, where to write it, and the editor's word that it may go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.workflow.exporting import suggested_name, unmet
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Workspace

FOLDER = "export/folder"
_WIDTH_PX = 560


class ExportDialog(QDialog):
    """Lists the rules that are not met and lets the editor go on all the same."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(_WIDTH_PX)
        self.path = QLineEdit(str(self._suggested()))
        self.path.setAccessibleName(self.tr("File to write"))
        self._browse = QPushButton(self.tr("Browse…"))
        self._browse.setAutoDefault(False)
        self._buttons = QDialogButtonBox()
        self.export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setProperty("role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.unmet_words: tuple[str, ...] = ()
        self._said = PlainLabel("", "error")
        self._said.setWordWrap(True)
        self._build()
        workspace.told.connect(self._said.setText)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._buttons.accepted.connect(self._on_export_clicked)
        self._buttons.rejected.connect(self.reject)
        workspace.exporting.done.connect(self.accept)

    def _build(self) -> None:
        theme = self._workspace.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self._heading())
        for words, sign, role in self._lines():
            column.addWidget(self._line(words, sign, role))
        column.addSpacing(8)
        label = PlainLabel(self.tr("Write to"), "muted")
        label.setBuddy(self.path)
        column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self._browse)
        column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        self.path.setFont(theme.font("small"))
        self.export.setFocus()

    def _heading(self) -> PlainLabel:
        review = self._workspace.review
        open_rules = unmet(review) if review else ()
        self.unmet_words = tuple(translated(rule.message) for rule in open_rules)
        words = self.tr("Every rule is met") if not open_rules else self.tr("These rules are not met yet")
        heading = PlainLabel(words)
        heading.setFont(self._workspace.theme.font("heading"))
        return heading

    def _lines(self) -> list[tuple[str, str, str]]:
        lines = [(words[:1].upper() + words[1:], "warning", "duplicate") for words in self.unmet_words]
        if self._workspace.tasks.is_busy:
            lines.append((self.tr("Duplicates are still being looked for"), "clock", "muted"))
        if not lines:
            lines.append(
                (self.tr("Nothing is left to decide, and every entry is accounted for."), "accept", "accepted")
            )
        else:
            lines.append((self.tr("You can export all the same, and again later."), "info", "muted"))
        return lines

    def _line(self, words: str, sign: str, role: str) -> QWidget:
        theme, box = self._workspace.theme, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(theme.pixmap(sign, role, 16, self.devicePixelRatioF()))
        label = PlainLabel(words)
        label.setWordWrap(True)
        row.addWidget(mark)
        row.addWidget(label, 1)
        return box

    def _suggested(self) -> Path:
        workspace = self._workspace
        if workspace.exporting.path is not None:
            return workspace.exporting.path
        folder = Path(
            str(workspace.settings.value(FOLDER, "")) or (workspace.opened and workspace.opened.folder) or Path.home()
        )
        return folder / suggested_name(workspace.review) if workspace.review else folder

    def _on_browse_clicked(self) -> None:
        path = self._workspace.prompts.file_to_save(Path(self.path.text()))
        if path is not None:
            self.path.setText(str(path))

    def _on_export_clicked(self) -> None:
        text = self.path.text().strip()
        if text:
            path = Path(text).expanduser()
            self._workspace.settings.setValue(FOLDER, str(path.parent))
            self._workspace.exporting.to(path)
