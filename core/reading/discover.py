"""From paths or pasted text to an Episode: what is what is told by content, and nothing is skipped silently.

Chunk files are the sources where there are any; a merge prompt beside them gives the context, else it is the source
itself. A finished document is only ever offered.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from core.errors import FinishedDocumentError, InputError
from core.messages import Message
from core.model import Episode, SourceChunk
from core.reading.chunks import read_chunk
from core.reading.encoding import DecodedText
from core.reading.files import FileKind, Notice, ReadFile, assumptions, read_text, unreadable
from core.reading.folder import episode_name, is_chunk, listing, natural, number_of
from core.reading.language import detect
from core.reading.lines import split_lines
from core.reading.prompt import Prompt, is_prompt, read_prompt, split_chunks
from core.reading.transcript import Cue, is_spoken, is_transcript, joined, read_transcript
from core.work import Work

_LANGUAGE_SAMPLE = 400  # entries are enough to know the language

_What = Enum("_What", "NOTES PROMPT TRANSCRIPT SPOKEN FINISHED")  # SPOKEN: a bare transcript
_Place = Enum("_Place", "GIVEN CHUNK FOUND BESIDE")  # by name, as a chunk of a folder, in the folder, around it


@dataclass(frozen=True, slots=True)
class Opened:
    """An episode as it was read, with all that should be said about it."""

    episode: Episode
    files: tuple[ReadFile, ...]  # every file that was used, as it was
    transcript: tuple[Cue, ...]
    notices: tuple[Notice, ...]
    finished: Path | None  # a finished document of the episode, on offer


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that was read, and what it is."""

    path: Path
    place: _Place
    decoded: DecodedText
    lines: tuple[str, ...]
    what: _What

    @property
    def file(self) -> str:
        return str(self.path) if self.path.name else ""


def open_inputs(paths: Sequence[Path]) -> Work[Opened]:
    """Read files and folders as one episode; raises InputError that says what to do."""
    places, texts, notices = _places(paths), list[_Text](), list[Notice]()
    for at, (path, place) in enumerate(places.items()):
        yield at / len(places)
        try:
            texts.append(_text(path, place, read_text(path)))
        except InputError as error:
            if place in (_Place.GIVEN, _Place.CHUNK):
                raise
            notices.append(Notice(Message("not used: {reason}", {"reason": error.message}), str(path)))
    return _opened(texts, notices, paths[0])


