"""The norms that a formatter cannot see: sizes, and what is forbidden where."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE_LINES, UI_LINES, MAIN_LINES, FUNCTION_LINES = 400, 450, 40, 60
COLOUR = re.compile(r"""["']#[0-9a-fA-F]{3,8}["']""")


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def named(file: Path, line: int | None = None) -> str:
    return file.relative_to(ROOT).as_posix() + (f":{line}" if line else "")


@cache
def nodes(package: str) -> tuple[tuple[Path, ast.AST], ...]:
    """Every node of a package with its file, read once for all tests; the first of a file is its module."""
    return tuple((file, node) for file in sources(package) for node in ast.walk(ast.parse(file.read_text("utf-8"))))


def found(package: str, is_wanted: Callable[[ast.AST], bool]) -> list[str]:
    """Where in the package a node of the wanted sort stands."""
    return [named(file, getattr(node, "lineno", None)) for file, node in nodes(package) if is_wanted(node)]


def calls(name: str) -> Callable[[ast.AST], bool]:
    def is_wanted(node: ast.AST) -> bool:
        match node:
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)):
                return called == name
        return False

    return is_wanted


def functions(package: str) -> Iterator[tuple[str, int]]:
    for file, node in nodes(package):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{named(file, node.lineno)} {node.name}", length


@pytest.mark.parametrize(("package", "limit"), [("core", CORE_LINES), ("ui", UI_LINES)])
def test_no_file_is_too_long(package: str, limit: int) -> None:
    lengths = {named(file): len(file.read_text("utf-8").split("\n")) - 1 for file in sources(package)}
    assert {name: length for name, length in lengths.items() if length > limit} == {}


def test_main_only_hands_over() -> None:
    assert len((ROOT / "main.py").read_text("utf-8").split("\n")) - 1 <= MAIN_LINES


@pytest.mark.parametrize("package", ["core", "ui"])
def test_no_function_is_too_long(package: str) -> None:
    assert {name: length for name, length in functions(package) if length > FUNCTION_LINES} == {}


@pytest.mark.parametrize("package", ["core", "ui"])
def test_every_module_says_what_it_is_for(package: str) -> None:
    modules = [(file, node) for file, node in nodes(package) if isinstance(node, ast.Module)]
    assert [named(file) for file, module in modules if module.body and not ast.get_docstring(module)] == []


def test_the_core_splits_lines_at_line_ends_only() -> None:
    assert found("core", calls("splitlines")) == []


def test_the_core_prints_nothing() -> None:
    assert found("core", calls("print")) == []


def test_the_core_knows_its_types() -> None:
    def is_any(node: ast.AST) -> bool:
        return isinstance(node, ast.ImportFrom) and any(name.name == "Any" for name in node.names)

    assert found("core", is_any) == []


def test_the_core_opens_no_socket() -> None:
    def is_network(node: ast.AST) -> bool:
        match node:
            case ast.Import(names=names):
                imported = [name.name for name in names]
            case ast.ImportFrom(module=str(module)):
                imported = [module]
            case _:
                return False
        return any(name.split(".")[0] in {"socket", "ssl", "urllib", "http", "ftplib", "smtplib"} for name in imported)

    assert found("core", is_network) == []


def test_colours_stand_in_the_theme_alone() -> None:
    files = [file for file in sources("ui") if COLOUR.search(file.read_text("utf-8"))]
    assert [named(file) for file in files if file.name != "theme.py"] == []


@pytest.mark.parametrize("package", ["ui", "tests"])
def test_style_sheets_are_set_in_the_theme_alone(package: str) -> None:
    """Where the application's is taken off, Qt forgets to look after widgets that live on, and crashes at the next."""
    assert [place for place in found(package, calls("setStyleSheet")) if "/theme.py" not in place] == []


def test_the_window_never_runs_the_event_loop_from_within() -> None:
    assert found("ui", calls("processEvents")) == []


def test_no_connection_holds_a_lambda_that_captures_self() -> None:
    def lambdas(node: ast.AST) -> list[ast.AST]:
        return [inner for inner in ast.walk(node) if isinstance(inner, ast.Lambda)]

    def is_wanted(node: ast.AST) -> bool:
        held = lambdas(node) if calls("connect")(node) else []
        return any(isinstance(part, ast.Name) and part.id == "self" for one in held for part in ast.walk(one))

    assert found("ui", is_wanted) == []
