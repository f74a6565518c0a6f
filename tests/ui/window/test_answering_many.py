"""Answering many findings: marked ones with one key, the certain ones, all that is left of a kind; each one step."""

from __future__ import annotations

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from window_driver import answer_of, go_to_first, items_of, queue_list, review_of, run

from core.model import Tier
from core.presenting.queue import QueueItem
from core.workflow.review import Answer
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.resolve import ResolveDialog

Key = Qt.Key


def mark(parts: Parts, items: list[QueueItem]) -> None:
    for item in items:
        parts.workspace.go_to(item)
        QTest.keyClick(queue_list(parts), Key.Key_Space)


def dialog_of(parts: Parts) -> ResolveDialog:
    return next(dialog for dialog in parts.window.findChildren(ResolveDialog) if dialog.isVisible())


def go(qtbot: QtBot, parts: Parts) -> None:
    """Do what the dialog says."""
    dialog_of(parts).go.click()
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=10_000)


def choose(parts: Parts, answer: Answer) -> None:
    dialog = dialog_of(parts)
    at = next(at for at, choice in enumerate(dialog.choices) if choice.answer is answer)
    dialog.radios.button(at).setChecked(True)


def strip_words(parts: Parts) -> str:
    panel = parts.window.docks.by_id["queue"].widget()
    return next((label.text() for label in panel.findChildren(QLabel) if "marked" in label.text()), "")


# ------------------------------------------------------------------------------------------------------------- marking


def test_space_marks_and_unmarks(opened: Parts) -> None:
    item = go_to_first(opened)
    QTest.keyClick(queue_list(opened), Key.Key_Space)
    assert opened.workspace.marked == {item.id}
    QTest.keyClick(queue_list(opened), Key.Key_Space)
    assert opened.workspace.marked == frozenset()


def test_escape_unmarks_all(opened: Parts) -> None:
    mark(opened, items_of(opened, "duplicate")[:2])
    QTest.keyClick(queue_list(opened), Key.Key_Escape)
    assert opened.workspace.marked == frozenset()


def test_it_is_said_before_how_many_a_key_answers(opened: Parts) -> None:
    mark(opened, [*items_of(opened, "duplicate")[:2], items_of(opened, "coverage-gap")[0]])
    words = strip_words(opened)
    assert all(part in words for part in ("3 marked", "Enter merges 2", "0 keeps 2 apart", "D calls 1 all right"))


@pytest.mark.parametrize(("key", "answer"), [(Key.Key_Return, Answer.ACCEPTED), (Key.Key_0, Answer.REJECTED)])
def test_a_key_answers_all_marked_duplicates_as_one_step(opened: Parts, key: Qt.Key, answer: Answer) -> None:
    items = items_of(opened, "duplicate")[:3]
    mark(opened, items)
    start = review_of(opened).state
    QTest.keyClick(queue_list(opened), key)
    assert {answer_of(opened, item) for item in items} == {answer}
    run(opened, "undo")
    assert review_of(opened).state == start


def test_d_calls_all_marked_all_right(opened: Parts) -> None:
    items = [*items_of(opened, "coverage-gap"), *items_of(opened, "cut-off")]
    mark(opened, items)
    QTest.keyClick(queue_list(opened), Key.Key_D)
    assert {answer_of(opened, item) for item in items} == {Answer.DISMISSED}


def test_marked_quotes_get_one_speaker(opened: Parts, prompts: FakePrompts) -> None:
    items = items_of(opened, "unattributed-quote")
    mark(opened, items)
    prompts.answer = "윤해담"
    QTest.keyClick(queue_list(opened), Key.Key_Return)
    homes = [review_of(opened).homes.first(item.entries[0]) for item in items]
    assert {home.speaker for home in homes if home} == {"윤해담"}
    assert prompts.asked.count("line") == 1


def test_what_was_answered_is_not_marked_any_more(opened: Parts) -> None:
    first, second, *_ = items_of(opened, "duplicate")
    mark(opened, [first, second])
    opened.workspace.go_to(first)
    run(opened, "take-2")
    assert opened.workspace.marked == {second.id}


