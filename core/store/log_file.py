"""The log as JSON lines, one decision a line, for git and mail; each says which entries it is about, in their words.

The first line names the episode and the state that the decisions start from. Lines are only ever added, so a newer
file differs from an older one at its end alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.editing.session import LogLine, ReviewSession
from core.errors import EditError, InputError
from core.messages import Message
from core.model import EntryId, Episode, ItemId, ReviewState
from core.store.codec import Json, MalformedError, json_text, parsed
from core.store.encoding import edit_of, state_hash, state_json, state_of
from core.store.log import LogRow

FORMAT, VERSION = "notestitch-log", 1
_WORDS = frozenset({"text", "title", "summary", "reason", "label", "speaker"})  # members that name nothing


@dataclass(frozen=True, slots=True)
class WrittenLog:
    """A log as it was read from JSON lines."""

    title: str
    start: str  # the hash of the state that they start from
    lines: tuple[LogLine, ...]
    begins: Json = None  # that state, where nobody could make it again: a document that was brought

    def brought(self, episode: Episode) -> ReviewState | None:
        """The state that it begins with, if the log holds it; raises InputError where that cannot be read."""
        try:
            return None if self.begins is None else state_of(self.begins, episode)
        except MalformedError as error:
            raise InputError(Message("the document that the decisions begin with cannot be read")) from error

    def done(self, start: ReviewState) -> ReviewSession:
        """The session that they lead to; raises InputError where they were made from another start."""
        if state_hash(start) != self.start:
            raise InputError(Message("the decisions were made for other notes, or for another version of them"))
        session = ReviewSession(start)
        try:
            for line in self.lines:
                session.take(line)
        except EditError as error:
            why = {"reason": error.message}
            raise InputError(Message("the decisions do not fit the notes ({reason})", why)) from error
        return session


def is_log(data: bytes) -> bool:
    """Whether the bytes are meant to be a log as JSON lines."""
    return data.startswith(f'{{"format":"{FORMAT}"'.encode())


def written(start: ReviewState, rows: Sequence[LogRow]) -> bytes:
    """The decisions as UTF-8."""
    title = start.episode.title
    first: dict[str, Json] = {"format": FORMAT, "version": VERSION, "title": title, "start": state_hash(start)}
    if start.document.is_brought:
        first["begins"] = state_json(start)
    return "".join(f"{json_text(line)}\n" for line in (first, *_lines(start, rows))).encode()


def read(data: bytes, file: str | None = None) -> WrittenLog:
    """Read decisions; raises InputError with the line that is wrong."""
    try:
        texts = data.decode().removesuffix("\n").split("\n")
    except UnicodeDecodeError as error:
        raise InputError(Message("this is no file of decisions; it is no UTF-8 text"), file=file) from error
    title, start, begins = _head(texts[0], file)
    lines: list[LogLine] = []
    for number, text in enumerate(texts[1:], start=2):
        try:
            lines.append(_line(parsed(text.removesuffix("\r"))))
        except MalformedError as error:
            raise InputError(Message("this line is no decision that is known"), file=file, line=number) from error
    return WrittenLog(title, start, tuple(lines), begins)


def _head(text: str, file: str | None) -> tuple[str, str, Json]:
    try:
        found = parsed(text)
    except MalformedError:
        found = None
    match found:
        case {"format": "notestitch-log", "version": int(version), "title": str(title), "start": str(start), **rest}:
            if version > VERSION:
                message = Message("the decisions were written by a newer Notestitch, which alone can read them")
                raise InputError(message, file=file, line=1)
            return title, start, rest.get("begins")
        case _:
            raise InputError(Message("this is no file of decisions; its first line does not say so"), file=file, line=1)


def _line(value: Json) -> LogLine:
    match value:
        case {"step": ("undo" | "redo") as swap}:
            return LogLine(swap)
        case {"step": "edit", "edit": dict(edit), **rest}:
            burst = rest.get("burst")
            return LogLine(edit_of(edit), burst if isinstance(burst, str) else None)
        case _:
            raise MalformedError("no step")


def _lines(start: ReviewState, rows: Iterable[LogRow]) -> Iterator[Json]:
    session: ReviewSession | None = ReviewSession(start)
    for row in rows:
        line: dict[str, Json] = {"seq": row.seq, "at": row.at, "step": row.step}
        if row.burst is not None:
            line["burst"] = row.burst
        if row.edit is not None:
            line["edit"] = edit = parsed(row.edit)
            if session is not None:
                line["entries"] = [_entry(session.state, entry) for entry in _about(session.state, edit)]
        yield line
        session = _after(session, row)


def _after(session: ReviewSession | None, row: LogRow) -> ReviewSession | None:
    """The session after a row, None as soon as the log leads nowhere: then entries are left out."""
    try:
        if session is not None:
            session.take(row.line())
    except (EditError, MalformedError):
        return None
    return session


def _about(state: ReviewState, edit: Json) -> dict[EntryId, None]:
    """The entries that an edit names, and those of the blocks that it names, in this order."""
    found: dict[EntryId, None] = {}
    for name in _names(edit):
        if EntryId(name) in state.episode.entries:
            found[EntryId(name)] = None
        elif state.document.has(ItemId(name)) and len(path := state.document.find(ItemId(name))) > 1:
            found |= dict.fromkeys(state.document.block(path).sources)
    return found


def _names(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _WORDS:
                yield from _names(part)


def _entry(state: ReviewState, entry: EntryId) -> Json:
    found = state.episode.entries[entry]
    return {"entry": entry, "time_s": found.time_s, "text": found.text}
