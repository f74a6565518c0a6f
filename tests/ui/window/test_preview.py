"""The preview shows what is exported, in step with the merged pane, and opens nothing by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider
from pytestqt.qtbot import QtBot
from window_driver import review_of, run, surface_of

from core.model import ItemId, blocks_of
from core.presenting.preview import Section
from core.workflow import propose
from ui.desktop.app.window import Parts
from ui.desktop.panels.preview.page import PreviewPage
from ui.desktop.panels.preview.panel import PreviewPanel


def settle(qtbot: QtBot, parts: Parts) -> PreviewPanel:
    panel = parts.window.docks.by_id["preview"].widget()
    assert isinstance(panel, PreviewPanel)
    qtbot.waitUntil(lambda: panel.is_current, timeout=20_000)
    return panel


@pytest.fixture
def preview(qtbot: QtBot, opened: Parts) -> PreviewPanel:
    """The panel, with the sample on it."""
    run(opened, "preview")
    return settle(qtbot, opened)


def blocks(parts: Parts) -> list[ItemId]:
    return [block.id for block in blocks_of(review_of(parts).state.document)]


def test_it_is_not_there_until_somebody_asks(opened: Parts) -> None:
    assert not opened.window.docks.by_id["preview"].isVisible()


def test_it_opens_where_the_person_is(qtbot: QtBot, opened: Parts) -> None:
    opened.workspace.go_to_block(blocks(opened)[-1])
    run(opened, "preview")
    page = settle(qtbot, opened).page
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0, timeout=30_000)


def test_the_queue_is_no_wider_for_it_when_it_is_closed(qtbot: QtBot, opened: Parts) -> None:
    queue = opened.window.docks.by_id["queue"]
    before = queue.width()
    run(opened, "preview")
    settle(qtbot, opened)
    opened.window.docks.by_id["preview"].close()
    qtbot.waitUntil(lambda: abs(queue.width() - before) <= 2, timeout=30_000)


def test_it_shows_every_note(opened: Parts, preview: PreviewPanel) -> None:
    assert all(preview.page.shows(block) for block in blocks(opened))
    assert preview.page.toPlainText().count("Chapter ") == len(review_of(opened).state.document.chapters)


def test_an_edit_is_seen(qtbot: QtBot, opened: Parts, preview: PreviewPanel) -> None:
    state = review_of(opened).state
    opened.workspace.do(propose.rename_chapter(state, state.document.chapters[1].id, "Another name"))
    settle(qtbot, opened)
    assert "Chapter 2: Another name" in preview.page.toPlainText()


def test_undo_is_seen(qtbot: QtBot, opened: Parts, preview: PreviewPanel) -> None:
    before, state = preview.page.toPlainText(), review_of(opened).state
    opened.workspace.do(propose.rename_chapter(state, state.document.chapters[1].id, "Another name"))
    run(opened, "undo")
    settle(qtbot, opened)
    assert preview.page.toPlainText() == before


def test_while_nobody_sees_it_nothing_is_rendered(opened: Parts, preview: PreviewPanel) -> None:
    run(opened, "preview")
    state = review_of(opened).state
    opened.workspace.do(propose.rename_chapter(state, state.document.chapters[1].id, "Another name"))
    assert not opened.workspace.tasks.is_busy


def test_what_was_missed_is_there_when_it_is_seen_again(qtbot: QtBot, opened: Parts, preview: PreviewPanel) -> None:
    run(opened, "preview")
    state = review_of(opened).state
    opened.workspace.do(propose.rename_chapter(state, state.document.chapters[1].id, "Another name"))
    run(opened, "preview")
    assert "Another name" in settle(qtbot, opened).page.toPlainText()


def test_it_goes_where_the_person_goes(opened: Parts, preview: PreviewPanel) -> None:
    last = blocks(opened)[-1]
    opened.workspace.go_to_block(last)
    page = preview.page
    seen = {page.part_at(y) for y in range(20, page.viewport().height(), 10)}
    assert last in seen


def test_a_click_goes_to_the_note(opened: Parts, preview: PreviewPanel) -> None:
    page, note = preview.page, blocks(opened)[30]
    page.bring(note, is_top=True)
    at = next(y for y in range(0, 200, 4) if page.part_at(y) == note)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, at + 4))
    assert opened.workspace.focus.block == note


def test_scrolling_it_scrolls_the_merged_pane(qtbot: QtBot, opened: Parts, preview: PreviewPanel) -> None:
    rows = surface_of(opened).merged.rows
    before = rows.verticalScrollBar().value()
    preview.page.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    qtbot.waitUntil(lambda: rows.verticalScrollBar().value() > before, timeout=3000)


def test_scrolling_the_merged_pane_scrolls_it(qtbot: QtBot, opened: Parts, preview: PreviewPanel) -> None:
    before = preview.page.verticalScrollBar().value()
    bar = surface_of(opened).merged.rows.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: preview.page.verticalScrollBar().value() > before, timeout=3000)


def test_it_has_the_colours_of_the_theme(qtbot: QtBot, opened: Parts, preview: PreviewPanel) -> None:
    run(opened, "theme-dark")
    settle(qtbot, opened)
    ground = QColor(opened.workspace.theme.colour("pane"))
    assert preview.page.palette().base().color() == ground
    assert opened.workspace.theme.hexes["muted"] in preview.page.document().defaultStyleSheet()


def test_another_episode_is_another_page(qtbot: QtBot, opened: Parts, preview: PreviewPanel, tmp_path: Path) -> None:
    (tmp_path / "chunk_001.md").write_text("## Only\n\n- [00:01] the only note\n", encoding="utf-8")
    opened.workspace.open_requested.emit((tmp_path,))
    qtbot.waitUntil(lambda: "the only note" in preview.page.toPlainText(), timeout=20_000)
    assert preview.page.toPlainText().count("Chapter ") == 1


# --------------------------------------------------------------------------------------------------------------- links


def made(opened: Parts) -> tuple[PreviewPanel, list[QUrl]]:
    found: list[QUrl] = []
    return PreviewPanel(opened.workspace, open_address=found.append), found


def test_an_address_is_opened_after_a_question_that_shows_all_of_it(opened: Parts, prompts: FakePrompts) -> None:
    panel, found = made(opened)
    prompts.opens = True
    panel.page.anchorClicked.emit(QUrl("https://a.example/b?c=d"))
    assert (prompts.asked, found) == (["open https://a.example/b?c=d"], [QUrl("https://a.example/b?c=d")])


def test_without_a_yes_nothing_is_opened(opened: Parts, prompts: FakePrompts) -> None:
    panel, found = made(opened)
    panel.page.anchorClicked.emit(QUrl("https://a.example"))
    assert (len(prompts.asked), found) == (1, [])


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "b12", "/etc"])
def test_other_addresses_are_not_even_asked_about(opened: Parts, prompts: FakePrompts, address: str) -> None:
    panel, found = made(opened)
    prompts.opens = True
    panel.page.anchorClicked.emit(QUrl(address))
    assert (prompts.asked, found) == ([], [])


# -------------------------------------------------------------------------------------------------------------- safety


@pytest.fixture
def page(qtbot: QtBot) -> PreviewPage:
    made = PreviewPage()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


@pytest.fixture
def red(tmp_path: Path) -> Path:
    """A picture that would be seen."""
    image, path = QImage(50, 50, QImage.Format.Format_RGB32), tmp_path / "red.png"
    image.fill(Qt.GlobalColor.red)
    image.save(str(path))
    return path


@pytest.mark.parametrize("html", ['<img src="{path}">', '<img src="{url}">', '<table background="{url}"><tr><td>a'])
def test_no_picture_is_read_even_if_html_named_one(qtbot: QtBot, page: PreviewPage, red: Path, html: str) -> None:
    shown = html.format(path=red, url=QUrl.fromLocalFile(str(red)).toString())
    page.show_sections((Section("a", f"<p id='a'>x</p>{shown}"),))
    qtbot.waitUntil(lambda: page.is_filled, timeout=3000)
    image = page.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 200, 3)}
    assert QColor(Qt.GlobalColor.red).name() not in colours


@pytest.mark.parametrize("kind", QTextDocument.ResourceType)
def test_nothing_is_loaded(page: PreviewPage, red: Path, kind: QTextDocument.ResourceType) -> None:
    found = page.loadResource(kind.value, QUrl.fromLocalFile(str(red)))
    assert found == "" or (isinstance(found, QImage) and found.size().toTuple() == (1, 1))


# ------------------------------------------------------------------------------------------------------------ the page


def section(key: str, *words: str) -> Section:
    return Section(key, "".join(f'<p id="{key}{at}">{word}</p>' for at, word in enumerate(words)))


def words_of(qtbot: QtBot, page: PreviewPage) -> list[str]:
    qtbot.waitUntil(lambda: page.is_filled, timeout=3000)
    return page.toPlainText().split()


@pytest.mark.parametrize(
    "after",
    ["abc", "ac", "bc", "ab", "abxc", "xabc", "abcx", "cba", "x", "", "acb", "xbz"],
)
def test_whatever_sections_come_and_go_the_page_is_right(qtbot: QtBot, page: PreviewPage, after: str) -> None:
    page.show_sections([section(key, key) for key in "abc"])
    words_of(qtbot, page)
    page.show_sections([section(key, key.upper(), key) for key in after])
    assert "".join(words_of(qtbot, page)) == "".join(key.upper() + key for key in after)


def test_what_is_in_view_stays_where_it_is(qtbot: QtBot, page: PreviewPage) -> None:
    below = section("b", *(f"word{at}" for at in range(60)))
    page.show_sections((section("a", "x"), below))
    words_of(qtbot, page)
    page.bring("b40", is_top=True)
    page.show_sections((section("a", *"x" * 30), below))
    words_of(qtbot, page)
    assert page.part_at(20) in ("b39", "b40")
