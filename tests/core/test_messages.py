"""Messages say a sentence and stay translatable."""

from __future__ import annotations

from core.messages import Message


def test_a_message_fills_its_arguments_in() -> None:
    assert str(Message("no entry for {seconds} s", {"seconds": 83})) == "no entry for 83 s"


def test_a_message_may_stand_in_a_message() -> None:
    reason = Message("{count} bytes are missing", {"count": 2})
    assert str(Message("not used: {reason}", {"reason": reason})) == "not used: 2 bytes are missing"


def test_an_argument_with_braces_stays_as_it_is() -> None:
    assert str(Message("no file {name}", {"name": "{x}"})) == "no file {x}"


def test_equal_messages_are_equal() -> None:
    assert Message("a {b}", {"b": 1}) == Message("a {b}", {"b": 1})
