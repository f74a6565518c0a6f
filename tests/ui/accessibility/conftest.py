"""One window for each file of tests, with the sample open and every panel in view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from opened_window import opened_window
from PySide6.QtWidgets import QApplication

from ui.desktop.app.window import Parts


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    with opened_window(tmp_path_factory.mktemp("window")) as parts:
        yield parts
