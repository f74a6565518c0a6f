"""The evidence card: copies with what stands around them, vetoes, what a merge will do, leaving one out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from window_driver import answer_of, items_of, review_of, run

from core.messages import Message
from core.model import EntryId, Merge, Reason, Tier
from core.presenting.queue import QueueItem
from core.workflow.review import Answer
from ui.desktop.app.window import Parts, built_window
from ui.desktop.panels.evidence.answers import AnswerBar
from ui.desktop.panels.evidence.copies import CopyView
from ui.desktop.panels.evidence.panel import EvidencePanel
from ui.desktop.widgets.labels import ElidedLabel

NOTES = """## One
- [00:01] before it
- [00:10] the lamp was lit
    - [00:12] it burned

---

## Two
- [00:10] they lit the lamp at 9
    - [00:14] all night

---

## Three
- [00:10] the lamp was lit at 10
"""


@pytest.fixture
def three(qtbot: QtBot, tmp_path: Path, prompts: FakePrompts) -> Iterator[Parts]:
    """A window with three chunks that say the same, which detection is told to propose."""
    for number, text in enumerate(NOTES.split("---\n\n"), 1):
        (tmp_path / f"chunk_{number:03}.md").write_text(text, encoding="utf-8")
    made = built_window(
        QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat), theme="light", prompts=prompts
    )
    made.window.resize(1280, 1000)
    qtbot.addWidget(made.window)
    made.opener.open_first((tmp_path,))
    made.window.show()
    made.opener.begin()
    qtbot.waitUntil(lambda: not made.workspace.tasks.is_busy, timeout=20_000)
    review = review_of(made)
    members = tuple(e.id for e in review.state.episode.entries.values() if "lamp" in e.text)
    pairs = frozenset({frozenset(members[1:])})
    veto = Reason("different-numbers", -1.0, Message("different numbers: {left}, {right}", {"left": 9, "right": 10}))
    review.set_merges([Merge(members, 0.9, Tier.LIKELY, (Reason("time", 0.0, Message("same second")), veto), pairs)])
    made.workspace.go_to(items_of(made, "duplicate")[0])
    yield made
    made.workspace.tasks.close()


def card(parts: Parts) -> EvidencePanel:
    panel = parts.window.docks.by_id["evidence"].widget()
    assert isinstance(panel, EvidencePanel)
    return panel


def item_of(parts: Parts) -> QueueItem:
    return items_of(parts, "duplicate")[0]


def words_on(parts: Parts) -> list[str]:
    return [label.text() for label in card(parts).findChildren(QLabel) if label.isVisible() and label.text()]


def copies(parts: Parts) -> list[CopyView]:
    return [view for view in card(parts).findChildren(CopyView) if view.isVisible()]


def members(parts: Parts) -> tuple[EntryId, ...]:
    return review_of(parts).merges[0].members


def test_every_copy_is_shown(three: Parts) -> None:
    assert len(copies(three)) == 3


def test_what_stands_around_a_copy_is_shown(three: Parts) -> None:
    around = [label.accessibleName() for label in copies(three)[0].findChildren(ElidedLabel) if label.isVisible()]
    assert around == ["Before it: before it", "After it: it burned"]


def test_a_veto_is_framed_and_has_a_sign_of_its_own(three: Parts) -> None:
    assert "Different numbers: 9, 10" in words_on(three)
    assert "≠" in words_on(three)
    assert "✓" in words_on(three)


def test_what_the_merge_will_do_is_said_above_the_buttons(three: Parts) -> None:
    assert any(words.startswith("→ ") and "notes moving along: 1" in words for words in words_on(three))


def test_a_copy_is_left_out_by_its_button_and_the_others_can_be_merged(three: Parts) -> None:
    copies(three)[2]._leave_out.click()
    out = members(three)[2]
    assert answer_of(three, item_of(three)) is Answer.OPEN
    run(three, "accept")
    home = review_of(three).homes.first(out)
    assert home is not None
    assert home.sources == (out,)
    assert answer_of(three, item_of(three)) is Answer.ACCEPTED


def test_a_copy_is_left_out_by_key(three: Parts, qtbot: QtBot) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    three.window.activateWindow()
    QTest.keyClick(three.window, Qt.Key.Key_3, keys)
    qtbot.waitUntil(lambda: any("left out" in words for words in words_on(three)))


def test_leaving_one_out_is_one_step_that_undo_takes_back(three: Parts) -> None:
    start = review_of(three).state
    run(three, "exclude-2")
    assert review_of(three).state != start
    run(three, "undo")
    assert review_of(three).state == start


def test_each_button_of_a_copy_is_reached_by_tab(three: Parts) -> None:
    view = copies(three)[0]
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in (view._use, view._leave_out))


def test_of_two_copies_none_can_be_left_out(three: Parts, qtbot: QtBot) -> None:
    review_of(three).set_merges([Merge(members(three)[:2], 0.9, Tier.LIKELY)])
    three.workspace.go_to(item_of(three))
    qtbot.waitUntil(lambda: not any(view._leave_out.isVisible() for view in copies(three)))


def test_the_buttons_say_how_many_they_answer_where_some_are_marked(three: Parts) -> None:
    three.workspace.mark(frozenset({item_of(three).id}))
    buttons = [button.text() for button in card(three).findChildren(QPushButton) if button.isVisible()]
    assert "Merge 1" in buttons


def visible_in(bar: AnswerBar) -> list[str]:
    return [button.accessibleName() for button in bar.findChildren(QPushButton) if button.isVisible()]


def test_the_answers_stand_in_one_row(three: Parts) -> None:
    tops = {b.y() + b.height() // 2 for b in card(three).answers.findChildren(QPushButton) if b.isVisible()}
    assert max(tops) - min(tops) <= 1


def test_what_finds_no_room_is_in_the_menu(qtbot: QtBot, three: Parts) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    bar = AnswerBar(three.workspace, room)
    bar.show_answers(three.workspace.answers())
    room.show()
    bar.resize(290, 40)
    assert visible_in(bar) == ["Merge", "Keep both", "Later"]
    menu = bar.more.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Merge by hand… (Ctrl+M, in the queue M)"]
    bar.resize(800, 40)
    assert visible_in(bar) == ["Merge", "Keep both", "Merge by hand…", "Later"]
    assert not bar.more.isVisible()


def test_later_is_a_sign_that_says_what_it_is(three: Parts) -> None:
    later = next(b for b in card(three).answers.findChildren(QPushButton) if b.accessibleName() == "Later")
    assert later.isVisible()
    assert later.text() == ""
    assert "Alt+PgDown" in later.toolTip()


def test_where_there_is_little_room_the_copies_come_first(three: Parts) -> None:
    card(three).resize(340, 290)
    assert not any(label.isVisible() for label in copies(three)[0].findChildren(ElidedLabel))
