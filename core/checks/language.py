"""NS105: a heading, note or quote in another language than the episode.

Of the sources, one finding tells all headings; of the document likewise. Technical notes hold many foreign words, so a
text counts only if none of its own language is in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from core.checks.finding import (
    ChapterCheck,
    ChapterView,
    ChunkCheck,
    ChunkView,
    Finding,
    HeadsCheck,
    HeadView,
    Rule,
    Severity,
    SourcesCheck,
    SourcesView,
    WholeView,
    finding_id,
)
from core.checks.wording import shortened
from core.editing.edits import Batch, Edit, RenameChapter
from core.messages import Message
from core.model import Chapter, Kind, ReviewState, walk
from core.reading.foreign import is_foreign
from core.stitching.candidate import chapter_title

RULE = Rule("NS105", "language-drift", Severity.WARNING, is_of_document=True)
_SAME_STRETCH = 0.5  # of the longer of two stretches of time
_Section = tuple[int, int, str]  # from, to, title


def _headings_of_sources(view: SourcesView) -> Iterable[Finding]:
    headings = [(chunk, heading) for chunk in view.episode.chunks for heading in chunk.headings if chunk.entries]
    language = view.episode.language
    drifted = [(chunk, h) for chunk, h in headings if is_foreign(h.text, language, is_title=True)]
    if drifted:
        chunk, first = drifted[0]
        texts = [heading.text for _, heading in drifted]
        yield Finding(
            finding_id(RULE, *texts), RULE, _of_headings(texts, len(headings)), chunk=chunk.key, line=first.line
        )


def _entries_of_sources(view: ChunkView) -> Iterable[Finding]:
    for entry in view.chunk.entries:
        if is_foreign(entry.text, view.episode.language):
            yield Finding(
                finding_id(RULE, entry.text, entry.time_s),
                RULE,
                _of_entry(entry.kind),
                entries=(entry.id,),
                chunk=entry.chunk,
                line=entry.line,
                start_s=entry.time_s,
            )


def _has_foreign_title(view: HeadView) -> bool:
    title = view.chapter.title
    return view.start.has_title(view.chapter) and is_foreign(title, view.episode.language, is_title=True)


def _titles(view: WholeView, drifted: Sequence[Chapter]) -> Iterable[Finding]:
    texts = [chapter.title for chapter in drifted]
    count = sum(bool(chapter.title) for chapter in view.document.chapters)
    yield Finding(finding_id(RULE, *texts), RULE, _of_headings(texts, count), block=drifted[0].id)


def _rename(state: ReviewState, _: Finding) -> Edit | None:
    """Gives each chapter that a model named so another heading over the same stretch of time, if there is one."""
    language, known = state.episode.language, sorted(_sections(state))
    written = {title for _, _, title in known}
    used = {chapter.title for chapter in state.document.chapters}
    offers = [section for section in known if not is_foreign(section[2], language, is_title=True)]
    edits: list[Edit] = []
    for chapter in state.document.chapters:
        is_models = chapter.stated is not None or chapter.title in written
        if is_models and chapter.span is not None and is_foreign(chapter.title, language, is_title=True):
            share, title = max(((s, t) for s, t in _over(chapter.span, offers) if t not in used), default=(0.0, ""))
            if share >= _SAME_STRETCH:
                used.add(title)
                edits.append(RenameChapter(chapter.id, title))
    return Batch(Message("take headings in the episode’s language"), tuple(edits)) if edits else None


def _sections(state: ReviewState) -> Iterator[_Section]:
    """The headings of the sources, and the time that each stands over."""
    for chunk in state.episode.chunks:
        lines = [heading.line for heading in chunk.headings]
        timed = [(entry.line, entry.time_s) for entry in chunk.entries if entry.time_s is not None]
        for at, own in groupby(timed, key=lambda entry: bisect_right(lines, entry[0])):
            times = [time_s + state.offsets.get(chunk.key, 0) for _, time_s in own]
            if at:
                yield min(times), max(times), chapter_title(chunk.headings[at - 1].text)


def _over(span: tuple[int, int], sections: Sequence[_Section]) -> Iterator[tuple[float, str]]:
    """The titles near a stretch of time, and the share of the longer one that both cover."""
    first_s, last_s = span
    near_s = 2 * (last_s - first_s + 1)  # what begins further away covers less than half
    for start_s, end_s, title in sections[bisect_left(sections, (first_s - near_s,)) :]:
        if start_s > last_s:
            return
        both = min(end_s, last_s) - max(start_s, first_s) + 1
        yield both / (max(end_s - start_s, last_s - first_s) + 1), title


def _blocks(view: ChapterView) -> Iterable[Finding]:
    for _, block in walk(view.chapter.blocks):
        if block.kind is Kind.PROSE or not is_foreign(block.text, view.episode.language):
            continue
        if view.is_invented(block) or not view.start.has_words(block):
            continue
        source = view.episode.entries[block.sources[0]] if block.sources else None
        yield Finding(
            finding_id(RULE, block.text, block.time_s),
            RULE,
            _of_entry(block.kind),
            entries=block.sources,
            chunk=source.chunk if source else None,
            line=source.line if source else None,
            start_s=block.time_s,
            block=block.id,
        )


def _of_headings(texts: Sequence[str], count: int) -> Message:
    shown = {"count": len(texts), "all": count, "text": shortened(texts[0])}
    return Message("headings in another language than the notes: {count} of {all}, first “{text}”", shown)


def _of_entry(kind: Kind) -> Message:
    if kind is Kind.QUOTE:
        return Message("the quote is in another language than the episode")
    return Message("the note is in another language than the episode")


HEADINGS_IN_SOURCES = SourcesCheck(RULE, _headings_of_sources, is_live=False)
ENTRIES_IN_SOURCES = ChunkCheck(RULE, _entries_of_sources, is_live=False)
TITLES_IN_DOCUMENT = HeadsCheck(RULE, _has_foreign_title, _titles, _rename)
BLOCKS_IN_DOCUMENT = ChapterCheck(RULE, _blocks)