def test_marked_ones_are_spoken_as_such(opened: Parts) -> None:
    from ui.desktop.panels.queue.list import QueueList

    mark(opened, items_of(opened, "duplicate")[:1])
    listed = queue_list(opened)
    assert isinstance(listed, QueueList)
    spoken = listed.lines.data(listed.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken is not None
    assert spoken.startswith("marked, ")


# ----------------------------------------------------------------------------------------------------- the certain ones


def certain(parts: Parts) -> list[QueueItem]:
    items = items_of(parts, "duplicate")
    return [item for item in items if item.is_open and item.finding.merge and item.finding.merge.tier is Tier.CERTAIN]


def test_the_certain_ones_are_merged_as_one_step(opened: Parts, qtbot: QtBot) -> None:
    items, start = certain(opened), review_of(opened).state
    assert items
    run(opened, "resolve-certain")
    go(qtbot, opened)
    assert {answer_of(opened, item) for item in items} == {Answer.ACCEPTED}
    run(opened, "undo")
    assert review_of(opened).state == start


def test_an_unchecked_one_stays_open(opened: Parts, qtbot: QtBot) -> None:
    items = certain(opened)
    run(opened, "resolve-certain")
    dialog = dialog_of(opened)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.go.text() == f"Merge {len(items) - 1}"
    go(qtbot, opened)
    assert answer_of(opened, items[0]) is Answer.OPEN


def test_with_none_checked_there_is_nothing_to_do(opened: Parts) -> None:
    run(opened, "resolve-certain")
    dialog = dialog_of(opened)
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()


def test_the_list_holds_the_words_of_each_copy(opened: Parts) -> None:
    run(opened, "resolve-certain")
    entries = review_of(opened).state.episode.entries
    text = dialog_of(opened).list.item(0).text()
    assert all(entries[entry].text in text for entry in certain(opened)[0].entries)


def test_the_button_of_the_queue_counts_them(opened: Parts) -> None:
    from ui.desktop.panels.queue.panel import QueuePanel

    panel = opened.window.docks.by_id["queue"].widget()
    assert isinstance(panel, QueuePanel)
    assert panel.resolve.accessibleName() == f"Resolve {len(certain(opened))} certain…"


# ------------------------------------------------------------------------------------------- all that is left of a kind


def test_the_last_choice_is_offered_for_all_that_is_left(opened: Parts, qtbot: QtBot) -> None:
    items = items_of(opened, "duplicate")
    opened.workspace.go_to(items[0])
    run(opened, "keep-both")
    QTest.keyClick(
        queue_list(opened), Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert dialog_of(opened).go.text() == f"Keep {len(items) - 1} apart"
    go(qtbot, opened)
    assert {answer_of(opened, item) for item in items} == {Answer.REJECTED}


def test_another_choice_can_be_made_for_all(opened: Parts, qtbot: QtBot) -> None:
    items = items_of(opened, "coverage-gap")
    opened.workspace.go_to(items[0])
    run(opened, "same-for-all")
    choose(opened, Answer.DISMISSED)
    go(qtbot, opened)
    assert {answer_of(opened, item) for item in items} == {Answer.DISMISSED}


def test_all_quotes_get_one_speaker(opened: Parts, qtbot: QtBot) -> None:
    items = items_of(opened, "unattributed-quote")
    opened.workspace.go_to(items[0])
    run(opened, "same-for-all")
    dialog = dialog_of(opened)
    assert not dialog.go.isEnabled()
    dialog.speaker.setEditText("윤해담")
    go(qtbot, opened)
    homes = [review_of(opened).homes.first(item.entries[0]) for item in items]
    assert {home.speaker for home in homes if home} == {"윤해담"}


def test_a_click_on_a_row_unchecks_it(opened: Parts) -> None:
    go_to_first(opened)
    run(opened, "same-for-all")
    dialog = dialog_of(opened)
    box = dialog.list.visualItemRect(dialog.list.item(0))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert len(dialog.checked()) == len(dialog.items) - 1
