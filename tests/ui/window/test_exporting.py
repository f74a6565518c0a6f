"""Exporting: nothing is overwritten unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, review_of, run

from core.reading.document import read_document
from core.work import finished
from core.workflow.exporting import FORMATS, exported
from ui.desktop.app.opener import reading
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.export import ExportDialog
from ui.desktop.workspace import Opened


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


def test_nothing_is_exported_into_the_program_itself(
    opened: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    run(opened, "export")  # the sample lies in the program's own folder
    assert Path(dialog_of(opened).path.text()).parent == tmp_path


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
        opened.workspace.exporting.to(source, replaces=True)
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


# ------------------------------------------------------------------------------- another input is opened before it ends


@pytest.fixture
def another(tmp_path: Path) -> Opened:
    """Other notes, read and not yet shown."""
    path = tmp_path / "another.md"
    path.write_text("## Another\n\n- [00:05] Quite another note.\n", "utf-8")
    return finished(reading((path,)))


def test_an_export_of_what_was_left_is_not_noted_in_what_is_shown(
    qtbot: QtBot, opened: Parts, target: Path, another: Opened
) -> None:
    exporting = opened.workspace.exporting
    with qtbot.waitSignal(opened.workspace.told, check_params_cb=lambda words: words == "Exported to final.md"):
        exporting.to(target)
        opened.workspace.show(another)
    assert (exporting.path, exporting.last, exporting.is_done) == (None, None, False)


def test_what_was_left_replaces_a_file_and_not_what_is_shown(
    qtbot: QtBot, opened: Parts, prompts: FakePrompts, target: Path, another: Opened
) -> None:
    target.write_text("mine", "utf-8")
    prompts.replaces = True
    expected = exported(review_of(opened))
    with qtbot.waitSignal(opened.workspace.told, check_params_cb=lambda words: words == "Exported to final.md"):
        opened.workspace.exporting.to(target)
        opened.workspace.show(another)
    assert target.read_bytes() == expected


def test_the_decisions_of_what_was_left_are_written(qtbot: QtBot, opened: Parts, target: Path, another: Opened) -> None:
    go_to_first(opened)
    run(opened, "accept")
    with qtbot.waitSignal(opened.workspace.told, check_params_cb=lambda words: words == "Exported to final.md"):
        opened.workspace.exporting.to(target, "decisions")
        opened.workspace.show(another)
    assert b"Absorb" in target.read_bytes()


# -------------------------------------------------------------------------------------------------------- other formats


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(name))


def write(qtbot: QtBot, parts: Parts, path: Path, name: str) -> None:
    with qtbot.waitSignal(parts.workspace.exporting.done, timeout=10_000):
        parts.workspace.exporting.to(path, name)


def test_every_format_can_be_chosen(opened: Parts) -> None:
    go_to_first(opened)
    run(opened, "accept")
    run(opened, "export")
    dialog = dialog_of(opened)
    assert {dialog.format.itemData(at) for at in range(dialog.format.count())} == set(FORMATS)


def test_every_format_can_be_written(qtbot: QtBot, opened: Parts, tmp_path: Path) -> None:
    go_to_first(opened)
    run(opened, "accept")
    for name in FORMATS:
        write(qtbot, opened, tmp_path / name, name)
    assert {path.name for path in tmp_path.iterdir() if path.stat().st_size} >= set(FORMATS)


def test_the_format_gives_the_file_its_suffix(opened: Parts) -> None:
    run(opened, "export")
    dialog = dialog_of(opened)
    dialog.path.setText("/somewhere/my name.md")
    choose(dialog, "chapters-vtt")
    assert dialog.path.text() == "/somewhere/my name.chapters.vtt"
    choose(dialog, "pdf")
    assert dialog.path.text() == "/somewhere/my name.pdf"


def test_the_format_is_remembered(qtbot: QtBot, opened: Parts, tmp_path: Path) -> None:
    run(opened, "export")
    choose(dialog_of(opened), "html")
    dialog_of(opened).path.setText(str(tmp_path / "out.html"))
    with qtbot.waitSignal(opened.workspace.exporting.done, timeout=5000):
        dialog_of(opened).export.click()
    assert ExportDialog(opened.workspace).format_name == "html"


def test_what_players_may_not_like_is_said(opened: Parts) -> None:
    run(opened, "export")
    dialog = dialog_of(opened)
    assert dialog.doubts.isHidden()
    choose(dialog, "chapters-text")
    assert "chapter" in dialog.doubts.text() or "40 characters" in dialog.doubts.text() or dialog.doubts.isHidden()


def test_options_are_offered_for_what_people_read(opened: Parts) -> None:
    run(opened, "export")
    dialog = dialog_of(opened)
    assert dialog.quotes_last.isVisible()
    choose(dialog, "json")
    assert not dialog.quotes_last.isVisible()


def test_without_times_the_document_has_none(qtbot: QtBot, opened: Parts, target: Path) -> None:
    run(opened, "export")
    dialog = dialog_of(opened)
    dialog.without_times.setChecked(True)
    dialog.path.setText(str(target))
    with qtbot.waitSignal(opened.workspace.exporting.done, timeout=5000):
        dialog.export.click()
    assert "- [" not in target.read_text("utf-8")


def test_exporting_again_writes_the_same_format(qtbot: QtBot, opened: Parts, tmp_path: Path) -> None:
    write(qtbot, opened, tmp_path / "out.txt", "chapters-text")
    before = (tmp_path / "out.txt").read_bytes()
    with qtbot.waitSignal(opened.workspace.exporting.done, timeout=5000):
        run(opened, "export-again")
    assert (tmp_path / "out.txt").read_bytes() == before


def test_a_list_of_chapters_is_not_the_document(qtbot: QtBot, opened: Parts, tmp_path: Path) -> None:
    go_to_first(opened)
    run(opened, "accept")
    write(qtbot, opened, tmp_path / "out.txt", "chapters-text")
    assert opened.workspace.exporting.has_unexported_work
    assert opened.window.status.exported.text() == "not exported yet"
