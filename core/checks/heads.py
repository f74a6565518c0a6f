"""What is found about chapter heads: only heads that changed are judged again, and those that follow on them.

Chapters are compared by identity. Looks into no block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.checks.finding import Check, Finding, HeadCheck, HeadsCheck, HeadView, Start, WholeView, is_extra
from core.checks.identity import unlike
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
        self._counts: dict[ItemId, int] = {}  # how many chapters there are down to it; extra sections are none
        self._concerned: dict[ItemId, tuple[str, list[bool]]] = {}  # title, and whether it concerns each of _all
        self._is_told = False

    def follow(self, chapters: tuple[Chapter, ...]) -> Iterator[tuple[ItemId, list[Finding]]]:
        """The findings about heads that have other ones now, perhaps; all of it must be taken."""
        gone, come = unlike(self._chapters, chapters)
        old, self._chapters = self._chapters, chapters
        was = self._counts[old[gone.stop - 1].id] if gone.stop else 0
        left = {chapter.id for chapter in chapters[come]}
        for key in (chapter.id for chapter in old[gone] if chapter.id not in left):
            del self._counts[key], self._concerned[key]
            self._is_told = False
            yield key, []
        for view in self._stale(come, was):
            title = view.chapter.title
            concerned = title, [check.concerns(view) for check in self._all]
            if self._concerned.get(view.chapter.id) != concerned:
                self._concerned[view.chapter.id] = concerned
                self._is_told = False
            yield view.chapter.id, [finding for check in self._each for finding in check.find(view)]

    def together(self, whole: WholeView) -> list[Finding] | None:
        """What is told once of all heads; None when that is as before."""
        if self._is_told:
            return None
        self._is_told = True
        found: list[Finding] = []
        for n, check in enumerate(self._all):
            concerned = [chapter for chapter in self._chapters if self._concerned[chapter.id][1][n]]
            found += check.find(whole, concerned) if concerned else ()
        return found

    def _stale(self, come: slice[int, int, None], was: int) -> Iterator[HeadView]:
        """The heads that came, those without times after them, the next one, and what has another number now.

        ``was`` is how many chapters there were down to what came.
        """
        chapters = self._chapters
        count = self._counts[chapters[come.start - 1].id] if come.start else 0
        before = next((chapter for chapter in reversed(chapters[: come.start]) if chapter.top_span), None)
        follows, shifted = True, True
        for at in range(come.start, len(chapters)):
            chapter, is_new = chapters[at], at < come.stop
            if at == come.stop:
                shifted = count != was
            if not (is_new or follows or shifted):
                return
            is_counted = not is_extra(chapter) and not _is_preface(chapter, at)
            count += is_counted
            self._counts[chapter.id] = count
            if is_new or follows or chapter.stated is not None:
                yield HeadView(self.episode, chapter, before, count if is_counted else 0, self._start)
            if chapter.top_span:
                before, follows = chapter, is_new


def _is_preface(chapter: Chapter, at: int) -> bool:
    """Whether it is made of notes that stand before the first heading."""
    return at == 0 and not chapter.title and chapter.stated is None
