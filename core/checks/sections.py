"""NS405: anything beyond summary and chapters: sections of another sort, and lines that are neither note nor quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from core.checks.finding import ChapterCheck, ChapterView, Finding, Rule, Severity, finding_id
from core.checks.wording import shortened
from core.editing.edits import Batch, Drop, Edit, JoinChapter
from core.messages import Message
from core.model import Block, Kind, ReviewState

RULE = Rule("NS405", "extra-section", Severity.ERROR, is_of_document=True)
_REASON = str(Message("beyond summary and chapters"))


def _find(view: ChapterView) -> Iterable[Finding]:
    chapter = view.chapter
    if view.is_extra:
        message = Message("the section “{title}” is neither summary nor chapter", {"title": shortened(chapter.title)})
        yield Finding(finding_id(RULE, chapter.stated), RULE, message, block=chapter.id)
        return
    for kind, run in groupby(chapter.blocks, key=lambda block: block.kind):
        if kind is Kind.PROSE:
            first, *_ = blocks = list(run)
            message = Message("this is neither note nor quote: {text}", {"text": shortened(first.text)})
            yield Finding(finding_id(RULE, *(block.text for block in blocks)), RULE, message, block=first.id)


def _remove(state: ReviewState, finding: Finding) -> Edit | None:
    if finding.block is None:
        return None
    number, *below = state.document.find(finding.block)
    chapter = state.document.chapters[number]
    if below:
        return _dropped(_run(chapter.blocks[below[0] :]), ())
    join = (JoinChapter(chapter.id),) if number else ()
    return _dropped(_deepest_first(chapter.blocks), join)


def _run(blocks: Sequence[Block]) -> list[Block]:
    """The lines of prose that stand together."""
    end = next((at for at, block in enumerate(blocks) if block.kind is not Kind.PROSE), len(blocks))
    return list(blocks[:end])


def _deepest_first(blocks: Sequence[Block]) -> list[Block]:
    return [one for block in blocks for one in (*_deepest_first(block.children), block)]


def _dropped(blocks: Sequence[Block], then: Sequence[Edit]) -> Edit | None:
    edits = (*(Drop(block.id, _REASON) for block in blocks), *then)
    return Batch(Message("remove what is neither summary nor chapter"), edits) if edits else None


EXTRA = ChapterCheck(RULE, _find, _remove)
