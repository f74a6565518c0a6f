"""NS103: a chunk whose clock restarts or is far off; how far, detection has told, and here it is said."""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import Finding, Rule, Severity, SourcesCheck, SourcesView, finding_id
from core.editing.edits import Edit
from core.messages import Message
from core.model import ReviewState
from core.stitching.propose import shift_chunk
from core.timecode import written

RULE = Rule("NS103", "clock-restart", Severity.ERROR)


def _find(view: SourcesView) -> Iterable[Finding]:
    for chunk in view.episode.chunks:
        now_s = view.offsets.get(chunk.key, 0)
        by_s = view.clocks.get(chunk.key, now_s) - now_s
        if not by_s or chunk.span is None:
            continue
        shown = {"offset": f"{'+' if by_s > 0 else '−'}{written(abs(by_s), view.episode.style)}"}
        message = Message(
            "the times of the chunk do not follow the chunk before it; {offset} would set them right", shown
        )
        yield Finding(
            finding_id(RULE, chunk.entries[0].text, chunk.span[0], by_s),
            RULE,
            message,
            chunk=chunk.key,
            line=chunk.entries[0].line,
            start_s=chunk.span[0],
            end_s=chunk.span[1],
            by_s=by_s,
        )


def _shift(state: ReviewState, finding: Finding) -> Edit | None:
    return shift_chunk(state, finding.chunk, finding.by_s) if finding.chunk and finding.by_s else None


CLOCK = SourcesCheck(RULE, _find, _shift)
