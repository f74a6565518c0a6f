"""The phrases that detection and checks look for, one file per language; knows nothing of chunks, notes or findings.

``resources/phrases/<lang>.toml`` holds one list per subject. Adding a language is adding a file.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path

PHRASES = Path(__file__).resolve().parents[2] / "resources" / "phrases"
_GAP = 40  # how many characters a "…" may stand for
# Languages that write words apart are matched by whole words; Han, Kana and Hangul run on into their endings.
_RUNS_ON = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"\w")
_KANJI_WORD = re.compile(r"[\u3400-\u9fff]\*")
_SIGN = re.compile(r"[*…]|\{[^}]*\}")


@dataclass(frozen=True)
class PhraseList:
    """Phrases for one subject, whatever their case.

    ``*`` stands for any letters, ``…`` for a few characters, ``{one|another}`` for any of the words.
    """

    phrases: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.phrases, key=len, reverse=True)
        return re.compile("|".join(_as_pattern(phrase) for phrase in longest_first) or r"(?!)")

    @cached_property
    def _cores(self) -> re.Pattern[str]:
        """The longest plain part of each phrase: most texts hold none, and this search is ten times as fast."""
        cores = {core for phrase in self.phrases for core in _cores_of(phrase)}
        return re.compile("|".join(sorted(re.escape(_folded_signs(core)) for core in cores)) or r"(?!)")

    @cached_property
    def words(self) -> frozenset[str]:
        """The phrases as they stand in folded texts."""
        return frozenset(map(_folded_signs, self.phrases))

    def found_in(self, text: str) -> str | None:
        """The first place of the text where one of the phrases stands, as folded for comparing; None if none does."""
        text = folded(text)
        match = self._pattern.search(text) if self._cores.search(text) else None
        return match.group() if match else None

    def may_stand_in(self, text: str) -> bool:
        """Whether a part of a phrase stands in the text; quick to tell."""
        return self._cores.search(folded(text)) is not None

    def each_in(self, text: str) -> Mapping[str, str]:
        """The phrases that stand in the text, and how; where several could, the one that begins first."""
        if not self.may_stand_in(text):
            return {}
        longest_first, pattern = self._each
        return {longest_first[(match.lastindex or 1) - 1]: match.group() for match in pattern.finditer(folded(text))}

    @cached_property
    def _each(self) -> tuple[Sequence[str], re.Pattern[str]]:
        longest_first = sorted(self.phrases, key=len, reverse=True)
        return longest_first, re.compile("|".join(f"({_as_pattern(phrase)})" for phrase in longest_first) or r"(?!)")

    def around(self, text: str) -> Iterator[tuple[str, str]]:
        """What stands before and behind each phrase of the text, folded for comparing."""
        text = folded(text)
        for match in self._pattern.finditer(text):
            yield text[: match.start()], text[match.end() :]

    def removed_from(self, text: str) -> str:
        """The text, folded for comparing, with a space where a phrase stood."""
        return self._pattern.sub(" ", folded(text))


@dataclass(frozen=True)
class Rivals:
    """Words that say something else of one kind, a list for each kind: Monday and Tuesday."""

    kinds: tuple[PhraseList, ...] = ()
    plain: frozenset[str] = frozenset()  # words that say other things as well: "este" is "east" and "this"

    def __iter__(self) -> Iterator[PhraseList]:
        return iter(self.kinds)

    def are_rivals(self, one: str, other: str) -> bool:
        """Whether the two words are of one kind, and not the same."""
        return _other_of_one_kind(self._said_by_word(one), self._said_by_word(other)) is not None

    def apart(self, one: str, other: str) -> tuple[str, str] | None:
        """What two texts say of one kind, where neither says what the other does; the first that is found."""
        return _other_of_one_kind(self._said_by_text(one), self._said_by_text(other))

    @cached_property
    def _said_by_word(self) -> Callable[[str], _Said]:
        return _reader_of(self.kinds)

    @cached_property
    def _said_by_text(self) -> Callable[[str], _Said]:
        kinds = (filter(self._is_clear, kind.phrases) for kind in self.kinds)
        return _reader_of([PhraseList(tuple(clear)) for clear in kinds])

    def _is_clear(self, phrase: str) -> bool:
        """Whether it says the same in whatever text it stands; one syllable or Kanji may be part of another word."""
        is_long = max(map(len, re.split(r"[*…{}|]", phrase))) > 1 or _KANJI_WORD.fullmatch(phrase) is not None
        return is_long and phrase.rstrip("*") not in self.plain


_Said = Mapping[int, Mapping[str, str]]
"""The phrases of each kind, by the kinds' numbers, that stand in a text, and how."""


