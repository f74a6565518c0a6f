"""Lines as they stand in a file, and which of them lie inside code fences; knows nothing of notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from io import StringIO

_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*([^`]*)")
_MARKDOWN = frozenset({"markdown", "md"})


def split_lines(text: str) -> tuple[str, ...]:
    r"""The lines with their ends; only ``\r\n``, ``\n`` and ``\r`` end a line, and joining gives the text back.

    >>> split_lines("a\r\nb\x0bc\u2028d\r")
    ('a\r\n', 'b\x0bc\u2028d\r')
    """
    return tuple(StringIO(text, newline=""))


def is_fence(text: str) -> bool:
    """Whether a line could open or close a code fence."""
    return _FENCE.fullmatch(text.rstrip()) is not None


def fenced(lines: Sequence[str], *, is_markdown_code: bool = False) -> list[bool]:
    """For each line whether it belongs to a code fence, the fence's own two lines included.

    A fence that is never closed is none, so that a cut-off chunk does not swallow what follows. Around what is marked
    as Markdown, where models wrap a whole answer, a fence hides nothing unless ``is_markdown_code`` says so.
    """
    marks = _fence_lines(lines)
    closers = _closers(marks)
    inside, used, index = [False] * len(lines), set[int](), 0
    while index < len(marks):
        at, _, label = marks[index]
        closer = None if index in used else closers[index]
        index += 1
        if closer is None:
            continue
        if label.lower() in _MARKDOWN and not is_markdown_code:
            used.add(closer)
        else:
            end = marks[closer][0] + 1
            inside[at:end] = [True] * (end - at)
            index = closer + 1
    return inside


def _fence_lines(lines: Sequence[str]) -> list[tuple[int, str, str]]:
    """Position, run of fence characters, and label of each line that could be a fence."""
    return [
        (at, match[1], match[2].strip())
        for at, line in enumerate(lines)
        if ("```" in line or "~~~" in line) and (match := _FENCE.fullmatch(line.rstrip())) is not None
    ]


def _closers(marks: Sequence[tuple[int, str, str]]) -> list[int | None]:
    """For each fence line the next one that closes it: the same character, at least as many, no label.

    Going backwards, a closer hides those behind it that are not longer, so what is left is sorted by length.
    """
    shown: dict[str, tuple[list[int], list[int]]] = {"`": ([], []), "~": ([], [])}  # negative lengths, positions
    found = list[int | None]()
    for index in range(len(marks) - 1, -1, -1):
        _, run, label = marks[index]
        lengths, positions = shown[run[0]]
        nearest = bisect_right(lengths, -len(run)) - 1
        found.append(positions[nearest] if nearest >= 0 else None)
        if not label:
            while lengths and lengths[-1] >= -len(run):
                lengths.pop()
                positions.pop()
            lengths.append(-len(run))
            positions.append(index)
    return found[::-1]
