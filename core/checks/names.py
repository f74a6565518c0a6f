"""What is known as a name in an episode, by its own words; knows nothing of the document.

A word is a name if it has a capital inside a sentence somewhere and is nowhere written without one. Languages without
capitals have the names of the speakers, and Katakana.
"""

from __future__ import annotations

import re

from core.model import Episode
from core.text.names import capitalised, words_of
from core.text.normalise import composed
from core.text.phrases import folded, phrases
from core.text.speakers import SpeakerKind, speaker_kind
from core.work import Work

_SPOKEN = re.compile(r"[^\W\d_]{2,}")


def names_in(episode: Episode) -> Work[frozenset[str]]:
    """All known names, each a word, folded; roles such as "host" are none."""
    known: set[str] = set()
    small: set[str] = set()
    speakers: set[str] = set()
    for at, chunk in enumerate(episode.chunks):
        yield at / len(episode.chunks)
        for entry in chunk.entries:
            text = composed(entry.text)
            known |= capitalised(text)
            small |= {word for word in words_of(text) if word == word.casefold()}
            if entry.speaker and speaker_kind(entry.speaker) is SpeakerKind.NAMED:
                speakers.add(entry.speaker)
    return frozenset((known - small) | {part for speaker in speakers for part in _parts(speaker)})


def _parts(speaker: str) -> set[str]:
    known = phrases()
    left = known.generic_speaker.removed_from(known.role.removed_from(folded(speaker)))
    return set(_SPOKEN.findall(left))
