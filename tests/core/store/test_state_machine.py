"""Whatever is done, undone, saved, crashed and opened again, the session is what a list in memory says it is."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from kept import taken
from review_strategies import edits, states

from core.editing.edits import Dismiss
from core.editing.session import LogLine, ReviewSession, replayed
from core.errors import EditError
from core.model import FindingId, ReviewState
from core.reading.discover import Opened
from core.reading.files import FileKind
from core.store.contents import Source
from core.store.due import Pace
from core.store.reading import _snapshot
from core.work import finished
from core.workflow.review import Review
from core.workflow.sessions import Saved, keep, open_session

SIDES = ("", "-wal", "-journal")


def copy(session: Path, target: Path) -> None:
    """The files of a session, as they lie there."""
    for side in SIDES:
        target.with_name(target.name + side).unlink(missing_ok=True)
    if session.exists():
        for side, data in _snapshot(session).items():  # of one moment, as a crash leaves them
            target.with_name(target.name + side).write_bytes(data)


class Sessions(RuleBasedStateMachine):
    """A session on the disk beside a plain session in memory, which never ends."""

    @initialize(state=states(), rows=st.sampled_from([1, 3, 200]))
    def begin(self, state: ReviewState, rows: int) -> None:
        self.patch = pytest.MonkeyPatch()
        self.folder = Path(tempfile.mkdtemp(prefix="notestitch-"))
        self.patch.setenv("XDG_DATA_HOME", str(self.folder / "data"))
        self.patch.setattr("core.store.writer.Pace", lambda: Pace(gather_s=0.001, checkpoint_rows=rows))
        self.model = ReviewSession(state)
        self.done: list[LogLine] = []
        self.sources: list[Source] = []
        opened = Opened(state.episode, (), (), (), None)
        self.copies = self.runs = 0
        self.kept = keep(opened, Review(ReviewSession(state)), self.path)

    @property
    def path(self) -> Path:
        return self.folder / f"session-{self.copies}.notestitch"

    @rule(data=st.data(), burst=st.sampled_from([None, None, "typing", "other"]))
    def edit(self, data: st.DataObject, burst: str | None) -> None:
        edit = data.draw(edits(self.model.state))
        if edit is None:
            return
        try:
            self.step(LogLine(edit, burst and f"{self.runs}:{burst}"))
        except EditError:
            return
        self.kept.review.do(edit, burst=burst)

    @rule(content=st.binary(max_size=5))
    def read_again(self, content: bytes) -> None:
        """What was read goes to the disk with the edit that follows."""
        source = Source("/notes/chunk_1.md", FileKind.NOTES, content, len(self.sources) + 1)
        self.sources.append(source)
        self.kept.add_sources([source])
        edit = Dismiss(FindingId(f"{len(self.sources)}"), "read again")
        self.step(LogLine(edit))
        self.kept.review.do(edit)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            assert self.kept.review.undo() == self.step(LogLine("undo"))

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            assert self.kept.review.redo() == self.step(LogLine("redo"))

    @rule()
    def flush(self) -> None:
        status = self.kept.flush()
        assert status.saved in (Saved.SAVED, Saved.NEW)

    @precondition(lambda self: self.done)
    @rule()
    def crash(self) -> None:
        """The files as they lie there are all that is left."""
        self.kept.flush()
        crashed = self.path
        self.copies += 1
        copy(crashed, self.path)
        self.kept.close()
        self.reopen()
        assert self.kept.status.steps == len(self.done)

    @precondition(lambda self: self.done)
    @rule()
    def look_as_after_a_crash(self) -> None:
        """At any moment all that was called saved is in the files; more may be."""
        saved, torn = self.kept.status.saved_steps, self.folder / "torn.notestitch"
        copy(self.path, torn)
        if not torn.exists():
            assert saved == 0
            return
        kept = finished(open_session(torn))
        assert saved <= kept.status.steps <= len(self.done)
        assert kept.review.state == replayed(self.model.start, self.done[: kept.status.steps]).state
        kept.close()

    @precondition(lambda self: self.done)
    @rule()
    def close_and_open(self) -> None:
        assert self.kept.close().saved is Saved.SAVED
        assert [path.name for path in self.folder.iterdir() if path.name.startswith(self.path.name)] == [self.path.name]
        self.reopen()

    @precondition(lambda self: self.done)
    @rule()
    def save_as(self) -> None:
        self.copies += 1
        self.kept.save_as(self.path)

    def reopen(self) -> None:
        self.kept = finished(open_session(self.path))
        self.runs += 1  # a burst of the last run does not go on

    def step(self, line: LogLine) -> bool:
        """Do it in memory; False: there was nothing to undo or redo, so the log has no line of it."""
        is_done = taken(self.model, line)
        if is_done:
            self.done.append(line)
        return is_done

    @invariant()
    def is_the_same(self) -> None:
        if hasattr(self, "kept"):
            assert self.kept.review.state == self.model.state
            assert list(self.kept.sources) == self.sources
            assert self.kept.review.undo_label == self.model.undo_label
            assert self.kept.review.redo_label == self.model.redo_label

    def teardown(self) -> None:
        if hasattr(self, "kept"):
            assert self.kept.close().saved in (Saved.SAVED, Saved.NEW)
            shutil.rmtree(self.folder)
            self.patch.undo()


TestSessions = Sessions.TestCase
TestSessions.settings = settings(
    settings.default,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
