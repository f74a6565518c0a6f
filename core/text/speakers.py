"""What a quote's attribution tells: nobody, an unknown or a generic speaker, or somebody; knows nothing of entries."""

from __future__ import annotations

import re
from enum import Enum

from core.text.phrases import folded, phrases

SpeakerKind = Enum("SpeakerKind", "NONE UNKNOWN GENERIC NAMED")
"""NAMED: a name or a role that tells who it was, such as "presenter"."""

_SIGNS = re.compile(r"[\W_]+")
_COUNTER = re.compile(r"(?:\d+|[a-z])?")  # what numbers generic speakers: "speaker 2", "speaker b"


def speaker_kind(speaker: str | None) -> SpeakerKind:
    """Which kind of attribution it is; the words of all languages count.

    >>> [speaker_kind(x).name for x in (None, "(unknown)", "Speaker 2", "the host")]
    ['NONE', 'UNKNOWN', 'GENERIC', 'NAMED']
    """
    if speaker is None or not speaker.strip():
        return SpeakerKind.NONE
    words = _SIGNS.sub(" ", folded(speaker)).strip()
    named = phrases().unknown_speaker.removed_from(words)
    left = phrases().generic_speaker.removed_from(named).strip()
    is_generic = _COUNTER.fullmatch(left) is not None and left != words
    # Unknown as a word of its own ("guest, unknown"), not as part of a name that holds its letters.
    has_unknown_word = set(named.split()) < set(words.split())
    if not words or has_unknown_word or (is_generic and named != words):
        return SpeakerKind.UNKNOWN
    return SpeakerKind.GENERIC if is_generic else SpeakerKind.NAMED


def same_speaker(left: str | None, right: str | None) -> bool:
    """Whether two attributions can be of one person: equal but for signs and case, or one of them names nobody."""
    if SpeakerKind.NAMED is not speaker_kind(left) or SpeakerKind.NAMED is not speaker_kind(right):
        return True
    one, other = (set(_SIGNS.sub(" ", folded(speaker or "")).split()) for speaker in (left, right))
    return one <= other or other <= one  # "Ilse" is "Ilse Brandvoldt"
