"""How to work with Notestitch, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.workspace import Workspace

_SIZE_PX = (620, 600)


class Help(QDialog):
    """A few headings with a paragraph each; the keys are a button away."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("How to work with Notestitch"))
        self.resize(*_SIZE_PX)
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(24, 18, 24, 18)
        lines.setSpacing(6)
        for heading, words in self._parts():
            title, text = PlainLabel(heading), PlainLabel(words, "muted")
            title.setFont(workspace.theme.font("heading"))
            text.setFont(workspace.theme.font("body"))
            text.setWordWrap(True)
            lines.addWidget(title)
            lines.addWidget(text)
            lines.addSpacing(10)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        keys = buttons.addButton(self.tr("All keys"), QDialogButtonBox.ButtonRole.ActionRole)
        keys.clicked.connect(self._on_keys_clicked)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        buttons.setContentsMargins(18, 0, 18, 0)

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Open"),
                self.tr(
                    "Open a merge prompt, a folder of chunks or the chunk files, or paste their text. Opening changes "
                    "nothing: no file is written until you decide something."
                ),
            ),
            (
                self.tr("Go through the queue"),
                self.tr(
                    "The queue lists what needs a person. Enter takes the answer that the card offers first, 0 keeps "
                    "both copies, 1 to 9 take the words of a copy, L puts it off, Backspace undoes. Each goes on to "
                    "the next."
                ),
            ),
            (
                self.tr("Correct by hand"),
                self.tr(
                    "Everything in the merged document can be edited where it stands: Enter or Ctrl+E opens a row, "
                    "Escape leaves it, Shift+Enter splits a note where the cursor stands, and Backspace at its "
                    "beginning joins it with the one before. Chapters are renamed with F2. F12 shows where a line "
                    "comes from, or where it went."
                ),
            ),
            (
                self.tr("Nothing is lost"),
                self.tr(
                    "Every note and quote of the chunks has a fate: kept, edited, merged, dropped for a reason, or "
                    "lost. The totals stand in the status bar, and the ledger shows each one."
                ),
            ),
            (
                self.tr("Saved as you go"),
                self.tr(
                    "Decisions are kept in a session file beside the input. Undo works across restarts. Export writes "
                    "the final Markdown when you are ready."
                ),
            ),
            (
                self.tr("Typing Korean"),
                self.tr(
                    "Keys work while the input method is in Hangul mode. Where fcitx5 is used, start Notestitch with "
                    "QT_IM_MODULE=ibus."
                ),
            ),
        )

    def _on_keys_clicked(self) -> None:
        self.accept()
        self._workspace.dialog_requested.emit("shortcuts")
