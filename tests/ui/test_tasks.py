"""Work beside the window: results come to the GUI thread, stale ones never."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.work import Work
from ui.desktop.tasks import Task, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def counting(to: int) -> Work[int]:
    for at in range(to):
        yield at / to
    return to


def endless() -> Work[int]:
    while True:
        yield 0.5


def failing() -> Work[int]:
    yield 0.1
    raise ValueError("no luck")


def test_the_result_arrives_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    got: list[object] = []
    tasks.start(Task("a", "Counting", counting(5), lambda result: got.append((result, threading.current_thread()))))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(5, threading.main_thread())]


def test_the_work_runs_elsewhere(qtbot: QtBot, tasks: Tasks) -> None:
    got: list[object] = []

    def where() -> Work[object]:
        yield 0.0
        return threading.current_thread()

    tasks.start(Task("a", "Looking", where(), got.append))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] is not threading.main_thread()


def test_newer_work_of_a_name_makes_older_stale(qtbot: QtBot, tasks: Tasks) -> None:
    got: list[int] = []
    tasks.start(Task("a", "Counting", endless(), got.append))
    tasks.start(Task("a", "Counting", counting(3), got.append))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [3]


def test_cancelled_work_tells_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    got: list[int] = []
    tasks.start(Task("a", "Counting", endless(), got.append))
    with qtbot.waitSignal(tasks.ended):
        tasks.cancel()
    assert not tasks.is_busy
    assert got == []


def test_an_error_reaches_the_one_who_asked(qtbot: QtBot, tasks: Tasks) -> None:
    got: list[Exception] = []
    tasks.start(Task("a", "Trying", failing(), lambda _: None, got.append))
    qtbot.waitUntil(lambda: bool(got))
    assert str(got[0]) == "no luck"


def test_an_error_that_nobody_asked_for_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.start(Task("a", "Trying", failing(), lambda _: None))
    assert told.args is not None
    assert isinstance(told.args[0], ValueError)


def test_closing_waits_for_the_threads(tasks: Tasks) -> None:
    before = threading.active_count()
    tasks.start(Task("a", "Counting", endless(), lambda _: None))
    tasks.close()
    assert threading.active_count() == before
