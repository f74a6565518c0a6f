"""One window works on a session at a time: a lock that the system takes back when a process dies, and who holds it."""

from __future__ import annotations

import contextlib
import getpass
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from core.messages import Message
from core.store.codec import MalformedError, json_text, parsed
from core.store.errors import HeldError


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works on a session, since when (UTC, ISO 8601), and after how many rows of the log they began."""

    who: str
    since: str
    rows: int

    @classmethod
    def me(cls, since: str, rows: int) -> Holder:
        """This process."""
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):  # an account without a name
            name = "?"
        return cls(f"{name}@{platform.node()}", since, rows)

    def text(self) -> str:
        """As it stands in the file."""
        return json_text(asdict(self))

    @classmethod
    def of(cls, text: str) -> Holder:
        """Read it again; raises MalformedError."""
        match parsed(text):
            case {"who": str(who), "since": str(since), "rows": int(rows)}:
                return cls(who, since, rows)
            case _:
                raise MalformedError("no holder")


class SessionLock:
    """The lock of one session: a hidden file beside it, locked by the system."""

    def __init__(self, session: Path) -> None:
        self._path = _lock_path(session)
        self._lock = FileLock(self._path, timeout=0, thread_local=False)

    def take(self) -> bool:
        """Take it; False where somebody else holds it; raises OSError."""
        if self._lock.is_locked:
            return True
        try:
            self._lock.acquire()
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Give it back, and leave no file behind."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):  # Windows removes it itself; elsewhere it must go while it is held
                self._path.unlink()
            self._lock.release()

    def let_go(self) -> None:
        """Give it back as it was found."""
        self._lock.release()


def is_held(session: Path) -> bool:
    """Whether somebody works on the session; writes nothing."""
    if not _lock_path(session).exists():
        return False
    lock = SessionLock(session)
    try:
        if not lock.take():
            return True
    except OSError:
        return False  # it cannot be locked from here, so it cannot be written from here either
    lock.let_go()
    return False


def held(session: Path, holder: str | None) -> HeldError:
    """Somebody else works on it: says who and since when, as far as the file tells."""
    try:
        known = Holder.of(holder) if holder else None
    except MalformedError:
        known = None
    if known is None:
        return HeldError(Message("another window works on the session; it can only be read here"), file=str(session))
    who = {"who": known.who, "since": _local(known.since)}
    message = Message("{who} works on the session since {since}; it can only be read here", who)
    return HeldError(message, file=str(session))


def _local(at: str) -> str:
    """A time as the clock on the wall shows it."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def _lock_path(session: Path) -> Path:
    session = session.absolute()
    return session.with_name(f".{session.name}.lock")
