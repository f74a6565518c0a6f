"""What a document says, free of ids, sources and line breaks: two documents with equal words say the same."""

from __future__ import annotations

from core.model import Chapter, Document, walk

BlockWords = tuple[str, int, int | None, str, str | None]  # kind, depth, time in seconds, text, speaker
ChapterWords = tuple[str, tuple[BlockWords, ...]]
Words = tuple[str, tuple[str, ...], tuple[ChapterWords, ...]]


def words(document: Document) -> Words:
    """Title, summary, and each chapter's title and blocks, in order."""
    return document.title, document.summary, tuple(_chapter(chapter) for chapter in document.chapters)


def _chapter(chapter: Chapter) -> ChapterWords:
    blocks = ((path, block) for path, block in walk(chapter.blocks))
    return chapter.title, tuple((b.kind.name, len(path) - 1, b.time_s, b.text, b.speaker) for path, b in blocks)
