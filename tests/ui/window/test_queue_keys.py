"""Keys of the queue are known by what they mean, whatever the keyboard types with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.desktop.panels.queue.keys import key_name, letter_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
# The letters of window.md, what their keys type in Hangul mode, and their numbers on X11 and Wayland.
LETTERS = {"N": ("ㅜ", 57), "M": ("ㅡ", 58), "L": ("ㅣ", 46), "E": ("ㄷ", 26), "T": ("ㅅ", 28), "D": ("ㅇ", 40)}


def pressed(key: int, text: str = "", modifiers: Qt.KeyboardModifier = Modifier.NoModifier, place: int = 0) -> str:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, 0, 0, text)
    return key_name(event)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_in_latin_mode(letter: str) -> None:
    assert pressed(getattr(Key, f"Key_{letter}"), letter.lower()) == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_in_hangul_mode_by_what_it_types(letter: str) -> None:
    assert pressed(Key.Key_unknown, LETTERS[letter][0]) == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_in_hangul_mode_by_its_key(letter: str) -> None:
    assert pressed(ord(LETTERS[letter][0])) == letter


@pytest.mark.parametrize(("text", "letter"), [("ㅜ", "N"), ("ㄸ", "E"), ("ㅆ", "T"), ("ㅇ", "D")])
def test_a_letter_with_shift_in_hangul_mode(text: str, letter: str) -> None:
    assert pressed(Key.Key_unknown, text, Modifier.ShiftModifier) == f"Shift+{letter}"


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_of_another_script_by_where_it_lies(letter: str) -> None:
    assert pressed(0x0436, "ж", place=LETTERS[letter][1]) == letter


@pytest.mark.parametrize("digit", "0123456789")
@pytest.mark.parametrize("modifier", [Modifier.NoModifier, Modifier.KeypadModifier])
def test_a_digit_of_either_block(digit: str, modifier: Qt.KeyboardModifier) -> None:
    assert pressed(getattr(Key, f"Key_{digit}"), digit, modifier) == digit


@pytest.mark.parametrize("modifier", [Modifier.ControlModifier, Modifier.AltModifier, Modifier.MetaModifier])
def test_other_modifiers_make_it_no_key_of_the_queue(modifier: Qt.KeyboardModifier) -> None:
    assert pressed(Key.Key_N, "n", modifier) == ""


@pytest.mark.parametrize(("key", "name"), [(Key.Key_Return, "Return"), (Key.Key_Space, "Space"), (Key.Key_F2, "F2")])
def test_other_keys_go_by_their_names(key: Qt.Key, name: str) -> None:
    assert pressed(key) == name


@pytest.mark.parametrize("text", ["", "가", "나다", "n"])
def test_only_a_single_jamo_stands_for_a_letter(text: str) -> None:
    assert letter_of(text) == ""
