"""The window for those who hear it: every control has a role, a name and a state, and every row says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_window import opened_window, wait_until
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QTabBar, QWidget
from window_driver import go_to_first, items_of, queue_list, surface_of

from ui.desktop.app.window import Parts
from ui.desktop.dialogs import DIALOGS
from ui.desktop.main_window.tabbing import is_in_view
from ui.desktop.panels import PANELS
from ui.desktop.panels.find.panel import FindPanel

Role = QAccessible.Role
CONTROLS = {
    *(Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton),
    *(Role.EditableText, Role.ComboBox, Role.SpinBox, Role.Slider, Role.ProgressBar),
    *(Role.List, Role.Table, Role.Tree, Role.ListItem, Role.MenuItem, Role.PageTab, Role.PageTabList),
}
ROWS = {Role.List, Role.Table, Role.Tree}
PANEL_IDS = [panel.id for panel in PANELS]
MOST_CHILDREN = 100
SYMBOLS = re.compile(r"[^\w]+")


def controls(interface: QAccessibleInterface, path: str = "") -> Iterator[tuple[str, QAccessibleInterface]]:
    """What is visible in the tree and can be worked with, each with its way there; of rows, the first few."""
    is_long = interface.role() in ROWS
    for at in range(min(interface.childCount(), 12 if is_long else MOST_CHILDREN)):
        child = interface.child(at)
        if child is None or not child.isValid() or child.state().invisible or is_empty(child):
            continue
        here = f"{path}/{child.role().name}"
        if child.role() in CONTROLS and not (is_long and child.role() is not Role.ListItem):
            yield here, child
        if not is_long:
            yield from controls(child, here)


def is_empty(interface: QAccessibleInterface) -> bool:
    """Qt keeps the tabs of panels, out of view, where no more than one is there."""
    owner = interface.object()
    return isinstance(owner, QTabBar) and not is_in_view(owner)


def in_tree(widget: QWidget) -> list[tuple[str, QAccessibleInterface]]:
    return list(controls(QAccessible.queryAccessibleInterface(widget)))


def described(path: str, interface: QAccessibleInterface) -> str:
    owner = interface.object()
    return f"{path} {type(owner).__name__} “{interface.text(QAccessible.Text.Name)[:40]}”"


def nameless(widget: QWidget) -> list[str]:
    """Controls whose name is missing or is a sign that nobody can hear."""
    return [
        described(path, control)
        for path, control in in_tree(widget)
        if not SYMBOLS.sub("", control.text(QAccessible.Text.Name))
    ]


def wrong_states(widget: QWidget) -> list[str]:
    """Controls that tell another state than they have."""
    wrong: list[str] = []
    for path, control in in_tree(widget):
        owner, state = control.object(), control.state()
        if not isinstance(owner, QWidget):
            continue
        is_told = [bool(state.disabled) != owner.isEnabled(), bool(state.focused) == owner.hasFocus()]
        if isinstance(owner, QAbstractButton):
            is_told += [bool(state.checkable) == owner.isCheckable(), bool(state.checked) == owner.isChecked()]
        if owner.focusPolicy() & Qt.FocusPolicy.TabFocus and owner.isEnabled():
            is_told.append(bool(state.focusable))
        if not all(is_told):
            wrong.append(described(path, control))
    return wrong


def marked_up(widget: QWidget) -> list[str]:
    """What a screen reader would spell out."""
    interfaces = [QAccessible.queryAccessibleInterface(child) for child in widget.findChildren(QWidget)]
    heard = [interface.text(QAccessible.Text.Description) for interface in interfaces if interface is not None]
    return [text for text in heard if "<qt>" in text or "<br>" in text]


@pytest.fixture(params=PANEL_IDS)
def panel(request: pytest.FixtureRequest, window: Parts) -> QWidget:
    go_to_first(window)
    window.workspace.panel_requested.emit(request.param, False)
    QTest.qWait(30)
    return window.window.docks.by_id[request.param]


def test_every_control_of_a_panel_has_a_name(panel: QWidget) -> None:
    assert in_tree(panel)
    assert nameless(panel) == []


def test_every_control_of_a_panel_tells_its_state(panel: QWidget) -> None:
    assert wrong_states(panel) == []


def test_every_control_of_the_window_has_a_name(window: Parts) -> None:
    assert nameless(window.window) == []


def test_every_control_of_the_window_tells_its_state(window: Parts) -> None:
    assert wrong_states(window.window) == []


def test_nothing_of_the_window_is_heard_with_its_markup(window: Parts) -> None:
    go_to_first(window)
    for panel in PANEL_IDS:
        window.workspace.panel_requested.emit(panel, False)
    QTest.qWait(30)
    assert marked_up(window.window) == []


def test_every_pane_that_f6_goes_to_has_a_name(window: Parts) -> None:
    go_to_first(window)
    for panel in PANEL_IDS:
        window.workspace.panel_requested.emit(panel, False)
    QTest.qWait(30)
    names: list[str] = []
    for _ in range(len(PANEL_IDS) + 2):
        window.workspace.view_requested.emit("next-pane")
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name))
    assert all(names), names


def test_every_control_of_the_start_page_has_a_name_and_tells_its_state(qapp: object, tmp_path: Path) -> None:
    with opened_window(tmp_path, path=None) as parts:
        assert nameless(parts.window) == []
        assert wrong_states(parts.window) == []


@pytest.fixture(params=list(DIALOGS))
def dialog(request: pytest.FixtureRequest, window: Parts) -> Iterator[QDialog]:
    go_to_first(window)
    made = DIALOGS[request.param](window.workspace, window.window)
    made.open()
    yield made
    made.reject()
    made.deleteLater()
    window.window.activateWindow()
    wait_until(window.window.isActiveWindow)


def test_every_control_of_a_dialog_has_a_name(dialog: QDialog) -> None:
    assert in_tree(dialog)
    assert nameless(dialog) == []
    assert dialog.windowTitle()


def test_every_control_of_a_dialog_tells_its_state(dialog: QDialog) -> None:
    assert wrong_states(dialog) == []


# ---------------------------------------------------------------------------------------------------------- rows


def heard(view: QWidget) -> list[str]:
    """What the rows of a list or table say."""
    assert isinstance(view, QAbstractItemView)
    model = view.model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def first(lines: list[str], start: str) -> str:
    return next(line for line in lines if line.startswith(start))


def view_of(window: Parts, panel: str) -> QWidget:
    window.workspace.panel_requested.emit(panel, False)
    QTest.qWait(30)
    views = window.window.docks.by_id[panel].widget().findChildren(QAbstractItemView)
    return next(view for view in views if view.accessibleName())


def test_a_row_of_the_queue_says_what_which_of_how_many_where_and_when(window: Parts) -> None:
    lines, count = heard(queue_list(window)), len(items_of(window, "duplicate"))
    assert first(lines, "Duplicates") == f"Duplicates, {count} of {count} left"
    said = re.compile(rf"Suspected duplicate, 1 of {count}, chunks 1 and 2, 03:34, .+, not decided")
    assert said.fullmatch(first(lines, "Suspected duplicate"))


def test_a_row_of_the_merged_pane_says_its_kind_time_words_and_marks(window: Parts) -> None:
    lines = heard(surface_of(window).merged.rows)
    assert re.fullmatch(r"Title, .+", lines[0])
    assert re.fullmatch(r"Summary 1, .+, draft", lines[1])
    assert re.fullmatch(r"Chapter 1, .+, 00:04–\d\d:\d\d.*", first(lines, "Chapter"))
    assert re.fullmatch(r"Note, 00:04, .+", first(lines, "Note"))
    assert re.fullmatch(r"Quote, \d\d:\d\d, .+, — .+", first(lines, "Quote"))
    assert any(re.fullmatch(r"Note, \d\d:\d\d, .+, Suspected duplicate, would go into .+", line) for line in lines)


def test_a_row_of_the_chunks_says_its_kind_time_and_words(window: Parts) -> None:
    lines = heard(surface_of(window).chunks.rows)
    assert re.fullmatch(r"Chunk 1, .+, 00:04–\d\d:\d\d", lines[0])
    assert re.fullmatch(r"Note, 00:04, .+", lines[1])
    assert first(lines, "Line not understood")


def test_a_row_of_the_outline_says_number_title_range_and_what_is_left(window: Parts) -> None:
    lines = heard(view_of(window, "outline"))
    assert re.fullmatch(r"Chapter 1, .+, 00:04–\d\d:\d\d, \d+ notes · \d+ quotes, \d+ left", lines[0])


def test_a_row_of_the_ledger_says_fate_place_chunk_time_and_words(window: Parts) -> None:
    lines = heard(view_of(window, "ledger"))
    assert re.match(r"Kept, in chapter 1: .+, Chunk 1, 00:04, .+", lines[0])


def test_a_row_of_what_was_found_says_where_and_its_words(window: Parts) -> None:
    view = view_of(window, "find")
    panel = window.window.docks.by_id["find"].widget()
    assert isinstance(panel, FindPanel)
    panel.text.setText("버스")
    panel.search()
    wait_until(lambda: bool(heard(view)))
    lines = heard(view)
    assert all("버스" in line for line in lines)
    assert re.fullmatch(r"\d\d:\d\d, .+", lines[-1])


@pytest.mark.parametrize("panel_id", ["rules", "health"])
def test_each_button_of_a_line_says_which_line_it_is_for(window: Parts, panel_id: str) -> None:
    window.workspace.panel_requested.emit(panel_id, False)
    QTest.qWait(30)
    panel = window.window.docks.by_id[panel_id].widget()
    names = [control.text(QAccessible.Text.Name) for _, control in in_tree(panel) if control.role() is Role.Button]
    assert names
    assert [name for name in names if ": " not in name] == []


def test_the_timeline_says_where_it_stands_when_it_gets_the_focus(window: Parts) -> None:
    timeline = window.window.docks.by_id["timeline"].widget()
    window.window.bar.find_field.setFocus()
    timeline.setAccessibleDescription("")
    timeline.setFocus()
    assert re.search(r"\d\d:\d\d", timeline.accessibleDescription())