def _reader_of(kinds: Sequence[PhraseList]) -> Callable[[str], _Said]:
    """What finds the phrases in a text, and remembers: the same words and texts are asked about again and again."""
    anything = PhraseList(tuple(chain.from_iterable(kind.phrases for kind in kinds)))

    @lru_cache(8192)
    def said(text: str) -> _Said:
        if not anything.may_stand_in(text):
            return {}
        return {number: words for number, kind in enumerate(kinds) if (words := kind.each_in(text))}

    return said


def _other_of_one_kind(one: _Said, other: _Said) -> tuple[str, str] | None:
    for kind in sorted(one.keys() & other.keys()):
        if one[kind].keys().isdisjoint(other[kind]):
            return next(iter(one[kind].values())), next(iter(other[kind].values()))
    return None


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language, or of all together."""

    cut_off: PhraseList  # a window that ended in mid-sentence
    cut_in: PhraseList  # a window that began in mid-sentence
    unknown_speaker: PhraseList
    generic_speaker: PhraseList  # "speaker", "voice"
    role: PhraseList  # what a speaker is: "host", "audience"
    negation: PhraseList
    denies_nothing: PhraseList  # holds a "not" and says yes: "not only"
    near_negation: PhraseList  # says no in other words: "instead of", "lacks"
    planned: PhraseList  # meant, not yet done
    meant: PhraseList  # the same, so clearly that to tell it as done is a mistake
    meant_otherwise: PhraseList  # what else may say so
    done: PhraseList  # it is told as done; none for languages whose words do not say so clearly
    status_line: PhraseList  # a message about the work instead of notes
    common: PhraseList  # words that any two notes may share without telling the same
    telling: PhraseList  # words that only tell something, or hedge it: another may stand in their places
    rivals: Rivals


@cache
def phrases(language: str = "") -> Phrases:
    """The phrases of a language ("ko"), or of all languages together; none for a language without a file."""
    files = sorted(PHRASES.glob("*.toml"))
    lists = [tomllib.loads(file.read_text("utf-8")) for file in files if language in ("", file.stem)]
    subjects = [field.name for field in fields(Phrases) if field.name != "rivals"]
    found = {
        name: PhraseList(tuple(chain.from_iterable(_written_out(one, name) for one in lists))) for name in subjects
    }
    kinds = tuple(PhraseList(tuple(kind)) for each in lists for kind in each.get("rivals", ()))
    return Phrases(**found, rivals=Rivals(kinds, found["common"].words | found["telling"].words))


def _written_out(lists: Mapping[str, Sequence[str]], subject: str) -> Iterator[str]:
    """The phrases of a subject, with the words that "<window>" stands for."""
    words = "|".join(lists.get("window", ()))
    yield from (phrase.replace("<window>", f"{{{words}}}") for phrase in lists.get(subject, ()))


@lru_cache(4096)  # several lists are looked for in each text
def folded(text: str) -> str:
    """The text as phrases are compared: one Unicode form, no case, single spaces."""
    return " ".join(_folded_signs(text).split())


def _folded_signs(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _as_pattern(phrase: str) -> str:
    # Split at the signs first: NFKC would turn "…" into three dots.
    inside = "".join(_part_pattern(part) for part in re.split(f"({_SIGN.pattern})", phrase) if part)
    if _RUNS_ON.search(phrase):
        return inside
    start = r"\b" if _WORD.match(phrase.lstrip("{")) else ""
    end = r"\b" if _WORD.match(phrase[-1]) else ""
    return f"{start}{inside}{end}"


def _cores_of(phrase: str) -> Sequence[str]:
    """What of a phrase stands in every text that holds it, or the words of which one does."""
    choice = re.search(r"\{([^}]*)\}", phrase)
    longest = max(_SIGN.split(phrase), key=len)
    return choice[1].split("|") if choice is not None and not longest else (longest,)


def _part_pattern(part: str) -> str:
    if part.startswith("{"):
        return f"(?:{'|'.join(re.escape(_folded_signs(word)) for word in part[1:-1].split('|'))})"
    return {"*": r"\w*", "…": f".{{0,{_GAP}}}?"}.get(part) or re.escape(_folded_signs(part))
