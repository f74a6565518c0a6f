"""A monkey at the window: keys, clicks, composed syllables and actions by chance."""

from __future__ import annotations

import random
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.desktop.app.window import Parts

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_KEYS = (
    *(
        Key.Key_Up,
        Key.Key_Down,
        Key.Key_Left,
        Key.Key_Right,
        Key.Key_PageUp,
        Key.Key_PageDown,
        Key.Key_Home,
        Key.Key_End,
    ),
    *(Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Space, Key.Key_Delete, Key.Key_Backspace),
    *(Key.Key_A, Key.Key_E, Key.Key_L, Key.Key_M, Key.Key_N, Key.Key_T, Key.Key_Z, Key.Key_0, Key.Key_1, Key.Key_2),
    *(Key.Key_F1, Key.Key_F2, Key.Key_F5, Key.Key_F6, Key.Key_F8, Key.Key_F9, Key.Key_F12),
)
_MODIFIERS = (
    *(Modifier.NoModifier, Modifier.NoModifier, Modifier.NoModifier, Modifier.ShiftModifier),
    *(Modifier.ControlModifier, Modifier.AltModifier, Modifier.ControlModifier | Modifier.ShiftModifier),
)
_WORDS = ("가", "달여울", "note", "03:15", "“", "  ", "(", "**", "다.", "\U0001f30a")
_OPEN_MS = 400  # so long a menu or dialog stays open
_LEFT_ALONE = frozenset({"close", "full-screen", "paste"})  # they end the play, or need a desktop


class _StaysOpen(QObject):
    """Refuses to close a window: the menu that closes it is within a monkey's reach, and ends the play."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Close:
            return False
        event.ignore()
        return True


class Monkey:
    """Plays with one window; ``done`` tells what it did, the last at the end.

    How long menus stay open hangs on the clock, so a seed does the same only roughly.
    """

    def __init__(self, parts: Parts, seed: int) -> None:
        self._parts = parts
        self._random = random.Random(seed)
        self.done: list[str] = []

    def play(self, seconds: float) -> None:
        """Until the time is over; afterwards no dialog is open."""
        until, stays_open = monotonic() + seconds, _StaysOpen()
        self._parts.window.installEventFilter(stays_open)
        closing = QTimer()  # a menu that was clicked open may wait in a loop of its own
        closing.timeout.connect(self._close_what_is_open)
        closing.start(_OPEN_MS)
        ways: tuple[Callable[[], None], ...] = (self._press, self._press, self._click, self._type, self._act, self._act)
        while monotonic() < until:
            self._random.choice(ways)()
            QTest.qWait(self._random.choice((0, 0, 1, 20)))
        closing.stop()
        self._close_what_is_open()
        self._parts.window.removeEventFilter(stays_open)

    def _press(self) -> None:
        target = QApplication.focusWidget()
        if target is not None:
            key, modifiers = self._random.choice(_KEYS), self._random.choice(_MODIFIERS)
            self.done.append(f"key {modifiers} {key} in {type(target).__name__}")
            QTest.keyClick(target, key, modifiers)

    def _click(self) -> None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._parts.window
        seen = [widget for widget in top.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
        if not seen:
            return
        target = self._random.choice(seen)
        spot = QPoint(self._random.randrange(max(1, target.width())), self._random.randrange(max(1, target.height())))
        self.done.append(f"click {type(target).__name__} {target.objectName()} at {spot.x()},{spot.y()}")
        click = QTest.mouseDClick if self._random.random() < 0.1 else QTest.mouseClick
        click(target, Qt.MouseButton.LeftButton, Modifier.NoModifier, spot)

    def _type(self) -> None:
        target = QApplication.focusWidget()
        if target is not None:
            words = self._random.choice(_WORDS)
            self.done.append(f"type {words} in {type(target).__name__}")
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(target, event)

    def _act(self) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        usable = [
            action
            for action in self._parts.workspace.actions.values()
            if action.id not in _LEFT_ALONE and action.can(self._parts.workspace)
        ]
        action = self._random.choice(usable)
        self.done.append(f"action {action.id}")
        self._parts.workspace.run(action)

    def _close_what_is_open(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                self.done.append(f"close {type(widget).__name__}")
                widget.reject()
