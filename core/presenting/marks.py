"""How merges, fates and findings show on a row: one place, so that both panes and the link map agree."""

from __future__ import annotations

from dataclasses import dataclass

from core.messages import Message
from core.model import Block, EntryId, Fate, Merge, Verdict, left_together
from core.presenting.row import Mark
from core.text.normalise import same_text
from core.timecode import written
from core.workflow.review import Review


@dataclass(frozen=True, slots=True)
class Shown:
    """A row's mark and badge, and for a duplicate the block that it would go into."""

    mark: Mark = Mark.NONE
    badge: Message | None = None
    goes_to: str = ""


def is_reworded(review: Review, block: Block) -> bool:
    """Whether its words are no entry's that it stands for: the editor's, or those of the merge that was brought."""
    if block.is_edited or not block.sources or review.fate(block.sources[0]) is not Fate.EDITED:
        return block.is_edited
    entries = review.state.episode.entries
    return not any(same_text(entries[source].text, block.text) for source in block.sources[1:])


class Marks:
    """Marks rows of one review at one moment."""

    def __init__(self, review: Review) -> None:
        self._review = review

    def of_block(self, block: Block, *, order: Message | None = None) -> Shown:
        """How a block of the document shows; ``order`` says how far it is out of order."""
        if pending := self._merges(block.sources, Verdict.PENDING):
            return self._pending(block, pending[0])
        if self._merges(block.sources, Verdict.REJECTED):
            return Shown(Mark.REJECTED, Message("kept both"))
        if order is not None:
            return Shown(Mark.OUT_OF_ORDER, order)
        if len(block.sources) > 1:
            return Shown(Mark.ACCEPTED, Message("{count} merged", {"count": len(block.sources)}))
        if not block.sources:
            return Shown(badge=Message("added"))
        return Shown(badge=Message("edited") if is_reworded(self._review, block) else None)

    def of_entry(self, entry: EntryId) -> Shown:
        """How an entry of a chunk shows."""
        review = self._review
        fate = review.fate(entry)
        if fate is Fate.LOST:
            return Shown(Mark.LOST, Message("not in the document"))
        if fate is Fate.DROPPED:
            return Shown(Mark.REJECTED, Message("dropped: {reason}", {"reason": review.state.dropped[entry]}))
        if pending := self._merges((entry,), Verdict.PENDING):
            lead, words = self._lead(pending[0]), Message("suspected duplicate")
            kept = review.homes.first(lead)
            return (
                Shown(Mark.CANONICAL, words) if entry == lead else Shown(Mark.DUPLICATE, words, kept.id if kept else "")
            )
        if fate is Fate.MERGED or self._merges((entry,), Verdict.ACCEPTED):
            return Shown(Mark.ACCEPTED, Message("merged"))
        if self._merges((entry,), Verdict.REJECTED):
            return Shown(Mark.REJECTED, Message("kept both"))
        return Shown(badge=Message("edited") if fate is Fate.EDITED else None)

    def _merges(self, entries: tuple[EntryId, ...], verdict: Verdict) -> list[Merge]:
        of = self._review.merges_of
        return [m for entry in entries for m in of(entry) if self._verdict(m, entries) is verdict]

    def _verdict(self, merge: Merge, entries: tuple[EntryId, ...]) -> Verdict:
        """What was decided as far as these entries go: what was left out of a merge is kept apart."""
        left = self._left(merge)
        is_left_out = bool(left) and set(left).isdisjoint(entries)
        return Verdict.REJECTED if is_left_out else self._review.verdict(merge)

    def _left(self, merge: Merge) -> tuple[EntryId, ...]:
        return left_together(merge, self._review.homes.of(merge.members), self._review.state.apart)

    def _lead(self, merge: Merge) -> EntryId:
        """The member that the others would go into."""
        return self._left(merge)[0]

    def _pending(self, block: Block, merge: Merge) -> Shown:
        lead, homes = self._lead(merge), self._review.homes
        kept = homes.first(lead)
        if kept is None or kept.id == block.id:
            return Shown(Mark.CANONICAL, Message("suspected duplicate"))
        place = "" if kept.time_s is None else written(kept.time_s, self._review.state.episode.style)
        if homes.position(lead) < homes.position(block.sources[0]):
            return Shown(Mark.DUPLICATE, Message("would go into ↑ {time}", {"time": place}), kept.id)
        return Shown(Mark.DUPLICATE, Message("would go into ↓ {time}", {"time": place}), kept.id)
