"""What a session costs at 10 000 notes with 5 000 decisions: opening, an edit, the file. Exit 1 if a limit is broken.

make bench-session
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from core.editing.session import ReviewSession
from core.model import Episode, Heading, ReviewState, Role, SourceChunk, blocks_of
from core.reading.discover import Opened
from core.reading.encoding import DecodedText
from core.reading.files import FileKind, ReadFile
from core.stitching.candidate import candidate
from core.store.history import present_state
from core.store.reading import load
from core.work import finished
from core.workflow import propose
from core.workflow.review import Review
from core.workflow.sessions import keep, open_session
from tests.episodes.generator import long_episode

NOTES, DECISIONS = 10_000, 5_000
OPEN_LIMIT_MS, EDIT_LIMIT_MS, FILE_LIMIT_MB = 500, 1.0, 12


def main() -> int:
    """Prints the figures beside their limits."""
    with tempfile.TemporaryDirectory(prefix="notestitch-") as folder:
        os.environ["XDG_DATA_HOME"] = str(Path(folder, "data"))
        path = Path(folder, "long.notestitch")
        edits_ms, close_ms = _decide(path)
        size_mb = path.stat().st_size / 1e6
        open_ms = statistics.median(_timed_ms(lambda: _state_of(path)) for _ in range(7))
        whole_ms = statistics.median(_timed_ms(lambda: finished(open_session(path))) for _ in range(3))
        kept = finished(open_session(path))
        replay_ms = _timed_ms(lambda: finished(kept.remembering()))
        undo_ms = _timed_ms(kept.review.undo)
        kept.close()
    edit_ms = statistics.quantiles(edits_ms, n=100)[98]
    print(f"{NOTES} notes, {DECISIONS} decisions")
    print(f"open, the state            {open_ms:8.0f} ms   limit {OPEN_LIMIT_MS}")
    print(f"open, with all findings    {whole_ms:8.0f} ms")
    print(
        f"an edit, for its caller    {statistics.median(edits_ms):8.3f} ms   99 %: {edit_ms:.3f}, limit {EDIT_LIMIT_MS}"
    )
    print(f"the file                   {size_mb:8.2f} MB   limit {FILE_LIMIT_MB}")
    print(f"close                      {close_ms:8.0f} ms")
    print(f"replay of all former runs  {replay_ms:8.0f} ms   then an undo {undo_ms:.0f} ms")
    return int(open_ms > OPEN_LIMIT_MS or edit_ms > EDIT_LIMIT_MS or size_mb > FILE_LIMIT_MB)


def _state_of(path: Path) -> ReviewState:
    contents = load(path).contents
    return present_state(contents.checkpoint.state, contents.rows[contents.checkpoint.seq :])


def _decide(path: Path) -> tuple[list[float], float]:
    """Milliseconds that the journal costs the caller of each edit, and that closing takes."""
    chunks = tuple(map(_with_lines, long_episode(NOTES)))
    episode = Episode("A long episode", chunks=chunks)
    files = tuple(_file(chunk) for chunk in chunks)
    session = ReviewSession(ReviewState(episode, candidate(episode)))
    kept = keep(Opened(episode, files, (), (), None), Review(ReviewSession(session.state)), path)
    journal = kept.review.session._journal  # the one thing that is measured
    chance, spent = random.Random(1), list[float]()
    blocks = [block.id for block in blocks_of(session.state.document)]
    for number in range(DECISIONS):
        edit = propose.edit_text(session.state, chance.choice(blocks), f"another wording of about the length {number}")
        assert edit is not None
        session.apply(edit)
        begin = perf_counter()
        journal.append(edit, None, session.state)
        spent.append((perf_counter() - begin) * 1000)
    return spent, _timed_ms(kept.close)


def _with_lines(chunk: SourceChunk) -> SourceChunk:
    """A chunk as it is read: with a heading and the line of each note."""
    lines = (f"## Part {chunk.number}\n", "\n", *(f"- [{e.time_s}] {e.text}\n" for e in chunk.entries))
    roles = (Role.HEADING, Role.BLANK, *(Role.ENTRY for _ in chunk.entries))
    return replace(chunk, lines=lines, roles=roles, headings=(Heading(1, 2, f"Part {chunk.number}"),))


def _file(chunk: SourceChunk) -> ReadFile:
    return ReadFile(f"/notes/{chunk.name}.md", FileKind.NOTES, DecodedText("".join(chunk.lines)), chunks=(chunk,))


def _timed_ms(run: Callable[[], object]) -> float:
    gc.collect()
    begin = perf_counter()
    run()
    return (perf_counter() - begin) * 1000


if __name__ == "__main__":
    sys.exit(main())
