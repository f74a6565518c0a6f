"""Where versions of a sequence differ, and an index that goes from one version to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.identity import Holders, unlike

Item = tuple[str, ...]  # the keys that it holds
ITEMS = [tuple(keys) for keys in ("ab", "bc", "c", "d", "", "ae")]
versions = st.lists(st.lists(st.sampled_from(ITEMS), max_size=8, unique=True).map(tuple), min_size=1, max_size=6)


def keys_of(item: Item) -> Item:
    return item


@given(versions)
def test_the_holders_of_a_key_are_found_in_whatever_version_is_asked(versions: list[tuple[Item, ...]]) -> None:
    holders = Holders(keys_of)
    for items in versions:
        for key in "abcdef":
            assert list(holders.of(items, key)) == [item for item in items if key in item]


@given(versions)
def test_what_is_beside_the_unlike_part_is_the_same(versions: list[tuple[Item, ...]]) -> None:
    old, new = versions[0], versions[-1]
    from_old, from_new = unlike(old, new)
    assert old[: from_old.start] == new[: from_new.start]
    assert old[from_old.stop :] == new[from_new.stop :]
