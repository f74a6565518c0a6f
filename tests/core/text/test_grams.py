from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.text.grams import INFLECTED, GramReader
from core.text.normalise import normalised

TEXTS = st.lists(st.text(st.sampled_from("ab가각 .,12漢字かなカé😀\x00"), max_size=20), max_size=6)


def runs_on(char: str) -> bool:
    return "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff"


def grams_of(text: str) -> list[str]:
    """The grams of one text, said plainly."""
    words = f" {normalised(text)} " if normalised(text) else ""
    threes = [words[at : at + 3] for at in range(len(words) - 2)]
    threes = [gram for gram in threes if not any(runs_on(a) and runs_on(b) for a, b in pairwise(gram))]
    ones = [char for char in words if runs_on(char)]
    twos = [words[at : at + 2] for at in range(len(words) - 1) if runs_on(words[at]) and runs_on(words[at + 1])]
    return threes + ones + twos


@given(TEXTS)
def test_each_text_has_as_many_grams_as_said_plainly(texts: list[str]) -> None:
    _, owner = GramReader().read(texts)
    assert [list(owner).count(at) for at in range(len(texts))] == [len(grams_of(text)) for text in texts]


@given(TEXTS)
def test_texts_read_together_give_what_each_gives_alone(texts: list[str]) -> None:
    reader = GramReader()
    hashes, owner = reader.read(texts)
    together = [sorted(hashes[owner == at].tolist()) for at in range(len(texts))]
    assert together == [sorted(GramReader().read([text])[0].tolist()) for text in texts]


@given(TEXTS)
def test_equal_grams_have_equal_hashes(texts: list[str]) -> None:
    hashes, _ = GramReader().read(texts)
    assert len(set(hashes.tolist())) <= len({gram for text in texts for gram in grams_of(text)})


def test_a_time_inside_a_text_is_no_part_of_it() -> None:
    reader = GramReader()
    assert sorted(reader.read(["six [12:52] seven"])[0]) == sorted(reader.read(["six seven"])[0])


def test_pairs_with_hiragana_are_told_from_all_others() -> None:
    def marked(text: str) -> int:
        return sum(GramReader().read([text])[0] >= INFLECTED)

    assert [marked(text) for text in ("漢字", "カナ", "駅に行く", "한글 and letters")] == [0, 0, 3, 0]
