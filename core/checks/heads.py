"""What is found about chapter heads: only heads that changed are judged again, and those that follow on them.

Chapters are compared by identity. Looks into no block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import attrgetter

from core.checks.finding import Check, Finding, HeadCheck, HeadsCheck, HeadView, Start, WholeView, is_extra
from core.checks.homes import Homes
from core.identity import unlike
from core.model import Chapter, Episode, ItemId


class Heads:
    """The chapter heads of a document; ``follow`` it from version to version, then ask for what all tell ``together``.

    Attributes:
        episode: What the chapters are about, now.
    """

    def __init__(self, checks: Sequence[Check], episode: Episode, start: Start) -> None:
        self.episode = episode
        self._start = start
        self._each = [check for check in checks if isinstance(check, HeadCheck)]
        self._all = [check for check in checks if isinstance(check, HeadsCheck)]
        self._chapters: tuple[Chapter, ...] = ()
        self._uncounted: set[ItemId] = set()  # extra sections, and notes before the first heading
        self._titles: dict[ItemId, str] = {}
        self._concerned: list[set[ItemId]] = [set() for _ in self._all]
        self._is_told = False

    def follow(self, chapters: tuple[Chapter, ...], homes: Homes) -> Iterator[tuple[ItemId, list[Finding]]]:
        """The findings about heads that have other ones now, perhaps; all of it must be taken.

        ``homes`` knows where the chapters stand.
        """
        gone, come = unlike(self._chapters, chapters)
        old, self._chapters = self._chapters, chapters
        counted = sum(chapter.id not in self._uncounted for chapter in old[gone.start : gone.stop + 1])
        left = {chapter.id for chapter in chapters[come]}
        for key in (chapter.id for chapter in old[gone] if chapter.id not in left):
            self._forget(key)
            yield key, []
        counted -= self._count(come.start, come.stop + 1)
        for view in self._stale(come, homes, are_others_shifted=counted != 0):
            self._note(view)
            yield view.chapter.id, [finding for check in self._each for finding in check.find(view)]

    def together(self, whole: WholeView, homes: Homes) -> list[Finding] | None:
        """What is told once of all heads; None when that is as before."""
        if self._is_told:
            return None
        self._is_told = True
        found: list[Finding] = []
        for check, concerned in zip(self._all, self._concerned, strict=True):
            chapters = [homes.chapter(key) for key in sorted(concerned, key=homes.place)]
            found += check.find(whole, chapters) if chapters else ()
        return found

    def _forget(self, chapter: ItemId) -> None:
        self._is_told = False
        self._uncounted.discard(chapter)
        del self._titles[chapter]
        for concerned in self._concerned:
            concerned.discard(chapter)

    def _note(self, view: HeadView) -> None:
        chapter = view.chapter
        if self._titles.get(chapter.id) == chapter.title:
            return
        self._titles[chapter.id] = chapter.title
        self._is_told = False
        for check, concerned in zip(self._all, self._concerned, strict=True):
            if check.concerns(view):
                concerned.add(chapter.id)
            else:
                concerned.discard(chapter.id)

    def _count(self, start: int, stop: int) -> int:
        """How many of these are counted as chapters."""
        counted = 0
        for at, chapter in enumerate(self._chapters[start:stop], start):
            if is_extra(chapter) or _is_preface(chapter, at):
                self._uncounted.add(chapter.id)
            else:
                self._uncounted.discard(chapter.id)
                counted += 1
        return counted

    def _stale(self, come: slice[int, int, None], homes: Homes, *, are_others_shifted: bool) -> Iterator[HeadView]:
        """The heads that came, those without times after them, the next one, and what has another number now."""
        chapters, at, follows = self._chapters, come.start, True
        while at < len(chapters) and (at < come.stop or follows):
            yield self._view(at, homes)
            follows = at < come.stop or not chapters[at].top_span
            at += 1
        if are_others_shifted:
            for later in compress(count(at), map(attrgetter("stated"), chapters[at:])):
                yield self._view(later, homes)

    def _view(self, at: int, homes: Homes) -> HeadView:
        chapter, above = self._chapters[at], map(self._chapters.__getitem__, range(at - 1, -1, -1))
        before = next((earlier for earlier in above if earlier.top_span), None)
        less = sum(homes.place(key) < at for key in self._uncounted)
        number = 0 if chapter.id in self._uncounted else at + 1 - less
        return HeadView(self.episode, chapter, before, number, self._start)


def _is_preface(chapter: Chapter, at: int) -> bool:
    """Whether it is made of notes that stand before the first heading."""
    return at == 0 and not chapter.title and chapter.stated is None
