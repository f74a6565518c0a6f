"""Adding one thing touches one file and one line of its table: no table forgets one, and every line is sound."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from core.checks.finding import Check, Rule
from core.checks.table import CHECKS
from core.editing import edits
from core.editing.edit import Edit
from core.editing.edits import EDITS
from core.export.exporters import DRAWN, EXPORTERS, Exporter
from core.export.material import Material
from core.model import Block, Chapter, Document, ItemId, Kind
from core.timecode import TimeStyle
from core.work import finished
from ui.desktop.exporters import RENDERERS

ROOT = Path(__file__).resolve().parents[2]
CHECK_TYPES = get_args(Check)


def modules_in(package: str) -> Iterator[ModuleType]:
    for file in sorted((ROOT / package).glob("*.py")):
        if file.stem != "__init__":
            yield importlib.import_module(f"{package.replace('/', '.')}.{file.stem}")


def own_edits() -> set[type]:
    """Every edit that is written in the module of edits."""
    return {
        value
        for value in vars(edits).values()
        if inspect.isclass(value) and value.__module__ == edits.__name__ and hasattr(value, "apply")
    } - {Edit}


def name_of(check: Check) -> str:
    return f"{check.rule.id}-{type(check).__name__}"


def test_every_check_that_is_written_is_in_the_table() -> None:
    written = [value for module in modules_in("core/checks") for value in vars(module).values()]
    assert [value.rule.id for value in written if isinstance(value, CHECK_TYPES) and value not in CHECKS] == []


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_a_rule_has_a_stable_id_and_a_plain_kind(check: Check) -> None:
    assert re.fullmatch(r"NS\d{3} [a-z]+(-[a-z]+)*", f"{check.rule.id} {check.rule.kind}")


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_a_rule_says_one_thing_wherever_it_is_checked(check: Check) -> None:
    rules: set[Rule] = {other.rule for other in CHECKS if check.rule.id == other.rule.id}
    assert rules == {check.rule}


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_two_rules_never_share_a_kind(check: Check) -> None:
    assert {other.rule.id for other in CHECKS if other.rule.kind == check.rule.kind} == {check.rule.id}


def test_every_edit_that_is_written_is_in_the_table() -> None:
    assert set(EDITS.values()) == own_edits()


@pytest.mark.parametrize(("name", "edit"), EDITS.items())
def test_an_edit_is_stored_under_its_own_name(name: str, edit: type[Edit]) -> None:
    assert edit.__name__ == name


@pytest.mark.parametrize("edit", EDITS.values())
def test_an_edit_is_a_value(edit: type[Edit]) -> None:
    parameters = getattr(edit, "__dataclass_params__", None)
    assert dataclasses.is_dataclass(edit)
    assert parameters is not None
    assert parameters.frozen


@pytest.mark.parametrize("edit", [edit for name, edit in EDITS.items() if name != "Batch"])
def test_an_edit_says_what_undo_would_undo(edit: type[Edit]) -> None:
    assert str(object.__new__(edit).label)


NOTE = Block(ItemId("b1"), Kind.NOTE, 62, "등대지기가 배를 봄")
DOCUMENT = Document("밤의 등대", ("하나", "둘", "셋"), (Chapter(ItemId("c1"), "The Keeper", (NOTE,)),))


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_has_a_name_that_can_be_typed(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=EXPORTERS)
def test_a_format_says_how_its_files_are_called(exporter: Exporter) -> None:
    assert re.fullmatch(r"\.[a-z0-9.]+ [a-z]+/[a-z0-9.+-]+", f"{exporter.suffix} {exporter.media_type}")


def test_what_the_core_says_is_drawn_can_be_drawn() -> None:
    assert DRAWN.keys() == RENDERERS.keys()


@pytest.mark.parametrize("style", TimeStyle)
@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=EXPORTERS)
def test_a_format_writes_the_same_bytes_each_time(exporter: Exporter, style: TimeStyle) -> None:
    made = Material(DOCUMENT, style, log=b"{}\n")
    assert finished(exporter.render(made)) == finished(exporter.render(made)) != b""


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=EXPORTERS)
def test_a_format_can_write_a_document_that_holds_nothing(exporter: Exporter) -> None:
    assert isinstance(finished(exporter.render(Material(Document("", (), ())))), bytes)


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name != "odt"])  # which is a package
def test_a_format_is_text_that_any_program_reads(name: str) -> None:
    assert "\0" not in finished(EXPORTERS[name].render(Material(DOCUMENT))).decode()
