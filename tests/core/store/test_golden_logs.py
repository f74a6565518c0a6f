"""What a published edit does never changes: logs of former versions lead to the same end in this one.

A golden log is added with ``tests/golden/new_log.py`` and never edited; a new meaning is a new edit.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from core.editing.edits import EDITS, Edit
from core.editing.session import LogLine
from core.model import ReviewState
from core.store import log_file
from core.store.codec import parsed
from core.store.encoding import episode_of, state_hash, state_of
from core.store.log_file import WrittenLog

LOGS = sorted((Path(__file__).parents[2] / "golden" / "logs").glob("*.jsonl"))


def golden(path: Path) -> tuple[ReviewState, str, WrittenLog]:
    first, _, rest = path.read_bytes().partition(b"\n")
    match parsed(first.decode()):
        case {"episode": episode, "start": start, "end": str(end)}:
            return state_of(start, episode_of(episode)), end, log_file.read(rest)
    raise AssertionError(path)


def edits_in(line: LogLine) -> set[str]:
    def names(edit: Edit) -> set[str]:
        return {type(edit).__name__}.union(*map(names, getattr(edit, "edits", ())))

    return set() if isinstance(line.step, str) else names(line.step)


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_a_log_of_a_former_version_leads_to_the_same_end(path: Path) -> None:
    start, end, log = golden(path)
    assert state_hash(log.done(start).state) == end


def test_every_edit_is_in_a_golden_log() -> None:
    seen = {name for path in LOGS for line in golden(path)[2].lines for name in edits_in(line)}
    assert seen == set(EDITS)


def test_undo_redo_and_typing_are_in_a_golden_log() -> None:
    lines = [line for path in LOGS for line in golden(path)[2].lines]
    assert {line.step for line in lines if isinstance(line.step, str)} == {"undo", "redo"}
    assert any(line.burst for line in lines)
