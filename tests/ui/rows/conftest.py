"""A pane's view on the screen, with the rows of a made-up episode."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from panes import ListPane, episode_rows
from pytestqt.qtbot import QtBot

from core.presenting.row import Row
from ui.desktop.rows.view import RowView
from ui.desktop.theme import load_theme

ShowRows = Callable[[Sequence[Row]], RowView]


@pytest.fixture
def show_rows(qtbot: QtBot) -> ShowRows:
    """Shows rows in a view of 560 by 600 pixels."""

    def show(rows: Sequence[Row]) -> RowView:
        view = RowView(load_theme("light"), ListPane(rows), strikes_duplicates=True)
        qtbot.addWidget(view)
        view.resize(560, 600)
        view.show()
        return view

    return show


@pytest.fixture
def view(show_rows: ShowRows) -> RowView:
    return show_rows(episode_rows(400))
