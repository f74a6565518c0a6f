"""Which key of the table of actions was pressed while the queue has the focus, whatever the keyboard types with it.

A Korean keyboard in Hangul mode, and any that is not Latin, types other characters with the keys of letters; these are
told apart by what they type, else by where they lie.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# What the keys of letters type in Hangul mode (the standard layout of two sets), and with Shift where that differs.
_JAMO = "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HANGUL = dict(zip(_JAMO, _LETTERS, strict=True)) | dict(zip("ㄸㄲㅆㅉㅃㅒㅖ", "ERTWQOP", strict=True))
# Where letters lie: the numbers that X11 and Wayland give to keys, in the three rows of a keyboard.
_LINUX_ROWS = ((24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
_LINUX = {first + at: letter for first, row in _LINUX_ROWS for at, letter in enumerate(row)}

_Modifier = Qt.KeyboardModifier


def key_name(event: QKeyEvent) -> str:
    """A key as ``Action.queue_keys`` names it, with "Shift+" before it; empty where it is none for the queue."""
    modifiers = event.modifiers() & ~_Modifier.KeypadModifier
    if modifiers not in (_Modifier.NoModifier, _Modifier.ShiftModifier):
        return ""
    name = _name(event)
    return f"Shift+{name}" if name and modifiers == _Modifier.ShiftModifier else name


def letter_of(text: str) -> str:
    """The letter whose key types this in Hangul mode; empty where no single one does."""
    return _HANGUL.get(text, "")


def _name(event: QKeyEvent) -> str:
    typed = letter_of(event.text()) or letter_of(_character(event.key()))
    if typed:
        return typed
    if _is_foreign_letter(event):
        return _by_place(event)
    try:
        return Qt.Key(event.key()).name.removeprefix("Key_")
    except ValueError:  # a character that has no name of its own
        return ""


def _character(key: int) -> str:
    return chr(key) if 0xFF < key < 0x110000 and not 0xD800 <= key < 0xE000 else ""


def _is_foreign_letter(event: QKeyEvent) -> bool:
    """Whether it types a letter that is not Latin, as in Cyrillic."""
    text = event.text() or _character(event.key())
    return len(text) == 1 and text.isalpha() and ord(text) > 0x24F


def _by_place(event: QKeyEvent) -> str:
    if sys.platform == "win32":
        code = event.nativeVirtualKey()
        return chr(code) if chr(code) in _LETTERS else ""
    return _LINUX.get(event.nativeScanCode(), "")
