"""The document as JSON for other programs: its parts with times, and for each block the entries that it stands for.

Named as in the reports' JSON; members that do not apply are left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from core.export.markdown import numbered
from core.export.material import Material
from core.model import Block, Chapter, EntryId, Episode

VERSION = 1
_Object = Mapping[str, object]


def rendered(material: Material) -> bytes:
    """One UTF-8 object; what is no Unicode becomes an escape."""
    document, episode = material.document, material.episode
    whole = {
        "version": VERSION,
        **_present(
            title=document.title,
            language=episode.language or None,
            description=episode.description or None,
            summary=document.summary,
        ),
        "chapters": [_chapter(chapter, number, episode) for number, chapter in numbered(document)],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _chapter(chapter: Chapter, number: int | None, episode: Episode) -> _Object:
    start_s, end_s = chapter.span or (None, None)
    blocks = [_block(block, episode) for block in chapter.blocks]
    return _present(number=number, title=chapter.title or None, start_s=start_s, end_s=end_s, blocks=blocks)


def _block(block: Block, episode: Episode) -> _Object:
    return _present(
        kind=block.kind.name.lower(),
        time_s=block.time_s,
        text=block.text,
        speaker=block.speaker,
        edited=block.is_edited or None,
        sources=[_entry(entry, episode) for entry in block.sources] or None,
        children=[_block(child, episode) for child in block.children] or None,
    )


def _entry(entry: EntryId, episode: Episode) -> _Object:
    own = episode.entries[entry]
    chunk = episode.by_key[own.chunk]
    return _present(chunk=chunk.number, file=chunk.file or None, line=own.line, time_s=own.time_s, text=own.text)


def _present(**members: object) -> _Object:
    return {name: value for name, value in members.items() if value is not None}
