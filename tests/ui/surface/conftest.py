"""Both panes on the screen, with linked rows of a made-up episode."""

from __future__ import annotations

import pytest
from panes import linked_panes
from pytestqt.qtbot import QtBot

from ui.desktop.surface.surface import Surface
from ui.desktop.theme import ThemeSource


@pytest.fixture
def theme_source(qapp: object) -> ThemeSource:
    return ThemeSource(forced="light")


@pytest.fixture
def surface(qtbot: QtBot, theme_source: ThemeSource) -> Surface:
    surface = Surface(theme_source, *linked_panes(600))
    qtbot.addWidget(surface)
    surface.resize(1100, 700)
    surface.show()
    return surface
