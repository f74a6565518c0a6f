"""NS303 and NS403: chapters follow each other in time, and their headings say what and when.

A heading is judged as it was written; once an edit renews it, the right one is computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise

from core.checks.finding import Finding, HeadCheck, HeadView, Rule, Severity, finding_id, is_extra
from core.checks.wording import shortened
from core.editing.edits import Batch, Edit, Place, RenameChapter
from core.messages import Message
from core.model import Block, Chapter, Document, Episode, ReviewState
from core.reading.document import ChapterHeading, chapter_heading
from core.stitching.propose.places import id_at, place_in_time
from core.timecode import written

OVERLAP_RULE = Rule("NS303", "chapter-overlap", Severity.WARNING, is_of_document=True)
HEADING_RULE = Rule("NS403", "chapter-heading", Severity.ERROR, is_of_document=True)
_HEAD = re.compile(r"## Chapter \d+: \S")
_RANGE = re.compile(r" \((?:\d+:)?\d{2,4}:\d{2}-(?:\d+:)?\d{2,4}:\d{2}\)$")


def _overlap(view: HeadView) -> Iterable[Finding]:
    chapter, before = view.chapter, view.before
    if before is None or before.top_span is None or chapter.top_span is None:
        return
    last_s, first_s = before.top_span[1], chapter.top_span[0]
    if first_s < last_s:
        begins = {"first": written(first_s, view.episode.style), "last": written(last_s, view.episode.style)}
        yield Finding(
            finding_id(OVERLAP_RULE, before.title, chapter.title, first_s, last_s),
            OVERLAP_RULE,
            Message("the chapter begins at {first}, before {last}, the last note of the one before", begins),
            start_s=first_s,
            end_s=last_s,
            block=chapter.id,
        )


def _heading(view: HeadView) -> Iterable[Finding]:
    chapter = view.chapter
    if not view.number:
        message = Message("notes stand before the first chapter heading") if chapter.span else None
    else:
        message = None if is_extra(chapter) else _wrong(chapter, view.number, view.episode)
    if message is not None:
        about = chapter.title if chapter.stated is None else chapter.stated
        yield Finding(finding_id(HEADING_RULE, about), HEADING_RULE, message, block=chapter.id)


def _wrong(chapter: Chapter, number: int, episode: Episode) -> Message | None:
    """The first thing that is wrong with a heading."""
    if not chapter.title:
        return Message("the chapter has no title")
    stated = chapter_heading(chapter.stated) if chapter.stated is not None else None
    if chapter.stated is None or stated is None:
        return None
    has_range = _RANGE.search(chapter.stated) is not None
    if stated.number is None or not _HEAD.match(chapter.stated) or (chapter.span and not has_range):
        heading = {"heading": shortened(chapter.stated)}
        return Message("the heading is not written as “## Chapter N: Topic (MM:SS-MM:SS)”: {heading}", heading)
    if stated.number != number:
        numbers = {"stated": stated.number, "number": number}
        return Message("the chapter has the number {stated} but is number {number}", numbers)
    return _wrong_range(stated, chapter, episode)


def _wrong_range(stated: ChapterHeading, chapter: Chapter, episode: Episode) -> Message | None:
    if stated.span is None or chapter.span is None:
        return None
    first, last = (written(second, episode.style) for second in stated.span)
    if stated.span[0] > stated.span[1]:
        return Message("the range is reversed: {first}-{last}", {"first": first, "last": last})
    outside = [second for second in chapter.span if not stated.span[0] <= second <= stated.span[1]]
    if not outside:
        return None
    ranged = {"time": written(outside[0], episode.style), "first": first, "last": last}
    return Message("a note at {time} lies outside the range {first}-{last}", ranged)


def _renew(state: ReviewState, finding: Finding) -> Edit | None:
    """Keeps the title, after which number and range are computed."""
    if finding.block is None:
        return None
    chapter = state.document.chapters[state.document.chapter_at(finding.block)]
    return RenameChapter(chapter.id, chapter.title) if chapter.title and chapter.stated is not None else None


def _part(state: ReviewState, finding: Finding) -> Edit | None:
    """Moves what overlaps into the other chapter, at its time: from that one of the two from where fewer have to go."""
    chapters = state.document.chapters
    at = state.document.chapter_at(finding.block) if finding.block is not None else 0
    earlier = next((n for n in range(at - 1, -1, -1) if chapters[n].top_span), None)
    spans = (chapters[earlier].top_span, chapters[at].top_span) if earlier is not None else (None, None)
    if earlier is None or spans[0] is None or spans[1] is None or spans[1][0] >= spans[0][1]:
        return None
    last_s, first_s = spans[0][1], spans[1][0]
    back = _moves(state, at, earlier, [b for b in chapters[at].blocks if b.time_s is not None and b.time_s < last_s])
    on = _moves(state, earlier, at, [b for b in chapters[earlier].blocks if (b.time_s or 0) > first_s])
    before = _overlaps(state.document)
    found = [moves for moves in (back, on) if moves and _overlaps(_done(state, moves).document) < before]
    fewest = min(found, key=len, default=None)
    return Batch(Message("part the chapters"), tuple(fewest)) if fewest else None


def _moves(state: ReviewState, source: int, target: int, blocks: Sequence[Block]) -> Sequence[Edit]:
    """None where a chapter would be left without notes."""
    if len(blocks) == len(state.document.chapters[source].blocks):
        return ()
    moves: list[Edit] = []
    for block in blocks:
        chapter = state.document.chapters[target]
        move = Place(block.id, chapter.id, id_at(chapter.blocks, place_in_time(chapter.blocks, block)))
        state = move.apply(state)
        moves.append(move)
    return moves


def _done(state: ReviewState, edits: Iterable[Edit]) -> ReviewState:
    return reduce(lambda before, edit: edit.apply(before), edits, state)


def _overlaps(document: Document) -> int:
    spans = [span for chapter in document.chapters if (span := chapter.top_span)]
    return sum(after[0] < before[1] for before, after in pairwise(spans))


OVERLAP = HeadCheck(OVERLAP_RULE, _overlap, _part)
HEADING = HeadCheck(HEADING_RULE, _heading, _renew)
