"""NS602: a quote whose words are not in the transcript, where there is one; knows nothing of who said them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from core.checks.finding import Finding, Rule, Severity, SourcesCheck, SourcesView, finding_id
from core.messages import Message
from core.model import Entry
from core.text.guard import guarded

RULE = Rule("NS602", "quote-not-in-transcript", Severity.WARNING)
_NEAR_S = 90  # words this far from the quote's time are looked through first
_COVERED_S = 30  # nothing spoken for so long before it: the transcript of that window is not at hand
_EARLY_S = 2  # a quote's time may be a little before its cue's


def _find(view: SourcesView) -> Iterable[Finding | None]:
    quotes = [quote for chunk in view.episode.chunks for quote in chunk.quotes] if view.transcript else []
    if not quotes:
        return
    words = list[str]()
    for cue in view.transcript:
        yield None
        words.append(guarded(cue.text))
    spoken = _Spoken([cue.start_s for cue in view.transcript], words)
    for entry in quotes:
        yield None
        offset_s = view.offsets.get(entry.chunk, 0)
        if spoken.can_miss(entry, offset_s) and not spoken.has(entry, offset_s):
            yield Finding(
                finding_id(RULE, entry.text, entry.time_s),
                RULE,
                Message("the words of the quote are not in the transcript"),
                entries=(entry.id,),
                chunk=entry.chunk,
                line=entry.line,
                start_s=entry.time_s,
            )


class _Spoken:
    """The words of a transcript, as the quote guard compares them."""

    def __init__(self, starts: Sequence[int], words: Sequence[str]) -> None:
        self._starts, self._words = starts, words
        self._all = "".join(words)

    def can_miss(self, quote: Entry, offset_s: int) -> bool:
        """Whether the transcript tells what was said at the quote's time; often only some windows' are at hand."""
        if quote.time_s is None:
            return False
        time_s = quote.time_s + offset_s
        return bisect_left(self._starts, time_s - _COVERED_S) < bisect_right(self._starts, time_s + _EARLY_S)

    def has(self, quote: Entry, offset_s: int) -> bool:
        """Whether the words were spoken near the quote's time, or else anywhere."""
        words = guarded(quote.text)
        if quote.time_s is not None:
            time_s = quote.time_s + offset_s
            near = slice(bisect_left(self._starts, time_s - _NEAR_S), bisect_right(self._starts, time_s + _NEAR_S))
            if words in "".join(self._words[near]):
                return True
        return words in self._all


NOT_IN_TRANSCRIPT = SourcesCheck(RULE, _find)
