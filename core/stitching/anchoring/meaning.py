"""Whether two wordings may say different things, so that a person has to look; told by words, not by meaning.

One word in another's place can turn a statement round ("fell", "rose"), so that alone is enough to ask.
"""

from __future__ import annotations

from collections import Counter

from core.model import Entry
from core.text.facts import changed_fact
from core.text.normalise import normalised
from core.text.speakers import SpeakerKind, speaker_kind

_STEM = 4  # letters (Hangul as jamo) that two forms of one word share


def says_the_same(old: Entry, new: Entry, language: str) -> bool:
    """Whether no word took another's place, no number, name or "not" came in or went, and the speaker is no other."""
    named = {one.speaker for one in (old, new) if speaker_kind(one.speaker) is SpeakerKind.NAMED}
    if len(named) > 1 or _has_other_words(old.text, new.text):
        return False
    nobody = frozenset[str]()
    pairs = ((old.text, new.text), (new.text, old.text))
    return all(changed_fact(text, [other], [], nobody, language) is None for text, other in pairs)


def _has_other_words(old: str, new: str) -> bool:
    """Whether both have a word of which the other has no form; how often it stands counts as well."""
    left, right = Counter(normalised(old).split()), Counter(normalised(new).split())
    gone, come = list((left - right).elements()), list((right - left).elements())
    kin = [next((word for word in come if _are_kin(word, other)), None) for other in gone]
    return None in kin and len(set(kin) - {None}) < len(come)


def _are_kin(one: str, other: str) -> bool:
    return len(one) >= _STEM and one[:_STEM] == other[:_STEM]
