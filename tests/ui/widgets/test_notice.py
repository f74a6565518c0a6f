"""A notice gives its words room: its answers go below them where the line is short."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from ui.desktop.theme import load_theme
from ui.desktop.widgets.choice import Choice
from ui.desktop.widgets.notice import Notice

WORDS = "Two files changed on the disk since they were read, and what was decided stays where it can be placed again."
ANSWERS = ("Take the changes in", "Show what changed", "Keep what is here")


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    notice = Notice(load_theme("light"))
    qtbot.addWidget(notice)
    notice.say(WORDS, choices=[Choice(words, notice.hide) for words in ANSWERS])
    return notice


def is_below(notice: Notice) -> bool:
    """Whether every answer stands under the words."""
    return all(
        button.mapTo(notice, QPoint()).y() >= notice.words.mapTo(notice, QPoint()).y() + notice.words.height()
        for button in notice.buttons
    )


def resize(qtbot: QtBot, notice: Notice, width: int) -> None:
    notice.resize(width, notice.heightForWidth(width))
    qtbot.waitUntil(lambda: notice.width() == width, timeout=30_000)


def test_the_answers_stand_beside_the_words_where_there_is_room(qtbot: QtBot, notice: Notice) -> None:
    resize(qtbot, notice, 1200)
    qtbot.waitUntil(lambda: not is_below(notice), timeout=30_000)


def test_the_answers_go_below_the_words_of_a_narrow_window(qtbot: QtBot, notice: Notice) -> None:
    resize(qtbot, notice, 610)
    qtbot.waitUntil(lambda: is_below(notice), timeout=30_000)


def test_the_answers_come_back_beside_the_words(qtbot: QtBot, notice: Notice) -> None:
    resize(qtbot, notice, 610)
    resize(qtbot, notice, 1200)
    qtbot.waitUntil(lambda: not is_below(notice), timeout=30_000)


def test_the_answers_of_a_notice_do_not_keep_the_window_wide(qtbot: QtBot, notice: Notice) -> None:
    resize(qtbot, notice, 610)
    qtbot.waitUntil(lambda: is_below(notice), timeout=30_000)
    assert notice.minimumSizeHint().width() < 610
