"""Keeps a session file up to date from a thread of its own: the journal of a review session.

The caller pays for a lock and a short list. Lines are gathered for a moment and committed together; what is typed waits
for a pause, but not long. After an error everything stays in memory and it is tried again; nothing is called saved
before it lies on the disk under the file's name.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from core.editing.session import Step
from core.errors import NotestitchError
from core.messages import Message
from core.model import ReviewState
from core.store.contents import Checkpoint, Contents, Source
from core.store.due import Due, Pace
from core.store.keeping import Keeping, Place, Wanted, utc_now
from core.store.status import Saved, Status, words_for
from core.store.steps import Steps

Fault = sqlite3.Error | OSError | NotestitchError


class SessionWriter:
    """The journal of one session: hears from its caller's thread, writes from its own.

    ``hear`` is called on either thread when ``status`` may be another, and is told nothing: who asks for the status
    then gets what is true then.
    """

    def __init__(
        self,
        contents: Contents,
        present: ReviewState,
        place: Place,
        hear: Callable[[], None],
        *,
        run: str = "",
        pace: Pace | None = None,
    ) -> None:
        """Go on with what a file holds, or begin one.

        Args:
            contents: What the file holds, or is to hold first.
            present: The state behind the last row.
            place: Where it lies or will lie.
            hear: See above.
            run: Sets typing bursts of this run apart from those of others.
            pace: How long to wait for what.
        """
        pace = pace or Pace()
        self.run = run or str(len(contents.rows))
        self._contents, self._place, self._hear = contents, place, hear
        self._steps = Steps(contents.rows)
        self._keeping = Keeping(contents, place, self._steps, pace)
        self._wanted = Wanted(Checkpoint(present, len(contents.rows)), contents.settings, contents.sources)
        self._saved = place.rows_of(contents)
        self._failure: Message | None = None
        self._due = Due(pace)
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._begun = self._ended = 0  # attempts to write
        self._is_closing = False

    @property
    def path(self) -> str:
        """Where the session lies or will lie."""
        return str(self._keeping.path)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The input files as they were read, each in all its revisions."""
        return self._wanted.sources

    @property
    def status(self) -> Status:
        """What is true now."""
        with self._changed:
            return self._status()

    def append(self, step: Step, burst: str | None, after: ReviewState, /) -> None:
        """See Journal."""
        at, now_s = utc_now(), time.monotonic()
        with self._changed:
            before = self._status().saved
            self._steps.add(step, f"{self.run}:{burst}" if burst else None, at)
            self._wanted = replace(self._wanted, checkpoint=Checkpoint(after, self._wanted.checkpoint.seq + 1))
            self._due.take(now_s, is_typed=burst is not None)
            self._wake()
            is_other = before is not self._status().saved
        if is_other:
            self._hear()

    def set_setting(self, name: str, value: str) -> None:
        """Remember something that is no edit (JSON); it goes to the disk with the next edit, or at the end."""
        with self._changed:
            self._wanted = replace(self._wanted, settings={**self._wanted.settings, name: value})

    def add_sources(self, sources: Iterable[Source]) -> None:
        """Keep what was read since; it goes to the disk with the next edit, or at the end."""
        with self._changed:
            self._wanted = replace(self._wanted, sources=(*self._wanted.sources, *sources))

    @property
    def settings(self) -> Mapping[str, str]:
        """What is remembered that is no edit."""
        return self._wanted.settings

    def contents(self) -> Contents:
        """All of it, the last edit too, whatever the disk has."""
        with self._changed:
            wanted = self._wanted
        rows = self._steps.rows(0, wanted.checkpoint.seq)
        contents = replace(self._contents, rows=rows, sources=wanted.sources)
        return replace(contents, checkpoint=wanted.checkpoint, settings=wanted.settings)

    def flush(self, timeout_s: float = 10.0) -> Status:
        """Write what is waiting now, and wait until that is done or has failed."""
        with self._changed:
            if self._is_pending() and self._place.refusal is None:
                next_attempt = self._begun + 1
                self._due.hurry(time.monotonic())
                self._wake()
                self._changed.wait_for(lambda: not self._is_pending() or self._ended >= next_attempt, timeout_s)
            return self._status()

    def close(self, *, waits: bool = True) -> Status:
        """Write the rest, leave one file behind, and give the lock back; where that fails all stays in memory."""
        with self._changed:
            self._is_closing = True
            if self._place.refusal is None and not (self._thread is None and self._keeping.has(self._wanted)):
                self._wake()
            thread = self._thread
            self._changed.notify_all()
        if not waits:
            return self.status
        if thread is not None:
            thread.join()
        with self._changed:
            self._is_closing = False
        return self.status

    # ------------------------------------------------------------------------------------------------- under the lock

    def _is_pending(self) -> bool:
        return self._saved < self._wanted.checkpoint.seq

    def _status(self) -> Status:
        steps, notice = self._wanted.checkpoint.seq, self._keeping.notice
        if self._is_pending():
            why = self._place.refusal or self._failure
            kind = Saved.SAVING if why is None else Saved.FAILED
            return Status(kind, steps, self._saved, why, notice)
        if self._place.refusal is not None:
            return Status(Saved.READ_ONLY, steps, self._saved, self._place.refusal, notice)
        return Status(Saved.SAVED if steps or not self._place.is_new else Saved.NEW, steps, steps, None, notice)

    def _wake(self) -> None:
        if self._place.refusal is None and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="notestitch-writer", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    # ------------------------------------------------------------------------------------------------- its own thread

    def _run(self) -> None:
        try:
            while self._wait():
                self._attempt(self._keeping.write)
            self._attempt(self._keeping.finish)
        finally:
            with self._changed:
                self._thread = None
                if self._is_pending() and self._failure is None:  # it ended in a way that nobody foresaw
                    self._failure = Message("saving has stopped; save a copy elsewhere")
                self._changed.notify_all()
            self._hear()

    def _wait(self) -> bool:
        """Wait until something is due; False: it is to end."""
        with self._changed:
            while not self._is_closing:
                due_s, now_s = self._due.at_s, time.monotonic()
                if due_s is not None and due_s <= now_s:
                    return True
                self._changed.wait(None if due_s is None else due_s - now_s)
            return False

    def _attempt(self, write: Callable[[Wanted], None]) -> None:
        with self._changed:
            wanted = self._wanted
            self._begun += 1
            self._due.begun()
        fault: Fault | None = None
        try:
            write(wanted)
        except (sqlite3.Error, OSError, NotestitchError) as error:
            fault = error
            self._keeping.abandon(error)
        with self._changed:
            self._ended += 1
            if fault is None:
                self._saved, self._failure = wanted.checkpoint.seq, None
            else:
                self._failure = words_for(fault)
                self._due.failed(time.monotonic())
            self._changed.notify_all()
        self._hear()
