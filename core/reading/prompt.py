"""A merge prompt: the episode's context, its rules and its chunks; knows nothing of other files.

Told from other text by its content: a line ``<<<`` with a ``Context:`` or ``- Title:`` before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.messages import Message
from core.model import SourceChunk
from core.reading.chunks import read_chunk
from core.reading.encoding import DecodedText
from core.reading.files import FileKind, Notice, ReadFile
from core.reading.grammar import bullet, leading_time
from core.reading.language import tag_of
from core.reading.lines import fenced, split_lines

OPENING, CLOSING, SEPARATOR = "<<<", ">>>", "---"
_CONTEXT = re.compile(r"(?:Context:|- Title:|Chunk outputs:)", re.IGNORECASE)
_START_RULE = re.compile(r"Start with:?\s*`#\s+(.*)`", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a merge prompt says."""

    file: ReadFile
    title: str
    description: str
    language: str
    rules: tuple[str, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the framed part of a prompt begins and ends: positions of its first line and of the line behind it."""

    start: int
    end: int
    is_closed: bool


def find_frame(lines: Sequence[str]) -> Frame | None:
    """The part between ``<<<`` and the last ``>>>``; to the end of the file if that is missing."""
    opening = next((at for at, line in enumerate(lines) if line.strip() == OPENING and _introduces(lines, at)), None)
    if opening is None:
        opening = next((at for at, line in enumerate(lines) if line.strip() == OPENING), None)
    if opening is None:
        return None
    closing = (at for at in range(len(lines) - 1, opening, -1) if lines[at].strip() == CLOSING)
    end = next(closing, None)
    if end is None or any(_is_entry(line) for line in lines[end + 1 :]):
        return Frame(opening + 1, len(lines), is_closed=False)
    return Frame(opening + 1, end, is_closed=True)


def is_prompt(lines: Sequence[str]) -> bool:
    """Whether the lines are a merge prompt."""
    frame = find_frame(lines)
    return frame is not None and any(_CONTEXT.match(line.strip()) for line in lines[: frame.start - 1])


def read_prompt(decoded: DecodedText, path: str) -> Prompt:
    """Read a merge prompt; ``is_prompt`` must hold."""
    lines = split_lines(decoded.text)
    frame = find_frame(lines) or Frame(0, len(lines), is_closed=False)
    preface, closing = lines[: frame.start], lines[frame.end :]
    chunks = _chunks(lines[frame.start : frame.end], frame.start + 1, path)
    title, description, language = _context(preface)
    rules = _rules(preface)
    start = (match[1].strip() for rule in rules if (match := _START_RULE.match(rule)))
    return Prompt(
        ReadFile(path, FileKind.PROMPT, decoded, preface, chunks, closing),
        title or next(start, ""),
        description,
        tag_of(language),
        rules,
        _frame_notices(lines, frame, path),
    )


def split_chunks(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Parts between ``---`` lines outside code fences; each but the last ends with its separator."""
    codes = fenced(lines, is_markdown_code=True)
    cuts = [at + 1 for at, line in enumerate(lines) if line.rstrip() == SEPARATOR and not codes[at]]
    return tuple(tuple(lines[start:end]) for start, end in zip([0, *cuts], [*cuts, len(lines)], strict=True))


def _chunks(lines: Sequence[str], first_line: int, path: str) -> tuple[SourceChunk, ...]:
    found = list[SourceChunk]()
    for number, part in enumerate(split_chunks(lines), start=1):
        found.append(read_chunk(part, number=number, name=f"chunk {number}", file=path, first_line=first_line))
        first_line += len(part)
    return tuple(found)


def _frame_notices(lines: Sequence[str], frame: Frame, path: str) -> tuple[Notice, ...]:
    mark = {"mark": CLOSING}
    if (second := _second_prompt(lines, frame)) is not None:
        message = Message("a second merge prompt was read as notes of the first; give each in a file of its own")
        return (Notice(message, path, second + 1),)
    if not frame.is_closed:
        message = Message("the closing {mark} of the chunks is missing; all to the end of the file was read", mark)
        return (Notice(message, path, frame.start),)
    left = next((at for at in range(frame.end + 1, len(lines)) if lines[at].strip()), None)
    if left is None:
        return ()
    return (Notice(Message("the text after the closing {mark} was not read as notes", mark), path, left + 1),)


def _second_prompt(lines: Sequence[str], frame: Frame) -> int | None:
    """Where the context of another prompt begins between the marks, behind the mark that closes the first."""
    inside = range(frame.start, frame.end)
    first_end = next((at for at in inside if lines[at].strip() == CLOSING), frame.end)
    context = next((at for at in inside if at > first_end and _CONTEXT.match(lines[at].strip())), frame.end)
    is_opened = any(lines[at].strip() == OPENING and _introduces(lines, at) for at in inside if at > context)
    return context if is_opened else None


def _introduces(lines: Sequence[str], at: int) -> bool:
    """Whether the line above says "…:", as the prompt's own words before its chunks do."""
    above = next((line.strip() for line in reversed(lines[max(0, at - 3) : at]) if line.strip()), "")
    return above.endswith((":", "："))


def _is_entry(line: str) -> bool:
    words = bullet(line.strip())
    return words is not None and leading_time(words) is not None


def _context(preface: Sequence[str]) -> tuple[str, str, str]:
    """Title, description and language as written; a description may run over lines and hold Markdown."""
    lines = [line.rstrip() for line in preface]
    end = max((at for at, line in enumerate(lines) if line.strip() == "Rules:"), default=len(lines))
    title_at = next((at for at in range(end) if lines[at].startswith("- Title:")), None)
    start = 0 if title_at is None else title_at + 1
    language_at = next((at for at in range(end - 1, start - 1, -1) if lines[at].startswith("- Language:")), end)
    about_at = next((at for at in range(start, end) if lines[at].startswith("- Description:")), None)
    title = "" if title_at is None else _value(lines[title_at])
    language = _value(lines[language_at]) if language_at < end else ""
    if about_at is None:
        return title, "", language
    about = lines[about_at : language_at if language_at > about_at else end]
    return title, "\n".join([_value(about[0]), *about[1:]]).strip(), language


def _value(line: str) -> str:
    return line.split(":", 1)[1].strip()


def _rules(preface: Sequence[str]) -> tuple[str, ...]:
    """The bullets behind "Rules:", each with its indented lines on one line."""
    at = max((at for at, line in enumerate(preface) if line.strip() == "Rules:"), default=len(preface))
    rules = list[str]()
    for line in preface[at + 1 :]:
        text = line.strip()
        if not text:
            continue
        if line.startswith(("- ", "* ")):
            rules.append(text[1:].strip())
        elif rules and line[0].isspace():
            rules[-1] += f" {text}"
        elif rules:
            break
    return tuple(rules)
