"""What a retelling says that the original does not: a number, a name, a "not"; knows nothing of notes or documents.

Numbers and names are compared as sets, so order and wording are free. A negation counts where the words beside it
stand in the other text as well, or where the texts are all but the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from core.messages import Message
from core.text.amounts import counted_in_han
from core.text.denials import denials
from core.text.names import has_word, is_katakana, names_of, of_one_sort, places_in, words_of
from core.text.normalise import composed, numbers_in
from core.text.numerals import spelled_numbers
from core.text.overlap import containment
from core.text.phrases import Phrases, phrases
from core.text.replaced import replaced
from core.text.told_numbers import Numbers, is_part_gone, is_told, other_units

_LONGEST_INITIALS, _LATIN_WORD = 6, 4  # letters
_MOST = 0.3  # of the shorter of two texts in the other
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
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
    return _first_changed(text, tuple(sources), tuple(near), known, language)


@lru_cache(2048)  # a chapter is judged again after each edit, and most of its texts are the same
def _first_changed(
    text: str, sources: Sequence[str], near: Sequence[str], known: frozenset[str], language: str
) -> Message | None:
    text, sources, near = composed(text), [*map(composed, sources)], [*map(composed, near)]
    spoken = phrases(language) if phrases(language).negation.phrases else phrases()
    checks: tuple[Iterator[Message], ...] = (
        _numbers(text, sources),
        _names(text, sources, near, known),
        _places(text, sources, near),
        _in_place(text, sources, near, known),
        denials(text, sources, spoken),
        _rivals(text, sources, spoken),
        _planned(text, sources, spoken),
    )
    return next((message for found in checks for message in found), None)


def _numbers(text: str, sources: Sequence[str]) -> Iterator[Message]:
    own, had = Numbers.of([text]), Numbers.of(sources)
    new = frozenset(number for number in own.figures if not is_told(number, own, had))
    gone = frozenset(number for number in had.all if not is_told(number, had, own))
    if new:
        yield _told("number", new, gone & had.figures)
    elif (gone or is_part_gone(own, had)) and (
        other := frozenset(number for number in own.spelled if not is_told(number, own, had))
    ):
        yield _told("number", other, gone)
    else:
        yield from (_told("number", {now}, was) for now, was in other_units(own, had))


def _names(text: str, sources: Sequence[str], near: Sequence[str], known: frozenset[str]) -> Iterator[Message]:
    own = names_of(text, known)
    new = {name for name in own if len(name) > 1 and not _is_in(name, sources) and not _are_initials(name, sources)}
    new = {name for name in new if not is_katakana(name) or name in known or _takes_a_place(name, text, sources)}
    if not new:
        return
    had = frozenset[str]().union(*(names_of(source, known) for source in sources))
    gone = {name for name in had if len(name) > 1 and not _is_in(name, [text])}
    unheard = new if gone else {name for name in new if not _is_in(name, near)}
    if unheard:
        yield _told("name", unheard, gone)


def _are_initials(name: str, texts: Iterable[str]) -> bool:
    """Whether the letters of a name are those that words of a text begin with, small words left out."""
    if not 2 <= len(name) <= _LONGEST_INITIALS:
        return False
    words = ([word for word in words_of(text.casefold()) if len(word) >= _LATIN_WORD] for text in texts)
    return any(name in "".join(word[0] for word in own) for own in words)


def _places(text: str, sources: Sequence[str], near: Sequence[str]) -> Iterator[Message]:
    """A place of the same sort as one that is gone."""
    gone = {place for source in sources for place in places_in(source) if place not in text}
    for new in places_in(text) if gone else ():
        other = {place for place in gone if of_one_sort(place, new)}
        if other and not any(new in each for each in (*sources, *near)):
            yield _told("name", {new}, other)


def _takes_a_place(name: str, text: str, sources: Sequence[str]) -> bool:
    """Whether a word in Katakana stands where another one stood: else it is no name but a borrowed word."""
    around = _beside(name, text)
    return any(
        around[0] & before or around[1] & behind
        for source in sources
        for other in names_of(source, frozenset())
        if is_katakana(other) and other not in text
        for before, behind in [_beside(other, source)]
    )


def _beside(name: str, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The two characters before a name and behind it, wherever it stands."""
    found = [
        (text[max(0, at.start() - 2) : at.start()], text[at.end() : at.end() + 2])
        for at in re.finditer(re.escape(name), text)
    ]
    return frozenset(one for one, _ in found if len(one) == 2), frozenset(
        other for _, other in found if len(other) == 2
    )


