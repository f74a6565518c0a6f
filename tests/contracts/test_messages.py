"""Messages are literal templates whose fields are just their arguments, so that they can be listed and translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Written(NamedTuple):
    """A message as it stands in the source; None for what is not literal."""

    template: str | None
    arguments: frozenset[str] | None


def keys_of(node: ast.AST) -> frozenset[str] | None:
    match node:
        case ast.Dict(keys=keys) if all(isinstance(key, ast.Constant) for key in keys):
            return frozenset(str(key.value) for key in keys if isinstance(key, ast.Constant))
        case ast.IfExp(body=one, orelse=other):
            return keys_of(one) or keys_of(other)
    return None


def dictionaries(tree: ast.AST) -> Mapping[str, frozenset[str]]:
    """The keys of each dictionary that a function gives a name before it makes several messages of it."""
    found: dict[str, frozenset[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if (keys := keys_of(value)) is not None:
                found[name] = keys
    return found


def message(call: ast.Call, named: Mapping[str, frozenset[str]]) -> Written:
    match call.args:
        case [ast.Constant(value=str(template))]:
            return Written(template, frozenset())
        case [ast.Constant(value=str(template)), ast.Name(id=name)]:
            return Written(template, named.get(name))
        case [ast.Constant(value=str(template)), arguments]:
            return Written(template, keys_of(arguments))
    return Written(None, None)


def calls(tree: ast.AST, named: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, Written]]:
    """The messages beneath a node; a name means what it means in the innermost function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield from calls(node, {**named, **dictionaries(node)})
            continue
        match node:
            case ast.Call(func=ast.Name(id="Message"), lineno=line):
                yield line, message(node, named)
        yield from calls(node, named)


def messages() -> Iterator[tuple[str, Written]]:
    for file in sorted((ROOT / "core").rglob("*.py")):
        for line, written in calls(ast.parse(file.read_text("utf-8")), {}):
            yield f"{file.relative_to(ROOT).as_posix()}:{line}", written


def fields_of(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


MESSAGES = [pytest.param(written, id=where) for where, written in messages()]


@pytest.mark.parametrize("written", MESSAGES)
def test_a_template_is_a_literal(written: Written) -> None:
    assert written.template is not None


@pytest.mark.parametrize("written", MESSAGES)
def test_the_fields_of_a_template_are_its_arguments(written: Written) -> None:
    assert frozenset(fields_of(written.template or "")) == written.arguments


@pytest.mark.parametrize("written", MESSAGES)
def test_a_field_is_a_plain_name(written: Written) -> None:
    assert all(name.isidentifier() for name in fields_of(written.template or ""))
