"""What a retelling says that the original does not: a number, a name, a "not"; knows nothing of notes or documents.

Numbers and names are compared as sets, so order and wording are free. A negation counts where the words beside it
stand in the other text as well, or where the texts are all but the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from core.messages import Message
from core.text.figures import figures_in
from core.text.hunks import HunkKind, hunks
from core.text.names import has_word, names_of, words_of
from core.text.normalise import composed, normalised, numbers_in
from core.text.numerals import spelled_numbers
from core.text.overlap import containment
from core.text.phrases import PhraseList, Phrases, phrases

_ALIKE = 0.75  # of the characters; from here on two texts differ in single words
_LATIN_STEM = 6  # letters that two words of one stem share
_MOST = 0.4  # of the shorter of two texts in the other
_LAST_WORD, _FIRST_WORD = re.compile(r"\w+\s*$"), re.compile(r"^\s*\w+")
_CLAUSE = re.compile(r"[.;:!?。！？…]")
_CONTRAST = re.compile(r"(?:,|\b(?:and|but|y|et|und|e)\b)\s*$")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|en|n)$")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
_JAMO = re.compile(r"[\u1100-\u11ff]")
_SMALL = frozenset({"0", "1"})  # words for them say other things as well
_IN_PAIRS = re.compile(r"(\d)(?:인|명|人)\s?(?:1|１|한|一)\s?(?:조|組)")  # "2인 1조": the one says nothing
_NONE_AT_ALL = re.compile(  # "not a single"
    r"(?:\s|^)(?:단 )?(?:(?:한|단) \S{1,3}도|하나도|아무\S*도|전혀)\s*\Z|(?:ひとつも|一つも|一度も|まったく|全く)\Z"
)
_NEAR = 8  # characters on either side of a "not" that it may be about
_KANJI = re.compile(r"[\u3400-\u9fff]+")
_KANJI_VERB = re.compile(r"([\u3400-\u9fff]+)[\u3041-\u309f]{0,3}\s*\Z")  # "残さ" before "なかった"
_STEM = 4  # jamo that two Korean words must share to count as one
_VERB_ENDING = re.compile(r"[하했한할함됐된됨되있없이였인적]")
# fmt: off
_PRONOUNS = frozenset({
    "그는", "그가", "그녀는", "그녀가", "본인은", "본인이", "자신은", "자신이", "이들은", "그들은", "그", "이",
    "he", "she", "they", "it", "his", "her", "their", "him", "them", "we", "our", "él", "ella", "ellos", "su", "sus",
})
# fmt: on


def changed_fact(
    text: str, sources: Sequence[str], near: Sequence[str], known: frozenset[str], language: str = ""
) -> Message | None:
    """The first fact of a text that none of the sources has, None if there is none.

    There is at least one source. ``near`` is what stands around them: a name from there may take a pronoun's place.
    ``known`` are names.
    """
    text, sources, near = composed(text), [*map(composed, sources)], [*map(composed, near)]
    spoken = phrases(language) if phrases(language).negation.phrases else phrases()
    checks: tuple[Iterator[Message], ...] = (
        _numbers(text, sources),
        _names(text, sources, near, known),
        _in_place(text, sources, near, known),
        _negations(text, sources, spoken),
        _rivals(text, sources, spoken),
    )
    return next((message for found in checks for message in found), None)


def _numbers(text: str, sources: Sequence[str]) -> Iterator[Message]:
    had = frozenset[str]().union(*(figures_in(source) for source in sources))
    spelled = frozenset[str]().union(*(spelled_numbers(source) for source in sources))
    own, own_spelled = figures_in(_IN_PAIRS.sub(r"\1", text)), spelled_numbers(text) - _SMALL
    gone = (had | (spelled - _SMALL)) - own - own_spelled
    if new := own - had - spelled:
        yield _told("number", new, gone & had)
    elif gone and (other := own_spelled - had - spelled):
        yield _told("number", other, gone)


def _names(text: str, sources: Sequence[str], near: Sequence[str], known: frozenset[str]) -> Iterator[Message]:
    own = names_of(text, known)
    new = {name for name in own if len(name) > 1 and not _is_in(name, sources)}
    if not new:
        return
    had = frozenset[str]().union(*(names_of(source, known) for source in sources))
    gone = {name for name in had if len(name) > 1 and not _is_in(name, [text])}
    unheard = new if gone else {name for name in new if not _is_in(name, near)}
    if unheard:
        yield _told("name", unheard, gone)


def _is_in(name: str, texts: Iterable[str]) -> bool:
    """Whether a name, or a part or the singular of it, stands in one of the texts."""
    parts = [part for part in re.split(r"[-.’']", name) if len(part) > 2] or [name]
    forms = {name, name.removesuffix("s"), *parts}
    return any(has_word(form, text) for text in texts for form in forms if form)


def _in_place(text: str, sources: Sequence[str], near: Sequence[str], known: frozenset[str]) -> Iterator[Message]:
    """A number or name in the place of another one, in a text that is else the same."""
    for was, now in _replaced(text, sources):
        if numbers_in(was) and numbers_in(now) and not numbers_in(now) <= numbers_in(was):
            yield _told("number", numbers_in(now), numbers_in(was))
        one, other = words_of(was), words_of(now)
        if len(other) != 1 or not one or one[0] in _PRONOUNS or other[0] in _PRONOUNS:
            continue
        gone = names_of(was, known)
        new = names_of(now, known) - gone
        if new and not any(_is_in(name, sources) for name in new) and one[0].casefold() not in _PRONOUNS:
            yield _told("name", new, gone or {one[0]})
        elif _is_other_word(other[0], [*sources, *near]) and ((gone and _HANGUL.match(other[0])) or _is_kin(was, now)):
            yield _told("name", {other[0]}, gone or {one[0]})


def _is_other_word(word: str, texts: Iterable[str]) -> bool:
    """Whether a word is none that is used nearby, and no role such as "host"."""
    return phrases().role.found_in(word) is None and not any(word[:2] in text for text in texts)


def _is_kin(was: str, now: str) -> bool:
    """Whether two Korean words differ in their first part only, as names of towns, schools and companies do."""
    if not (_HANGUL.fullmatch(was) and _HANGUL.fullmatch(now)):
        return False
    pairs = zip(reversed(was), reversed(now), strict=False)
    size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return size > 1 and _VERB_ENDING.match(was[-size:]) is None


def _negations(text: str, sources: Sequence[str], spoken: Phrases) -> Iterator[Message]:
    denies = spoken.negation.found_in
    counts = [_count(source, spoken) for source in sources]
    said = frozenset[str]().union(*map(_stems, sources)) & _denied(text, spoken)
    is_new = bool(said - frozenset[str]().union(*(_denied(source, spoken) for source in sources)))
    is_other_no = any(spoken.near_negation.found_in(source) for source in sources)
    if is_new and not is_other_no and _count(text, spoken) > max(counts):
        yield Message("it says no, and none of the sources does")
    is_denying = denies(text) is not None or spoken.near_negation.found_in(text) is not None
    if denies(text) is not None and all(_undone(text, source, spoken) for source in sources):
        yield Message("the source says no, and this does not")
    if min(counts) and not is_denying and any(_unsaid(text, source, spoken) for source in sources):
        yield Message("the source says no, and this does not")
    yield from _replaced_negations(text, sources, spoken)


def _rivals(text: str, sources: Sequence[str], spoken: Phrases) -> Iterator[Message]:
    """A word of two or more that say something else of one kind, where every source has another: "for", "against"."""
    if any(spoken.cut_off.found_in(one) for one in (text, *sources)):  # it tells how its window ended
        return
    if all(containment(source, text) < _MOST for source in sources):
        return
    for group in spoken.rivals:
        said = _members(group, text)
        had = [word for source in sources for word in _members(group, source).items()] if said else []
        if had and said.keys().isdisjoint(phrase for phrase, _ in had):
            told = {"now": next(iter(said.values())), "was": had[0][1]}
            yield Message("it says “{now}” where the sources say “{was}”", told)


def _members(group: PhraseList, text: str) -> Mapping[str, str]:
    """The phrases of a list that stand in the text, and how."""
    if group.found_in(text) is None:
        return {}
    found = ((phrase, _alone(phrase).found_in(text)) for phrase in group.phrases)
    return {phrase: word for phrase, word in found if word is not None}


@cache
def _alone(phrase: str) -> PhraseList:
    return PhraseList((phrase,))


def _replaced_negations(text: str, sources: Sequence[str], spoken: Phrases) -> Iterator[Message]:
    """A "not" more or less, in a text that is else the same."""
    counts = [_occurrences(source, spoken) for source in sources]
    for was, now in _replaced(text, sources):
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
        if not _CONTRAST.search(left):
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


def _replaced(text: str, sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands in place of what, where one of the sources is all but the same."""
    for source in sources:
        runs = hunks(source, text)
        same = sum(run.a_end - run.a_start for run in runs if run.kind is HunkKind.SAME)
        if 2 * same >= _ALIKE * (len(source) + len(text)):
            for run in runs:
                if run.kind is HunkKind.DIFFERS:
                    was, now = _whole(source, run.a_start, run.a_end), _whole(text, run.b_start, run.b_end)
                    yield was, now
            return


def _whole(text: str, start: int, end: int) -> str:
    """The run, widened to whole words."""
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]


def _told(what: str, new: Iterable[str], gone: Iterable[str]) -> Message:
    now, was = ", ".join(sorted(new)), ", ".join(sorted(gone))
    if what == "number" and was:
        return Message("the number {now} is in none of the sources, which say {was}", {"now": now, "was": was})
    if what == "number":
        return Message("the number {now} is in none of the sources", {"now": now})
    if was:
        return Message("the name {now} is in none of the sources, which say {was}", {"now": now, "was": was})
    return Message("the name {now} is in none of the sources", {"now": now})
