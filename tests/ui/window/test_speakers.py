"""Naming who says a quote, in the window: chosen by typing, for one quote or for all of one label."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, items_of, press, queue_list, review_of, run

from core.model import Kind, blocks_of
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.speaker import SpeakerDialog

QUOTES = """## Fog

- [00:10] the lamp is lit

> "[00:11] never dark" — Ilse

> "[00:12] who is there" — (화자 미상)

> "[00:13] it hoots twice" — (화자 미상)

> "[00:14] nobody answers" — Anton
"""


@pytest.fixture
def opened_quotes(qtbot: QtBot, parts: Parts, tmp_path: Path) -> Parts:
    """A window with four quotes, two of them of somebody unknown."""
    (tmp_path / "chunk_001.md").write_text(QUOTES, "utf-8")
    parts.window.show()
    parts.opener.open((tmp_path / "chunk_001.md",))
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)
    return parts


def asked(parts: Parts) -> SpeakerDialog:
    """The dialog, for the first quote that names nobody."""
    go_to_first(parts, "unattributed-quote")
    press(queue_list(parts), Qt.Key.Key_S, "s")
    dialog = parts.window.findChild(SpeakerDialog)
    assert isinstance(dialog, SpeakerDialog)
    return dialog


def speakers(parts: Parts) -> list[str | None]:
    return [block.speaker for block in blocks_of(review_of(parts).state.document) if block.kind is Kind.QUOTE]


def test_one_key_and_enter_take_the_one_who_speaks_most(opened_quotes: Parts) -> None:
    QTest.keyClick(asked(opened_quotes).name, Qt.Key.Key_Return)
    assert speakers(opened_quotes) == ["Ilse", "Ilse", "(화자 미상)", "Anton"]


def test_the_key_works_in_hangul_mode(opened_quotes: Parts) -> None:
    go_to_first(opened_quotes, "unattributed-quote")
    press(queue_list(opened_quotes), Qt.Key.Key_unknown, "ㄴ")
    assert opened_quotes.window.findChild(SpeakerDialog) is not None


def test_arrows_choose_another_one(opened_quotes: Parts) -> None:
    dialog = asked(opened_quotes)
    QTest.keyClick(dialog.name, Qt.Key.Key_Down)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert speakers(opened_quotes)[1] == "Anton"


def test_typing_finds_a_known_name(opened_quotes: Parts) -> None:
    dialog = asked(opened_quotes)
    dialog.name.setText("ant")
    assert dialog.chosen == "Anton"


def test_a_new_name_is_taken_as_it_is_typed(opened_quotes: Parts) -> None:
    dialog = asked(opened_quotes)
    dialog.name.setText("윤해담")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert speakers(opened_quotes)[1] == "윤해담"


def test_a_new_name_that_is_part_of_another_can_be_chosen(opened_quotes: Parts) -> None:
    dialog = asked(opened_quotes)
    dialog.name.setText("Ils")
    QTest.keyClick(dialog.name, Qt.Key.Key_Down)
    assert dialog.chosen == "Ils"


def test_all_quotes_of_one_label_get_it_in_one_step(opened_quotes: Parts) -> None:
    dialog = asked(opened_quotes)
    assert dialog.all.text() == "All 2 quotes of “(화자 미상)”"
    dialog.all.setChecked(True)
    assert dialog.take.text() == "Set it for 2"
    dialog.take.click()
    assert speakers(opened_quotes) == ["Ilse", "Ilse", "Ilse", "Anton"]
    run(opened_quotes, "undo")
    assert speakers(opened_quotes)[1:3] == ["(화자 미상)", "(화자 미상)"]


def test_it_goes_on_to_the_next_quote(opened_quotes: Parts) -> None:
    QTest.keyClick(asked(opened_quotes).name, Qt.Key.Key_Return)
    (left,) = items_of(opened_quotes, "unattributed-quote")
    assert opened_quotes.workspace.focus.finding == left.id


def test_a_quote_that_is_found_nowhere_wrong_can_be_named_too(opened_quotes: Parts) -> None:
    block = next(block for block in blocks_of(review_of(opened_quotes).state.document) if block.speaker == "Anton")
    opened_quotes.workspace.look_at_block(block.id)
    run(opened_quotes, "set-speaker")
    dialog = opened_quotes.window.findChild(SpeakerDialog)
    assert isinstance(dialog, SpeakerDialog)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert speakers(opened_quotes)[3] == "Ilse"


def test_the_next_finding_follows_not_the_first_of_all(opened_quotes: Parts) -> None:
    dialog = asked(opened_quotes)
    following = items_of(opened_quotes, "unattributed-quote")[1]
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert opened_quotes.workspace.focus.finding == following.id
