"""Reviews that are kept in files, for tests of the store; small, and written without waiting for more."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

from chunk_builder import chunk, episode

from core.editing.edits import Absorb, Batch, Cite, Drop, KeepApart, OpenChapter
from core.editing.session import LogLine, ReviewSession
from core.errors import EditError
from core.messages import Message
from core.model import ChunkKey, Entry, Episode, FindingId, Kind, ReviewState, blocks_of
from core.reading.discover import Opened
from core.reading.encoding import DecodedText
from core.reading.files import FileKind, ReadFile
from core.reading.revisions import Window, next_key, read_revision
from core.stitching import propose
from core.stitching.anchoring import anchored
from core.stitching.candidate import candidate
from core.timecode import written
from core.workflow.propose import Edit
from core.workflow.review import Review
from core.workflow.sessions import KeptReview, keep

SMALL = episode(
    chunk(1, "# Fog", "00:05 the lamp is lit", "  00:09 at dusk", "> 00:12 it is never dark — the keeper", "? a stray"),
    chunk(2, "# Ships", "00:20 a ship passes", "00:31 it hoots twice", "00:40 nobody answers"),
)


def start(of: Episode = SMALL) -> ReviewState:
    """The start of a review."""
    return ReviewState(of, candidate(of))


def opened(of: Episode = SMALL) -> Opened:
    """The episode as if it was read from two files."""
    files = (
        ReadFile(f"/notes/chunk_{number}.md", FileKind.NOTES, DecodedText(f"notes of chunk {number}\n"))
        for number in (1, 2)
    )
    return Opened(of, tuple(files), (), (), None)


def kept_at(path: Path, of: Episode = SMALL) -> KeptReview:
    """A new review that is kept at a path from its first edit on."""
    return keep(opened(of), Review(ReviewSession(start(of))), path)


def rename(kept: KeptReview, *titles: str) -> None:
    """Rename the first chapter, once for each title: edits that are easy to tell apart."""
    for title in titles:
        state = kept.review.state
        edit = propose.rename_chapter(state, state.document.chapters[0].id, title)
        assert edit is not None
        kept.review.do(edit)


def title_of(state: ReviewState) -> str:
    """The first chapter's title."""
    return state.document.chapters[0].title


def taken(session: ReviewSession | Review, line: LogLine) -> bool:
    """Do a line; False: there was nothing to undo or redo, so a log has no line of it."""
    match line.step:
        case "undo":
            return session.undo()
        case "redo":
            return session.redo()
        case edit:
            do = session.do if isinstance(session, Review) else session.apply
            do(edit, burst=line.burst)
            return True


def random_step(chance: random.Random, session: ReviewSession) -> LogLine | None:
    """Something that can be done now, by chance; None: the dice fell on something that is refused."""
    if chance.random() < 0.25:
        return LogLine("undo" if chance.random() < 0.6 else "redo")
    with suppress(EditError):
        edit = _random_edit(chance, session.state)
        if edit is not None:
            edit.apply(session.state)
            return LogLine(edit, chance.choice((None, None, "typing")))
    return None


def _random_edit(chance: random.Random, state: ReviewState) -> Edit | None:
    items = [block.id for block in blocks_of(state.document)]
    words, head = f"words {chance.randrange(10**9)}", chance.choice(state.document.chapters).id
    if not items:
        return propose.set_title(state, words)
    item = chance.choice(items)
    other, entries = chance.choice(items), chance.sample(sorted(state.episode.entries), 2)
    makers = (
        lambda: Absorb(item, (other,), words, None, None),
        lambda: KeepApart(tuple(entries)),
        lambda: Cite(item, (entries[0],)),
        lambda: Batch(Message("two at once"), (KeepApart(tuple(entries)), Drop(item, words))),
        lambda: propose.set_title(state, words),
        lambda: propose.edit_text(state, item, words),
        lambda: propose.edit_text(state, item, words),
        lambda: propose.retime(state, item, chance.randrange(3000)),
        lambda: propose.move_up(state, item),
        lambda: propose.move_down(state, item),
        lambda: propose.add_note(state, item, words),
        lambda: propose.drop(item, words),
        lambda: propose.rename_chapter(state, head, words),
        lambda: propose.split_chapter(state, item),
        lambda: propose.join_chapter(state, head),
        lambda: propose.dismiss(FindingId(words), words),
        lambda: propose.bring_in(state, chance.choice(sorted(state.episode.entries))),
        lambda: propose.shift_chunk(state, ChunkKey(state.episode.chunks[0].key), chance.randrange(-5, 9)),
        lambda: _revised(chance, state, words),
        lambda: OpenChapter(head, words),
    )
    return chance.choice(makers)()


def _revised(chance: random.Random, state: ReviewState, words: str) -> Edit:
    """A chunk written anew: most of its lines, another one, and one that says something else."""
    old = chance.choice(state.episode.chunks)
    lines = [_written(entry) for entry in old.entries if chance.random() < 0.8]
    lines += [f"- [00:{chance.randrange(10, 60)}] {words}", f"- {words} once more"]
    window = Window(old.number, old.name, old.file)
    new = read_revision(lines, next_key(old.key, state.episode.by_key), window)
    moved = anchored(old.entries, new.entries).certain
    return Batch(Message("revise chunk"), tuple(propose.revise_chunk(state, old.key, new, moved).edits))


def _written(entry: Entry) -> str:
    """An entry as a model writes it."""
    time = "" if entry.time_s is None else f"[{written(entry.time_s)}] "
    if entry.kind is Kind.QUOTE:
        return f'> {time}"{entry.text}"' + (f" — {entry.speaker}" if entry.speaker else "")
    return f"{'  ' * entry.depth}- {time}{entry.text}"


def fill(folder: Path) -> Path:
    """Take all the room that is left."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass
    return filler
