"""NS101: a chunk that holds no entry, and what it holds instead; which time it leaves uncovered is NS102's to say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.checks.wording import shortened
from core.messages import Message
from core.model import SourceChunk
from core.text.phrases import phrases

RULE = Rule("NS101", "chunk-without-notes", Severity.ERROR)

# Whatever the language, notes do not speak of the file that they stand in.
_CHUNK_FILE = re.compile(r"chunk_?\d+\.(?:md|prompt\.txt)", re.IGNORECASE)
_BULLETS = "-*+•–—·. "


def _find(view: ChunkView) -> Iterable[Finding]:
    chunk = view.chunk
    if chunk.entries:
        return
    line = chunk.strays[0].line if chunk.strays else chunk.first_line
    about = [stray.text for stray in chunk.strays]
    yield Finding(finding_id(RULE, *about), RULE, _message(chunk), chunk=chunk.key, line=line)


def _message(chunk: SourceChunk) -> Message:
    texts = [text for stray in chunk.strays if (text := stray.text.strip())]
    said = next((text for text in texts if text.strip(_BULLETS)), None)
    if said is None:
        return _of_little(chunk, texts)
    if any(map(_is_status, texts)):
        return Message("a status message stands where notes should be: {text}", {"text": shortened(said)})
    return Message("there are no notes, only this text: {text}", {"text": shortened(said)})


def _is_status(text: str) -> bool:
    return phrases().status_line.found_in(text) is not None or _CHUNK_FILE.search(text) is not None


def _of_little(chunk: SourceChunk, texts: list[str]) -> Message:
    if texts:
        return Message("there are no notes, only the sign “{text}”", {"text": shortened(texts[0])})
    if chunk.headings:
        return Message(
            "there are no notes under the heading “{heading}”", {"heading": shortened(chunk.headings[0].text)}
        )
    return Message("the chunk is empty")


WITHOUT_NOTES = ChunkCheck(RULE, _find)
