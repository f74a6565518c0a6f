"""NS601: a quote that names nobody; a speaker set in the document resolves it."""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.checks.wording import shortened
from core.messages import Message
from core.model import Fate
from core.text.speakers import SpeakerKind, speaker_kind

RULE = Rule("NS601", "unattributed-quote", Severity.SUGGESTION)

_STANDING = frozenset({Fate.KEPT, Fate.EDITED})


def _find(view: ChunkView) -> Iterable[Finding]:
    for quote in view.chunk.quotes:
        home = view.homes.get(quote.id)
        speaker = home.speaker if home else quote.speaker
        message = _message(speaker)
        if message is not None and view.fates[quote.id] in _STANDING:
            yield Finding(
                finding_id(RULE, quote.text, quote.time_s),
                RULE,
                message,
                entries=(quote.id,),
                chunk=quote.chunk,
                line=quote.line,
                start_s=quote.time_s,
                block=home.id if home else None,
            )


def _message(speaker: str | None) -> Message | None:
    named = {"speaker": shortened(speaker or "")}
    match speaker_kind(speaker):
        case SpeakerKind.NONE:
            return Message("the quote has no speaker")
        case SpeakerKind.UNKNOWN:
            return Message("the speaker of the quote is unknown: {speaker}", named)
        case SpeakerKind.GENERIC:
            return Message("“{speaker}” does not say who speaks", named)
        case SpeakerKind.NAMED:
            return None


UNATTRIBUTED = ChunkCheck(RULE, _find)
