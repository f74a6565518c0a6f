"""One process at a time holds the lock of a session, and who holds it can be read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.store.codec import MalformedError
from core.store.lock import Holder, SessionLock, held, is_held

ROOT = Path(__file__).resolve().parents[3]
HOLDING = """
import sys
from pathlib import Path
from core.store.lock import SessionLock
lock = SessionLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_of_two_only_one_takes_the_lock(path: Path) -> None:
    first, second = SessionLock(path), SessionLock(path)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_a_lock_leaves_no_file(path: Path) -> None:
    lock = SessionLock(path)
    lock.take()
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_asking_leaves_no_file(path: Path) -> None:
    assert not is_held(path)
    assert list(path.parent.iterdir()) == []


def test_the_lock_of_a_process_that_was_killed_is_free(path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"True"
        assert is_held(path)
        other.kill()
    assert not is_held(path)


def test_a_holder_comes_back_as_it_was() -> None:
    me = Holder.me("2026-01-01T00:00:00.000Z", 3)
    assert Holder.of(me.text()) == me


@pytest.mark.parametrize("text", ["", "[]", '{"who":1,"since":"","rows":0}'])
def test_a_holder_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        Holder.of(text)


def test_who_works_on_it_is_said_as_far_as_it_is_known(path: Path) -> None:
    assert "her@there works on the session since noon" in str(held(path, Holder("her@there", "noon", 0).text()))
    assert "another window" in str(held(path, "garbage"))
    assert "another window" in str(held(path, None))
