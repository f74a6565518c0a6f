"""Plain text keeps every word and has no signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from core.export.markdown import lines
from core.export.material import Material
from core.export.text import rendered
from core.model import Block, Chapter, Document, ItemId, Kind
from core.timecode import TimeStyle

BLOCKS = (
    Block(ItemId("b1"), Kind.NOTE, 12, "a **b**", children=(Block(ItemId("b2"), Kind.NOTE, None, "c"),)),
    Block(ItemId("b3"), Kind.QUOTE, 15, "said", "Ana"),
)


def test_a_document_is_lines_of_words() -> None:
    document = Document("Fog", ("one", "two"), (Chapter(ItemId("c1"), "Opening", BLOCKS),))
    assert rendered(Material(document)).decode() == (
        'Fog\n\n1. one\n2. two\n\nChapter 1: Opening (00:12-00:15)\n\n00:12  a b\n  c\n\n  "[00:15] said" — Ana\n'
    )


@given(documents(), st.sampled_from(TimeStyle))
def test_no_word_is_lost(document: Document, style: TimeStyle) -> None:
    shown = rendered(Material(document, style)).decode()
    wanted = "".join((line.sign if line.run == "summary" else "") + line.words for line in lines(document, style))
    assert letters(shown) == letters(wanted)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
