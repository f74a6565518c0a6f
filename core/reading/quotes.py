"""One quote: its marks, time, words and speaker, in all the ways in which models write them.

The canonical form is ``> "[MM:SS] words" — speaker``. It reads back exactly whatever the words are, quote marks and
dashes among them, as long as there is no straight quote mark in the speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.reading.grammar import leading_time

_CLOSERS = {'"': '"”', "“": '”"“', "”": '”"', "„": '“”"', "＂": "＂", "«": "»", "»": "«", "「": "」", "『": "』"}
_EMPHASIS = re.compile(r"([*_]{1,3})(?=[\[［" + "".join(_CLOSERS) + "])")
_ATTRIBUTION = r"(?:[—–―]|--?(?=\s)|(?<=\s)--?)\s*(?=\S)"
_STARTS_ATTRIBUTION = re.compile(r"(?:[—–―]|--?\s)\s*\S")
_TAIL = re.compile(rf"\s*(?:\Z|{_ATTRIBUTION}|(?=[(（][^()（）]*[)）]\s*\Z))")
_EMPHASISED_TAIL = re.compile(rf"[*_]{{0,3}}{_TAIL.pattern}")
_LOOSE_DASH = re.compile(r"\s+(?:[—–―]\s*|--?\s+)(?=\S)")
_SENTENCE_ENDS = ".!?…。？！"
_LONGEST_LOOSE_SPEAKER = 60  # behind words without quote marks, more than this is no name


@dataclass(frozen=True, slots=True)
class Quote:
    """What one quote says; ``text`` is empty if it says nothing."""

    time_s: int | None
    stamp: str
    text: str
    speaker: str | None
    is_marked: bool  # it begins with a quote mark
    is_closed: bool  # and the mark is closed


def starts_quote(body: str) -> bool:
    """Whether a line's text, without its ``>``, begins with a quote mark or a time of its own."""
    body = _EMPHASIS.sub("", body, count=1) if _EMPHASIS.match(body) else body
    return body[:1] in _CLOSERS or leading_time(body) is not None


def starts_attribution(body: str) -> bool:
    """Whether a line's text, without its ``>``, is a dash with a speaker."""
    return _STARTS_ATTRIBUTION.match(body) is not None


def parse_quote(body: str) -> Quote:
    """Read the text of a quote, without its ``>``; see the module for what is exact."""
    emphasis = match[1] if (match := _EMPHASIS.match(body)) and leading_time(body) is None else ""
    body = body[len(emphasis) :]
    time = leading_time(body)
    body = time.rest if time else body
    closers = _CLOSERS.get(body[:1], "")
    words, speaker, is_closed = _marked(body, closers, emphasis) if closers else (*_loose(body), False)
    words = words.strip()
    if emphasis and not is_closed:
        words = words.removesuffix(emphasis).strip()
    if time is None and closers and (time := leading_time(words)):
        words = time.rest
    return Quote(
        time.time_s if time else None,
        time.stamp if time else "",
        words,
        speaker.strip() or None,
        is_marked=bool(closers),
        is_closed=is_closed,
    )


def closes(body: str, opener: str) -> bool:
    """Whether a further line of a quote closes the mark that ``opener`` opened."""
    return _closing(body, _CLOSERS[opener], 0, is_emphasised=True) is not None


def opener_of(body: str) -> str:
    """The mark that a quote's text begins with, empty if it begins with none."""
    match = _EMPHASIS.match(body)
    body = body[match.end() :] if match and leading_time(body) is None else body
    time = leading_time(body)
    mark = (time.rest if time else body)[:1]
    return mark if mark in _CLOSERS else ""


def _marked(body: str, closers: str, emphasis: str) -> tuple[str, str, bool]:
    """Words, speaker, and whether the mark is closed."""
    found = _closing(body, closers, 1, is_emphasised=bool(emphasis))
    if found is None:
        return (*_loose(body[1:]), False)
    close, behind = found
    speaker = body[behind:].strip()
    if emphasis and not body.startswith(emphasis, close + 1):
        speaker = speaker.removesuffix(emphasis)
    return body[1:close], speaker, True


def _closing(body: str, closers: str, start: int, *, is_emphasised: bool) -> tuple[int, int] | None:
    """Where the closing mark is, and where the speaker begins: the last mark before the end or a speaker."""
    tail = _EMPHASISED_TAIL if is_emphasised else _TAIL
    for closer in closers:
        at = len(body)
        while (at := body.rfind(closer, start, at)) >= start:
            if match := tail.match(body, at + 1):
                return at, match.end()
    return None


def _loose(body: str) -> tuple[str, str]:
    """Words and speaker where no closing mark divides them: a short name behind the last dash."""
    dashes = list(_LOOSE_DASH.finditer(body, 1))
    speaker = body[dashes[-1].end() :] if dashes else ""
    if not 0 < len(speaker) <= _LONGEST_LOOSE_SPEAKER or speaker[-1] in _SENTENCE_ENDS:
        return body, ""
    return body[: dashes[-1].start()], speaker
