"""Random texts as models write them and worse, random documents that can be written, and random source lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st

from core.model import DEEPEST, Block, Chapter, Document, Episode, ItemId, Kind
from core.reading.chunks import read_chunk
from core.reading.encoding import is_storable
from core.reading.grammar import leading_time, split_range
from core.reading.lines import split_lines
from core.timecode import LATEST_S

_PIECES = (
    *' "“”„«»「」『』[]()［］（）#>-*+•_`~:.\\—–―0123９',
    *(
        "한",
        "層",
        "é",
        "e\u0301",
        "👩\u200d🚀",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\0",
        "\x0b",
        "\x1c",
        "\x85",
        "\u2028",
        "\udcff",
    ),
    *("[00:12]", "［１２：３４］", "**[01:02:03]**", '" — x', "(00:10-00:20)", "[00:10–00:20]", "```", "~~~", "---"),
    *("1. ", "## ", "# ", "Chapter 2: ", "- ", "> ", "\t", "  ", "word", "말했다", "\\# "),
)
_LINE_ENDS = ("\n", "\n", "\n", "\r\n", "\r", "")
_SHAPES = (
    "## {}",
    "- [00:12] {}",
    "  - [1:00:13] {}",
    "\t* {}",
    "    + {}",
    '> "[00:14] {}" — 화자',
    "> {}",
    "    {}",
    "{}",
    "",
)


def raw_texts() -> st.SearchStrategy[str]:
    """Any text on one line."""
    return st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


def texts() -> st.SearchStrategy[str]:
    """A line that can be written as words: not blank, no blanks around it."""
    return raw_texts().map(str.strip).filter(lambda text: bool(text) and is_storable(text))


def untimed_texts() -> st.SearchStrategy[str]:
    """Words that do not begin with a time."""
    return texts().filter(lambda text: leading_time(text) is None)


def chapter_titles() -> st.SearchStrategy[str]:
    """Titles that do not end in a range."""
    return texts().filter(lambda text: split_range(text)[1] is None)


def speakers() -> st.SearchStrategy[str | None]:
    """Names without a straight quote mark, or none."""
    return st.none() | texts().filter(lambda text: '"' not in text)


@dataclass
class _Ids:
    numbers: count[int] = field(default_factory=lambda: count(1))

    def next(self, letter: str) -> ItemId:
        return ItemId(f"{letter}{next(self.numbers)}")


@st.composite
def _block(draw: st.DrawFn, ids: _Ids, depth: int) -> Block:
    kind = draw(st.sampled_from(Kind)) if depth == 0 else Kind.NOTE
    item = ids.next("b")
    if kind is Kind.PROSE:
        return Block(item, kind, None, draw(texts()))
    time_s = draw(st.none() | st.integers(0, LATEST_S))
    text = draw(untimed_texts() if time_s is None else texts())
    if kind is Kind.QUOTE:
        return Block(item, kind, time_s, text, draw(speakers()))
    most = 2 if depth < DEEPEST else 0
    children = draw(st.lists(_block(ids, depth + 1), max_size=most)) if draw(st.booleans()) else []
    return Block(item, kind, time_s, text, children=tuple(children))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document whose parts can all be written."""
    ids = _Ids()
    chapters = [
        Chapter(ids.next("c"), draw(st.just("") | chapter_titles()), tuple(draw(st.lists(_block(ids, 0), max_size=4))))
        for _ in range(draw(st.integers(0, 3)))
    ]
    title, summary = draw(st.just("") | texts()), draw(st.lists(texts(), max_size=3))
    return Document(title, tuple(summary), tuple(chapters), next(ids.numbers))


@st.composite
def chunk_texts(draw: st.DrawFn) -> str:
    """The text of a chunk, well-formed and broken lines mixed, with any line ends."""
    shapes = st.sampled_from(_SHAPES)
    lines = draw(st.lists(st.tuples(shapes, raw_texts(), st.sampled_from(_LINE_ENDS)), max_size=15))
    return "".join(shape.format(text) + end for shape, text, end in lines)


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """An episode read from random chunk texts."""
    chunks = (read_chunk(split_lines(draw(chunk_texts())), number=n, name=f"chunk {n}") for n in range(1, 4))
    return Episode(draw(texts()), chunks=tuple(chunks))
