"""The only questions that stop the window, behind a port: a test answers them itself and never waits.

Everything that undo can take back is done without a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

# The dialogs of Qt take as long to load as the rest of the window, so they come when they are first shown.

Leaving = Enum("Leaving", "COPY LEAVE STAY")


class Question(NamedTuple):
    """A question whose answer is one line."""

    title: str
    label: str
    text: str = ""
    choices: Sequence[str] = ()  # offered, anything else may be typed


class Prompts(Protocol):
    """What the window may ask; each answer is None where the person does not go on."""

    def files_to_open(self) -> tuple[Path, ...]: ...

    def folder_to_open(self) -> Path | None: ...

    def file_to_save(self, suggested: Path) -> Path | None: ...

    def session_to_save(self, suggested: Path) -> Path | None: ...

    def may_replace(self, path: Path) -> bool: ...

    def may_open(self, address: str) -> bool: ...

    def may_change_quotes(self) -> bool: ...

    def leaving_unsaved(self, reason: str, *, is_closing: bool) -> Leaving: ...

    def line(self, question: Question) -> str | None: ...

    def tell_error(self, text: str, details: str) -> None: ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("prompts", text)


class WindowPrompts:
    """The real questions, over the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def files_to_open(self) -> tuple[Path, ...]:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        filters = _tr("Notes and sessions (*.md *.txt *.markdown *.notestitch *.jsonl);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self.parent, _tr("Open notes"), "", filters)
        return tuple(Path(name) for name in names)

    def folder_to_open(self) -> Path | None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        name = QFileDialog.getExistingDirectory(self.parent, _tr("Open a folder of chunks"))
        return Path(name) if name else None

    def file_to_save(self, suggested: Path) -> Path | None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        # The window asks for itself whether a file may be replaced, for names typed elsewhere too.
        quiet = QFileDialog.Option.DontConfirmOverwrite
        filters = _tr("Files of this kind (*{suffix});;All files (*)").format(suffix=suggested.suffix)
        name, _ = QFileDialog.getSaveFileName(self.parent, _tr("Export to"), str(suggested), filters, options=quiet)
        return Path(name) if name else None

    def session_to_save(self, suggested: Path) -> Path | None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        quiet = QFileDialog.Option.DontConfirmOverwrite
        filters = _tr("Sessions (*.notestitch)")
        name, _ = QFileDialog.getSaveFileName(self.parent, _tr("Save to"), str(suggested), filters, options=quiet)
        return Path(name) if name else None

    def may_replace(self, path: Path) -> bool:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = self._box(_tr("Replace the file?"), str(path))
        box.setInformativeText(_tr("What it holds now will be lost; undo cannot bring it back."))
        replace = box.addButton(_tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replace

    def may_open(self, address: str) -> bool:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = self._box(_tr("Open the address?"), address)
        box.setInformativeText(_tr("It comes from the notes, and opens in another program."))
        opens = box.addButton(_tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is opens

    def may_change_quotes(self) -> bool:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = self._box(_tr("Change a quote?"), _tr("These are the speaker’s words. Change them?"))
        box.setInformativeText(
            _tr("What is changed is marked, and can be brought back. This is asked once for each episode.")
        )
        change = box.addButton(_tr("Change quotes"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is change

    def leaving_unsaved(self, reason: str, *, is_closing: bool) -> Leaving:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = self._box(_tr("Not everything is saved"), reason)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setInformativeText(_tr("What is not saved will be lost. A copy elsewhere holds everything."))
        copy = box.addButton(_tr("Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
        words = _tr("Close without saving") if is_closing else _tr("Leave without saving")
        leave = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(copy)
        box.exec()
        answers = {copy: Leaving.COPY, leave: Leaving.LEAVE}
        return next((answer for button, answer in answers.items() if box.clickedButton() is button), Leaving.STAY)

    def line(self, question: Question) -> str | None:
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415

        if question.choices:
            choices = [question.text, *question.choices] if question.text else list(question.choices)
            text, is_given = QInputDialog.getItem(
                self.parent, question.title, question.label, list(dict.fromkeys(choices)), 0, True
            )
        else:
            text, is_given = QInputDialog.getText(self.parent, question.title, question.label, text=question.text)
        return text if is_given else None

    def tell_error(self, text: str, details: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = self._box(_tr("Something went wrong"), text)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setDetailedText(details)
        box.exec()

    def _box(self, title: str, text: str) -> QMessageBox:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        box = QMessageBox(self.parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        return box
