"""Every text is translated, says the same things in the same fields, and Qt finds it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "resources" / "i18n").glob("*.ts"))


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


TOOL = loaded()
TEXTS = {(text.context, text.source): text.place for text in TOOL.texts()}


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_is_translated(file: Path) -> None:
    known = TOOL.translations(file)
    assert [f"{place} {source}" for (context, source), place in TEXTS.items() if (context, source) not in known] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_file_holds_the_texts_of_now_and_no_others(file: Path) -> None:
    assert file.read_bytes() == TOOL.updated(file, file.stem), "run: make translations"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_translation_has_the_fields_of_its_source(file: Path) -> None:
    wrong = [source for (_, source), text in TOOL.translations(file).items() if fields(source) != fields(text)]
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_qt_finds_every_translation(file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    made = tmp_path / "made.qm"
    TOOL.release(file, made)
    translator = QTranslator()
    assert translator.load(str(made))
    application = QCoreApplication.instance()
    assert application is not None
    application.installTranslator(translator)
    try:
        other = [
            source
            for (context, source), text in TOOL.translations(file).items()
            if QCoreApplication.translate(context, source) != text
        ]
    finally:
        application.removeTranslator(translator)
    assert other == []


def test_a_text_that_is_put_together_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "ui"
    folder.mkdir()
    (tmp_path / "core").mkdir()
    (folder / "wrong.py").write_text('class A:\n    def b(self):\n        return self.tr(f"{self} is here")\n', "utf-8")
    with pytest.raises(TOOL.NotLiteralError):
        list(TOOL.texts(tmp_path))
