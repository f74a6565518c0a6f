"""Where two versions of a document differ: what a person wants to see after a step was taken back. Free of Qt."""

from __future__ import annotations

from collections.abc import Sequence

from core.identity import unlike
from core.model import Chapter, Document, ItemId, walk

_Row = tuple[ItemId, int, object]  # an item, its depth, what it says


def first_changed(before: Document, after: Document, looked_at: ItemId | None = None) -> ItemId | None:
    """The first chapter or block that ``after`` has anew, else one that stands where the two differ; None: nothing is.

    Where two only changed places, it is the one that was looked at.
    """
    was, now = unlike(before.chapters, after.chapters)
    old = {chapter.id: chapter for chapter in before.chapters[was]}
    nearest: ItemId | None = None
    for chapter in after.chapters[now]:
        earlier = old.get(chapter.id)
        if earlier is chapter:
            continue
        rows, known = _rows(chapter), _rows(earlier) if earlier is not None else []
        kept = set(known)
        if new := next((row for row in rows if row not in kept), None):
            return new[0]
        nearest = nearest or _parting(known, rows, looked_at)
    return nearest


def _rows(chapter: Chapter) -> list[_Row]:
    said = [(b.id, len(path), (b.kind, b.time_s, b.text, b.speaker)) for path, b in walk(chapter.blocks)]
    return [(chapter.id, 0, chapter.title), *said]


def _parting(known: Sequence[_Row], rows: Sequence[_Row], looked_at: ItemId | None) -> ItemId | None:
    """The row where they go apart, the last one where only the end is gone."""
    if known == rows:
        return None
    others = [row[0] for row, was in zip(rows, known, strict=False) if row != was] or [rows[-1][0]]
    return looked_at if len(known) == len(rows) and looked_at in others else others[0]
