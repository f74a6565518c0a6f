"""NS508: how much of the notes is kept, of each chunk and of all; the merge prompt's own figures come first.

Merged counts as kept, and what the editor dropped is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, WholeCheck, WholeView, finding_id
from core.editing.edits import Batch, Edit
from core.messages import Message, counted
from core.model import Episode, Fate, ReviewState
from core.stitching.propose import bring_in

RULE = Rule("NS508", "retention", Severity.WARNING, is_of_document=True)

_PERCENT = re.compile(r"(\d{1,3})\s*(?:%|％|percent\b|por ciento\b|퍼센트|프로)", re.IGNORECASE)
_DENSITY = re.compile(
    r"(\d{1,3})\s*(?:bullets?|notes?|items?|개|項目)?[^.\d]{0,40}?(?:per|every|each|in|/|for)\s*(?:every\s*)?(\d{1,3})[\s-]*min",
    re.IGNORECASE,
)
_DENSITY_KOREAN = re.compile(r"(\d{1,3})\s*분[^.\d]{0,20}?(\d{1,3})\s*개")
_OF_CHUNKS = re.compile(r"bullet|note|point|불릿|노트|항목|viñeta|nota", re.IGNORECASE)
_OF_LENGTH = re.compile(r"length|long|characters|words|길이|분량|글자|longitud", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figures:
    """What must be kept at least."""

    chunk_percent: int = 80  # of the notes of each chunk
    length_percent: int = 70  # of the characters of all that is no duplicate
    notes: int = 15
    minutes: int = 10


@cache
def figures(rules: tuple[str, ...]) -> Figures:
    """The figures that the rules of a merge prompt state, the usual ones where they state none.

    >>> figures(("Keep at least 90% of each chunk's bullets.", "At least 12 bullets per 10 minutes."))
    Figures(chunk_percent=90, length_percent=70, notes=12, minutes=10)
    """
    usual = Figures()
    chunk, length, notes, minutes = usual.chunk_percent, usual.length_percent, usual.notes, usual.minutes
    for rule in (part for whole in rules for part in re.split(r"[.;]\s", whole)):
        percent = _PERCENT.search(rule)
        if percent and _OF_LENGTH.search(rule):
            length = int(percent[1])
        elif percent and _OF_CHUNKS.search(rule):
            chunk = int(percent[1])
        if match := _DENSITY.search(rule):
            notes, minutes = int(match[1]), int(match[2])
        elif match := _DENSITY_KOREAN.search(rule):
            minutes, notes = int(match[1]), int(match[2])
    return Figures(chunk, length, notes, max(1, minutes))


def _of_chunk(view: ChunkView) -> Iterable[Finding]:
    wanted = [note for note in view.chunk.notes if view.fates[note.id] is not Fate.DROPPED]
    kept = sum(view.fates[note.id] is not Fate.LOST for note in wanted)
    least = figures(view.episode.rules).chunk_percent
    if wanted and 100 * kept < least * len(wanted):
        shares = {"kept": kept, "all": len(wanted), "percent": 100 * kept // len(wanted), "least": least}
        message = Message("of the chunk's notes {kept} of {all} are kept, {percent} % and not {least} %", shares)
        yield Finding(
            finding_id(RULE, *(note.text for note in wanted)),
            RULE,
            message,
            chunk=view.chunk.key,
            line=view.chunk.entries[0].line,
        )


def _of_whole(view: WholeView) -> Iterable[Finding]:
    asked, written, wanted = figures(view.episode.rules), view.written, view.wanted
    if wanted.characters and 100 * written.characters < asked.length_percent * wanted.characters:
        percent = 100 * written.characters // wanted.characters
        length = {"percent": percent, "least": asked.length_percent}
        message = Message("the document has {percent} % of the length of its notes, and not {least} %", length)
        yield Finding(finding_id(RULE, "length"), RULE, message)
    minutes = _minutes(view.episode)
    needed = min(asked.notes * minutes / asked.minutes, wanted.notes)
    if written.notes < needed:
        rate = round(written.notes * asked.minutes / minutes)
        alone = {"least": asked.notes, "minutes": asked.minutes}
        one = Message("there is 1 note in {minutes} minutes, and not {least}", alone)
        shown = {"notes": rate, "least": asked.notes, "minutes": asked.minutes}
        many = Message("there are {notes} notes in {minutes} minutes, and not {least}", shown)
        message = counted(rate, one, many)
        yield Finding(finding_id(RULE, "density"), RULE, message)


def _minutes(episode: Episode) -> float:
    return max(1.0, (episode.span[1] - episode.span[0]) / 60) if episode.span else 1.0


def _bring_back(state: ReviewState, finding: Finding) -> Edit | None:
    """Brings back what is in no block, and was not dropped for a reason: of the chunk, or else of all."""
    episode, edits = state.episode, list[Edit]()
    if not state.document.chapters:
        return None
    chunks = episode.chunks if finding.chunk is None else (episode.by_key[finding.chunk],)
    stand = {entry for chapter in state.document.chapters for entry in chapter.homes}
    for entry in (entry.id for chunk in chunks for entry in chunk.entries):
        if entry in stand or state.dropped.get(entry, "").strip():
            continue
        edit = bring_in(state, entry)
        if edit is not None:
            state = edit.apply(state)
            edits.append(edit)
    return Batch(Message("bring back what is missing"), tuple(edits)) if edits else None


OF_CHUNK = ChunkCheck(RULE, _of_chunk, _bring_back)
OF_WHOLE = WholeCheck(RULE, _of_whole, _bring_back)
