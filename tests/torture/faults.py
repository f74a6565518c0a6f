"""Kill the editor at each disk system call of its writing thread, or let that call fail; needs strace (Linux).

The editor begins a session, edits, closes it; afterwards what was said to be saved must be there, and where it is not,
that must have been said. See ``make torture``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from torture.rounds import ROOT, Before, Totals, compared, editor, environment

from core.store.reading import load

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "link", "unlink", "mkdir")
FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC")
STEPS, SEED = 4, 7
_CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\(")


def traced(folder: Path, path: Path, *options: str) -> list[bytes]:
    """What the editor says while it is watched."""
    trace = ("strace", "-f", "-qq", "-o", str(folder / "trace"), "-e", f"trace={','.join(CALLS)}")
    command = [*trace, *options, *editor(path, SEED, STEPS, "brisk")]
    ran = subprocess.run(command, stdout=subprocess.PIPE, env=environment(), cwd=ROOT, check=False, timeout=60)
    return ran.stdout.split(b"\n")


def counted(folder: Path, path: Path) -> Counter[str]:
    """How often the writing thread makes each call when nothing goes wrong."""
    traced(folder, path)
    per_thread: dict[str, Counter[str]] = {}
    for line in (folder / "trace").read_text("utf-8", "replace").split("\n"):
        thread, _, call = line.partition(" ")
        if match := _CALL.match(call.strip()):
            per_thread.setdefault(thread, Counter())[match[1]] += 1
    return max(per_thread.values(), key=Counter.total)


def places(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Each fault at each call, once; a full disk also from there on for good."""
    for call, times in sorted(counts.items()):
        for at in range(1, times + 1):
            for fault in FAULTS:
                yield f"{call}:{fault}:when={at}", f"{fault} at {call} {at}"
            yield f"{call}:error=ENOSPC:when={at}+", f"ENOSPC from {call} {at} on"


def prepared(kind: str, folder: Path) -> Path:
    """A session that is begun anew, or one that is gone on with."""
    path = folder / f"{kind}.notestitch"
    if kind == "old":
        subprocess.run(editor(path, 3, 5, "brisk"), stdout=subprocess.DEVNULL, env=environment(), cwd=ROOT, check=True)
    return path


def torture(totals: Totals) -> None:
    """All faults at all calls, in a session that is begun and in one that is gone on with."""
    for kind in ("new", "old"):
        with tempfile.TemporaryDirectory(prefix="notestitch-") as folder:
            os.environ["XDG_DATA_HOME"] = str(Path(folder, "data"))
            whole = prepared(kind, Path(folder))
            data = whole.read_bytes() if whole.exists() else None
            counts = counted(Path(folder), whole)
            for inject, words in places(counts):
                _one_fault(Path(folder), data, f"inject={inject}", f"{kind} session, {words}", totals)


def _one_fault(folder: Path, data: bytes | None, inject: str, words: str, totals: Totals) -> None:
    shutil.rmtree(folder / "data", ignore_errors=True)
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    path = work / "night.notestitch"
    if data is not None:
        path.write_bytes(data)
    before = Before.of(path)
    said = [line + b"\n" for line in traced(folder, path, "-e", inject)[:-1]]
    known = len(totals.failures)
    compared(before, SEED, said, totals)
    is_whole = said[-1:] == [b"CLOSED\n"]
    totals.killed += not is_whole
    trace = (folder / "trace").read_text("utf-8", "replace")
    if "(INJECTED)" not in trace and "killed by SIGKILL" not in trace:
        totals.failures.append("the fault was not put in")
    rows = len(load(path).contents.rows) if path.exists() else 0
    if is_whole and rows < before.rows + STEPS and not any(line.startswith(b"FAILED") for line in said[-3:]):
        totals.failures.append("not everything is there, and nothing was said")
    totals.failures[known:] = [f"{words}: {failure}" for failure in totals.failures[known:]]


def main() -> int:
    """Say what failed, and the figures on the last line; 0 if nothing was lost."""
    if shutil.which("strace") is None:
        sys.stdout.write("no strace here: no faults were put into system calls\n")
        return 0
    totals = Totals()
    torture(totals)
    sys.stdout.write("".join(f"{line}\n" for line in (*totals.failures, f"faults: {totals.line()}")))
    return int(bool(totals.failures))


if __name__ == "__main__":
    sys.exit(main())
