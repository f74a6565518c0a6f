"""What stands in place of what, in a text that is else the same as another; knows nothing of notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.text.hunks import HunkKind, hunks

_ALIKE = 0.75  # of the characters; from here on two texts differ in single words


def replaced(text: str, sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands in place of what, where one of the sources is all but the same."""
    for source in sources:
        runs = hunks(source, text)
        same = sum(run.a_end - run.a_start for run in runs if run.kind is HunkKind.SAME)
        if 2 * same >= _ALIKE * (len(source) + len(text)):
            for run in runs:
                if run.kind is HunkKind.DIFFERS:
                    was, now = _whole(source, run.a_start, run.a_end), _whole(text, run.b_start, run.b_end)
                    yield was, now
            return


def _whole(text: str, start: int, end: int) -> str:
    """The run, widened to whole words."""
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]
