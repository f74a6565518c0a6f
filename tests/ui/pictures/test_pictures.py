"""Every panel, the panes, the start page and every dialog look as they did when somebody looked at them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from opened_window import opened_window, wait_until
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget
from window_driver import go_to_first, review_of

from core.model import ChunkKey
from tests.ui.pictures.comparing import GOLDEN, IS_DRAWING, complaint, picture_of
from ui.desktop.app.window import Parts
from ui.desktop.dialogs import DIALOGS
from ui.desktop.dialogs.export import ExportDialog
from ui.desktop.panels import PANELS
from ui.desktop.panels.find.panel import FindPanel
from ui.desktop.panels.preview.panel import PreviewPanel
from ui.desktop.panels.start import StartPage
from ui.desktop.surface.surface import Surface
from ui.desktop.theme import THEMES
from ui.desktop.workspace import Wanted

FAMILY = "Noto Sans CJK KR"
SIZES = {"timeline": (720, 92), "find": (720, 220), "preview": (420, 480)}
PANEL, PANES, START, MOST = (360, 480), (900, 560), (640, 560), (620, 520)
NAMES = [*(f"panel-{panel.id}" for panel in PANELS), "panes", "start", *(f"dialog-{name}" for name in DIALOGS)]


@pytest.fixture(scope="module", params=THEMES)
def window(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Parts]:
    """The sample at its first duplicate, drawn with one font that has all its characters; no caret blinks."""
    if FAMILY not in QFontDatabase.families():
        pytest.skip(f"the font {FAMILY} is not installed (on Debian and Ubuntu: apt install fonts-noto-cjk)")
    flashing = qapp.cursorFlashTime()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ui.desktop.theme._installed", lambda families: (FAMILY,))
        qapp.setCursorFlashTime(0)
        with opened_window(tmp_path_factory.mktemp("window"), theme=request.param) as parts:
            go_to_first(parts)
            yield parts
    qapp.setCursorFlashTime(flashing)


@pytest.fixture
def shown(window: Parts) -> Iterator[list[QWidget]]:
    """What was built for a picture, and goes after it."""
    made: list[QWidget] = []
    yield made
    for widget in made:
        widget.close()
        widget.deleteLater()


def show(window: Parts, widget: QWidget, size: tuple[int, int]) -> None:
    """Let it be drawn as if it were seen, without the focus."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(*size)
    widget.show()
    wait_until(lambda: not window.workspace.tasks.is_busy)


def compare(window: Parts, widget: QWidget, name: str) -> None:
    said = complaint(picture_of(widget), f"{window.workspace.theme.name}/{name}")
    assert not said, said


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_a_panel(window: Parts, shown: list[QWidget], panel) -> None:
    widget = panel.build(window.workspace)
    shown.append(widget)
    show(window, widget, SIZES.get(panel.id, PANEL))
    if isinstance(widget, FindPanel):
        widget.text.setText("버스")
        widget.search()
        wait_until(lambda: bool(widget.hits.hits))
    if isinstance(widget, PreviewPanel):
        wait_until(lambda: widget.is_current)
    compare(window, widget, f"panel-{panel.id}")


def test_the_panes(window: Parts, shown: list[QWidget]) -> None:
    opened, item = window.workspace.opened, window.workspace.item
    assert opened is not None
    assert item is not None
    surface = Surface(window.workspace.theme_source, opened.chunks_pane, opened.merged_pane)
    shown.append(surface)
    show(window, surface, PANES)
    surface.reveal(window.workspace.focus.block, item.entries)
    compare(window, surface, "panes")


def test_the_start_page(window: Parts, shown: list[QWidget]) -> None:
    page = StartPage(window.workspace)
    shown.append(page)
    show(window, page, START)
    compare(window, page, "start")


def choose_what_it_is_about(window: Parts) -> None:
    """A chunk without notes to be pasted, and two notes to be merged."""
    workspace, notes = window.workspace, review_of(window).state.document.chapters[0].blocks
    workspace.wanted = Wanted(ChunkKey("5"), 5)
    workspace.select_rows((notes[0].id, notes[1].id))


@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog(window: Parts, shown: list[QWidget], name: str) -> None:
    choose_what_it_is_about(window)
    dialog = DIALOGS[name](window.workspace, window.window)
    shown.append(dialog)
    if isinstance(dialog, ExportDialog):
        dialog.path.setText("notes.md")  # a name that hangs on no machine
    size = dialog.size().expandedTo(dialog.sizeHint())
    show(window, dialog, (min(size.width(), MOST[0]), min(size.height(), MOST[1])))
    compare(window, dialog, f"dialog-{name}")


@pytest.mark.skipif(IS_DRAWING, reason="they are being drawn")
def test_there_is_a_picture_of_each_and_no_other() -> None:
    there = {path.relative_to(GOLDEN).with_suffix("").as_posix() for path in GOLDEN.rglob("*.png")}
    assert there == {f"{theme}/{name}" for theme in THEMES for name in NAMES}
