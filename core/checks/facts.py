"""NS506: a note says a number, a name or a "not" that none of its sources has; quotes are compared word for word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.checks.finding import ChapterCheck, ChapterView, Finding, Rule, Severity
from core.checks.names import misspelt
from core.checks.sourced import about, sourced
from core.editing.edits import Edit, Rewrite
from core.messages import Message
from core.model import Entry, Kind, ReviewState
from core.text.facts import changed_fact
from core.text.normalise import normalised

RULE = Rule("NS506", "changed-fact", Severity.ERROR, is_of_document=True)
_NEAR = 4  # entries on either side of a source, where a name may come from that the note says "she" for


def _find(view: ChapterView) -> Iterable[Finding]:
    for block, sources in sourced(view, Kind.NOTE):
        if any(source.text == block.text for source in sources) or not view.start.has_words(block):
            continue
        texts = [source.text for source in sources]
        if normalised(block.text) in map(normalised, texts):
            continue
        near = _near(view, sources)
        message = changed_fact(block.text, texts, near, view.names(), view.episode.language)
        if message is None and (name := misspelt(block.text, texts, near, view.names())):
            shown = {"now": name[0], "was": name[1]}
            message = Message("the name {now} is in none of the sources, which say {was}", shown)
        if message is not None:
            yield about(RULE, block, sources, message)


def _near(view: ChapterView, sources: Sequence[Entry]) -> list[str]:
    """What stands around the sources in their chunks, and who speaks there."""
    texts: list[str] = []
    for source in sources:
        entries = view.episode.by_key[source.chunk].entries
        at = next(at for at, entry in enumerate(entries) if entry.id == source.id)
        near = entries[max(0, at - _NEAR) : at + _NEAR + 1]
        texts += [f"{entry.text} {entry.speaker or ''}" for entry in near]
    return texts


def _restore_words(state: ReviewState, finding: Finding) -> Edit | None:
    if finding.block is None:
        return None
    block = state.document.block(state.document.find(finding.block))
    if not block.sources:
        return None
    return Rewrite(block.id, block.time_s, state.episode.entries[block.sources[0]].text, block.speaker)


CHANGED_FACT = ChapterCheck(RULE, _find, _restore_words)
