"""Entries without a block whose merge partner has one: a duplicate that was removed is merged, not lost."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import EntryId, Merge, Tier
from core.stitching.align.citing import Citations
from core.stitching.align.texts import Text

_SURE_ENOUGH = frozenset({Tier.CERTAIN, Tier.LIKELY})


def cite_partners(citations: Citations, merges: Sequence[Merge]) -> None:
    """Cites such entries in the block of their partner; members were each matched with the canonical one only."""
    entries = dict(zip(citations.texts.entry_ids, citations.texts.entries, strict=True))
    for merge in merges:
        if merge.tier in _SURE_ENOUGH:
            canonical, *others = merge.members
            for other in others:
                _cite_together(citations, entries, canonical, other)
            for other in others:  # the canonical one may have found its place by a later member
                _cite_together(citations, entries, canonical, other)


def _cite_together(citations: Citations, entries: dict[EntryId, Text], canonical: EntryId, other: EntryId) -> None:
    for one, partner in ((entries[canonical], entries[other]), (entries[other], entries[canonical])):
        homes = citations.homes(partner)
        if homes and not citations.homes(one):
            citations.cite(homes[0], one)
