"""What is known as a name in an episode, by its own words; knows nothing of the document.

A word is a name if it has a capital inside a sentence somewhere, or often at the beginning of one, and is nowhere
written without one. Languages without capitals have the names of the speakers, and Katakana.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from core.model import Episode
from core.text.names import capitalised, leading_names, words_of
from core.text.normalise import composed
from core.text.phrases import folded, phrases
from core.text.speakers import SpeakerKind, speaker_kind
from core.work import Work

_OFTEN = 3  # times at the beginning of a sentence, and never small
_SPOKEN = re.compile(r"[^\W\d_]{2,}")
_SYLLABLES = re.compile(r"[\uac00-\ud7a3]{3,}|[\u3400-\u9fff]{3,}")  # shorter ones are like too many words
_PARTICLES = frozenset("은는이가을를의에도로와과만")  # after the first syllables of a name another word may have ended


def names_in(episode: Episode) -> Work[frozenset[str]]:
    """All known names, each a word, folded; roles such as "host" are none."""
    known: set[str] = set()
    small: set[str] = set()
    speakers: set[str] = set()
    leading: Counter[str] = Counter()
    for at, chunk in enumerate(episode.chunks):
        yield at / len(episode.chunks)
        for entry in chunk.entries:
            text = composed(entry.text)
            leading.update(leading_names(text))
            known |= capitalised(text)
            small |= {word for word in words_of(text) if word == word.casefold()}
            if entry.speaker and speaker_kind(entry.speaker) is SpeakerKind.NAMED:
                speakers.add(entry.speaker)
    known |= {word for word, count in leading.items() if count >= _OFTEN and not _is_common(word)}
    return frozenset((known - small) | {part for speaker in speakers for part in _parts(speaker)})


def _is_common(word: str) -> bool:
    known = phrases()
    return word in known.common.words or word in known.telling.words or known.role.found_in(word) is not None


def misspelt(text: str, sources: Sequence[str], near: Sequence[str], known: Collection[str]) -> tuple[str, str] | None:
    """A word in the place of a name that its sources say, and the name: one syllable or Chinese character is another.

    Of names in Hangul and Chinese characters, which nothing else sets apart from other words; ``near`` is what stands
    around the sources.
    """
    text, said = composed(text), composed("\n".join(sources))
    heard = "\n".join([said, *map(composed, near)])
    for name in sorted(known):
        if name not in said or name in text or not _SYLLABLES.fullmatch(name):
            continue
        for at in range(len(text) - len(name) + 1):
            word = text[at : at + len(name)]
            other = [now for was, now in zip(name, word, strict=True) if was != now]
            is_name = len(other) == 1 and other[0] not in _PARTICLES and _SYLLABLES.fullmatch(word)
            if is_name and word not in heard:
                return word, name
    return None


def _parts(speaker: str) -> set[str]:
    known = phrases()
    left = known.generic_speaker.removed_from(known.role.removed_from(folded(speaker)))
    return set(_SPOKEN.findall(left))
