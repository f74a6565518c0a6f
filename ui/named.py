"""Paths as somebody names them on the command line: what can name no file is refused, with what to do instead."""

from __future__ import annotations

import os
from pathlib import Path

_SLASHES = tuple(filter(None, (os.sep, os.altsep)))


def named(text: str) -> Path:
    """A path; raises ValueError for what would be read as something that nobody named, such as the folder of now."""
    if not text:
        raise ValueError("the name is empty; give a file or a folder")
    if text == "-":
        raise ValueError('give a file ("./-" if it is called so); standard input and output are not used')
    if "\0" in text:
        raise ValueError("no file has a NUL character in its name; check the path")
    path = Path(text)
    if text.endswith(_SLASHES) and path.is_file():
        raise ValueError(f"{path} is a file and no folder; leave the slash at its end out")
    return path


def named_output(text: str) -> Path:
    """The path of a file to write, which need not be there; raises ValueError."""
    path = named(text)
    if text.endswith(_SLASHES) and not path.is_dir():
        raise ValueError(f"{text} is the name of a folder, by the slash at its end; give the path of a file")
    return path
