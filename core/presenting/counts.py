"""How much the chunks and the document hold, in words. Free of Qt."""

from __future__ import annotations

from core.messages import Message
from core.model import Kind, walk
from core.workflow.review import Review


def counts_of_chunks(review: Review) -> Message:
    """Of the sources: entries and chunks."""
    chunks = review.state.episode.chunks
    numbers = {"notes": sum(len(chunk.notes) for chunk in chunks), "chunks": len(chunks)}
    return Message("{notes} notes · {chunks} chunks", numbers)


def counts_of_document(review: Review) -> Message:
    """Of the document: notes and chapters."""
    chapters = review.state.document.chapters
    notes = sum(block.kind is Kind.NOTE for chapter in chapters for _, block in walk(chapter.blocks))
    return Message("{notes} notes · {chapters} chapters", {"notes": notes, "chapters": len(chapters)})
