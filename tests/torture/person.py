"""A person at the real window, by chance: clicks, keys, actions, words typed; until it is killed.

Says on its output what happened to the notes (``DID steps hash``), and how many steps there were when the status bar
said "Saved" (``SAVED steps``). Nothing of that comes from the store: the hash is of the state that the window shows.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from fake_prompts import FakePrompts
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.model import ItemId
from core.store.encoding import state_hash
from ui.desktop.app.display import offscreen_application
from ui.desktop.app.window import Parts, built_window
from ui.desktop.rows.editor import RowEditor

PAUSE_S = 0.003
_MENUS = frozenset({"edit", "time", "chapter", "review"})  # of actions that decide something
_KEYS = (*(getattr(Qt.Key, f"Key_{name}") for name in ("Down", "Up", "Return", "N", "0", "1", "L", "Backspace", "E")),)
_WORDS = (" 그리고", " night", "?", "다시 ", " 1:02", "")
_ANSWERS = (None, "0:31", "1:02:03", "dull", "the keeper", "")


class Person:
    """Does something again and again, and tells."""

    def __init__(self, parts: Parts, prompts: FakePrompts, chance: random.Random) -> None:
        self._parts, self._prompts, self._chance = parts, prompts, chance
        self._steps = 0

    def begin(self, steps: int) -> None:
        """Tell of the state as it was opened, with so many steps behind it, and of each from now on."""
        review = self._parts.workspace.review
        assert review is not None
        self._steps = steps
        tell(f"DID {steps} {state_hash(review.state)}")
        review.session.subscribe(self._on_step)

    def act(self) -> None:
        """One thing, whatever it is; then look whether all is said to be saved."""
        self._chance.choice((self._run, self._run, self._run, self._press, self._click, self._type, self._look))()
        QApplication.processEvents()
        self._close_dialogs()
        if self._parts.window.status.saved.text() == "Saved":
            tell(f"SAVED {self._steps}")

    def _on_step(self, change: object) -> None:
        review = self._parts.workspace.review
        assert review is not None
        self._steps += 1
        tell(f"DID {self._steps} {state_hash(review.state)}")

    def _run(self) -> None:
        workspace, self._prompts.answer = self._parts.workspace, self._chance.choice(_ANSWERS)
        able = [action for action in workspace.actions.values() if action.menu in _MENUS and action.can(workspace)]
        if able:
            workspace.run(self._chance.choice(able))

    def _press(self) -> None:
        target = self._parts.window.docks.by_id["queue"].widget().focusProxy() or self._parts.window
        QTest.keyClick(target, self._chance.choice(_KEYS))

    def _click(self) -> None:
        surface = self._parts.window.surface
        if surface is not None:
            viewport: QWidget = self._chance.choice((surface.merged, surface.chunks)).rows.viewport()
            place = QPoint(self._chance.randrange(viewport.width()), self._chance.randrange(viewport.height()))
            QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)

    def _type(self) -> None:
        editor = QApplication.focusWidget()
        if not isinstance(editor, RowEditor):
            self._parts.workspace.run(self._parts.workspace.actions["edit-text"])
            editor = QApplication.focusWidget()
        if not isinstance(editor, RowEditor):
            return
        words = QInputMethodEvent()
        words.setCommitString(self._chance.choice(_WORDS))
        QApplication.sendEvent(editor, words)
        if self._chance.random() < 0.5:
            QTest.keyClick(editor, self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def _look(self) -> None:
        review = self._parts.workspace.review
        if review is not None:
            blocks = [item for chapter in review.state.document.chapters for item in chapter.paths]
            self._parts.workspace.go_to_block(ItemId(self._chance.choice(blocks)))

    def _close_dialogs(self) -> None:
        for dialog in self._parts.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.accept() if self._chance.random() < 0.5 else dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def tell(line: str) -> None:
    """In one piece, so that a kill leaves no half of it behind, or one without its end."""
    os.writev(1, [f"{line}\n".encode()])


def main(path: Path, seed: int, seconds: float) -> None:
    """Work on notes or on a session for so long, then close the window."""
    app, prompts = offscreen_application(), FakePrompts()
    sys.excepthook = lambda kind, _error, trace: tell(f"ERROR {kind.__name__} {where(trace)}")
    parts = built_window(QSettings(), theme="light", prompts=prompts)
    parts.window.resize(1280, 800)
    parts.opener.open_first((path,))
    parts.window.show()
    parts.opener.begin()
    kept = parts.workspace.keeping.kept
    person = Person(parts, prompts, random.Random(seed))
    person.begin(kept.status.steps if kept is not None else 0)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        person.act()
        time.sleep(PAUSE_S)
    parts.window.close()
    tell("CLOSED")


def where(trace: object) -> str:
    """The last place of a trace."""
    last = None
    while trace is not None:
        last, trace = trace, getattr(trace, "tb_next", None)
    code = getattr(getattr(last, "tb_frame", None), "f_code", None)
    return f"{getattr(code, 'co_filename', '?')}:{getattr(last, 'tb_lineno', 0)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
    os._exit(0)  # nothing that comes after the close is looked at
