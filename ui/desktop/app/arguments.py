"""What the window was started with; argparse is left to the command line, since it would be loaded for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from ui.named import named, named_output

_THEMES = ("light", "dark")
_SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")
USAGE = "usage: main.py [INPUT…] [--theme light|dark] [--size WIDTHxHEIGHT] [--screenshot FILE.png]"


class UsageError(Exception):
    """Arguments that mean nothing."""


class Arguments(NamedTuple):
    """The inputs, and how to show them."""

    inputs: tuple[Path, ...] = ()
    screenshot: Path | None = None
    theme: str | None = None
    size: tuple[int, int] | None = None


def parsed(arguments: Sequence[str]) -> Arguments:
    """The arguments as values; raises UsageError."""
    inputs: list[Path] = []
    options: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--":
            inputs += map(_input, rest)
            break
        if not word.startswith("--"):
            inputs.append(_input(word))
            continue
        name, _, value = word[2:].partition("=")
        if name not in ("screenshot", "theme", "size"):
            raise UsageError(f"unknown option {word}")
        if not value and not rest:
            raise UsageError(f"{word} needs a value")
        options[name] = value or rest.pop(0)
    return Arguments(tuple(inputs), _screenshot(options), _theme(options), _size(options))


def _input(word: str) -> Path:
    return _read(named, word)


def _read(read: Callable[[str], Path], word: str) -> Path:
    try:
        return read(word)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _screenshot(options: dict[str, str]) -> Path | None:
    return _read(named_output, options["screenshot"]) if "screenshot" in options else None


def _theme(options: dict[str, str]) -> str | None:
    theme = options.get("theme")
    if theme is not None and theme not in _THEMES:
        raise UsageError(f"--theme is light or dark, not {theme}")
    return theme


def _size(options: dict[str, str]) -> tuple[int, int] | None:
    size = options.get("size")
    if size is None:
        return None
    match = _SIZE.fullmatch(size)
    if match is None:
        raise UsageError(f"--size is WIDTHxHEIGHT such as 1440x900, not {size}")
    return int(match[1]), int(match[2])
