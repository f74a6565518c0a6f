"""Which source files are other than they were read, chunk by chunk; only ever reads them.

A file is compared by its SHA-256, then chunk by chunk with what the review holds, so that an undo of a reload is seen
as well.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from pathlib import Path

from core.errors import InputError
from core.messages import Message
from core.model import ChunkKey, Episode, SourceChunk
from core.reading.encoding import DecodedText
from core.reading.files import FileKind, read_text
from core.reading.folder import is_chunk, listing, number_of
from core.reading.lines import split_lines
from core.reading.prompt import is_prompt, read_prompt, split_chunks
from core.reading.revisions import Window, read_revision, root_of
from core.reading.transcript import is_transcript
from core.store.contents import Source
from core.work import Work
from core.workflow.review import Review

SourceChange = Enum("SourceChange", "CHANGED NEW MISSING UNREADABLE WITHOUT_NOTES")


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """The new lines of one chunk."""

    old: ChunkKey | None  # None: a chunk that was not there
    window: Window
    lines: tuple[str, ...]
    before: ChunkKey | None = None  # where it comes in


@dataclass(frozen=True, slots=True)
class ChangedSource:
    """A file that is other than it was read."""

    path: str
    change: SourceChange
    parts: tuple[ChangedPart, ...] = ()  # what ``reload`` takes; none for a file that cannot be taken
    source: Source | None = None  # its bytes now
    reason: Message | None = None  # why it cannot be read


@dataclass(slots=True)
class _File:
    """A source file: for each chunk in it the one of now, and the lines that the file had for it."""

    chunks: list[tuple[SourceChunk, tuple[str, ...]]] = field(default_factory=list[tuple[SourceChunk, tuple[str, ...]]])
    is_as_read: bool = True  # no chunk of it was revised


def changed_sources(review: Review, sources: Sequence[Source]) -> Work[tuple[ChangedSource, ...]]:
    """Compare the files of a review's chunks with the disk; ``sources`` are all revisions of them so far."""
    state, start = review.state, review.session.start.episode
    files = _files(state.episode, start)
    known: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        known[source.path].append(source)
    found: list[ChangedSource] = []
    for at, (path, file) in enumerate(files.items()):
        yield at / len(files)
        change = _compared(path, file, known[path])
        if change is not None:
            found.append(change)
    found += _new_files(state.episode, start, files)
    return tuple(found)


def _files(episode: Episode, start: Episode) -> Mapping[str, _File]:
    """The files of the chunks of now, and of the chunks that they took the place of."""
    first = {root_of(chunk.key): chunk for chunk in start.chunks}
    found: dict[str, _File] = {}
    for chunk in episode.chunks:
        was = first.get(root_of(chunk.key))
        if chunk.file:
            _take(found, chunk, chunk)
        if was is not None and was.file and _absolute(was.file) != _absolute(chunk.file):
            _take(found, chunk, was)
    return found


def _take(files: dict[str, _File], chunk: SourceChunk, read: SourceChunk) -> None:
    file = files.setdefault(_absolute(read.file), _File())
    file.chunks.append((chunk, read.lines))
    file.is_as_read = file.is_as_read and root_of(chunk.key) == chunk.key


def _absolute(path: str) -> str:
    return os.path.abspath(path) if path else ""  # noqa: PTH100 - Path would not take out ".."


def _compared(path: str, file: _File, known: Sequence[Source]) -> ChangedSource | None:
    if not Path(path).is_file():
        return ChangedSource(path, SourceChange.MISSING)
    try:
        decoded = read_text(Path(path))
    except InputError as error:
        return ChangedSource(path, SourceChange.UNREADABLE, reason=error.message)
    kind = known[0].kind if known else FileKind.NOTES
    source = Source(path, kind, decoded.encoded(), max((one.revision for one in known), default=0) + 1)
    if file.is_as_read and known and min(known, key=lambda one: one.revision).sha256 == source.sha256:
        return None
    parts = tuple(_parts(path, file, decoded))
    if not parts:
        return None
    with_notes = tuple(part for part in parts if part.old is None or _has_notes(part))
    change = SourceChange.CHANGED if with_notes else SourceChange.WITHOUT_NOTES
    is_known = any(one.sha256 == source.sha256 for one in known)
    return ChangedSource(path, change, with_notes, None if is_known else source)


def _has_notes(part: ChangedPart) -> bool:
    return bool(read_revision(part.lines, ChunkKey("0"), part.window).entries)


def _parts(path: str, file: _File, decoded: DecodedText) -> Iterator[ChangedPart]:
    """What is other, chunk by chunk: equal parts are found again wherever they moved to."""
    new = _split(path, decoded, is_one=len(file.chunks) == 1)
    old = [lines for _, lines in file.chunks]
    matcher = SequenceMatcher(None, old, [lines for lines, _ in new], autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for at in range(start, end):
            lines, first_line = new[at]
            was = low + at - start
            if was < high:
                chunk = file.chunks[was][0]
                name = chunk.file if _absolute(chunk.file) == path else path  # as it was given
                yield ChangedPart(chunk.key, Window(chunk.number, chunk.name, name, first_line), lines)
            elif "".join(lines).strip():
                number = max(chunk.number for chunk, _ in file.chunks) + 1 + at - start
                before = file.chunks[high][0].key if high < len(file.chunks) else None
                yield ChangedPart(None, Window(number, f"chunk {number}", path, first_line), lines, before)


def _split(path: str, decoded: DecodedText, *, is_one: bool) -> list[tuple[tuple[str, ...], int]]:
    """The lines of each chunk, and where they begin in the file."""
    lines = split_lines(decoded.text)
    if is_prompt(lines):
        return [(chunk.lines, chunk.first_line) for chunk in read_prompt(decoded, path).file.chunks]
    if is_one:
        return [(lines, 1)]
    found: list[tuple[tuple[str, ...], int]] = []
    for part in split_chunks(lines):
        found.append((part, 1 + sum(len(above) for above, _ in found)))
    return found


def _new_files(episode: Episode, start: Episode, files: Mapping[str, _File]) -> Iterator[ChangedSource]:
    """Chunk files that came into the folders of those that were read."""
    named = [Path(_absolute(chunk.file)) for chunk in start.chunks if chunk.file and is_chunk(Path(chunk.file))]
    for folder in dict.fromkeys(path.parent for path in named):
        for path in listing(folder).chunks if folder.is_dir() else ():
            number = number_of(path)
            if str(path) in files or path.parent != folder or number is None:
                continue
            same = next((chunk for chunk in episode.chunks if chunk.number == number), None)
            if same is None or not (same.file and Path(same.file).is_file()):
                yield from _new_file(episode, path, number, same)


def _new_file(episode: Episode, path: Path, number: int, same: SourceChunk | None) -> Iterator[ChangedSource]:
    """A file with notes of a window that has no other file."""
    try:
        decoded = read_text(path)
    except InputError as error:
        yield ChangedSource(str(path), SourceChange.UNREADABLE, reason=error.message)
        return
    before = next((chunk.key for chunk in episode.chunks if chunk.number > number), None)
    window = Window(number, same.name if same else path.stem, str(path))
    part = ChangedPart(same and same.key, window, split_lines(decoded.text), before)
    if _has_notes(part) and not is_transcript(part.lines):
        source = Source(str(path), FileKind.NOTES, decoded.encoded())
        yield ChangedSource(str(path), SourceChange.NEW, (part,), source)
