"""NS105: a heading, note or quote in another language than the episode.

Of the sources, one finding tells all headings; of the document likewise. Technical notes hold many foreign words, so a
text counts only if none of its own language is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from core.checks.finding import (
    ChapterCheck,
    ChapterView,
    ChunkCheck,
    ChunkView,
    Finding,
    Rule,
    Severity,
    SourcesCheck,
    SourcesView,
    WholeCheck,
    WholeView,
    finding_id,
)
from core.checks.wording import shortened
from core.messages import Message
from core.model import Kind, walk
from core.reading.foreign import is_foreign

RULE = Rule("NS105", "language-drift", Severity.WARNING, is_of_document=True)


def _headings_of_sources(view: SourcesView) -> Iterable[Finding]:
    headings = [(chunk, heading) for chunk in view.episode.chunks for heading in chunk.headings if chunk.entries]
    drifted = [(chunk, h) for chunk, h in headings if _is_foreign_title(h.text, view.episode.language)]
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


@lru_cache(maxsize=1 << 14)  # all titles are looked at again after each edit
def _is_foreign_title(title: str, language: str) -> bool:
    return is_foreign(title, language, is_title=True)


def _titles(view: WholeView) -> Iterable[Finding]:
    language = view.episode.language
    chapters = [chapter for chapter in view.document.chapters if chapter.title]
    drifted = [
        chapter for chapter in chapters if view.start.has_title(chapter) and _is_foreign_title(chapter.title, language)
    ]
    if drifted:
        texts = [chapter.title for chapter in drifted]
        yield Finding(finding_id(RULE, *texts), RULE, _of_headings(texts, len(chapters)), block=drifted[0].id)


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
TITLES_IN_DOCUMENT = WholeCheck(RULE, _titles)
BLOCKS_IN_DOCUMENT = ChapterCheck(RULE, _blocks)
