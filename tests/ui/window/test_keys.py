"""Keys as they are pressed: they go to what has the focus, and the window's shortcuts hear them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from chunk_builder import chunk, episode
from fake_prompts import FakePrompts
from opened_window import wait_until
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from window_driver import block_of, go_to_first, items_of, review_of, surface_of

from core.model import EntryId, Merge, Tier, blocks_of
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.presenting.queue import Queue
from core.workflow.opening import built
from ui.desktop.app.window import Parts
from ui.desktop.main_window import MainWindow
from ui.desktop.panels.queue.panel import QueuePanel
from ui.desktop.workspace import Opened

COPIES = 9


def focused(window: MainWindow) -> QWidget:
    """What keys go to; there is no window manager offscreen to make a window active."""
    if not window.isActiveWindow():
        window.activateWindow()
    wait_until(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(parts: Parts, *keys: str) -> None:
    for key in keys:
        QTest.keySequence(focused(parts.window), QKeySequence(key))


def queue_of(parts: Parts) -> Queue:
    assert parts.workspace.queue is not None
    return parts.workspace.queue


def in_merged(parts: Parts) -> None:
    """Be in the document, as somebody is who reads there."""
    surface_of(parts).merged.rows.setFocus(Qt.FocusReason.OtherFocusReason)


# ----------------------------------------------------------------------------------------------- through the findings


def test_shift_f8_goes_back_past_what_is_decided(opened: Parts) -> None:
    first, second, third = items_of(opened, "duplicate")[:3]
    opened.workspace.go_to(second)
    in_merged(opened)
    press(opened, "Ctrl+Shift+Return")
    assert opened.workspace.item is not None
    assert opened.workspace.item.id == third.id
    press(opened, "Shift+F8")
    assert opened.workspace.item.id == first.id


def test_alt_up_goes_back_to_each_finding(opened: Parts) -> None:
    items = queue_of(opened).items
    opened.workspace.go_to(items[2])
    in_merged(opened)
    press(opened, "Alt+Up")
    assert opened.workspace.item == items[1]
    press(opened, "Alt+Up", "Alt+Up")
    assert opened.workspace.item == items[0]  # and nothing is before it


# ------------------------------------------------------------------------------------------------- the words of a copy


@pytest.fixture
def nine_copies(parts: Parts) -> Parts:
    """A window that shows nine chunks, which all say the same in words of their own, and one finding about it."""
    lines = [f"00:10 the lamp is lit, as number {number} says" for number in range(1, COPIES + 1)]
    chunks = [chunk(number, "# Fog", line) for number, line in enumerate(lines, 1)]
    review = built(episode(*chunks, language="en"))
    review.set_merges([Merge(tuple(note.id for each in chunks for note in each.notes), 0.9, Tier.CERTAIN)])
    parts.window.show()
    parts.workspace.show(Opened(review, ChunksPane(review), MergedPane(review)))
    return parts


@pytest.mark.parametrize("number", range(2, COPIES + 1))
def test_ctrl_and_a_number_takes_the_words_of_that_copy(nine_copies: Parts, number: int) -> None:
    item = go_to_first(nine_copies)
    assert item.finding.merge is not None
    members = item.finding.merge.members
    in_merged(nine_copies)
    press(nine_copies, f"Ctrl+{number}")
    review = review_of(nine_copies)
    [home] = review.homes.get(EntryId(members[0]))
    assert block_of(nine_copies, home).text == review.state.episode.entries[members[number - 1]].text
    assert set(block_of(nine_copies, home).sources) == set(members)


def test_a_number_of_no_copy_does_nothing(opened: Parts) -> None:
    item = go_to_first(opened)
    assert item.finding.merge is not None
    assert len(item.finding.merge.members) < COPIES
    before = review_of(opened).state
    in_merged(opened)
    press(opened, f"Ctrl+{COPIES}")
    assert review_of(opened).state is before


# -------------------------------------------------------------------------------------------------------- the recording


class Browser(QObject):
    """What opens addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")  # pyright: ignore[reportArgumentType] - no bytes, whatever it says
    yield made
    QDesktopServices.unsetUrlHandler("https")


def test_shift_f4_plays_from_five_seconds_earlier(opened: Parts, prompts: FakePrompts, browser: Browser) -> None:
    note = next(each for each in blocks_of(review_of(opened).state.document) if (each.time_s or 0) > 60)
    prompts.answer = "https://example.org/watch"
    opened.workspace.go_to_block(note.id)
    in_merged(opened)
    press(opened, "F4", "Shift+F4")
    assert note.time_s is not None
    assert [f"t={note.time_s}" in browser.opened[0], f"t={note.time_s - 5}" in browser.opened[1]] == [True, True]


# ------------------------------------------------------------------------------------------------------------ the panes


def pane_of(parts: Parts) -> QWidget:
    panes = parts.window.middle.panes() + parts.window.docks.shown()
    now = focused(parts.window)
    return next(pane for pane in panes if pane is now or pane.isAncestorOf(now))


def test_shift_f6_goes_back_through_all_panes(opened: Parts) -> None:
    in_merged(opened)
    there, back = [pane_of(opened)], []
    for _ in opened.window.middle.panes() + opened.window.docks.shown():
        press(opened, "F6")
        there.append(pane_of(opened))
    for _ in there:
        back.append(pane_of(opened))
        press(opened, "Shift+F6")
    assert there[-1] is there[0]
    assert len(set(there)) == len(there) - 1
    assert back == there[::-1]


def test_f6_comes_to_a_line_of_the_queue_after_a_click_on_a_note_without_a_finding(opened: Parts) -> None:
    view = surface_of(opened).merged.rows
    note = next(
        each
        for each in blocks_of(review_of(opened).state.document)
        if not any(each.id == item.block or set(each.sources) & set(item.entries) for item in queue_of(opened).items)
    )
    opened.workspace.go_to_block(note.id)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.currentIndex()).center())
    assert (opened.workspace.focus.block, opened.workspace.item) == (note.id, None)
    panel = opened.window.docks.by_id["queue"].widget()
    assert isinstance(panel, QueuePanel)
    listed = panel.list
    for _ in range(8):
        if focused(opened.window) is listed:
            break
        press(opened, "F6")
    assert listed.currentIndex().isValid()
    press(opened, "Return")
    assert opened.workspace.item == queue_of(opened).next_open(None, +1)
