"""Entries without a block whose merge partner has one: a duplicate that was removed is merged, not lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from core.model import EntryId, Merge, Tier
from core.stitching.align.citing import Citations
from core.stitching.align.texts import Text
from core.text.overlap import containment

_SURE_ENOUGH = frozenset({Tier.CERTAIN, Tier.LIKELY})
_HALF = 0.5  # of an entry's words; who has more tells it, and not a part
_PART = 0.25  # of a block's words in the entry that it tells a part of
_REPEATED = 0.2  # of a block's words in another; with more, something is said twice
_SHARED = 0.2  # of an entry's words in the block; of merges that are only possible, so much must be seen to be there


def cite_partners(citations: Citations, merges: Sequence[Merge], apart: frozenset[frozenset[EntryId]]) -> None:
    """Cites such entries in the block of their partner; members were each matched with the canonical one only."""
    ids = citations.texts.entry_ids
    entries = dict(zip(ids, citations.texts.entries, strict=True))
    for merge in merges:
        least = 0.0 if merge.tier in _SURE_ENOUGH else _SHARED
        canonical, *others = (entries[member] for member in merge.members)
        for other in (*others, *others):  # twice: the canonical one may find its place by a later member
            if frozenset((ids[canonical.at], ids[other.at])) not in apart:
                _cite_together(citations, canonical, other, least)
                if merge.tier in _SURE_ENOUGH:
                    _cite_split(citations, canonical, other)
        if merge.tier in _SURE_ENOUGH and len(others) > 1:
            _cite_in_parts(citations, canonical, others)


def _cite_together(citations: Citations, canonical: Text, other: Text, least: float) -> None:
    for one, partner in ((canonical, other), (other, canonical)):
        homes = citations.homes(partner)
        if homes and not citations.homes(one) and citations.texts.likeness(homes[0], one).of_entry >= least:
            citations.cite(homes[0], one)


def _cite_split(citations: Citations, one: Text, other: Text) -> None:
    """Two blocks that tell a note in two parts stand for both copies of it: nothing is said twice."""
    homes = citations.homes(one), citations.homes(other)
    if not all(len(own) == 1 for own in homes) or homes[0] == homes[1]:
        return
    (first,), (second,) = homes
    if _are_parts(citations, (first, second), (one, other)):
        citations.cite(first, other)
        citations.cite(second, one)


def _cite_in_parts(citations: Citations, canonical: Text, others: Sequence[Text]) -> None:
    """A note that another chunk tells as two, each of which has its block, stands in both: nothing is said twice."""
    home_of = {entry.at: homes[0] for entry in others if len(homes := citations.homes(entry)) == 1}
    for one, other in combinations([entry for entry in others if entry.at in home_of], 2):
        blocks = {home_of[one.at], home_of[other.at]}
        is_of_one_chunk = citations.texts.chunks[one.at] == citations.texts.chunks[other.at]
        if is_of_one_chunk and len(blocks) == 2 and blocks.intersection(citations.homes(canonical)):
            for block in blocks:
                citations.cite(block, canonical)


def _are_parts(citations: Citations, blocks: tuple[Text, Text], entries: tuple[Text, Text]) -> bool:
    likeness = citations.texts.likeness
    own = [likeness(block, entry) for block, entry in zip(blocks, entries, strict=True)]
    crossed = [likeness(block, entry) for block, entry in zip(blocks, reversed(entries), strict=True)]
    return (
        all(like.of_entry < _HALF for like in (*own, *crossed))
        and all(like.of_block >= _PART for like in crossed)
        and containment(blocks[0].text, blocks[1].text) < _REPEATED
    )
