"""Which words of copies to point out: where they differ if they are alike, else what they share. Free of Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from core.messages import Message
from core.text.hunks import Hunk, HunkKind, hunks

LIKE = 0.7  # from here on a pair is marked where it differs, below it where it agrees
Span = tuple[int, int]  # half-open offsets into a text
_KANA = re.compile(r"[\u3040-\u30ff]")  # alone it is an ending or a particle, which any two texts share


def telling(texts: Sequence[str]) -> tuple[list[tuple[Span, ...]], Message | None]:
    """For each text the spans to point out, each compared with the first, the first with all others."""
    if len(texts) < 2:
        return [() for _ in texts], None
    compared = [hunks(texts[0], other) for other in texts[1:]]
    pairs = list(zip(texts[1:], compared, strict=True))
    is_like = min(_likeness(texts[0], text, runs) for text, runs in pairs) >= LIKE
    shown = _differing if is_like else _shared
    found = [shown(texts[0], text, runs) for text, runs in pairs]
    first = united(span for one, _ in found for span in one)
    spans = [first, *(other for _, other in found)]
    if not any(spans) and is_like:
        return spans, Message("the words are the same")
    return spans, Message("marked: what differs") if is_like else Message("marked: what they share")


def changed(before: str, after: str) -> tuple[Span, ...]:
    """The parts of a text that are not in another version of it."""
    return _differing(before, after, hunks(before, after))[0]


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _likeness(a: str, b: str, runs: Sequence[Hunk]) -> float:
    shared = sum(run.a_end - run.a_start for run in runs if run.kind is HunkKind.SAME)
    return 2 * shared / max(1, len(a) + len(b))


def _differing(a: str, b: str, runs: Sequence[Hunk]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What differs in either text; other blanks are no difference, and a lone kana between two is none apart."""
    left, right = list[Span](), list[Span]()
    for at, run in enumerate(runs):
        one, other = a[run.a_start : run.a_end], b[run.b_start : run.b_end]
        is_between = 0 < at < len(runs) - 1 and len(one.strip()) == 1 and _KANA.match(one.strip()) is not None
        is_blank = _without_blanks(one) == _without_blanks(other)
        if (run.kind is HunkKind.DIFFERS and not is_blank) or (run.kind is HunkKind.SAME and is_between):
            left += _stripped(a, run.a_start, run.a_end)
            right += _stripped(b, run.b_start, run.b_end)
    return united(left), united(right)


def _shared(a: str, b: str, runs: Sequence[Hunk]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What both texts have; signs and lone kana tell nothing."""
    left, right = list[Span](), list[Span]()
    for run in runs:
        words = a[run.a_start : run.a_end].strip()
        is_lone_kana = len(words) == 1 and _KANA.match(words) is not None
        if run.kind is HunkKind.SAME and any(map(str.isalnum, words)) and not is_lone_kana:
            left += _stripped(a, run.a_start, run.a_end)
            right += _stripped(b, run.b_start, run.b_end)
    return tuple(left), tuple(right)


def _without_blanks(text: str) -> str:
    return "".join(text.split())


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without blanks at its ends, if anything is left of it."""
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