def open_text(text: str) -> Opened:
    """Read pasted text as one episode; raises InputError that says what to do."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # no lone surrogates
    return _opened([_text(Path(), _Place.GIVEN, DecodedText(whole))], [], None)


def _places(paths: Sequence[Path]) -> dict[Path, _Place]:
    """Every file to look at, once; raises InputError where a source is given twice."""
    if not paths:
        raise InputError(Message("there is no input; give a folder, a merge prompt or chunk files"))
    found, seen = dict[Path, _Place](), dict[Path, _Place]()
    named = sorted(_named(paths), key=lambda item: item[1].value)
    for path, place in named:
        known = seen.get(real := Path(os.path.realpath(path)))  # which does not mind links that go in circles
        if known and place in (_Place.GIVEN, _Place.CHUNK):
            raise InputError(Message("the file is given twice; give each file once"), file=str(path))
        if not known:
            found[path] = seen[real] = place
    return found


def _named(paths: Sequence[Path]) -> Iterator[tuple[Path, _Place]]:
    for path in paths:
        if _is_folder(path):
            files = listing(path)
            yield from ((file, _Place.CHUNK) for file in files.chunks)
            yield from ((file, _Place.FOUND) for file in (*files.prompts, *files.others))
            yield from ((file, _Place.BESIDE) for file in files.beside)
        else:
            yield path, _Place.GIVEN


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise unreadable(path, error) from error


def _text(path: Path, place: _Place, decoded: DecodedText) -> _Text:
    lines = split_lines(decoded.text)
    return _Text(path, place, decoded, lines, _what(path, lines))


def _what(path: Path, lines: Sequence[str]) -> _What:
    if is_transcript(lines):
        return _What.TRANSCRIPT
    if is_prompt(lines):
        return _What.PROMPT
    if is_chunk(path):
        return _What.NOTES
    # A prompt or a folder of chunks gets by without the reader of finished documents.
    from core.reading.document import is_finished  # noqa: PLC0415

    if is_finished(lines):
        return _What.FINISHED
    return _What.SPOKEN if is_spoken(lines) else _What.NOTES


def _opened(texts: Sequence[_Text], notices: list[Notice], given: Path | None) -> Opened:
    """Put together what was read."""
    prompts = [text for text in texts if text.what is _What.PROMPT and text.place is not _Place.BESIDE]
    prompts = prompts or [text for text in texts if text.what is _What.PROMPT]
    sources = _sources(texts)
    context = _context(prompts, sources)
    files = _note_files(sources) if sources else (context.file,) if context else ()
    _check_sources(files, texts, given)
    chunks = tuple(chunk for file in files for chunk in file.chunks)
    spoken = [text for text in texts if text.what is _What.TRANSCRIPT]
    finished = [text for text in texts if text.what is _What.FINISHED]
    used = [*sources, *spoken, *finished[:1], *(prompts[:1])]
    beside = (_context_file(context), *(_framed(text) for text in spoken))
    notices += [note for text in used for note in assumptions(text.decoded, text.file)]
    notices += [*(context.notices if context else ()), *_differing(context, sources), *_unused(texts, used)]
    return Opened(
        _episode(context, chunks, _fallback_title(texts, sources, given)),
        (*files, *(file for file in beside if file and sources)),
        joined(read_transcript(text.lines) for text in spoken),
        tuple(notices),
        finished[0].path if finished else None,
    )


def _sources(texts: Sequence[_Text]) -> list[_Text]:
    """The texts that are notes: those given and named as chunks, else all in the folder that hold an entry."""
    notes = [text for text in texts if text.what is _What.NOTES]
    named = [text for text in notes if text.place in (_Place.GIVEN, _Place.CHUNK)]
    if named or any(text.what is _What.PROMPT for text in texts):
        return named
    return [text for text in notes if text.place is _Place.FOUND and _has_entries(text.lines)]


def _context(prompts: Sequence[_Text], sources: Sequence[_Text]) -> Prompt | None:
    if not prompts:
        return None
    if len(prompts) > 1 and not sources:
        message = Message("there is more than one merge prompt; give the one that is meant")
        raise InputError(message, file=prompts[1].file)
    return read_prompt(prompts[0].decoded, prompts[0].file)


def _note_files(sources: Sequence[_Text]) -> tuple[ReadFile, ...]:
    if len(sources) == 1 and not is_chunk(sources[0].path):
        return (_several(sources[0]),)
    numbers = [number_of(text.path) for text in sources]
    known = [number for number in numbers if number is not None]
    if len(set(known)) < len(sources):
        ordered = list(enumerate(sorted(sources, key=lambda text: natural(text.path)), start=1))
    else:
        ordered = sorted(zip(known, sources, strict=True), key=lambda pair: pair[0])
    return tuple(_one(number, text) for number, text in ordered)


def _one(number: int, text: _Text) -> ReadFile:
    chunk = read_chunk(text.lines, number=number, name=text.path.stem or f"chunk {number}", file=text.file)
    return ReadFile(text.file, FileKind.NOTES, text.decoded, chunks=(chunk,))


def _several(text: _Text) -> ReadFile:
    """A lone text is several chunks if more than one of its parts holds notes."""
    parts, first_line, chunks = split_chunks(text.lines), 1, list[SourceChunk]()
    if sum(_has_notes(part) for part in parts) < 2:
        return _one(1, text)
    for number, part in enumerate(parts, start=1):
        chunks.append(read_chunk(part, number=number, name=f"chunk {number}", file=text.file, first_line=first_line))
        first_line += len(part)
    return ReadFile(text.file, FileKind.NOTES, text.decoded, chunks=tuple(chunks))


def _has_notes(lines: Sequence[str]) -> bool:
    return bool(read_chunk(lines, number=1, name="").notes)


def _has_entries(lines: Sequence[str]) -> bool:
    return bool(read_chunk(lines, number=1, name="").entries)


def _check_sources(files: Sequence[ReadFile], texts: Sequence[_Text], given: Path | None) -> None:
    """Raise InputError if there is nothing that could be notes."""
    if any(line.strip() for file in files for chunk in file.chunks for line in chunk.lines):
        return
    if files:
        raise InputError(Message("there are no notes in it, it is empty; give the notes"), file=files[0].path)
    file = str(given) if given else None
    whats = {text.what for text in texts}
    if given and given.is_dir() and _What.FINISHED not in whats:
        message = Message("no notes were found in this folder; it should hold chunk_*.md, chunks/ or merge.prompt.txt")
    elif _What.FINISHED in whats:
        message = Message("this is a finished document; give the notes that it was made from as well")
        raise FinishedDocumentError(message, file=file)
    else:
        message = Message("this is a transcript, not notes; give the notes that were made from it, chunk_*.md")
    raise InputError(message, file=file)


def _context_file(context: Prompt | None) -> ReadFile | None:
    """The prompt as a file beside the sources: all its lines are frame."""
    if context is None:
        return None
    return replace(context.file, preface=split_lines(context.file.decoded.text), chunks=(), closing=())


def _framed(text: _Text) -> ReadFile:
    return ReadFile(text.file, FileKind.TRANSCRIPT, text.decoded, preface=text.lines)


def _differing(context: Prompt | None, sources: Sequence[_Text]) -> tuple[Notice, ...]:
    if context is None or not sources or len(context.file.chunks) == len(sources):
        return ()
    counts = {"prompt": len(context.file.chunks), "files": len(sources)}
    message = Message(
        "the merge prompt and the chunk files differ in number ({prompt} and {files}); the files are used", counts
    )
    return (Notice(message, context.file.path),)


def _unused(texts: Sequence[_Text], used: Sequence[_Text]) -> tuple[Notice, ...]:
    paths = {text.path for text in used}
    left = (text for text in texts if text.path not in paths and text.place is not _Place.BESIDE)
    return tuple(Notice(Message("not used; if it holds notes, give it by name"), text.file) for text in left)


def _fallback_title(texts: Sequence[_Text], sources: Sequence[_Text], given: Path | None) -> str:
    """A title of one line where no prompt gives one: the episode's folder; of a lone file its own name."""
    if given is None:
        return ""
    is_lone = len(texts) == len(sources) == 1 and not is_chunk(given) and not given.is_dir()
    name = given.stem if is_lone else episode_name(given if given.is_dir() else given.parent)
    return " ".join(name.split())  # a file's name may have line breaks


def _episode(context: Prompt | None, chunks: tuple[SourceChunk, ...], title: str) -> Episode:
    entries = [entry.text for chunk in chunks for entry in chunk.entries]
    language = (context.language if context else "") or detect("\n".join(entries[:_LANGUAGE_SAMPLE]))
    if context is None:
        return Episode(title, language=language, chunks=chunks, is_titled=False)
    return Episode(
        context.title or title, context.description, language, context.rules, chunks, is_titled=bool(context.title)
    )
