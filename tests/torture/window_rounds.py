"""Kill the real window while a person works in it by chance, look at what is left, go on with it. See ``make torture``.

A round fails if a step is missing that the status bar had called saved, if the session cannot be opened, or if what it
holds is not what the window showed after so many steps.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from torture.rounds import ROOT, environment

from core.editing.session import replayed
from core.errors import NotestitchError
from core.store.contents import Contents
from core.store.encoding import state_hash
from core.store.history import present_state
from core.store.reading import load
from core.work import finished
from core.workflow.sessions import open_session

MOST_STEPS, LONGEST_S = 12, 0.25  # the kill comes after so many steps, and a moment more: amid edits, amid commits
SHARE_CLOSED, CLOSES_AFTER_S = 0.1, 0.3  # of rounds that come to their end
ROUNDS_A_SESSION = 5
_PATIENCE_S = 30.0
NOTES = {
    "chunk_1.md": "# Fog\n\n- [00:05] the lamp is lit every evening at dusk\n  - [00:09] the keeper waits for it\n"
    "- [00:30] a ship passes in the night\n> [00:12] it is never dark — the keeper\n- [00:41] it hoots twice\n",
    "chunk_2.md": "# Ships\n\n- [00:30] a ship passes in the night\n- [00:41] it hoots two times\n? what is this\n"
    "- [00:52] nobody answers from the shore\n- [01:10] the fog lifts before the morning\n"
    "> [01:15] at last — the keeper\n",
}


@dataclass
class Totals:
    """What many rounds came to."""

    rounds: int = 0
    killed: int = 0
    steps: int = 0
    saved: int = 0  # steps that the status bar called saved
    more: int = 0  # steps that were on the disk besides
    errors: Counter[str] = field(default_factory=Counter[str])
    failures: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The figures on one line."""
        return (
            f"window: {self.rounds} rounds, {self.killed} killed at work: {self.steps} steps, {self.saved} were called "
            f"saved, {self.more} more were there, {len(self.failures)} failures; {self.errors.total()} errors in slots"
        )


@dataclass(frozen=True)
class Said:
    """What the window told until it was killed; a line that was cut off tells nothing."""

    states: Mapping[int, str]  # their hashes, by the number of steps
    saved: int
    is_closed: bool
    errors: Sequence[str]

    @classmethod
    def of(cls, output: bytes) -> Said:
        """Read it."""
        lines = [line.split(" ", 2) for line in output.decode("utf-8", "replace").split("\n")[:-1]]
        return cls(
            {int(line[1]): line[2] for line in lines if line[0] == "DID"},
            max((int(line[1]) for line in lines if line[0] == "SAVED"), default=0),
            ["CLOSED"] in lines,
            [" ".join(line[1:]) for line in lines if line[0] == "ERROR"],
        )


def torture(rounds: int, seed: int, folder: Path) -> Totals:
    """So many rounds; a few in a row go on with one session."""
    chance, totals = random.Random(seed), Totals()
    os.environ |= {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA")}
    for number in range(rounds):
        place = folder / f"episode-{number // ROUNDS_A_SESSION}"
        if not place.exists():
            place.mkdir()
            for name, text in NOTES.items():
                (place / name).write_text(text, "utf-8")
        _one_round(place, seed * 100_000 + number, chance, totals)
        if number % ROUNDS_A_SESSION == ROUNDS_A_SESSION - 1:
            shutil.rmtree(place)
    return totals


def _one_round(place: Path, seed: int, chance: random.Random, totals: Totals) -> None:
    before = session_in(place)
    known = len(load(before).contents.rows) if before else 0
    output, is_killed = _worked(before or place, seed, chance)
    said = Said.of(output)
    if not said.states:
        totals.failures.append(f"seed {seed}: the window never stood there")
    totals.rounds += 1
    totals.killed += is_killed
    totals.errors.update(said.errors)
    totals.steps += max(said.states, default=known) - known
    totals.saved += max(0, said.saved - known)
    try:
        totals.more += max(0, compared(session_in(place), said) - max(said.saved, known))
    except (LostError, NotestitchError) as error:
        totals.failures.append(f"seed {seed}: {error}")


def _worked(path: Path, seed: int, chance: random.Random) -> tuple[bytes, bool]:
    """What a window told that was killed at some moment, or closed; and whether it was killed."""
    closes = chance.random() < SHARE_CLOSED
    ends_s, steps, moment_s = CLOSES_AFTER_S, chance.randint(0, MOST_STEPS), chance.uniform(0, LONGEST_S)
    if not closes:
        ends_s = _PATIENCE_S
    script = ROOT / "tests" / "torture" / "person.py"
    command = [sys.executable, str(script), str(path), str(seed), str(ends_s)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_environment(), cwd=ROOT) as child:
        assert child.stdout is not None
        told = list[bytes]()
        while sum(line.startswith(b"DID") for line in told) <= steps and (line := child.stdout.readline()):
            told.append(line)
        if not closes:
            time.sleep(moment_s)
            child.kill()
        return b"".join((*told, child.stdout.read())), not closes


class LostError(Exception):
    """Something that was called saved is not there."""


def compared(session: Path | None, said: Said) -> int:
    """How many steps are on the disk; raises LostError where they are not those that the window showed."""
    if session is None:
        if said.saved:
            raise LostError(f"{said.saved} steps were called saved, and there is no session")
        return 0
    contents = load(session).contents
    if len(contents.rows) < said.saved:
        raise LostError(f"{said.saved} steps were called saved, {len(contents.rows)} are there")
    if said.is_closed and len(contents.rows) < max(said.states):
        raise LostError(f"after the close {len(contents.rows)} of {max(said.states)} steps are there")
    for steps in {said.saved, min(len(contents.rows), max(said.states))} & set(said.states):
        if said.states[steps] != _hash_after(contents, steps):
            raise LostError(f"the state after {steps} steps is another than the window showed")
    present = present_state(contents.checkpoint.state, contents.rows[contents.checkpoint.seq :])
    if state_hash(present) != _hash_after(contents, len(contents.rows)):
        raise LostError("the checkpoint and the log lead to different states")
    if state_hash(finished(open_session(session)).review.state) != state_hash(present):
        raise LostError("what is opened is not what is stored")
    return len(contents.rows)


def session_in(place: Path) -> Path | None:
    """The session beside the notes, if there is one yet."""
    return next(iter(sorted(place.glob("*.notestitch"))), None)


def _hash_after(contents: Contents, steps: int) -> str:
    """Of the state that the log leads to, replayed from its start."""
    return state_hash(replayed(contents.start, (row.line() for row in contents.rows[:steps])).state)


def _environment() -> dict[str, str]:
    return {**environment(), "QT_QPA_PLATFORM": "offscreen"}


def main(rounds: int, seed: int) -> int:
    """Say what failed, and the figures on the last line; 0 if nothing was lost."""
    with tempfile.TemporaryDirectory(prefix="notestitch-") as folder:
        totals = torture(rounds, seed, Path(folder))
    errors = (f"{count} × {place}" for place, count in totals.errors.most_common())
    sys.stdout.write("".join(f"{line}\n" for line in (*totals.failures, *errors, totals.line())))
    return int(bool(totals.failures))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
