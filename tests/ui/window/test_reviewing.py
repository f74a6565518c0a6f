"""Going through the queue: one key decides and goes on, and everything can be taken back."""

from __future__ import annotations

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from window_driver import (
    answer_of,
    block_of,
    go_to_first,
    items_of,
    queue_list,
    review_of,
    run,
    surface_of,
)

from core.model import ItemId
from core.presenting.filters import Filter
from core.workflow.review import Answer
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.reason import ReasonDialog
from ui.desktop.dialogs.speaker import SpeakerDialog

Key = Qt.Key


def test_accepting_merges_and_goes_on(opened: Parts) -> None:
    item = go_to_first(opened)
    run(opened, "accept")
    assert answer_of(opened, item) is Answer.ACCEPTED
    assert opened.workspace.item is not None
    assert opened.workspace.item.id != item.id


def test_keeping_both_goes_on(opened: Parts) -> None:
    item = go_to_first(opened)
    run(opened, "keep-both")
    assert answer_of(opened, item) is Answer.REJECTED
    assert opened.workspace.focus.finding != item.id


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_in_the_queue_accepts(opened: Parts, key: Qt.Key) -> None:
    item = go_to_first(opened)
    QTest.keyClick(queue_list(opened), key)
    assert answer_of(opened, item) is Answer.ACCEPTED


def test_zero_in_the_queue_keeps_both(opened: Parts) -> None:
    item = go_to_first(opened)
    QTest.keyClick(queue_list(opened), Key.Key_0)
    assert answer_of(opened, item) is Answer.REJECTED


def test_a_number_in_the_queue_takes_that_copy_s_words(opened: Parts) -> None:
    item = go_to_first(opened)
    second = review_of(opened).state.episode.entries[item.entries[1]]
    QTest.keyClick(queue_list(opened), Key.Key_2)
    home = review_of(opened).homes.first(second.id)
    assert home is not None
    assert (home.text, home.sources[0]) == (second.text, second.id)


def test_the_words_can_be_chosen_after_the_merge(opened: Parts) -> None:
    item = go_to_first(opened)
    run(opened, "accept")
    opened.workspace.go_to(item)
    run(opened, "take-2")
    home = review_of(opened).homes.first(item.entries[1])
    assert home is not None
    assert home.sources[0] == item.entries[1]


def test_backspace_in_the_queue_undoes_and_shows_it(opened: Parts) -> None:
    item = go_to_first(opened)
    target = queue_list(opened)
    QTest.keyClick(target, Key.Key_Return)
    QTest.keyClick(target, Key.Key_Backspace)
    assert answer_of(opened, item) is Answer.OPEN
    assert opened.workspace.focus.finding == item.id


def test_later_puts_it_behind_the_others_of_its_kind(opened: Parts) -> None:
    item = go_to_first(opened)
    QTest.keyClick(queue_list(opened), Key.Key_L)
    assert items_of(opened, "duplicate")[-1].id == item.id
    assert opened.workspace.focus.finding == items_of(opened, "duplicate")[0].id


def test_down_in_the_queue_goes_to_the_next(opened: Parts) -> None:
    go_to_first(opened)
    QTest.keyClick(queue_list(opened), Key.Key_Down)
    assert opened.workspace.focus.finding == items_of(opened, "duplicate")[1].id


def test_undecided_ones_are_found_past_decided_ones(opened: Parts) -> None:
    first, second, third, *_ = items_of(opened, "duplicate")
    opened.workspace.go_to(second)
    run(opened, "accept")
    opened.workspace.go_to(first)
    run(opened, "next-undecided")
    assert opened.workspace.focus.finding == third.id


def test_the_counter_counts(opened: Parts) -> None:
    assert opened.workspace.queue is not None
    total = len(opened.workspace.queue.items)
    go_to_first(opened)
    run(opened, "accept")
    words = opened.window.docks.by_id["queue"].widget().windowTitle()
    assert words.startswith(f"{opened.workspace.queue.left} of {len(opened.workspace.queue.items)} left")
    assert opened.workspace.queue.left < total


def test_the_same_numbers_stand_everywhere(qtbot: QtBot, opened: Parts) -> None:
    queue, status = opened.workspace.queue, opened.window.status
    assert queue is not None
    counts = queue.counts
    qtbot.waitUntil(lambda: opened.workspace.readying.count == counts.needed, timeout=30_000)
    head = opened.window.docks.by_id["queue"].widget().windowTitle()
    assert head == f"{counts.left} of {counts.total} left, {counts.needed} until ready"
    assert status.left.text() == f"{counts.left} of {counts.total} left"
    assert status.ready.text() == f"{counts.needed} until ready"
    assert f"Of {counts.left} left, {counts.needed} until ready" in status.ready.toolTip()
    run(opened, "export")
    dialog = next(child for child in opened.window.findChildren(QDialog) if child.isVisible())
    assert head in [label.text() for label in dialog.findChildren(QLabel)]


def test_what_a_decision_settles_beside_it_is_said(qtbot: QtBot, opened: Parts) -> None:
    queue = opened.workspace.queue
    assert queue is not None
    heard: list[str] = []
    opened.workspace.told.connect(heard.append)
    for item in [item for item in queue.items if item.kind == "duplicate"]:
        before = queue.counts
        opened.workspace.go_to(item)
        run(opened, "accept")
        further = before.left - queue.counts.left - 1
        assert queue.counts.total == before.total
        assert f"{further} further finding" in heard[-1] if further else not heard
        if further:
            assert opened.window.status.told.full_text == heard[-1]
            run(opened, "undo")
            assert opened.window.status.told.full_text == ""  # it was said of what is taken back
            return
    raise AssertionError("no decision about the sample settles anything else")


