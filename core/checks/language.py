"""NS105: a heading, note or quote in another language than the episode.

Of the sources, one finding tells all headings; of the document likewise. Technical notes hold many foreign words, so a
text counts only if none of its own language is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
from core.messages import Message
from core.model import Chapter, Kind, walk
from core.reading.foreign import is_foreign

RULE = Rule("NS105", "language-drift", Severity.WARNING, is_of_document=True)


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
TITLES_IN_DOCUMENT = HeadsCheck(RULE, _has_foreign_title, _titles)
BLOCKS_IN_DOCUMENT = ChapterCheck(RULE, _blocks)
