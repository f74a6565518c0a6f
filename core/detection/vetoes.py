"""What forbids to call it certain that two entries tell the same, in words; knows nothing of scoring.

A veto is a reason whose value is below 0: it speaks against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.detection.cutoff import is_cut_off, without_cut_remarks
from core.detection.frames import told_apart, told_behind, told_instead
from core.detection.people import NOBODY, People
from core.messages import Message
from core.model import Entry, Reason
from core.text.figures import figures_in, in_figures
from core.text.hunks import HunkKind, hunks
from core.text.normalise import numbers_in, without_stamps
from core.text.numerals import spelled_numbers
from core.text.phrases import PhraseList, Phrases, folded
from core.text.speakers import same_speaker

_LATIN_NAME = re.compile(r"(?<![^\W_])[a-zß-ÿ0-9]*[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9]*(?:[-.][A-Za-zÀ-ɏ0-9]+)*")
_KOREAN_SUBJECT = re.compile(r"^[^\w]*([\uac00-\ud7a3]{2,}?)(?<!에서)(?<!에)(?:은|는|이|가|께서)(?=\s)")
_JAPANESE_NAME = r"([\u30a1-\u30ff]{2,}|[\u3400-\u9fff々]{2,4})"
_SAYS = r"[はが].*と[\u3400-\u9fff]+[\u3041-\u309f]{0,6}\W*$"  # "says that" at its end
_JAPANESE_SPEAKER = re.compile(
    rf"^[^\w]*{_JAPANESE_NAME}(?=によると|によれば|いわく|[:：「]|{_SAYS})|[(（]{_JAPANESE_NAME}[)）]\W*$"
)
_KATAKANA_NAME = re.compile(r"[\u30a1-\u30fa][\u30a1-\u30ff]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;)\]…]\s)[^\w]*$")  # where any word has a capital
_RUNS_ON = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"\w+")
_KANA, _KANJI = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\u30a1-\u30ff\u3400-\u9fff]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_CLAUSE_END = re.compile(r"[.,;:!?。、，；！？…]")
_ENDS_IN_NO = re.compile(  # what a Japanese sentence says as a whole
    r"(?:ない|なかった|ません|ませんでした)(?:(?:と|の[だで])[^、。]*|こと|ため)?[。」』)\s]*$"
)
_SMALL = frozenset({"0", "1"})  # words for them say other things as well
_NEXT = 2  # words behind a "not" that it may deny; in Chinese, characters
_STEM_REACH = 8  # characters before a Japanese "not" in which the word stands that it denies
_STEM, _LATIN_STEM = 2, 5  # syllables, or letters, that two words must share to count as one


def vetoes(one: Entry, other: Entry, known: Phrases, people: People = NOBODY) -> Iterator[Reason]:
    """What differs in a way that may make them two statements.

    Numbers, names, negation, done or planned, speakers; where none of these does, words of a sentence that is else the
    same, words of one kind, or what is told behind it.
    """
    facts = tuple(_other_facts(one, other, known, people))
    yield from facts or _other_words(one.text, other.text, known)


def _other_facts(one: Entry, other: Entry, known: Phrases, people: People) -> Iterator[Reason]:
    left, right = _other_numbers(one.text, other.text)
    if left and right:
        yield _different("different-numbers", left, right)
    left, right = _replaced_names(without_stamps(one.text), without_stamps(other.text))
    if left and right:
        yield _different("different-names", left, right)
    elif (names := people.apart(one.text, other.text)) is not None:
        yield _different("different-names", *map(frozenset, ((name,) for name in names)))
    if _contradict(known, one, other):
        yield _NEGATION
    if _differ(known.planned, one, other):
        yield _PLANNED
    speakers = (one.speaker or "", other.speaker or "")
    if not same_speaker(*speakers) or (speakers := _other_subjects(one.text, other.text, known.role)) is not None:
        shown = {"left": speakers[0], "right": speakers[1]}
        yield Reason("different-speakers", -1.0, Message("different speakers: {left}, {right}", shown))


def _other_numbers(one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers that only the one and only the other has; those in letters count where the digits differ."""
    left, right = _figures(one), _figures(other)
    if left < right or right < left:
        left, right = (numbers | (spelled_numbers(text) - _SMALL) for numbers, text in ((left, one), (right, other)))
    return left - right, right - left


def _figures(text: str) -> frozenset[str]:
    """The numbers of a text; of a pair of notes, "一" counts as well."""
    return numbers_in(in_figures(text)) if "一" in text else figures_in(text)


def _other_words(one: str, other: str, known: Phrases) -> Iterator[Reason]:
    if replaced := told_apart(one, other, known):
        was, now = (", ".join(words) for words in zip(*replaced, strict=True))
        shown = {"left": was, "right": now}
        yield Reason("same-frame", -1.0, Message("one sentence with other words in it: {left}; {right}", shown))
    elif (opposites := known.rivals.apart(one, other)) is not None:
        shown = {"left": opposites[0], "right": opposites[1]}
        yield Reason("opposites", -1.0, Message("one says {left}, the other {right}", shown))
    elif not (is_cut_off(one) or is_cut_off(other)) and (ends := told_instead(one, other, known)):
        shown = {"left": ends[0], "right": ends[1]}
        yield Reason("other-end", -1.0, Message("they begin alike and go on otherwise: {left}; {right}", shown))
    if new := _told_behind(one, other, known):
        words = " ".join(new)
        yield Reason("goes-on", -1.0, Message("one goes on with something new: {words}", {"words": words}))


