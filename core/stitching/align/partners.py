"""Entries without a block whose merge partner has one: a duplicate that was removed is merged, not lost."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import EntryId, Merge, Tier
from core.stitching.align.citing import Citations
from core.stitching.align.texts import Text

_SURE_ENOUGH = frozenset({Tier.CERTAIN, Tier.LIKELY})
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


def _cite_together(citations: Citations, canonical: Text, other: Text, least: float) -> None:
    for one, partner in ((canonical, other), (other, canonical)):
        homes = citations.homes(partner)
        if homes and not citations.homes(one) and citations.texts.likeness(homes[0], one).of_entry >= least:
            citations.cite(homes[0], one)
