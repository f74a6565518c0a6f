"""Blocks that have an entry's words, to the last of them, whatever their time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.model import Kind
from core.stitching.align.citing import Citations
from core.stitching.align.texts import Text

_NEAR_S = 30  # equal words further apart are said twice


def cite_verbatim(citations: Citations) -> None:
    """Each block with an entry's words cites it, the nearest in time; of copies near by, one block stands for all."""
    blocks, entries = _by_words(citations.texts.blocks), _by_words(citations.texts.entries)
    for words, standing in blocks.items():
        said = entries.get(words, [])
        for block, entry in _pairs(standing, said):
            citations.cite(block, entry)
        if not said:
            continue
        for block in standing:
            if not citations.cited_by(block):
                citations.cite(block, min(said, key=lambda entry: apart_s(block, entry)))
        for entry in said:
            near = min(standing, key=lambda block: apart_s(block, entry))
            if not citations.homes(entry) and apart_s(near, entry) <= _NEAR_S:
                citations.cite(near, entry)


def apart_s(one: Text, other: Text) -> int:
    """How far apart the two stand in time, 0 where one has none."""
    return 0 if one.time_s is None or other.time_s is None else abs(one.time_s - other.time_s)


def _by_words(texts: Sequence[Text]) -> dict[tuple[Kind, str], list[Text]]:
    found: defaultdict[tuple[Kind, str], list[Text]] = defaultdict(list)
    for text in texts:
        if text.words:
            found[text.kind, text.words].append(text)
    return found


def _pairs(blocks: Sequence[Text], entries: Sequence[Text]) -> list[tuple[Text, Text]]:
    """One-to-one, the nearest first."""
    near = sorted((apart_s(b, e), b.at, e.at) for b in blocks for e in entries)
    of_block, of_entry = {block.at: block for block in blocks}, {entry.at: entry for entry in entries}
    found: list[tuple[Text, Text]] = []
    for _, block, entry in near:
        if block in of_block and entry in of_entry:
            found.append((of_block.pop(block), of_entry.pop(entry)))
    return found
