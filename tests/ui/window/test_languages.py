"""The window in another language: whatever it shows or says is translated."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from string import Formatter

import pytest
from opened_window import opened_window, wait_until
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QTabBar, QWidget
from translation_tool import FILES, TOOL, release_all, speaking

from ui.desktop.app.window import Parts
from ui.desktop.dialogs import DIALOGS
from ui.desktop.panels import PANELS
from ui.desktop.widgets.words import LANGUAGE

_WORDS = (
    *("text", "title", "windowTitle", "placeholderText", "prefix", "suffix"),
    *("toolTip", "statusTip", "accessibleName", "accessibleDescription"),
)
_ROLES = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole),
    *(Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole),
)
_TAG, _KEYS, _PARTS = re.compile(r"<[^>]*>"), re.compile(r" \([^()]*\)$"), re.compile(r"\n|\t| · |, |: |…$")
_MOST_ROWS = 200


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Parts]:
    folder = tmp_path_factory.mktemp("korean")
    settings = QSettings(str(folder / "language.ini"), QSettings.Format.IniFormat)
    settings.setValue(LANGUAGE, "ko")
    with speaking(settings, release_all(folder)), opened_window(folder) as parts:
        yield parts


@pytest.fixture(scope="module")
def english() -> re.Pattern[str]:
    """Any text of the program whose translation is another one, whatever stands in its fields."""
    known: Mapping[tuple[str, str], str] = TOOL.translations(next(file for file in FILES if file.stem == "ko"))
    texts = {source.replace("&", "") for (_, source), text in known.items() if source != text}
    return re.compile("|".join(sorted(filter(None, map(_pattern, texts)))), re.IGNORECASE)


def _pattern(text: str) -> str:
    """Empty for a text that has no words of its own."""
    parts = list(Formatter().parse(text))
    if not any(re.search(r"[a-z]", words, re.IGNORECASE) for words, *_ in parts):
        return ""
    return "".join(re.escape(words) + ("" if field is None else ".+") for words, field, _, _ in parts)


def said_by(widget: QWidget) -> Iterator[str]:
    """All that a widget and what stands in it shows, or says to a reader of the screen."""
    for one in (widget, *widget.findChildren(QObject)):
        if isinstance(one, QWidget | QAction):
            yield from (value for name in _WORDS if isinstance(value := one.property(name), str))
        if isinstance(one, QComboBox):
            yield from (one.itemText(at) for at in range(one.count()))
        if isinstance(one, QTabBar):
            yield from (one.tabText(at) for at in range(one.count()))
        if isinstance(one, QAbstractItemModel):
            yield from _said_in(one)


def _said_in(model: QAbstractItemModel) -> Iterator[str]:
    rows = min(model.rowCount(), _MOST_ROWS)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for orientation, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        for at in range(count):
            yield str(model.headerData(at, orientation) or "")
    for row in range(rows):
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in _ROLES)


def left_in_english(texts: Iterator[str], english: re.Pattern[str]) -> set[str]:
    found: set[str] = set()
    for text in texts:
        plain = html.unescape(_TAG.sub("\n", text))
        parts = {plain, _KEYS.sub("", plain), *_PARTS.split(plain), *_PARTS.split(_KEYS.sub("", plain))}
        found |= {part for part in parts if english.fullmatch(part.strip())}
    return found


def test_the_window_of_an_opened_episode_is_translated(korean: Parts, english: re.Pattern[str]) -> None:
    korean.workspace.go_to(korean.workspace.queue.items[0] if korean.workspace.queue else None)
    assert left_in_english(said_by(korean.window), english) == set()


@pytest.mark.parametrize("panel", [panel.id for panel in PANELS])
def test_a_panel_is_translated(korean: Parts, english: re.Pattern[str], panel: str) -> None:
    korean.workspace.panel_requested.emit(panel, False)
    dock = korean.window.docks.by_id[panel]
    wait_until(lambda: dock.isVisible() and not korean.workspace.tasks.is_busy)
    assert left_in_english(said_by(dock), english) == set()


@pytest.mark.parametrize("name", [name for name in DIALOGS if name != "merge-selected"])
def test_a_dialog_is_translated(korean: Parts, english: re.Pattern[str], name: str) -> None:
    workspace = korean.workspace
    assert workspace.queue is not None
    workspace.go_to(next(item for item in workspace.queue.items if item.finding.merge is not None))
    dialog = DIALOGS[name](workspace, korean.window)
    try:
        assert left_in_english(said_by(dialog), english) == set()
    finally:
        dialog.deleteLater()


def test_each_kind_of_finding_is_told_in_translation(korean: Parts, english: re.Pattern[str]) -> None:
    queue = korean.workspace.queue
    assert queue is not None
    left: set[str] = set()
    for item in {item.kind: item for item in queue.items}.values():
        korean.workspace.go_to(item)
        left |= left_in_english(said_by(korean.window.docks.by_id["evidence"]), english)
    assert left == set()


def test_the_search_would_find_a_text_that_is_left(korean: Parts, english: re.Pattern[str]) -> None:
    left = QDialog(korean.window)
    left.setWindowTitle("3 of 4 left, 2 until ready")
    assert left_in_english(said_by(left), english)
