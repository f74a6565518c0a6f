"""Opening: reads beside the window, shows what was read, then looks for duplicates. Says what could not be read.

Notes that were worked on before are shown as they are, and their session is offered.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NotestitchError
from core.messages import counted
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.work import Work
from core.workflow.opening import building, opened, opened_text
from core.workflow.review import Judged, Review, ReviewChange
from ui.desktop.app.bringing import Bringing
from ui.desktop.app.resuming import log_in, progress_of, restoring, resuming, session_in
from ui.desktop.tasks import Task
from ui.desktop.widgets.words import sentence, translated, translated_of
from ui.desktop.workspace import Choice, Offer, Opened, Workspace

if TYPE_CHECKING:
    from core.workflow.session_files import Beside
    from ui.desktop.app.looking import Looking

AT_ONCE_S = 0.6  # before the window stands, reading may take this long, so that it is shown with its notes


class Opener(QObject):
    """Turns paths and pasted text into the review that the workspace shows.

    Signals:
        refused(str): What could not be opened and what to do; whatever was shown before is still there.
        looked_into(Review): Its checks ran and its duplicates were looked for.
    """

    refused = Signal(str)
    looked_into = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._waits = False
        self._offered: Offer | None = None  # to go on with an older session, until somebody answers or edits
        self._bringing = Bringing(workspace, self._go_on)
        workspace.open_requested.connect(self.open)
        workspace.bridge.review_changed.connect(self._on_review_changed)
        workspace.keeping.found_beside.connect(self._on_found_beside)

    @cached_property
    def _looking(self) -> Looking:
        from ui.desktop.app.looking import Looking  # noqa: PLC0415 - the panes are painted first

        looking = Looking(self._workspace)
        looking.done.connect(self._on_looked)
        return looking

    def open(self, what: Sequence[Path] | str) -> None:
        """Open files, a folder, a session or a text, if nothing would be lost or the person agrees.

        A log of decisions is taken over by what is open.
        """
        keeping, session = self._workspace.keeping, session_in(what)
        if (log := log_in(what)) is not None:
            from ui.desktop.actions.logs import take_decisions  # noqa: PLC0415 - the panes are painted first

            take_decisions(self._workspace, log)
        elif session is not None and keeping.is_at(session):
            self._workspace.told.emit(self.tr("{name} is what you work on").format(name=session.name))
        elif keeping.may_leave(is_closing=False):
            self._go_on(reading(what, settle=keeping.settle))

    def open_first(self, what: Sequence[Path]) -> None:
        """Open before the window stands: at once if that is quick, else beside it."""
        self._waits = True  # the checks and the search for duplicates would take time from the first paint
        work, until = reading(what, is_judged=False), time.perf_counter() + AT_ONCE_S
        try:
            while time.perf_counter() < until:
                next(work)
        except StopIteration as end:
            self._show(end.value)
        except NotestitchError as error:
            self._refuse(error)
        else:
            self._go_on(work)

    def begin(self) -> None:
        """The panes are painted: what waited for that may start."""
        self._waits = False
        if self._workspace.review is not None:
            self._look_into(self._workspace.review)

    def _go_on(self, work: Work[Opened]) -> None:
        tasks = self._workspace.tasks
        tasks.cancel("check")
        tasks.cancel("detect")
        tasks.start(Task("open", self.tr("Reading"), _loading(work), self._show, self._refuse))

    def _show(self, opened: Opened) -> None:
        self._workspace.view_requested.emit("keep-edit")  # what was typed a moment ago belongs to what is left
        if not self._workspace.keeping.may_leave(is_closing=False):
            return
        self._offered = None
        self._workspace.theme_source.set_language(opened.review.state.episode.language)
        self._workspace.show(opened)
        if not self._waits:
            self._look_into(opened.review)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, NotestitchError):
            self._workspace.tasks.failed.emit(error)
            return
        if error.code == "damaged-session" and error.file:
            self._offer_backup(Path(error.file), error)
        elif not self._bringing.offer_instead(error):
            self.refused.emit(_words(error))

    def _offer_backup(self, path: Path, error: NotestitchError) -> None:
        restore = Choice(self.tr("Restore the backup beside it"), partial(self._restore, path))
        self._workspace.offered.emit(Offer(_words(error), (restore,), is_error=True))

    def _restore(self, path: Path) -> None:
        done = partial(self._on_restored, path)
        self._workspace.tasks.start(Task("restore", self.tr("Restoring"), restoring(path), done, self._refuse))

    def _on_restored(self, path: Path, place: Path) -> None:
        words = self.tr("The backup of {name} was restored as {restored}")
        self._workspace.told.emit(words.format(name=path.name, restored=place.name))
        self.open((place,))

    def _on_found_beside(self, beside: Beside) -> None:
        """The same notes were worked on before."""
        if beside.trouble is not None:
            self._refuse(beside.trouble)
            return
        go_on = Choice(self.tr("Continue where you left"), partial(self.open, (beside.path,)))
        anew = Choice(self.tr("Start anew"), _nothing)
        self._offered = Offer(self._about(beside), (go_on, anew))
        self._workspace.offered.emit(self._offered._replace(choices=(go_on, anew, *self._bringing.choices())))

    def _about(self, beside: Beside) -> str:
        from ui.desktop.widgets.dates import ago  # noqa: PLC0415 - the panes are painted first

        when = ago(beside.at)
        known = progress_of(beside.path)
        if known is None or not known.findings or known.at < beside.at:  # a crash: the list is behind the session
            words = counted(
                beside.steps,
                self.tr("You worked on these notes before: 1 step, {when}."),
                self.tr("You worked on these notes before: {steps} steps, the last {when}."),
            )
            return words.format(steps=beside.steps, when=when)
        words = self.tr("You worked on these notes before: {decided} of {findings} decided, the last step {when}.")
        return words.format(decided=known.decided, findings=known.findings, when=when)

    def _look_into(self, review: Review) -> None:
        """Find a place for the session, run the checks unless that was done in reading, then look for duplicates."""
        self._workspace.keeping.find_place()
        self._workspace.watching.begin()
        if self._workspace.queue is not None:
            self._looking.look(review)
            return
        words, done = self.tr("Checking"), partial(self._on_judged, review)
        self._workspace.tasks.start(Task("check", words, review.judging(), done))

    def _on_judged(self, review: Review, judged: Judged) -> None:
        if review is self._workspace.review:
            self._workspace.take_judged(judged)
            self._looking.look(review)

    def _on_looked(self, review: Review) -> None:
        self._workspace.keeping.recall()
        self.looked_into.emit(review)

    def _on_review_changed(self, change: ReviewChange) -> None:
        before, after = change.before, change.after
        if before is not after and self._offered is not None:  # who edits has started anew
            self._workspace.withdrawn.emit(self._offered)
            self._offered = None
        is_other = before.offsets != after.offsets or before.episode is not after.episode
        if is_other and self._workspace.review is not None:
            self._looking.look(self._workspace.review)


def reading(
    what: Sequence[Path] | str, *, is_judged: bool = True, settle: Callable[[], None] | None = None
) -> Work[Opened]:
    """Read, build the candidate and its panes; of a session, what was made of them. See ``resuming``."""
    session = session_in(what)
    if session is not None:
        return (yield from resuming(session, is_judged=is_judged, settle=settle))
    if isinstance(what, str):
        found, paths = opened_text(what), ()
    else:
        paths = tuple(what)
        found = yield from opened(paths)
    folder = next((path if path.is_dir() else path.parent for path in paths), None)
    yield 0.7
    review = yield from building(found.episode, transcript=found.transcript, is_judged=is_judged)
    yield 0.8
    chunks_pane = ChunksPane(review)
    yield 0.9
    merged_pane = MergedPane(review)
    notices = tuple(translated_of(notice.message, notice.file) for notice in found.notices)
    return Opened(
        review,
        chunks_pane,
        merged_pane,
        folder=folder,
        notices=notices,
        is_judged=is_judged,
        read=found,
        paths=paths,
    )


def _loading(work: Work[Opened]) -> Work[Opened]:
    """The same, and what the card asks for as soon as something is shown is loaded where nobody waits for it."""
    opened = yield from work
    import core.presenting.evidence  # noqa: F401, PLC0415 - it brings the checks

    return opened


def _words(error: NotestitchError) -> str:
    """What could not be read, and what to do."""
    place = ":".join(str(part) for part in (error.file, error.line) if part)
    return f"{place}: {translated(error.message)}" if place else sentence(error.message)


def _nothing() -> None:
    """It stays as it is."""
