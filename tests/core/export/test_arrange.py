"""An option changes what it says, and nothing else."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from core.export.arrange import Options, arrange
from core.export.markdown import markdown
from core.export.words import words
from core.model import Block, Chapter, Document, ItemId, Kind, blocks_of
from core.reading.document import read_document
from core.timecode import TimeStyle

NOTE, LATE = Block(ItemId("b1"), Kind.NOTE, 10, "a"), Block(ItemId("b2"), Kind.NOTE, 40, "b")
SOON, SAID = Block(ItemId("b3"), Kind.QUOTE, 12, "soon"), Block(ItemId("b4"), Kind.QUOTE, None, "said")
OPENING = Document("T", (), (Chapter(ItemId("c1"), "One", (NOTE, SAID, SOON, LATE)),))
ANY = st.builds(Options, quotes_last=st.booleans(), has_times=st.booleans())


def texts(document: Document) -> list[str]:
    return [block.text for block in blocks_of(document)]


def test_nothing_is_arranged_unless_somebody_asks() -> None:
    assert arrange(OPENING, Options()) is OPENING


def test_quotes_stand_at_the_end_of_their_chapter_in_time_order() -> None:
    assert texts(arrange(OPENING, Options(quotes_last=True))) == ["a", "b", "soon", "said"]


def test_without_times_nothing_has_one() -> None:
    assert markdown(arrange(OPENING, Options(has_times=False)), TimeStyle.HOURS) == (
        '# T\n\n## Chapter 1: One\n\n- a\n\n> "said"\n\n> "soon"\n\n- b\n'
    )


@given(documents(), ANY)
def test_every_block_stays(document: Document, options: Options) -> None:
    assert Counter(texts(arrange(document, options))) == Counter(texts(document))


@given(documents(), ANY)
def test_what_was_arranged_can_be_read_back(document: Document, options: Options) -> None:
    arranged = arrange(document, options)
    assert words(read_document(markdown(arranged, TimeStyle.HOURS)).document) == words(arranged)


@given(documents(), ANY)
def test_arranging_again_changes_nothing(document: Document, options: Options) -> None:
    once = arrange(document, options)
    assert arrange(once, options) == once