def _is_in(name: str, texts: Iterable[str]) -> bool:
    """Whether a name, or a part or the singular of it, stands in one of the texts."""
    parts = [part for part in re.split(r"[-.’']", name) if len(part) > 2] or [name]
    forms = {name, name.removesuffix("s"), *parts}
    return any(has_word(form, text) for text in texts for form in forms if form)


def _in_place(text: str, sources: Sequence[str], near: Sequence[str], known: frozenset[str]) -> Iterator[Message]:
    """A number or name in the place of another one, in a text that is else the same."""
    for was, now in replaced(text, sources):
        if numbers_in(was) and (new := _other_numbers(was, now, text, sources)):
            yield _told("number", new, numbers_in(was))
        one, other = words_of(was), words_of(now)
        if len(other) != 1 or not one or one[0] in _PRONOUNS or other[0] in _PRONOUNS:
            continue
        gone = names_of(was, known)
        new = names_of(now, known) - gone
        if (
            new
            and not any(_is_in(name, sources) or _are_initials(name, sources) for name in new)
            and one[0].casefold() not in _PRONOUNS
        ):
            yield _told("name", new, gone or {one[0]})
        elif _is_other_word(other[0], [*sources, *near]) and ((gone and _HANGUL.match(other[0])) or _is_kin(was, now)):
            yield _told("name", {other[0]}, gone or {one[0]})


def _other_numbers(was: str, now: str, text: str, sources: Sequence[str]) -> frozenset[str]:
    """The numbers that stand in place of others, and are no other ways to write those."""
    had, own, others = numbers_in(was), Numbers.of([text]), Numbers.of(sources)
    ways = frozenset[str]().union(*(others.ways.get(number, ()) for number in had))
    ways |= counted_in_han(was) | spelled_numbers(was)
    new = numbers_in(now) - had - ways
    is_written_otherwise = (not had.isdisjoint(own.ways.get(number, ())) for number in new)
    return frozenset(number for number, is_same in zip(new, is_written_otherwise, strict=True) if not is_same)


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


def _planned(text: str, sources: Sequence[str], spoken: Phrases) -> Iterator[Message]:
    """What is only meant to be, told as done, or the other way round."""
    if any(spoken.cut_off.found_in(one) for one in (text, *sources)):
        return
    hints = (spoken.meant, spoken.planned, spoken.meant_otherwise)
    denials = (spoken.negation, spoken.near_negation)
    if spoken.meant.found_in(text):
        if not any(hint.found_in(source) for source in sources for hint in hints):
            yield Message("it tells something as planned, and none of the sources does")
        return
    is_done = not spoken.done.phrases or spoken.done.found_in(text) is not None
    is_open = any(hint.found_in(text) for hint in (*hints, *denials))
    if is_done and not is_open and all(map(spoken.meant.found_in, sources)):
        yield Message("the source tells something as planned, and this as done")


def _rivals(text: str, sources: Sequence[str], spoken: Phrases) -> Iterator[Message]:
    """A word of two or more that say something else of one kind, where every source has another: "for", "against"."""
    if any(spoken.cut_off.found_in(one) for one in (text, *sources)):  # it tells how its window ended
        return
    if all(containment(source, text) < _MOST for source in sources):
        return
    if rivals := spoken.rivals.apart("\n".join(sources), text):
        was, now = rivals
        yield Message("it says “{now}” where the sources say “{was}”", {"now": now, "was": was})


def _told(what: str, new: Iterable[str], gone: Iterable[str]) -> Message:
    now, was = ", ".join(sorted(new)), ", ".join(sorted(gone))
    if what == "number" and was:
        return Message("the number {now} is in none of the sources, which say {was}", {"now": now, "was": was})
    if what == "number":
        return Message("the number {now} is in none of the sources", {"now": now})
    if was:
        return Message("the name {now} is in none of the sources, which say {was}", {"now": now, "was": was})
    return Message("the name {now} is in none of the sources", {"now": now})
