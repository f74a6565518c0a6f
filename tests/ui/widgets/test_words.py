"""How what the core says begins: as a sentence, but for names from outside."""

from __future__ import annotations

import pytest

from core.messages import Message
from ui.desktop.widgets.words import sentence, sentences

PLACE = "{name}, line {line}"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (Message("the note has no time"), "The note has no time"),
        (Message(PLACE, {"name": "chunk_03", "line": 7}), "chunk_03, line 7"),
        (Message(PLACE, {"name": Message("chunk {number}", {"number": 3}), "line": 7}), "Chunk 3, line 7"),
        (Message("{what}", {"what": Message(PLACE, {"name": "intro", "line": 1})}), "intro, line 1"),
        (Message("{count} merged", {"count": 2}), "2 merged"),
    ],
)
def test_a_sentence_begins_with_a_capital_and_a_name_as_it_is_written(message: Message, said: str) -> None:
    assert sentence(message) == said


def test_of_several_in_one_line_the_first_begins_it() -> None:
    messages = (Message("the note has no time"), Message("it is new"))
    assert list(sentences(messages)) == ["The note has no time", "it is new"]


def test_a_file_in_front_keeps_its_case() -> None:
    assert list(sentences((Message(PLACE, {"name": "notes", "line": 2}), Message("it is new")))) == [
        "notes, line 2",
        "it is new",
    ]
