"""Answers the window's questions for a test, and remembers what was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ui.desktop.prompts import Leaving, Question


@dataclass
class FakePrompts:
    files: tuple[Path, ...] = ()
    folder: Path | None = None
    save_to: Path | None = None
    session_to: Path | None = None
    replaces: bool = False
    opens: bool = False
    changes_quotes: bool = True
    leaves: Leaving = Leaving.LEAVE
    answer: str | None = None
    asked: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def files_to_open(self) -> tuple[Path, ...]:
        self.asked.append("files")
        return self.files

    def folder_to_open(self) -> Path | None:
        self.asked.append("folder")
        return self.folder

    def file_to_save(self, suggested: Path) -> Path | None:
        self.asked.append("save")
        return self.save_to

    def may_replace(self, path: Path) -> bool:
        self.asked.append("replace")
        return self.replaces

    def may_open(self, address: str) -> bool:
        self.asked.append(f"open {address}")
        return self.opens

    def may_change_quotes(self) -> bool:
        self.asked.append("change quotes")
        return self.changes_quotes

    def session_to_save(self, suggested: Path) -> Path | None:
        self.asked.append("save session")
        return self.session_to

    def leaving_unsaved(self, reason: str, *, is_closing: bool) -> Leaving:
        self.asked.append(f"leaving: {reason}")
        return self.leaves

    def line(self, question: Question) -> str | None:
        self.asked.append("line")
        self.questions.append(question)
        return self.answer

    def tell_error(self, text: str, details: str) -> None:
        self.asked.append(f"error {details}")
