"""Every text is translated, says the same things in the same fields, and Qt finds it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot
from translation_tool import FILES, ROOT, TOOL

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


def test_no_korean_particle_depends_on_what_stands_in_a_field() -> None:
    korean = TOOL.translations(next(file for file in FILES if file.stem == "ko")).values()
    particle = re.compile(r"\}[”’)]?(?:을|를|이|가|은|는|과|와|으로|로|\([가-힣]\)[가-힣])(?![가-힣])")
    assert [text for text in korean if particle.search(text)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_letter_opens_one_menu_of_the_bar(file: Path) -> None:
    menus = [text for (_, source), text in TOOL.translations(file).items() if re.match(r"&\w", source)]
    letters = Counter(match[1] for text in menus if (match := re.search(r"&(\w)", text)))
    assert sum(letters.values()) == len(menus)
    assert max(letters.values()) == 1


def test_a_class_says_texts_by_its_own_name() -> None:
    trees = [ast.parse(file.read_text("utf-8")) for file in (ROOT / "ui").rglob("*.py")]
    classes = {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    assert {context for context, _ in TEXTS if context[:1].isupper()} - classes == set()


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
