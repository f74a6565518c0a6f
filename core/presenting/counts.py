"""How much the chunks and the document hold, in words. Free of Qt."""

from __future__ import annotations

from operator import attrgetter

from core.messages import Message
from core.workflow.review import Review


def counts_of_chunks(review: Review) -> Message:
    """Of the sources: entries and chunks."""
    episode = review.state.episode
    numbers = {"notes": episode.note_count, "chunks": len(episode.chunks)}
    return Message("{notes} notes · {chunks} chunks", numbers)


def counts_of_document(review: Review) -> Message:
    """Of the document: notes and chapters."""
    chapters = review.state.document.chapters
    numbers = {"notes": sum(map(attrgetter("note_count"), chapters)), "chapters": len(chapters)}
    return Message("{notes} notes · {chapters} chapters", numbers)
