"""From opening an episode to its export by keys alone, with the questions of the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from opened_window import SAMPLE, opened_window, wait_until
from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget
from window_driver import block_of, first_note, items_of, review_of

from core.model import ItemId
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.export import ExportDialog
from ui.desktop.main_window import MainWindow
from ui.desktop.prompts import WindowPrompts

MOST_STEPS = 60


@pytest.fixture
def parts(qapp: QApplication, tmp_path: Path) -> Iterator[Parts]:
    with opened_window(tmp_path, path=SAMPLE, prompts=WindowPrompts()) as made:
        yield made


def focused() -> QWidget:
    """What keys go to; a dialog that was just opened has them in a moment."""
    expected = QApplication.activeModalWidget() or next(
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow) and widget.isVisible()
    )
    if not expected.isActiveWindow():
        expected.activateWindow()  # as a window manager does, which is not there offscreen
    wait_until(lambda: expected.isActiveWindow() and QApplication.focusWidget() is not None)
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: str) -> None:
    for key in keys:
        QTest.keySequence(focused(), QKeySequence(key))


def write(text: str) -> None:
    """Replace what the focused field holds, as an input method does."""
    press("Ctrl+A")
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(focused(), done)


def press_until(key: str, is_so: Callable[[], bool]) -> None:
    for _ in range(MOST_STEPS):
        if is_so():
            return
        press(key)
    raise AssertionError(f"{key} never led there, but to {name_of(focused())}")


def do(words: str) -> None:
    """By the palette, as somebody does who knows no key of it."""
    press("Ctrl+Shift+P")
    write(words)
    press("Return")


def answering(text: str) -> None:
    """Write this into the next question, and go on."""

    def answer() -> None:
        if not isinstance(QApplication.activeModalWidget(), QInputDialog):
            QTimer.singleShot(5, answer)
            return
        write(text)
        press("Return")

    QTimer.singleShot(0, answer)


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or str(widget.property("text") or "")


def test_an_episode_is_worked_through_by_keys_alone(parts: Parts, tmp_path: Path) -> None:
    decide(parts)
    note, words = first_note(parts).id, "진행자가 심야 버스 이야기를 엶."
    edit(parts, note, words)
    retime(parts, note)
    rename(parts, "조용한 도시의 밤")
    drop_and_bring_back(parts)
    write_summary(parts, "밤에 다니는 버스 이야기.")
    text = export(parts, tmp_path / "final.md")
    assert all(part in text for part in (words, "조용한 도시의 밤", "1. 밤에 다니는 버스 이야기."))


def decide(parts: Parts) -> None:
    first = items_of(parts, "duplicate")[0]
    press_until("F6", lambda: focused().accessibleName() == "Findings")
    press_until("Down", lambda: parts.workspace.item == first)
    press("Return")
    assert not next(item for item in items_of(parts, "duplicate") if item.id == first.id).is_open


def edit(parts: Parts, note: ItemId, words: str) -> None:
    press_until("F6", lambda: focused().accessibleName() == "Merged")
    press("Ctrl+Home")
    press_until("Down", lambda: parts.workspace.focus.block == note)
    press("Ctrl+E")
    write(words)
    press("Ctrl+Return")
    assert block_of(parts, note).text == words


def retime(parts: Parts, note: ItemId) -> None:
    before = block_of(parts, note).time_s or 0
    press("Ctrl+]")
    assert block_of(parts, note).time_s == before + 1
    answering("0:20")
    do("Change the time")
    wait_until(lambda: block_of(parts, note).time_s == 20)


def rename(parts: Parts, title: str) -> None:
    press("F2")
    write(title)
    press("Return")
    assert review_of(parts).state.document.chapters[0].title == title


def drop_and_bring_back(parts: Parts) -> None:
    note = review_of(parts).state.document.chapters[0].blocks[1].id
    entry = block_of(parts, note).sources[0]
    press_until("Down", lambda: parts.workspace.focus.block == note)
    answering("advertisement")
    press("Alt+Delete")
    assert not review_of(parts).state.document.has(note)
    do("Ledger of all entries")
    press_until("Shift+Tab", lambda: name_of(focused()).startswith("Dropped"))
    press("Space")
    press_until("Tab", lambda: focused().accessibleName() == "Entries")
    press("Ctrl+Home")
    press_until("Tab", lambda: name_of(focused()) == "Bring it back")
    press("Space")
    assert review_of(parts).homes.get(entry)


def write_summary(parts: Parts, words: str) -> None:
    do("Summary lines")
    press_until("Tab", lambda: focused().accessibleName() == "Summary line 1")
    write(words)
    press("Return")
    assert review_of(parts).state.document.summary[0] == words


def export(parts: Parts, path: Path) -> str:
    press("Ctrl+Shift+E")
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert isinstance(dialog, ExportDialog)
    press_until("Tab", lambda: focused() is dialog.path)
    write(str(path))
    press("Return")
    wait_until(path.exists)
    return path.read_text("utf-8")
