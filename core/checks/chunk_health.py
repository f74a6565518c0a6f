"""NS101: a chunk that holds no entry, and what it holds instead; which time it leaves uncovered is NS102's to say."""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.checks.wording import shortened
from core.messages import Message
from core.model import SourceChunk
from core.text.phrases import phrases

RULE = Rule("NS101", "chunk-without-notes", Severity.ERROR)

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
    if any(phrases().status_line.found_in(text) for text in texts):
        return Message("a status message stands where notes should be: {text}", {"text": shortened(said)})
    return Message("there are no notes, only this text: {text}", {"text": shortened(said)})


def _of_little(chunk: SourceChunk, texts: list[str]) -> Message:
    if texts:
        return Message("there are no notes, only the sign “{text}”", {"text": shortened(texts[0])})
    if chunk.headings:
        return Message(
            "there are no notes under the heading “{heading}”", {"heading": shortened(chunk.headings[0].text)}
        )
    return Message("the chunk is empty")


WITHOUT_NOTES = ChunkCheck(RULE, _find)