def test_the_next_undecided_is_one_of_those_that_are_shown(opened: Parts) -> None:
    opened.workspace.show_only(Filter(kinds=frozenset({"duplicate"})))
    for _ in items_of(opened, "duplicate"):
        run(opened, "next-undecided")
        assert opened.workspace.item is not None
        assert opened.workspace.item.kind == "duplicate"


def test_everything_can_be_undone_and_done_again(opened: Parts) -> None:
    review = review_of(opened)
    start = review.state
    for number, item in enumerate(items_of(opened, "duplicate")):
        opened.workspace.go_to(item)
        run(opened, "accept" if number % 2 else "keep-both")
    end = review.state
    while review.undo_label:
        run(opened, "undo")
    assert review.state == start
    while review.redo_label:
        run(opened, "redo")
    assert review.state == end


def test_undo_names_what_it_takes_back(opened: Parts) -> None:
    go_to_first(opened)
    run(opened, "accept")
    assert opened.window.commands.by_id["undo"].text() == "Undo: merge"


def test_a_merge_asked_for_in_the_link_map_stays_there(opened: Parts) -> None:
    item = go_to_first(opened)
    assert item.block is not None
    surface_of(opened).merge_requested.emit(item.block)
    assert answer_of(opened, item) is Answer.ACCEPTED
    assert opened.workspace.focus.finding == item.id


def test_a_quote_gets_its_speaker(opened: Parts) -> None:
    item = go_to_first(opened, "unattributed-quote")
    QTest.keyClick(queue_list(opened), Key.Key_Return)
    dialog = opened.window.findChild(SpeakerDialog)
    assert isinstance(dialog, SpeakerDialog)
    dialog.name.setText("윤해담")
    QTest.keyClick(dialog.name, Key.Key_Return)
    assert item.block is not None
    assert block_of(opened, item.block).speaker == "윤해담"
    assert opened.workspace.queue is not None
    assert opened.workspace.queue.find(item.id) is None


def test_what_is_out_of_order_moves_to_its_time(opened: Parts) -> None:
    document = review_of(opened).state.document
    opened.workspace.go_to_block(document.chapters[0].blocks[0].id)
    run(opened, "move-down")
    item = go_to_first(opened, "out-of-order")
    QTest.keyClick(queue_list(opened), Key.Key_T)
    assert review_of(opened).state.document == document
    assert opened.workspace.queue is not None
    assert opened.workspace.queue.find(item.id) is None


def test_a_finding_can_be_called_all_right(opened: Parts) -> None:
    item = go_to_first(opened, "coverage-gap")
    run(opened, "dismiss")
    assert answer_of(opened, item) is Answer.DISMISSED


def test_d_calls_it_all_right_and_goes_on(opened: Parts) -> None:
    first, second, *_ = items_of(opened, "unattributed-quote")
    opened.workspace.go_to(first)
    QTest.keyClick(queue_list(opened), Key.Key_D)
    assert answer_of(opened, first) is Answer.DISMISSED
    assert opened.workspace.focus.finding == second.id


def reason_dialog(parts: Parts) -> ReasonDialog:
    QTest.keyClick(queue_list(parts), Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    return next(dialog for dialog in parts.window.findChildren(ReasonDialog) if dialog.isVisible())


@pytest.mark.parametrize("reason", ["the tape was changed", ""])
def test_a_reason_can_be_given_or_not(opened: Parts, reason: str) -> None:
    item = go_to_first(opened, "coverage-gap")
    dialog = reason_dialog(opened)
    dialog.reason.setText(reason)
    QTest.keyClick(dialog.reason, Key.Key_Return)
    assert review_of(opened).state.dismissed[item.id] == reason


def test_a_reason_is_offered_again(opened: Parts) -> None:
    first, second, *_ = items_of(opened, "unattributed-quote")
    opened.workspace.go_to(first)
    dialog = reason_dialog(opened)
    dialog.reason.setText("the tape was changed")
    dialog.go.click()
    opened.workspace.go_to(second)
    reason_dialog(opened).remembered[0].click()
    assert review_of(opened).state.dismissed[second.id] == "the tape was changed"


def test_without_a_reason_given_escape_leaves_it_open(opened: Parts) -> None:
    item = go_to_first(opened, "coverage-gap")
    QTest.keyClick(reason_dialog(opened).reason, Key.Key_Escape)
    assert answer_of(opened, item) is Answer.OPEN


def test_dropping_keeps_the_reason(opened: Parts, prompts: FakePrompts) -> None:
    item = go_to_first(opened)
    assert item.block is not None
    sources = block_of(opened, item.block).sources
    prompts.answer = "said elsewhere"
    QTest.keyClick(queue_list(opened), Key.Key_Delete)
    assert {review_of(opened).state.dropped.get(entry) for entry in sources} == {"said elsewhere"}


def test_clicking_a_row_shows_its_finding(opened: Parts) -> None:
    item = items_of(opened, "duplicate")[-1]
    view = surface_of(opened).merged.rows
    at = view.pane.find(str(item.block))
    assert at is not None
    view.go_to(at)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_box(at).center())
    assert opened.workspace.focus.block == item.block
    assert opened.workspace.item is not None
    assert opened.workspace.item.block == ItemId(str(item.block))


def test_a_plain_row_shows_where_it_comes_from(opened: Parts) -> None:
    review = review_of(opened)
    plain = next(
        entry for entry in review.state.episode.entries if not review.merges_of(entry) and review.homes.get(entry)
    )
    opened.workspace.go_to_block(review.homes.get(plain)[0])
    if opened.workspace.item is None:
        assert opened.window.docks.by_id["evidence"].widget().windowTitle() == "Where this comes from"
