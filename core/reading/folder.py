"""What lies in an episode's folder, by the names of its files; opens none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import InputError
from core.messages import Message

_TEXT_SUFFIXES = frozenset({".md", ".markdown", ".txt"})
_PROMPT_SUFFIX = ".prompt.txt"
_CHUNK_NUMBER = re.compile(r"chunk[ ._-]*(\d+)", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"(\d+)\D*\Z")
_CHUNKS_FOLDER = "chunks"


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of one episode, each kind in natural order."""

    chunks: tuple[Path, ...]  # named as chunks
    prompts: tuple[Path, ...]
    others: tuple[Path, ...]  # other texts in the folder that was given, and what is named as a chunk but is no file
    beside: tuple[Path, ...]  # other texts in the episode's folder, when its chunks folder was given


def listing(folder: Path) -> Listing:
    """Look at a folder, at its ``chunks`` folder, and around it if it is that; raises InputError."""
    own, below, beside = _texts(folder), list[Path](), list[Path]()
    if folder.resolve().name.lower() == _CHUNKS_FOLDER:
        beside = [path for path in _texts(folder.parent if folder.name else folder.resolve().parent) if path.is_file()]
    elif (chunks := folder / _CHUNKS_FOLDER).is_dir():
        below = _texts(chunks)
    named = _chunks(below) or _chunks(own)
    known = set(named)
    inside = [path for path in (*own, *below) if path not in known]
    return Listing(
        tuple(named),
        tuple(path for path in (*inside, *beside) if is_prompt_name(path)),
        tuple(path for path in inside if not is_prompt_name(path)),
        tuple(path for path in beside if not is_prompt_name(path)),
    )


def is_prompt_name(path: Path) -> bool:
    """Whether the file is named as a prompt."""
    return path.name.lower().endswith(_PROMPT_SUFFIX)


def is_chunk(path: Path) -> bool:
    """Whether the file is named as a chunk's notes."""
    is_text = path.suffix.lower() in _TEXT_SUFFIXES
    return is_text and not is_prompt_name(path) and _CHUNK_NUMBER.search(path.stem) is not None


def number_of(path: Path) -> int | None:
    """The number in a file's name: the one after "chunk", else the last; None if it has none."""
    match = _CHUNK_NUMBER.search(path.stem) or _LAST_NUMBER.search(path.stem)
    return int(match[1]) if match else None


def natural(path: Path) -> tuple[tuple[str, int], ...]:
    """A sort key that puts ``chunk_2`` before ``chunk_10``."""
    parts = re.split(r"(\d+)", str(path).casefold())
    numbers = [*map(int, parts[1::2]), -1]
    return tuple(zip(parts[::2], numbers, strict=True))


def episode_name(folder: Path) -> str:
    """The name of the episode's folder: that around ``chunks``, if it is that."""
    folder = folder.resolve()
    return (folder.parent if folder.name.lower() == _CHUNKS_FOLDER else folder).name


def _chunks(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if is_chunk(path) and path.is_file()]


def _texts(folder: Path) -> list[Path]:
    """The text files, and links that lead nowhere, pipes and folders that are named as chunks."""
    try:
        texts = [path for path in folder.iterdir() if path.suffix.lower() in _TEXT_SUFFIXES]
        found = [path for path in texts if path.is_file() or is_chunk(path)]
    except OSError as error:
        message = Message(
            "the folder cannot be read ({reason}); check its permissions", {"reason": str(error.strerror)}
        )
        raise InputError(message, file=str(folder)) from error
    return sorted((path for path in found if not path.name.startswith(".")), key=natural)
