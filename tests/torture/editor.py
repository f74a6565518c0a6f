"""The process that is killed: edits a session by chance and says on its output how many steps are on the disk.

The parent does the same with the same seed in memory, so it knows every state that there may be.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept import kept_at, random_step, taken

from core.editing.session import LogLine, ReviewSession
from core.model import ReviewState
from core.store.due import Pace
from core.work import finished
from core.workflow.sessions import KeptReview, open_session

PAUSE_S = 0.004


def lines(state: ReviewState, seed: int) -> Iterator[LogLine]:
    """What the editor of that seed does from a state on; undo never goes back behind it."""
    chance, session = random.Random(seed), ReviewSession(state)
    while True:
        line = random_step(chance, session)
        if line is not None and taken(session, line):
            yield line


def tell(kept: KeptReview) -> None:
    """One line: how many steps are said to be on the disk. Not by ``write``, which faults are put into."""
    status = kept.status
    os.writev(1, [f"{status.saved.name} {status.saved_steps} {status.message or ''}\n".encode()])


def main(path: Path, seed: int, steps: int, *, is_brisk: bool) -> None:
    """Go on with the session, or begin it; close it after so many steps.

    A brisk one waits for each step to be saved, or to have failed, and soon tries again.
    """
    kept = finished(open_session(path)) if path.exists() else kept_at(path)
    kept.subscribe(lambda: tell(kept))
    tell(kept)
    for _, line in zip(range(steps), lines(kept.review.state, seed), strict=False):
        taken(kept.review, line)
        if is_brisk:
            kept.flush()
        else:
            time.sleep(PAUSE_S)  # an editor is not faster; without it all goes to the disk in one piece
    kept.close()
    tell(kept)
    os.writev(1, [b"CLOSED\n"])


if __name__ == "__main__":
    if sys.argv[4:] == ["brisk"]:
        pytest.MonkeyPatch().setattr("core.store.writer.Pace", lambda: Pace(gather_s=0.001, retry_s=0.01))
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), is_brisk=sys.argv[4:] == ["brisk"])