_NEGATION = Reason("negation", -1.0, Message("only one of them says no"))
_PLANNED = Reason("planned", -1.0, Message("only one of them speaks of something planned"))


def _told_behind(one: str, other: str, known: Phrases) -> Sequence[str]:
    """What only one of them tells behind what both tell, unless that is how its window ended."""
    if not told_behind(one, other, known) or is_cut_off(one) or is_cut_off(other):
        return ()
    return told_behind(without_cut_remarks(one), without_cut_remarks(other), known)


def _different(name: str, left: frozenset[str], right: frozenset[str]) -> Reason:
    shown = {"left": ", ".join(sorted(left)), "right": ", ".join(sorted(right))}
    if name == "different-numbers":
        return Reason(name, -1.0, Message("different numbers: {left}, {right}", shown))
    return Reason(name, -1.0, Message("different names: {left}, {right}", shown))


def _differ(phrases: PhraseList, one: Entry, other: Entry) -> bool:
    return (phrases.found_in(one.text) is None) != (phrases.found_in(other.text) is None)


def _contradict(known: Phrases, one: Entry, other: Entry) -> bool:
    """Whether one denies something, or one thing more, that the other one says."""
    if known.negation.found_in(one.text) is known.negation.found_in(other.text) is None:
        return False
    texts = [known.denies_nothing.removed_from(entry.text) for entry in (one, other)]
    counts = [sum(1 for _ in known.negation.around(text)) for text in texts]
    if counts[0] == counts[1]:
        return False
    at = int(counts[1] > counts[0])
    denying, saying = texts[at], texts[1 - at]
    denied = set(_denied(known, denying)) - set(_denied(known, saying))
    if min(counts) == 0 and (not denied or _ENDS_IN_NO.search(denying)):
        return True
    return any(_says(saying, stem) for stem in denied)


def _says(text: str, stem: str) -> bool:
    return re.search(re.escape(stem) if _RUNS_ON.search(stem) else rf"\b{re.escape(stem)}", text) is not None


def _denied(known: Phrases, text: str) -> Iterator[str]:
    """The stems of what a folded text denies: the word before a "not" in Korean and Japanese, else what comes behind.

    Where nothing comes behind, as in "er trägt ihn nicht", the word before it.
    """
    is_japanese, is_korean = _KANA.search(text) is not None, _HANGUL.search(text) is not None
    for before, behind in known.negation.around(text):
        clause = _CLAUSE_END.split(behind)[0]
        if is_japanese:
            yield (_KANJI.findall(before[-_STEM_REACH:]) or [before[-2:].strip() or behind])[-1]
        elif _RUNS_ON.search(text):
            yield from clause[:_NEXT]
        else:
            words = [] if is_korean else [w for w in _WORD.findall(clause) if known.common.found_in(w) is None]
            words = words[:_NEXT] or _WORD.findall(before)[-1:]
            yield from (word[: _STEM if is_korean else _LATIN_STEM] for word in words)


def _other_subjects(one: str, other: str, roles: PhraseList) -> tuple[str, str] | None:
    """Who speaks or acts in each text, by a role, a Korean subject or a Japanese speaker, if they are two."""
    for left, right in (
        (roles.found_in(one), roles.found_in(other)),
        tuple(match and match.group(1) for match in map(_KOREAN_SUBJECT.match, (one, other))),
        tuple(match and (match.group(1) or match.group(2)) for match in map(_JAPANESE_SPEAKER.search, (one, other))),
    ):
        if left and right and left not in folded(other) and right not in folded(one):
            return left, right
    return None


def _replaced_names(one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names that only the one and only the other has, at places that correspond; elsewhere it may just say more."""
    left, right = _names(one), _names(other)
    if left.keys() <= right.keys() or right.keys() <= left.keys():
        return frozenset(), frozenset()
    found: tuple[set[str], set[str]] = set(), set()
    for hunk in hunks(one, other):
        gone = {name for name, at in left.items() if name not in right and hunk.a_start < at[1] and at[0] < hunk.a_end}
        new = {name for name, at in right.items() if name not in left and hunk.b_start < at[1] and at[0] < hunk.b_end}
        if gone and new and hunk.kind is HunkKind.DIFFERS:
            found[0].update(gone)
            found[1].update(new)
    return frozenset(found[0]), frozenset(found[1])


def _names(text: str) -> dict[str, tuple[int, int]]:
    """Words that stand out as names do, and where: with a Latin capital inside a sentence, or in Katakana."""
    latin = (match for match in _LATIN_NAME.finditer(text) if not _SENTENCE_START.search(text[: match.start()]))
    return {match.group().casefold(): match.span() for match in (*latin, *_KATAKANA_NAME.finditer(text))}
