"""NS106: a line of a chunk that is no heading, note, quote or separator; of a chunk without notes NS101 tells."""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.checks.wording import shortened
from core.messages import Message

RULE = Rule("NS106", "stray-line", Severity.WARNING)


def _find(view: ChunkView) -> Iterable[Finding]:
    if not view.chunk.entries:
        return
    for stray in view.chunk.strays:
        message = Message("this line is neither note nor quote: {text}", {"text": shortened(stray.text)})
        yield Finding(finding_id(RULE, stray.text), RULE, message, chunk=stray.chunk, line=stray.line)


STRAY_LINE = ChunkCheck(RULE, _find)
