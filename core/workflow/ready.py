"""Ready: whether the exported document passes the check that the command line makes of it, with what was decided here.

The text is exported, read again and judged from nothing, as ``check --decisions`` does. Beside that, and independent of
what the session knows of its blocks, the words of every entry that it calls kept are looked up in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from core.model import Entry, EntryId, Episode, Fate, Kind
from core.text.normalise import plain
from core.work import Work
from core.workflow.review import Answer, Review

if TYPE_CHECKING:
    from core.checks.finding import Finding, Rule

_STRAY_KINDS = frozenset({"stray-line", "chunk-without-notes"})  # the latter tells of all lines of its chunk
_RENEWED = frozenset({"NS403", "NS405"})  # heads of a brought document are written anew, so the export may be right
_LINE = re.compile(r'(?: *- |> ")(?P<time>\[[\d:]+\] )?(?P<words>.*)')
_SLICE = 512


@dataclass(frozen=True, slots=True)
class Readiness:
    """What still stands between the document and being done.

    Attributes:
        open: What the check of the exported text finds, at warning and above.
        lost: Entries that nothing in the document stands for and nobody dropped.
        missing: Entries that count as kept, but whose words are not in the text.
        strays: Findings about lines of the sources that were neither brought in nor dismissed.
    """

    open: tuple[Finding, ...] = ()
    lost: tuple[EntryId, ...] = ()
    missing: tuple[EntryId, ...] = ()
    strays: tuple[Finding, ...] = ()

    @property
    def count(self) -> int:
        """How many things are open, 0: it is ready; what is lost is one of them even where it was dismissed."""
        told = {entry for finding in self.open for entry in finding.entries}
        untold = {*self.lost, *self.missing} - told
        return len(self.open) + len(self.strays) + len(untold)


def ready(review: Review, text: str | None = None) -> Work[Readiness]:
    """Judge the document as it would be written now, or a text that was written."""
    # What audits, exports and reads again is needed after the first paint only.
    from core.workflow.auditing import judged_again  # noqa: PLC0415
    from core.workflow.exporting import exported  # noqa: PLC0415

    episode = review.state.episode
    fates = {entry: review.fate(entry) for entry in episode.entries}
    strays = _open_strays(review)
    yield 0.0
    final = exported(review).decode("utf-8", "surrogateescape") if text is None else text
    yield 0.1
    again = yield from judged_again(review, final)
    kept = (entry for entry, fate in fates.items() if fate is Fate.KEPT)
    missing = yield from _missing(episode, kept, final)
    return Readiness(
        tuple(finding for finding in again.findings if is_grave(finding) and again.answer(finding) is Answer.OPEN),
        tuple(entry for entry in episode.entries if again.fate(entry) is Fate.LOST),
        missing,
        strays,
    )


@cache
def waited_for() -> frozenset[str]:
    """The kinds of findings about the document of which one that is open in the session is reason enough.

    Where there is none, only ``ready`` can tell.
    """
    from core.checks.table import CHECKS  # noqa: PLC0415 - not for the first paint

    rules = (check.rule for check in CHECKS)
    return frozenset(rule.kind for rule in rules if _is_grave_rule(rule) and rule.id not in _RENEWED)


def is_waited_for(finding: Finding, episode: Episode) -> bool:
    """Whether the document is not ready while the finding is open; the one definition of that."""
    kind = finding.rule.kind
    return kind in waited_for() or (kind in _STRAY_KINDS and _is_about_strays(finding, episode))


def _is_about_strays(finding: Finding, episode: Episode) -> bool:
    return finding.chunk is not None and bool(episode.by_key[finding.chunk].strays)


def _open_strays(review: Review) -> tuple[Finding, ...]:
    """What is found about lines that were not understood, and nobody answered."""
    episode = review.state.episode
    found = (f for f in review.findings if f.rule.kind in _STRAY_KINDS and review.answer(f) is Answer.OPEN)
    return tuple(finding for finding in found if _is_about_strays(finding, episode))


def is_grave(finding: Finding) -> bool:
    """Whether a finding keeps the document from being done: about the document, at warning or above."""
    return _is_grave_rule(finding.rule)


def _is_grave_rule(rule: Rule) -> bool:
    return rule.is_of_document and rule.severity.name != "SUGGESTION"


def _missing(episode: Episode, kept: Iterable[EntryId], text: str) -> Work[tuple[EntryId, ...]]:
    """The entries whose words no line of the text has, whatever its time."""
    lines = {words for line in text.split("\n") for words in _words(line)}
    missing: list[EntryId] = []
    for at, entry in enumerate(kept):
        if not at % _SLICE:
            yield 0.9
        if _as_written(episode.entries[entry]) not in lines:
            missing.append(entry)
    if missing:  # a document that was brought may write them in another Unicode form
        lines = set(map(plain, lines))
    return tuple(entry for entry in missing if plain(_as_written(episode.entries[entry])) not in lines)


def _words(line: str) -> Iterator[str]:
    """What stands behind the sign of a note or quote, and behind its time if it has one."""
    match = _LINE.fullmatch(line)
    if match:
        yield match["words"]
        yield f"{match['time'] or ''}{match['words']}"


def _as_written(entry: Entry) -> str:
    if entry.kind is Kind.NOTE:
        return entry.text
    return f'{entry.text}"' if entry.speaker is None else f'{entry.text}" — {entry.speaker}'
