"""Write one more golden log by chance.

PYTHONPATH=.:tests .venv/bin/python tests/golden/new_log.py NAME SEED [INPUT…]

A log that is there stays as it is for ever, and every later version must lead to the same end.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from kept import SMALL, random_step, start, taken

from core.editing.session import ReviewSession
from core.model import Episode
from core.store import log_file
from core.store.codec import json_text
from core.store.encoding import episode_json, state_hash, state_json
from core.store.steps import Steps
from core.work import finished
from core.workflow.opening import opened

LOGS = Path(__file__).parent / "logs"
STEPS = 59  # the last one's second


def main(name: str, seed: str, *inputs: str) -> None:
    """Write ``logs/NAME.jsonl``: the episode, its start and the hash of the end on one line, then the log."""
    target = LOGS / f"{name}.jsonl"
    if target.exists():
        raise SystemExit(f"{target} exists; golden logs are added to, never edited")
    target.write_bytes(golden(finished(opened([Path(one) for one in inputs])).episode if inputs else SMALL, seed))


def golden(of: Episode, seed: str) -> bytes:
    """The bytes of a golden log."""
    chance, session, steps = random.Random(seed), ReviewSession(start(of)), Steps(())
    count = 0
    while count < STEPS:
        line = random_step(chance, session)
        if line is not None and taken(session, line):
            count += 1
            steps.add(line.step, line.burst, f"2026-01-01T00:00:{count:02}.000Z")
    begin = start(of)
    first = {"episode": episode_json(of), "start": state_json(begin), "end": state_hash(session.state)}
    return f"{json_text(first)}\n".encode() + log_file.written(begin, steps.rows(0, count))


if __name__ == "__main__":
    main(*sys.argv[1:])
