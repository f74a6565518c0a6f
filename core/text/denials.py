"""Whether a retelling says "not" where the original does not, or the other way round; knows nothing of notes.

A negation counts where the words beside it stand in the other text as well, or where the texts are all but the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.messages import Message
from core.text.normalise import normalised
from core.text.overlap import containment
from core.text.phrases import Phrases, folded
from core.text.replaced import replaced

_MOST = 0.4  # of the shorter of two texts in the other
_LAST_WORD, _FIRST_WORD = re.compile(r"\w+\s*$"), re.compile(r"^\s*\w+")
_CLAUSE = re.compile(r"[.;:!?。！？…]")
_CONTRAST = re.compile(r"(?:,|\b(?:and|but|y|et|und|e)\b)\s*$")
_SETS_APART = frozenset({"not", "no", "nicht", "pas", "non", "не"})
_CONTRASTED = re.compile(r"(?:では|じゃ)なく[、\w]|[이가] (?:아니라|아니고|아닌(?! 것))[ ,]")  # "A ではなく B"
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|en|n)$")
_JAMO = re.compile(r"[\u1100-\u11ff]")
_NONE_AT_ALL = re.compile(  # "not a single"
    r"(?:\s|^)(?:단 )?(?:(?:한|단) \S{1,3}도|하나도|아무\S*도|전혀)\s*\Z|(?:ひとつも|一つも|一度も|まったく|全く)\Z"
)
_NEAR = 8  # characters on either side of a "not" that it may be about
_KANJI = re.compile(r"[\u3400-\u9fff]+")
_KANJI_VERB = re.compile(r"([\u3400-\u9fff]+)[\u3041-\u309f]{0,3}\s*\Z")  # "残さ" before "なかった"
_LATIN_STEM = 6  # letters that two words of one stem share
_STEM = 4  # jamo that two Korean words must share to count as one


def denials(text: str, sources: Sequence[str], spoken: Phrases) -> Iterator[Message]:
    """What a text denies and none of the sources does, or the other way round."""
    is_other_no = any(spoken.near_negation.found_in(source) for source in sources)
    text, sources = spoken.denies_nothing.removed_from(text), [*map(spoken.denies_nothing.removed_from, sources)]
    denies = spoken.negation.found_in
    counts = [_count(source, spoken) for source in sources]
    said = frozenset[str]().union(*map(_stems, sources)) & _denied(text, spoken)
    is_new = bool(said - frozenset[str]().union(*(_denied(source, spoken) for source in sources)))
    if is_new and not is_other_no and _count(text, spoken) > max(counts):
        yield Message("it says no, and none of the sources does")
    is_denying = denies(text) is not None or spoken.near_negation.found_in(text) is not None
    if denies(text) is not None and all(_undone(text, source, spoken) for source in sources):
        yield Message("the source says no, and this does not")
    if min(counts) and not is_denying and any(_unsaid(text, source, spoken) for source in sources):
        yield Message("the source says no, and this does not")
    yield from _replaced_negations(text, sources, spoken)


def _replaced_negations(text: str, sources: Sequence[str], spoken: Phrases) -> Iterator[Message]:
    """A "not" more or less, in a text that is else the same."""
    counts = [_occurrences(source, spoken) for source in sources]
    for was, now in replaced(text, sources):
        more = _occurrences(now, spoken) - _occurrences(was, spoken)
        if more > 0 and _occurrences(text, spoken) > min(counts):
            yield Message("it says no, and none of the sources does")
        elif more < 0 and _occurrences(text, spoken) < max(counts) and spoken.near_negation.found_in(now) is None:
            yield Message("the source says no, and this does not")


def _occurrences(text: str, spoken: Phrases) -> int:
    return sum(1 for _ in spoken.negation.around(text))


def _count(text: str, spoken: Phrases) -> int:
    return sum(1 for _ in _negated(text, spoken))


def _unsaid(text: str, source: str, spoken: Phrases) -> bool:
    """Whether the text says what the source denies, and tells most of it."""
    return not _denied(source, spoken).isdisjoint(_stems(text)) and containment(source, text) >= _MOST


def _undone(text: str, source: str, spoken: Phrases) -> bool:
    """Whether the text says something that the source denies, though it has a "not" of its own, for something else.

    Only of Korean, whose verbs stand right before their "not": elsewhere it is too hard to say what is denied.
    """
    if spoken.near_negation.found_in(text) is not None or containment(source, text) < _MOST:
        return False
    verbs = frozenset[str]().union(*(_verb(left) for left, _ in _negated(source, spoken)))
    beside = (_stems(part) for left, right in _negated(text, spoken) for part in (left[-_NEAR:], right[:_NEAR]))
    return not verbs.difference(*beside).isdisjoint(_stems(text))


def _verb(left: str) -> frozenset[str]:
    """The verb that is denied right behind it."""
    word = _LAST_WORD.search(_NONE_AT_ALL.sub("", left))
    stems = _stems(word.group()) if word else frozenset[str]()
    return frozenset(stem for stem in stems if len(stem) == _STEM and _JAMO.match(stem))


def _negated(text: str, spoken: Phrases) -> Iterator[tuple[str, str]]:
    """What stands before and behind each negation in its clause; "and not that" only sets one thing against another."""
    for before, behind in spoken.negation.around(text):
        left, right = _CLAUSE.split(before)[-1], _CLAUSE.split(behind)[0]
        no = folded(text)[len(before) : len(folded(text)) - len(behind)]
        if not (_CONTRAST.search(left) and no in _SETS_APART) and not _CONTRASTED.search(f"{left[-4:]}{no}{right[:2]}"):
            yield left, right


def _denied(text: str, spoken: Phrases) -> frozenset[str]:
    """The words right before and right behind each negation, in the same clause, small words left out."""
    found: set[str] = set()
    for left, right in _negated(text, spoken):
        before = _NONE_AT_ALL.sub("", left)
        if verb := _KANJI_VERB.search(before):
            found.add(verb[1])
            continue
        words = [part.group().strip() for part in (_LAST_WORD.search(before), _FIRST_WORD.search(right)) if part]
        found.update(stem for word in words if spoken.common.found_in(word) is None for stem in _stems(word))
    return frozenset(found)


def _stems(text: str) -> frozenset[str]:
    """What tells the words of a text apart: without their endings, of Japanese the kanji."""
    words = normalised(text)
    return frozenset(map(_stem, words.split())) | frozenset(_KANJI.findall(words))


def _stem(word: str) -> str:
    """What tells a word apart from others, without its ending."""
    return word[:_STEM] if _JAMO.match(word) else _ENDING.sub("", word)[:_LATIN_STEM]
