"""Exporting: nothing is overwritten unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, review_of, run

from core.reading.document import read_document
from core.workflow.exporting import exported
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.export import ExportDialog


def dialog_of(parts: Parts) -> ExportDialog:
    dialog = parts.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def export_to(qtbot: QtBot, parts: Parts, path: Path) -> None:
    run(parts, "export")
    dialog = dialog_of(parts)
    dialog.path.setText(str(path))
    with qtbot.waitSignal(parts.workspace.exporting.done, timeout=5000):
        dialog.export.click()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "final.md"


def test_the_dialog_lists_what_is_not_met(opened: Parts) -> None:
    run(opened, "export")
    assert any("duplicate" in words for words in dialog_of(opened).unmet_words)


def test_the_export_says_what_the_document_says(qtbot: QtBot, opened: Parts, target: Path) -> None:
    go_to_first(opened)
    run(opened, "accept")
    export_to(qtbot, opened, target)
    document = review_of(opened).state.document
    read = read_document(target.read_text("utf-8")).document
    assert (read.title, read.summary) == (document.title, document.summary)
    assert [chapter.title for chapter in read.chapters] == [chapter.title for chapter in document.chapters]


def test_after_the_export_nothing_is_unsaved(qtbot: QtBot, opened: Parts, target: Path) -> None:
    go_to_first(opened)
    run(opened, "accept")
    assert opened.workspace.exporting.has_unexported_work
    export_to(qtbot, opened, target)
    assert not opened.workspace.exporting.has_unexported_work
    assert opened.window.status.exported.text() == "exported to final.md"


def test_a_file_is_not_overwritten_unasked(qtbot: QtBot, opened: Parts, prompts: FakePrompts, target: Path) -> None:
    target.write_text("mine", "utf-8")
    run(opened, "export")
    dialog_of(opened).path.setText(str(target))
    dialog_of(opened).export.click()
    qtbot.waitUntil(lambda: "replace" in prompts.asked, timeout=5000)
    assert target.read_text("utf-8") == "mine"


def test_a_file_is_replaced_when_the_person_says_so(
    qtbot: QtBot, opened: Parts, prompts: FakePrompts, target: Path
) -> None:
    target.write_text("mine", "utf-8")
    prompts.replaces = True
    export_to(qtbot, opened, target)
    assert target.read_bytes() == exported(review_of(opened))


def test_exporting_again_asks_for_no_name(qtbot: QtBot, opened: Parts, prompts: FakePrompts, target: Path) -> None:
    export_to(qtbot, opened, target)
    go_to_first(opened)
    run(opened, "accept")
    with qtbot.waitSignal(opened.workspace.exporting.done, timeout=5000):
        run(opened, "export-again")
    assert target.read_bytes() == exported(review_of(opened))
    assert prompts.asked == []


def test_exporting_again_over_a_file_that_somebody_changed_asks(
    qtbot: QtBot, opened: Parts, prompts: FakePrompts, target: Path
) -> None:
    export_to(qtbot, opened, target)
    target.write_text("somebody else's", "utf-8")
    run(opened, "export-again")
    qtbot.waitUntil(lambda: "replace" in prompts.asked, timeout=5000)
    assert target.read_text("utf-8") == "somebody else's"


def test_a_source_is_never_written(qtbot: QtBot, opened: Parts) -> None:
    source = Path(review_of(opened).state.episode.chunks[0].file)
    before = source.read_bytes()
    with qtbot.waitSignal(opened.workspace.told):
        opened.workspace.exporting.to(source, replace=True)
    assert source.read_bytes() == before


def test_what_cannot_be_written_is_said(qtbot: QtBot, opened: Parts, tmp_path: Path) -> None:
    with qtbot.waitSignal(opened.workspace.told, timeout=5000):
        opened.workspace.exporting.to(tmp_path / "no such folder" / "final.md")
    assert opened.workspace.exporting.path is None


def test_work_taken_back_is_no_work(opened: Parts) -> None:
    go_to_first(opened)
    run(opened, "accept")
    run(opened, "undo")
    assert not opened.workspace.exporting.has_unexported_work
