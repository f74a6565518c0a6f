"""Who is spoken of in a text, by the names that quotes give as their speakers; knows nothing of merges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.text.normalise import plain
from core.text.phrases import phrases
from core.text.speakers import SpeakerKind, speaker_kind

_PART = re.compile(r"[\u3041-\u30fa\u30fc\u3400-\u9fff々]{2,}|[\uac00-\ud7a3]{2,}|[^\W\d_a-z][^\W_]{2,}")
_MOST_PARTS = 3
_RUNS_ON = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True)
class People:
    """The people of an episode by the parts of their names; two with one part in common are taken for one person."""

    names: Mapping[str, str]  # of each part the one by which its person is known

    def apart(self, one: str, other: str) -> tuple[str, str] | None:
        """Somebody of each text, where both speak of people and nobody is in both."""
        left, right = self._of(one), self._of(other)
        if not left or not right or not left.keys().isdisjoint(right):
            return None
        return next(iter(left.values())), next(iter(right.values()))

    def _of(self, text: str) -> Mapping[str, str]:
        return {self.names[name]: name for name in self._pattern.findall(plain(text))} if self.names else {}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.names, key=len, reverse=True)
        return re.compile("|".join(name if _RUNS_ON.search(name) else rf"\b{name}\b" for name in longest_first))


NOBODY = People({})


def people_of(speakers: Iterable[str | None]) -> People:
    """Those whom the attributions of quotes name."""
    names: dict[str, str] = {}
    for speaker in dict.fromkeys(speakers):
        if speaker is None or speaker_kind(speaker) is not SpeakerKind.NAMED or phrases().role.found_in(speaker):
            continue
        parts = _PART.findall(plain(speaker))
        if len(parts) > _MOST_PARTS:
            continue  # who it is in words
        parts = [form for part in parts for form in (part, part.capitalize(), part.upper())]  # "Rose" is no "rose"
        known = {names[part] for part in parts if part in names}
        person = min(known, default=parts[0] if parts else "")
        names.update(dict.fromkeys((*parts, *(name for name, same in names.items() if same in known)), person))
    return People(names)
