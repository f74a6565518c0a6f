"""NS503 and NS504: a quote has its source's words, to the last of them, and its source's speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.checks.finding import ChapterCheck, ChapterView, Finding, Rule, Severity
from core.checks.sourced import about, sourced
from core.checks.wording import shortened
from core.editing.edits import Edit, Rewrite
from core.messages import Message, counted
from core.model import Block, Entry, Kind, ReviewState
from core.stitching.propose import set_speaker
from core.text.guard import Difference, differences, same_words
from core.text.speakers import SpeakerKind, same_speaker, speaker_kind

WORDS_RULE = Rule("NS503", "altered-quote", Severity.ERROR, is_of_document=True)
SPEAKER_RULE = Rule("NS504", "changed-speaker", Severity.ERROR, is_of_document=True)


def _altered(view: ChapterView) -> Iterable[Finding]:
    for block, sources in sourced(view, Kind.QUOTE):
        if any(same_words(source.text, block.text) for source in sources) or not view.start.has_words(block):
            continue
        found = min((differences(source.text, block.text) for source in sources), key=_size)
        yield about(WORDS_RULE, block, sources, _message(found))


def _size(found: Sequence[Difference]) -> int:
    return sum(len(difference.was) + len(difference.now) for difference in found)


def _message(found: Sequence[Difference]) -> Message:
    was, now = shortened(found[0].was), shortened(found[0].now)
    if not now:
        said = Message("“{was}” of the source is missing", {"was": was})
    elif not was:
        said = Message("“{now}” is not in the source", {"now": now})
    else:
        said = Message("“{now}” stands where the source says “{was}”", {"now": now, "was": was})
    if len(found) == 1:
        return Message("{what}", {"what": said})
    more = len(found) - 1
    many = Message("{what}, and {count} more differences", {"what": said, "count": more})
    return counted(more, Message("{what}, and 1 more difference", {"what": said}), many)


def _restore_words(state: ReviewState, finding: Finding) -> Edit | None:
    if finding.block is None:
        return None
    block = state.document.block(state.document.find(finding.block))
    sources = [state.episode.entries[source] for source in block.sources]
    best = min(sources, key=lambda source: _size(differences(source.text, block.text)), default=None)
    return Rewrite(block.id, block.time_s, best.text, block.speaker) if best else None


def _another_speaker(view: ChapterView) -> Iterable[Finding]:
    for block, sources in sourced(view, Kind.QUOTE):
        named = _named(sources)
        was = view.start.was(block)
        if not named or was is None or was.speaker != block.speaker:
            continue
        right, now = shortened(named[0].speaker or ""), shortened(block.speaker or "")
        if speaker_kind(block.speaker) is not SpeakerKind.NAMED:
            yield about(
                SPEAKER_RULE, block, sources, Message("the source names the speaker: {speaker}", {"speaker": right})
            )
        elif not any(same_speaker(source.speaker, block.speaker) for source in named):
            message = Message("the speaker is {now}, but the source says {speaker}", {"now": now, "speaker": right})
            yield about(SPEAKER_RULE, block, sources, message)


def _named(sources: Sequence[Entry]) -> list[Entry]:
    return [source for source in sources if speaker_kind(source.speaker) is SpeakerKind.NAMED]


def _restore_speaker(state: ReviewState, finding: Finding) -> Edit | None:
    block = _block(state, finding)
    named = _named([state.episode.entries[source] for source in block.sources]) if block else []
    return set_speaker(state, block.id, named[0].speaker) if block and named else None


def _block(state: ReviewState, finding: Finding) -> Block | None:
    return state.document.block(state.document.find(finding.block)) if finding.block else None


ALTERED = ChapterCheck(WORDS_RULE, _altered, _restore_words)
ANOTHER_SPEAKER = ChapterCheck(SPEAKER_RULE, _another_speaker, _restore_speaker)
