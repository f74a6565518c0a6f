"""Edits of chapters, title and summary lines."""

from __future__ import annotations

from core.editing.edits import Edit, JoinChapter, RenameChapter, SetHead, SplitChapter
from core.model import ItemId, ReviewState
from core.stitching.propose.words import one_line


def rename_chapter(state: ReviewState, chapter: ItemId, title: str) -> Edit | None:
    """Another title for a chapter."""
    old = state.document.chapters[state.document.chapter_at(chapter)]
    new = one_line(title)
    return None if new == old.title else RenameChapter(chapter, new)


def split_chapter(state: ReviewState, item: ItemId, title: str = "") -> Edit | None:
    """A new chapter from the family or quote that holds the item on; without a title, that block's words."""
    path = state.document.find(item)
    if len(path) < 2 or path[1] == 0:
        return None
    top = state.document.block(path[:2])
    return SplitChapter(top.id, one_line(title) or top.text)


def join_chapter(state: ReviewState, item: ItemId) -> Edit | None:
    """Join the chapter that holds the item with the one before it."""
    at = state.document.find(item)[0]
    return JoinChapter(state.document.chapters[at].id) if at else None


def set_title(state: ReviewState, title: str) -> Edit | None:
    """Another title for the document."""
    new = one_line(title)
    return None if new == state.document.title else SetHead(new, state.document.summary)


def set_summary_line(state: ReviewState, at: int, text: str) -> Edit | None:
    """Other words for a summary line, counted from 0."""
    summary, new = list(state.document.summary), one_line(text)
    if summary[at] == new:
        return None
    summary[at] = new
    return SetHead(state.document.title, tuple(summary))
