"""Panes made up for tests: rows like those of an episode, as many as wanted, that can be changed at will."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from core.messages import Message
from core.presenting.pane import EDITABLE, Change, Pane, Section
from core.presenting.row import Mark, Row, RowKind
from core.timecode import written

GROUP = 25  # rows in a section
_PHRASES = (
    *(
        "진행자가 출연자의 연구를 소개하며",
        "**질문**을 이어 감",
        "모델이 데이터에서 배운 내용을 설명하고",
        "결과를 비교함",
    ),
    *("서로 다른 관점에서", "한계를 짚고", "다음 실험 계획을 밝힘", "학습 속도와 비용 사이의 균형을", "사례를 들어"),
)


def sentence(random: Random, longest: int = 8) -> str:
    """Some phrases in a row."""
    return " ".join(random.choices(_PHRASES, k=random.randint(1, longest)))


def episode_rows(count: int, seed: int = 1, prefix: str = "r") -> list[Row]:
    """Rows as in an episode: heads, notes of several depths, quotes, a few marks; times rise by a few seconds."""
    random, rows, time_s = Random(seed), list[Row](), 0
    for n in range(count):
        key, stamp = f"{prefix}{n}", written(time_s)
        if n % GROUP == 0:
            rows.append(
                Row(key, RowKind.CHAPTER, sentence(random, 3), time_s, label=Message("Chapter {n}", {"n": n // GROUP}))
            )
        elif n % 11 == 0:
            rows.append(Row(key, RowKind.QUOTE, sentence(random), time_s, stamp, speaker="출연자"))
        else:
            mark = Mark.NONE if n % 17 else random.choice(list(Mark))
            badge = None if mark is Mark.NONE else Message("suspected duplicate")
            depth = random.choice((0, 0, 1, 1, 2))
            rows.append(Row(key, RowKind.NOTE, sentence(random), time_s, stamp, depth, badge=badge, mark=mark))
        time_s += random.randint(1, 9)
    return rows


class ListPane(Pane):
    """A pane whose rows a test changes; each change says what Qt has to hear."""

    def __init__(self, rows: Sequence[Row], links: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._all_links = links or {}
        self._made = [self._section(f"s{at}", rows[at : at + GROUP]) for at in range(0, len(rows), GROUP)]
        self._next = len(self._made)
        super().__init__(self._made)

    def is_editable(self, key: str) -> bool:
        at = self.find(key)
        return at is not None and self.row(at).kind in EDITABLE

    def rewrite(self, key: str, text: str) -> tuple[Change, ...]:
        """Other words in one row."""
        group, place = self._home(key)
        rows = list(self._made[group].rows)
        rows[place] = replace(rows[place], text=text)
        return self._regroup(group, rows)

    def remove(self, key: str) -> tuple[Change, ...]:
        """One row less."""
        group, place = self._home(key)
        rows = list(self._made[group].rows)
        del rows[place]
        return self._regroup(group, rows)

    def insert_before(self, key: str, new: Row) -> tuple[Change, ...]:
        """One row more."""
        group, place = self._home(key)
        rows = list(self._made[group].rows)
        rows.insert(place, new)
        return self._regroup(group, rows)

    def shuffle(self, key: str, random: Random) -> tuple[Change, ...]:
        """All rows of a section in another order."""
        group, _ = self._home(key)
        rows = list(self._made[group].rows)
        random.shuffle(rows)
        return self._regroup(group, rows)

    def remark(self, random: Random) -> tuple[Change, ...]:
        """Marks all over the place, as a bulk decision sets them."""
        for group in random.sample(range(len(self._made)), min(9, len(self._made))):
            rows = [replace(row, mark=random.choice(list(Mark))) for row in self._made[group].rows]
            if random.random() < 0.5 and len(rows) > 2:
                rows.pop(random.randrange(len(rows)))
            self._made[group] = self._section(self._made[group].key, rows)
        return self.update(tuple(self._made))

    def change_at_random(self, random: Random, new_key: str) -> tuple[Change, ...]:
        """Any of the changes above, anywhere."""
        key = self.row(random.randrange(len(self))).key
        kind = random.randrange(6)
        if kind == 0:
            return self.remove(key)
        if kind == 1:
            return self.insert_before(key, Row(new_key, RowKind.NOTE, sentence(random, 14), 30, "00:30"))
        if kind == 2:
            return self.shuffle(key, random)
        if kind == 3:
            return self.remark(random)
        return self.rewrite(key, sentence(random, 20))

    def _home(self, key: str) -> tuple[int, int]:
        for group, section in enumerate(self._made):
            if key in section.places:
                return group, section.places[key]
        raise KeyError(key)

    def _regroup(self, group: int, rows: Sequence[Row]) -> tuple[Change, ...]:
        self._made[group] = self._section(self._made[group].key, rows)
        return self.update(tuple(self._made))

    def _section(self, key: str, rows: Sequence[Row]) -> Section:
        links = {row.key: self._all_links[row.key] for row in rows if row.key in self._all_links}
        return Section(key, tuple(rows), links)


def linked_panes(count: int) -> tuple[ListPane, ListPane]:
    """Chunks and document of so many rows, each row linked with its like; the document lacks every seventh note."""
    left = episode_rows(count, prefix="e")
    kept = [row for n, row in enumerate(left) if n % 7 or row.kind is not RowKind.NOTE]
    right = [replace(row, key=f"b{row.key[1:]}") for row in kept]
    links = {row.key: (f"b{row.key[1:]}",) for row in kept}
    back = {f"b{row.key[1:]}": (row.key,) for row in kept}
    return ListPane(left, links), ListPane(right, back)
