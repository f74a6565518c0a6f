"""Kill a process that edits a session, look at what is left, go on with it; many times. See ``make torture``.

A round fails if a step is missing that was said to be saved, if the session cannot be read, or if its state is not
exactly the one after so many steps.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kept import start, taken
from torture.editor import lines

from core.editing.session import ReviewSession
from core.model import ReviewState
from core.store.encoding import state_hash
from core.store.errors import SessionError
from core.store.history import present_state
from core.store.reading import load

ROOT = Path(__file__).resolve().parents[2]
STEPS = 100
LONGEST_S = 0.6  # after the first sign of life: most are killed amid edits, some amid the close, few are done
ROUNDS_A_SESSION = 5


@dataclass
class Totals:
    """What many rounds came to."""

    rounds: int = 0
    killed: int = 0
    saved: int = 0  # steps that were said to be saved
    more: int = 0  # steps that were on the disk besides, not yet said
    failures: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The figures on one line."""
        return (
            f"{self.rounds} rounds, {self.killed} killed at work: {self.saved} steps were said to be saved, "
            f"{self.more} more were there, {len(self.failures)} failures"
        )


@dataclass(frozen=True)
class Before:
    """A session before a round."""

    path: Path
    rows: int
    state: ReviewState

    @classmethod
    def of(cls, path: Path) -> Before:
        """How it lies on the disk, or how it will begin."""
        if not path.exists():
            return cls(path, 0, start())
        contents = load(path).contents
        return cls(path, len(contents.rows), _present(path))


def editor(path: Path, seed: int, steps: int, *more: str) -> list[str]:
    """The command that edits."""
    script = ROOT / "tests" / "torture" / "editor.py"
    return [sys.executable, str(script), str(path), str(seed), str(steps), *more]


def environment() -> dict[str, str]:
    """For the child: the project and the tests can be imported, and nothing is written but the session."""
    path = f"{ROOT}{os.pathsep}{ROOT / 'tests'}"
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def compared(before: Before, seed: int, said: Sequence[bytes], totals: Totals) -> None:
    """Compare what is on the disk with what was said, and with what was done."""
    totals.rounds += 1
    saved = _most_saved(said)
    try:
        after = Before.of(before.path)
    except SessionError as error:
        totals.failures.append(f"seed {seed}: {error}")
        return
    session = ReviewSession(before.state)
    for line in islice(lines(before.state, seed), after.rows - before.rows):
        taken(session, line)
    if after.rows < saved:
        totals.failures.append(f"seed {seed}: {saved} steps were said to be saved, {after.rows} are there")
    elif state_hash(after.state) != state_hash(session.state):
        totals.failures.append(f"seed {seed}: the state is not the one after {after.rows} steps")
    totals.saved += max(0, saved - before.rows)
    totals.more += max(0, after.rows - saved)


def torture(rounds: int, seed: int, folder: Path) -> Totals:
    """So many rounds; a few in a row go on with one session."""
    chance, totals = random.Random(seed), Totals()
    for number in range(rounds):
        path = folder / f"session-{number // ROUNDS_A_SESSION}.notestitch"
        _one_round(path, seed * 100_000 + number, chance.uniform(0, LONGEST_S), totals)
    return totals


def _one_round(path: Path, seed: int, after_s: float, totals: Totals) -> None:
    before = Before.of(path)
    with subprocess.Popen(editor(path, seed, STEPS), stdout=subprocess.PIPE, env=environment(), cwd=ROOT) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        try:
            child.wait(after_s)
        except subprocess.TimeoutExpired:
            child.kill()
            totals.killed += 1
        said += child.stdout.readlines()
    compared(before, seed, said, totals)


def _present(path: Path) -> ReviewState:
    contents = load(path).contents
    return present_state(contents.checkpoint.state, contents.rows[contents.checkpoint.seq :])


def _most_saved(said: Sequence[bytes]) -> int:
    """The most steps that were said to be saved; a line that was cut off says nothing."""
    parts = [line.decode().split() for line in said if line.endswith(b"\n")]
    return max((int(part[1]) for part in parts if len(part) > 1), default=0)


def main(rounds: int, seed: int) -> int:
    """Say what failed, and the figures on the last line; 0 if nothing was lost."""
    with tempfile.TemporaryDirectory(prefix="notestitch-") as folder:
        os.environ["XDG_DATA_HOME"] = str(Path(folder, "data"))
        totals = torture(rounds, seed, Path(folder))
    sys.stdout.write("".join(f"{line}\n" for line in (*totals.failures, totals.line())))
    return int(bool(totals.failures))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
