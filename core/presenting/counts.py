"""How much the chunks and the document hold, and how much is left to decide, in words. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from core.messages import Message, counted
from core.workflow.review import Review


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to decide: the numbers and the words that stand everywhere.

    Attributes:
        total: All findings, those too that were settled by an edit and are no more.
        left: Those that nobody has answered or settled.
        needed: Those of them that keep the document from being ready.
    """

    total: int
    left: int
    needed: int

    @property
    def words(self) -> Message:
        """How much is left; how much until ready, where that is less."""
        if not 0 < self.needed < self.left:
            return self.short
        numbers = {"left": self.left, "total": self.total, "needed": self.needed}
        return Message("{left} of {total} left, {needed} until ready", numbers)

    @property
    def short(self) -> Message:
        """How much is left."""
        if not self.total:
            return Message("Nothing to decide")
        if not self.left:
            return Message("{decided} of {total} decided", {"decided": self.total, "total": self.total})
        return Message("{left} of {total} left", {"left": self.left, "total": self.total})

    @property
    def until_ready(self) -> Message:
        """How much keeps the document from being ready, as a sentence that tells how the numbers hang together."""
        if self.needed == self.left:
            return Message("All that is left keeps the document from being ready.")
        numbers = {"left": self.left, "needed": self.needed}
        return Message("Of {left} left, {needed} until ready; the others may stay open.", numbers)


def counts_of_chunks(review: Review) -> Message:
    """Of the sources: entries and chunks."""
    episode = review.state.episode
    count = len(episode.chunks)
    chunks = counted(count, Message("1 chunk"), Message("{count} chunks", {"count": count}))
    return joined(counted_notes(episode.note_count), chunks)


def counts_of_document(review: Review) -> Message:
    """Of the document: notes and chapters."""
    chapters = review.state.document.chapters
    count = len(chapters)
    words = counted(count, Message("1 chapter"), Message("{count} chapters", {"count": count}))
    return joined(counted_notes(sum(map(attrgetter("note_count"), chapters))), words)


def counted_notes(count: int) -> Message:
    """So many notes."""
    return counted(count, Message("1 note"), Message("{count} notes", {"count": count}))


def counted_quotes(count: int) -> Message:
    """So many quotes."""
    return counted(count, Message("1 quote"), Message("{count} quotes", {"count": count}))


def joined(one: Message, other: Message) -> Message:
    """Two counts beside one another."""
    return Message("{one} · {other}", {"one": one, "other": other})
