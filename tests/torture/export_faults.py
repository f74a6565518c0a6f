"""Kill an export at each of its disk system calls, or let that call fail; needs strace (Linux). See ``make torture``.

Afterwards the file must hold what it held before or the whole of what is new, whatever is said must be true, and
something must be said unless the process was killed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from torture.exporter import NEW, OLD, REFUSED, WRITTEN
from torture.rounds import ROOT, environment

CALLS = (
    *("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat2", "link", "linkat", "unlink"),
    *("chmod", "fchmod", "unlinkat"),
)
FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC")
_CALL = re.compile(r"(\w+)\(")


def exported(folder: Path, path: Path, mode: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Export while somebody watches the calls that change the disk."""
    trace = ("strace", "-qq", "-o", str(folder / "trace"), "-e", f"trace={','.join(CALLS)}")
    program = [sys.executable, str(ROOT / "tests/torture/exporter.py"), str(path), mode]
    return subprocess.run(
        [*trace, *options, *program], capture_output=True, env=environment(), cwd=ROOT, check=False, timeout=60
    )


def told(folder: Path) -> list[str]:
    """The calls that were watched, in order."""
    return [
        match[1]
        for line in (folder / "trace").read_text("utf-8", "replace").split("\n")
        if (match := _CALL.match(line))
    ]


def places(calls: list[str]) -> Iterator[tuple[str, str]]:
    """Each fault at each call, once; a full disk also from there on for good."""
    for call, times in sorted(Counter(calls).items()):
        for at in range(1, times + 1):
            for fault in FAULTS:
                yield f"{call}:{fault}:when={at}", f"{fault} at {call} {at}"
            yield f"{call}:error=ENOSPC:when={at}+", f"ENOSPC from {call} {at} on"


def wrong(before: bytes | None, path: Path, ran: subprocess.CompletedProcess[bytes]) -> str | None:
    """What is not as it was promised."""
    there = path.read_bytes() if path.exists() else None
    said = ran.stdout
    if there not in (before, NEW):
        return "the file is neither what it was nor what is new"
    if said.startswith(WRITTEN) and there != NEW:
        return "it was called written and is not there"
    if not said.startswith((WRITTEN, REFUSED)) and ran.returncode >= 0:
        return f"nothing was said: {ran.stderr.decode('utf-8', 'replace')[-300:]}"
    stray = [file.name for file in path.parent.iterdir() if file != path]
    return f"{stray} is left" if stray and said.startswith(WRITTEN) else None


def torture() -> tuple[int, int, list[str]]:
    """All faults at all calls, over a file and where there is none: how many, how many were killed, and what failed."""
    count, killed, failures = 0, 0, list[str]()
    with tempfile.TemporaryDirectory(prefix="notestitch-") as name:
        folder = Path(name).resolve()
        for mode, before in (("new", None), ("replace", OLD)):
            exported(folder, made(folder, before), mode)
            for inject, words in places(told(folder)):
                path = made(folder, before)
                ran = exported(folder, path, mode, "-e", f"inject={inject}")
                count, killed = count + 1, killed + (ran.returncode < 0)
                if problem := wrong(before, path, ran):
                    failures.append(f"export, {mode}, {words}: {problem}")
    return count, killed, failures


def made(folder: Path, before: bytes | None) -> Path:
    """A folder with the file as it was before."""
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    path = work / "final.md"
    if before is not None:
        path.write_bytes(before)
    return path


def main() -> int:
    """Say what failed, and the figures on the last line; 0 if nothing did."""
    if shutil.which("strace") is None:
        sys.stdout.write("no strace here: no faults were put into exports\n")
        return 0
    count, killed, failures = torture()
    lines = [*failures, f"exports: {count} faults, {killed} killed, {len(failures)} failures"]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(bool(failures) or not count)


if __name__ == "__main__":
    sys.exit(main())
