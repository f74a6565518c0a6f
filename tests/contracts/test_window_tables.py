"""The tables of the window: every action and every panel can be used in a window that holds nothing yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ui.desktop.actions import ACTIONS
from ui.desktop.panels import PANELS, Panel
from ui.desktop.prompts import WindowPrompts
from ui.desktop.theme import ThemeSource
from ui.desktop.workspace import Action, Workspace

ROOT = Path(__file__).resolve().parents[2]


def id_of(line: Action | Panel) -> str:
    return line.id


def twice(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Workspace:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Workspace(ThemeSource("light"), WindowPrompts(), settings)
    made.actions.update((action.id, action) for action in ACTIONS)
    return made


@pytest.mark.parametrize("line", [*ACTIONS, *PANELS], ids=id_of)
def test_an_id_is_plain_words(line: Action | Panel) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", line.id)


def test_every_action_has_an_id_of_its_own() -> None:
    assert twice(action.id for action in ACTIONS) == []


@pytest.mark.parametrize("action", ACTIONS, ids=id_of)
def test_an_action_can_be_done_or_not_before_anything_is_open(action: Action, workspace: Workspace) -> None:
    assert isinstance(action.can(workspace), bool)


@pytest.mark.parametrize("action", ACTIONS, ids=id_of)
def test_an_action_can_be_on_or_off_before_anything_is_open(action: Action, workspace: Workspace) -> None:
    assert action.is_checked is None or isinstance(action.is_checked(workspace), bool)


def test_a_key_does_one_thing() -> None:
    assert twice(QKeySequence(key).toString() for action in ACTIONS for key in action.keys) == []


def test_a_key_of_the_queue_does_one_thing() -> None:
    assert twice(key for action in ACTIONS for key in action.queue_keys) == []


@pytest.mark.parametrize("key", [key for action in ACTIONS for key in (*action.keys, *action.queue_keys)])
def test_a_key_is_one_that_qt_knows(key: str) -> None:
    assert QKeySequence(key).toString() != ""


@pytest.mark.parametrize("action", [action for action in ACTIONS if action.icon], ids=id_of)
def test_the_icon_of_an_action_exists(action: Action) -> None:
    assert (ROOT / "resources" / "icons" / f"{action.icon}.svg").is_file()


def test_every_panel_that_is_written_is_in_the_table() -> None:
    written = {path.parent.name for path in (ROOT / "ui" / "desktop" / "panels").glob("*/panel.py")}
    assert written == {panel.id for panel in PANELS}


@pytest.mark.parametrize("panel", PANELS, ids=id_of)
def test_a_panel_shows_before_anything_is_open(panel: Panel, workspace: Workspace, qtbot: QtBot) -> None:
    widget = panel.build(workspace)
    qtbot.addWidget(widget)
    widget.show()
    assert widget.isVisible()


@pytest.mark.parametrize("panel", PANELS, ids=id_of)
def test_a_panel_dies_quietly(panel: Panel, workspace: Workspace, qtbot: QtBot) -> None:
    widget = panel.build(workspace)
    widget.show()
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    workspace.queue_changed.emit()
