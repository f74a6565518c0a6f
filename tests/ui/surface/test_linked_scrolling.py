"""Where the eye is in one pane, the same time stands in the other."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from panes import ListPane, episode_rows

from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.view import RowView
from ui.desktop.surface.surface import Surface
from ui.desktop.surface.time_index import TimeIndex

NEAR_S = 25


def time_looked_at(view: RowView) -> int:
    at = view.rowAt(round(view.viewport().height() * 0.3))
    row = view.row(at)
    assert row is not None
    return row.time_s or 0


@pytest.mark.parametrize("is_left", [True, False])
def test_the_other_pane_follows_by_time(is_left: bool, surface: Surface) -> None:
    views = surface.chunks.rows, surface.merged.rows
    source, target = views if is_left else views[::-1]
    bar, far = source.verticalScrollBar(), []
    for _ in range(60):
        bar.setValue(bar.value() + 137)
        if bar.value() < bar.maximum() and target.verticalScrollBar().value() < target.verticalScrollBar().maximum():
            far.append(abs(time_looked_at(source) - time_looked_at(target)))
    assert len(far) > 40
    assert max(far) <= NEAR_S


def test_both_reach_their_ends_together(surface: Surface) -> None:
    left, right = (view.verticalScrollBar() for view in (surface.chunks.rows, surface.merged.rows))
    left.setValue(left.maximum())
    assert right.value() == right.maximum()
    right.setValue(0)
    assert left.value() == 0


def test_switched_off_each_stays_where_it_is(surface: Surface) -> None:
    surface.set_linked(False)
    surface.chunks.rows.go_to(300)
    assert surface.merged.rows.verticalScrollBar().value() == 0


def test_where_a_clock_restarts_the_panes_follow_by_what_belongs_together(surface: Surface) -> None:
    rows = [replace(row, time_s=(row.time_s or 0) % 1500, mark=Mark.NONE) for row in episode_rows(600, prefix="e")]
    merged = [replace(row, key=f"b{row.key}") for row in rows]
    left = ListPane(rows, {row.key: (f"b{row.key}",) for row in rows})
    surface.show_panes(left, ListPane(merged, {f"b{row.key}": (row.key,) for row in rows}))
    for at in (420, 450, 480):
        surface.chunks.rows.go_to(at)
        looked_at = surface.merged.rows.rowAt(round(surface.merged.rows.viewport().height() * 0.3))
        assert abs(looked_at - at) <= 1


def test_an_echo_moves_nothing(surface: Surface) -> None:
    surface.chunks.rows.go_to(300)
    place = surface.chunks.rows.verticalScrollBar().value()
    surface.chunks.rows.scrolled.emit()
    assert surface.chunks.rows.verticalScrollBar().value() == place


def note(key: str, time_s: int | None) -> Row:
    return Row(key, RowKind.NOTE, key, time_s)


def test_a_late_quote_does_not_turn_time_back() -> None:
    index = TimeIndex(ListPane([note("a", 10), note("b", 50), note("late", 20), note("c", None), note("d", 60)]))
    assert [index.time_at(at) for at in range(5)] == [10, 50, 50, 50, 60]
    assert index.place_of(50) == 1
    assert int(index.place_of(55)) == 1


def test_between_two_rows_the_place_is_between() -> None:
    index = TimeIndex(ListPane([note("a", 10), note("b", 20)]))
    assert index.place_of(15) == 0.5
    assert index.time_at(0.5) == 15


def test_nothing_has_no_times() -> None:
    index = TimeIndex(ListPane([]))
    assert index.is_complete
    assert index.time_at(3) == 0
    assert index.place_of(100) == 0


def test_times_are_read_only_as_far_as_asked(monkeypatch) -> None:
    pane = ListPane(episode_rows(5000))
    asked: list[int] = []
    row = ListPane.row
    monkeypatch.setattr(ListPane, "row", lambda self, at: (asked.append(at), row(self, at))[1])
    TimeIndex(pane).place_of(60)
    assert len(asked) < 1000


@pytest.mark.parametrize("seed", range(5))
def test_after_any_change_it_says_what_a_new_one_says(seed: int) -> None:
    random, pane = Random(seed), ListPane(episode_rows(200))
    index = TimeIndex(pane)
    for n in range(30):
        index.grow(random.choice((0, 1)))
        index.apply(pane.change_at_random(random, f"new{n}"))
        fresh = TimeIndex(pane)
        assert [index.time_at(at) for at in range(len(pane))] == [fresh.time_at(at) for at in range(len(pane))]


def test_other_words_leave_the_times_known() -> None:
    pane = ListPane(episode_rows(200))
    index = TimeIndex(pane)
    index.grow(1)
    index.apply(pane.rewrite("r30", "other words"))
    assert index.is_complete
