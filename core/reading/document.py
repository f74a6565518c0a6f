"""A finished Markdown document becomes a Document; knows nothing of its sources.

It and the Markdown exporter keep one promise: what was exported reads back with the same words. A line that is only
prose but would read as something else is therefore written with a backslash before it (``escaped``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from core.model import Block, Chapter, Document, ItemId, Kind, Role, blocks_of
from core.reading.grammar import bullet, heading, is_separator, split_range
from core.reading.lines import fenced, is_fence, split_lines
from core.reading.statements import Statement, scan

_CHAPTER = re.compile(r"Chapter\s+(\d{1,9})(?:\s*[:：.]|\s+[-–—]|\Z)\s*(.*)", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"\d{1,3}[.)]\s+(.*)", re.DOTALL)
_CHAPTER_LEVEL = 2


@dataclass(frozen=True, slots=True)
class ChapterHeading:
    """What a chapter's heading line states."""

    level: int
    number: int | None  # None: not written as "Chapter N"
    title: str
    span: tuple[int, int] | None  # as stated, even reversed


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document, and the lines (1-based) that its parts begin at."""

    document: Document
    lines: Mapping[ItemId, int]
    title_line: int | None = None
    summary_lines: tuple[int, ...] = ()


def read_document(text: str) -> ReadDocument:
    """Read a finished document; every line that is not blank or a separator is in it."""
    lines = split_lines(text)
    reader, codes = _Reader(), fenced(lines)
    for statement in scan(lines):
        reader.take(statement, lines, is_code=codes[statement.at[0]])
    return reader.result()


def says_nothing(document: Document) -> bool:
    """Whether it has neither a chapter heading, nor a note, nor a quote: it is no document, whatever its lines are."""
    return not any(chapter.stated is not None for chapter in document.chapters) and all(
        block.kind is Kind.PROSE for block in blocks_of(document)
    )


def is_finished(lines: Sequence[str]) -> bool:
    """Whether the lines are a finished document: a title or a summary before its sections, and numbered chapters."""
    codes = fenced(lines)
    heads = [(at, head) for at, line in enumerate(lines) if not codes[at] and (head := heading(line))]
    first = next((at for at, (level, _) in heads if level == _CHAPTER_LEVEL), 0)
    has_title = any(level == 1 for at, (level, _) in heads if at < first)
    has_summary = any(_NUMBERED.fullmatch(line.strip()) for line in lines[:first])
    is_numbered = any(level == _CHAPTER_LEVEL and _CHAPTER.fullmatch(text) for _, (level, text) in heads)
    return has_title + has_summary + is_numbered >= 2


def chapter_heading(line: str) -> ChapterHeading | None:
    """What the line states if it opens a chapter: any second-level heading, and "Chapter N" at any level."""
    head = heading(line)
    if head is None:
        return None
    level, text = head
    match = _CHAPTER.fullmatch(text)
    if level != _CHAPTER_LEVEL and match is None:
        return None
    title, span = split_range(match[2] if match else text)
    return ChapterHeading(level, int(match[1]) if match else None, title, span)


def escaped(text: str, *, is_lead: bool) -> str:
    """A line of prose as it must be written to read back as prose; ``is_lead``: before the first chapter heading."""
    return f"\\{text}" if _is_structure(text.lstrip("\\"), is_lead=is_lead) else text


def _unescaped(text: str, *, is_lead: bool) -> str:
    is_escaped = text.startswith("\\") and _is_structure(text.lstrip("\\"), is_lead=is_lead)
    return text[1:] if is_escaped else text


def _is_structure(text: str, *, is_lead: bool) -> bool:
    if text.startswith((">", "\ufeff")) or is_fence(text) or is_separator(text) or bullet(text) is not None:
        return True
    if head := heading(text):
        return chapter_heading(text) is not None or (is_lead and head[0] == 1)
    return is_lead and _NUMBERED.fullmatch(text) is not None


@dataclass(slots=True)
class _Node:
    """A block whose children are still to come."""

    kind: Kind
    line: int
    text: str
    time_s: int | None = None
    speaker: str | None = None
    children: list[_Node] = field(default_factory=list["_Node"])


@dataclass(slots=True)
class _Section:
    """A chapter whose blocks are still to come."""

    title: str
    stated: str | None
    line: int
    nodes: list[_Node] = field(default_factory=list[_Node])


class _Reader:
    """Takes statements in order, then gives the document."""

    def __init__(self) -> None:
        self._title = ""
        self._title_line: int | None = None
        self._summary: list[tuple[int, str]] = []
        self._summary_end = -1  # the last line that belongs to the summary
        self._sections: list[_Section] = []
        self._family: list[_Node] = []  # the last note and its parents

    def take(self, statement: Statement, lines: Sequence[str], *, is_code: bool) -> None:
        at, text = statement.at[0], lines[statement.at[0]].strip()
        if statement.role is Role.HEADING:
            self._take_heading(at, text, statement)
        elif statement.role is Role.ENTRY:
            self._take_entry(at, statement)
        elif statement.role is Role.STRAY:
            is_lead = self._is_lead
            if is_code or not (is_lead and self._take_summary(at, lines[at], text)):
                self._add(_Node(Kind.PROSE, at + 1, text if is_code else _unescaped(text, is_lead=is_lead)))

    def result(self) -> ReadDocument:
        """The document with its ids in reading order."""
        lines, numbers = dict[ItemId, int](), count(1)
        chapters = tuple(_chapter(section, lines, numbers) for section in self._sections)
        summary = tuple(text for _, text in self._summary)
        document = Document(self._title, summary, chapters, next(numbers))
        return ReadDocument(document, lines, self._title_line, tuple(line for line, _ in self._summary))

    @property
    def _is_lead(self) -> bool:
        return not self._sections or self._sections[-1].stated is None

    def _take_heading(self, at: int, line: str, statement: Statement) -> None:
        stated = chapter_heading(line)
        is_first = not (self._summary or self._sections)
        is_title = statement.level == 1 and statement.text and self._title_line is None and self._is_lead
        if is_title and (stated is None or is_first):
            self._title, self._title_line = statement.text, at + 1
        elif stated:
            self._sections.append(_Section(stated.title, line, at + 1))
            self._family.clear()
        else:
            self._add(_Node(Kind.PROSE, at + 1, line))

    def _take_summary(self, at: int, line: str, text: str) -> bool:
        match = _NUMBERED.fullmatch(text)
        if match:
            self._summary.append((at + 1, match[1]))
        elif line[0].isspace() and self._summary and self._summary_end == at - 1:
            self._summary[-1] = (self._summary[-1][0], f"{self._summary[-1][1]} {text}")
        else:
            return False
        self._summary_end = at
        return True

    def _take_entry(self, at: int, statement: Statement) -> None:
        node = _Node(statement.kind, at + 1, statement.text, statement.time_s, statement.speaker)
        if statement.kind is Kind.QUOTE:
            self._add(node)
            return
        del self._family[statement.level :]
        if self._family:
            self._family[-1].children.append(node)
        else:
            self._add(node)
        self._family.append(node)

    def _add(self, node: _Node) -> None:
        if not self._sections:
            self._sections.append(_Section("", None, node.line))
        self._sections[-1].nodes.append(node)


def _chapter(section: _Section, lines: dict[ItemId, int], numbers: Iterator[int]) -> Chapter:
    chapter = ItemId(f"c{next(numbers)}")
    lines[chapter] = section.line
    return Chapter(chapter, section.title, _blocks(section.nodes, lines, numbers), section.stated)


def _blocks(nodes: Sequence[_Node], lines: dict[ItemId, int], numbers: Iterator[int]) -> tuple[Block, ...]:
    found = list[Block]()
    for node in nodes:
        block = ItemId(f"b{next(numbers)}")
        lines[block] = node.line
        children = _blocks(node.children, lines, numbers)
        found.append(Block(block, node.kind, node.time_s, node.text, node.speaker, children=children))
    return tuple(found)
