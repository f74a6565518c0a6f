"""Edits, states and episodes come back from JSON the same, and what is malformed is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, states
from strategies import documents, episodes

from core.editing.edits import EDITS, Batch, Dismiss, Edit, Rewrite
from core.messages import Message
from core.model import Document, Episode, FindingId, ItemId, Kind, ReviewState, SourceChunk
from core.store.codec import Json, MalformedError, json_text, parsed
from core.store.encoding import (
    edit_json,
    edit_of,
    episode_json,
    episode_of,
    packed,
    state_hash,
    state_json,
    state_of,
    unpacked,
)

TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)  # lone surrogates too
ARGUMENTS = st.dictionaries(TEXTS, st.integers() | TEXTS | st.just(Message("deeper")))
PLAIN: Mapping[type, st.SearchStrategy[object]] = {
    str: TEXTS,
    int: st.integers(),
    type(None): st.none(),
    Kind: st.sampled_from(Kind),
    Message: st.builds(Message, TEXTS, ARGUMENTS),
    Edit: st.builds(Dismiss, TEXTS.map(FindingId), TEXTS),
    SourceChunk: episodes().flatmap(lambda episode: st.sampled_from(episode.chunks)),
}


def through_text(value: Json) -> Json:
    return parsed(json_text(value).encode().decode())


def values(form: object) -> st.SearchStrategy[object]:
    """Anything that a field of an edit may hold."""
    if isinstance(form, type) and form in PLAIN:
        return PLAIN[form]
    if (supertype := getattr(form, "__supertype__", None)) is not None:
        return values(supertype)
    if get_origin(form) is tuple:
        return st.lists(values(get_args(form)[0]), max_size=3).map(tuple)
    if get_origin(form) is Mapping:
        return st.dictionaries(*map(values, get_args(form)), max_size=3)
    return st.one_of(*map(values, get_args(form)))


def any_edit(edit: type[Edit]) -> st.SearchStrategy[Edit]:
    forms = get_type_hints(edit)
    return st.builds(edit, **{field.name: values(forms[field.name]) for field in fields(edit)})  # type: ignore[arg-type]


@pytest.mark.parametrize("edit", EDITS.values())
def test_every_edit_comes_back_the_same(edit: type[Edit]) -> None:
    @given(any_edit(edit))
    def comes_back(value: Edit) -> None:
        assert edit_of(through_text(edit_json(value))) == value

    comes_back()


@given(states(), st.data())
def test_a_state_comes_back_the_same(state: ReviewState, data: st.DataObject) -> None:
    for edit in (data.draw(edits(state)) for _ in range(3)):
        if edit is not None:
            state = edit.apply(state)
    assert state_of(through_text(state_json(state)), state.episode) == state


@given(episodes())
def test_an_episode_comes_back_the_same(episode: Episode) -> None:
    assert episode_of(unpacked(packed(episode_json(episode)))) == episode


@given(episodes(), documents())
def test_any_document_comes_back_the_same(episode: Episode, document: Document) -> None:
    state = ReviewState(episode, document)
    assert state_of(through_text(state_json(state)), episode) == state


def test_a_log_line_is_one_line_and_unicode_stays_readable() -> None:
    assert json_text({"text": "심층\n\udcff"}) == '{"text":"심층\\n\\udcff"}'


def test_the_hash_of_a_state_does_not_hang_on_the_order_of_decisions() -> None:
    first, second = Dismiss(FindingId("a"), "x"), Dismiss(FindingId("b"), "y")
    state = ReviewState(Episode("An episode"), Document("An episode", (), ()))
    assert state_hash(second.apply(first.apply(state))) == state_hash(first.apply(second.apply(state)))


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"edit": "Explode"},
        {"edit": "Drop"},
        {"edit": "Drop", "block": 3, "reason": ""},
        {"edit": "Drop", "block": "b1", "reason": "", "more": 1},
        {"edit": "ShiftChunk", "chunk": "1", "by_s": True},
        {"edit": "ShiftChunk", "chunk": "1", "by_s": 1.0},
        {"edit": "Batch", "label": {"template": ""}, "edits": {}},
        {"edit": ["Drop"]},
    ],
)
def test_an_edit_that_does_not_fit_is_refused(value: Json) -> None:
    with pytest.raises(MalformedError):
        edit_of(value)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "1" * 10_000, '{"a":1}x'])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        parsed(text)


@pytest.mark.parametrize("data", [b"", b"x", packed([1])[:-1], packed([1]) + b"x"])
def test_packed_text_that_was_cut_or_grew_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        unpacked(data)


def test_packed_text_cannot_grow_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.encoding.LARGEST_TEXT_BYTES", 1000)
    with pytest.raises(MalformedError):
        unpacked(packed("a" * 2000))


def test_a_step_of_many_edits_keeps_what_it_says() -> None:
    edit = Batch(Message("{count} at once", {"count": 1}), (Rewrite(ItemId("b1"), None, "x", None),))
    assert edit_of(through_text(edit_json(edit))) == edit
