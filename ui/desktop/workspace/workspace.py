"""What every panel, dialog and action is built with: the review, the selection, and how to ask for things.

It knows no widget. What only a widget can do (open an editor, zoom) is a request that the window hears.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSettings, Signal

from core.errors import NotestitchError
from core.messages import Message, counted
from core.model import ChunkKey, EntryId, FindingId, ItemId, ReviewState
from core.presenting.chunks_pane import ChunksPane
from core.presenting.filters import EVERYTHING, Filter
from core.presenting.merged_pane import MergedPane
from core.workflow.review import Judged, Review, ReviewChange
from ui.desktop.prompts import Prompts
from ui.desktop.session_bridge import SessionBridge
from ui.desktop.tasks import Tasks
from ui.desktop.theme import Theme, ThemeSource
from ui.desktop.widgets.words import sentence
from ui.desktop.workspace.action import EVERY_KIND, ORIGIN, Action
from ui.desktop.workspace.bursts import Bursts
from ui.desktop.workspace.keeping import Keeping
from ui.desktop.workspace.quoting import Quoting
from ui.desktop.workspace.remembering import Value
from ui.desktop.workspace.viewing import Focus, go_back, view_of

if TYPE_CHECKING:
    from core.presenting.queue import Queue, QueueItem
    from core.workflow.opening import Opened as Read
    from core.workflow.propose import Edit
    from core.workflow.sessions import KeptReview
    from ui.desktop.workspace.exporting import Exporting
    from ui.desktop.workspace.following import Following
    from ui.desktop.workspace.readying import Readying
    from ui.desktop.workspace.watching import Watching

CHUNKS, SCALE = "view/chunks", "view/scale"  # settings


class Opened(NamedTuple):
    """A review as it comes out of the reading, with its panes, which take long to make for a long episode.

    Attributes:
        folder: Where an export is suggested.
        is_judged: Otherwise the checks run when the panes are painted.
        read: What it was built from, unless it comes from a session.
        paths: What was given to be read.
        kept: The session that it comes from.
    """

    review: Review
    chunks_pane: ChunksPane
    merged_pane: MergedPane
    folder: Path | None = None
    is_judged: bool = True
    notices: tuple[str, ...] = ()
    read: Read | None = None
    paths: tuple[Path, ...] = ()
    kept: KeptReview | None = None


class Wanted(NamedTuple):
    """The notes that somebody is asked for.

    Attributes:
        chunk: Whose they are; None: a window of that number, which is missing.
        text: What they may be; None: what was copied.
    """

    chunk: ChunkKey | None = None
    number: int = 0
    text: str | None = None


class Workspace(QObject):
    """One window's review and selection.

    Signals:
        focus_changed(Focus): The person looks at something else.
        queue_changed(): The queue's items or their answers are others now.
        marked_changed(): Other findings are marked to be answered together.
        selection_changed(): The person selected other rows in a pane.
        told(str): Something to read in the status bar.
        hushed(str): What was told in these words is no use any more.
        reveal_requested(object, object): Scroll to a block (key or None) and to entries (tuple of keys).
        select_requested(object, object): Select the same, and scroll nowhere.
        edit_requested(str): Open the editor on the row with that key.
        dialog_requested(str): Open the dialog of that name.
        open_requested(object): Open these paths (tuple) or this text (str).
        audit_requested(Path): Audit that finished document beside its notes.
        offered(Offer): A question that can wait, over the panes.
        withdrawn(Offer): What was offered is not so any more, or was looked at.
        time_requested(int): Bring that second into view, in both panes.
        span_shown(int, int): The first and last second in view in the merged pane, others than before.
        panel_requested(str, bool): Show the panel of that id and go there; with True: close it if it is there.
        view_requested(str): Something about the look: "zoom-in", "full-screen", "next-pane" …
    """

    focus_changed = Signal(object)
    queue_changed = Signal()
    marked_changed = Signal()
    selection_changed = Signal()
    told = Signal(str)
    hushed = Signal(str)
    reveal_requested = Signal(object, object)
    select_requested = Signal(object, object)
    edit_requested = Signal(str)
    dialog_requested = Signal(str)
    open_requested = Signal(object)
    audit_requested = Signal(object)
    offered = Signal(object)
    withdrawn = Signal(object)
    time_requested = Signal(int)
    span_shown = Signal(int, int)
    panel_requested = Signal(str, bool)
    view_requested = Signal(str)

    def __init__(
        self,
        theme_source: ThemeSource,
        prompts: Prompts,
        settings: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme_source = theme_source
        self.prompts = prompts
        self.settings = settings
        self.actions: dict[str, Action] = {}  # filled when the window is complete
        self.bridge = SessionBridge(self)
        self.tasks = Tasks(self)
        self.queue: Queue | None = None
        self.shows = EVERYTHING  # of the queue
        self.marked: frozenset[FindingId] = frozenset()  # findings to be answered together
        self.selected: tuple[str, ...] = ()  # rows of a pane, by the person
        self.focus = Focus()
        self.wanted = Wanted()
        self.span = (-1, -1)  # as span_shown said last
        self.opened: Opened | None = None
        self._gone: Sequence[QueueItem] = ()  # the findings that the last change settled
        self._come = 0  # and how many new ones it brought
        self._said = ""  # of the last decision, until something else changes
        self.keeping = Keeping(self)
        self.bursts = Bursts(self)
        self.quoting = Quoting(self)
        self._found: Mapping[str, int] | None = None  # as a session remembers it
        self.keeping.remembered.add("view", partial(view_of, self), partial(go_back, self))
        self.keeping.remembered.add("found", self._found_now, self._take_found)
        self.bridge.review_changed.connect(self._on_bridge_review_changed)

    # ----------------------------------------------------------------------------------------------------- the review

    # What the panes do not wait for is made when it is first asked for.

    @cached_property
    def exporting(self) -> Exporting:
        """What was written of the document."""
        from ui.desktop.workspace.exporting import Exporting  # noqa: PLC0415

        return Exporting(self)

    @cached_property
    def readying(self) -> Readying:
        """Whether the document is ready."""
        from ui.desktop.workspace.readying import Readying  # noqa: PLC0415

        return Readying(self)

    @cached_property
    def watching(self) -> Watching:
        """The source files, on the disk."""
        from ui.desktop.workspace.watching import Watching  # noqa: PLC0415

        return Watching(self)

    @cached_property
    def following(self) -> Following:
        """Large changes."""
        from ui.desktop.workspace.following import Following  # noqa: PLC0415

        return Following(self)

    @property
    def theme(self) -> Theme:
        return self.theme_source.theme

    def flag(self, setting: str) -> bool:
        """A setting that is on or off, and on where nobody said."""
        return self.settings.value(setting, True, type=bool) is True

    @property
    def review(self) -> Review | None:
        return self.bridge.review

    def show(self, opened: Opened) -> None:
        """Show a review that was just opened."""
        review = opened.review
        self.keeping.begin(opened)
        self.focus, self.shows, self.marked = Focus(), EVERYTHING, frozenset()
        self.opened, self.queue, self._found = opened, None, None
        self.quoting.begin()
        self.bridge.show(review)
        if opened.kept is not None:
            self.keeping.remembered.go_back(opened.kept)
        if opened.is_judged:
            self._begin_queue(review)
        self.focus_changed.emit(self.focus)

    def take_judged(self, judged: Judged) -> None:
        """Take what the checks found, where they waited for the first paint."""
        if self.review is not None:
            self.review.take_judged(judged)
            self._begin_queue(self.review)

    def _begin_queue(self, review: Review) -> None:
        from core.presenting.queue import Queue  # noqa: PLC0415 - it brings the checks

        self.queue = Queue(review, self._found)
        self.queue_changed.emit()

    def _found_now(self) -> Value:
        """What was found before somebody changed something: what is settled counts as done after a restart too."""
        found = self._found if self.queue is None else self.queue.found
        return None if found is None else dict(found)

    def _take_found(self, value: Value) -> None:
        if isinstance(value, dict):
            self._found = {kind: count for kind, count in value.items() if isinstance(count, int) and count > 0}

    def do(self, edit: Edit | None, after: ReviewState | None = None) -> bool:
        """Do an edit; what is wrong with it is said calmly, and then nothing has changed.

        ``after`` is what it makes of the state of now, where that is known already.
        """
        review = self.review
        return edit is not None and review is not None and self.attempt(partial(review.do, edit, after=after))

    def attempt(self, run: Callable[[], None]) -> bool:
        """Run something that may be refused; the reason is shown in the status bar."""
        try:
            run()
        except NotestitchError as error:
            self.tell(error.message)
            return False
        return True

    def tell(self, message: Message) -> None:
        """Say something of the core's in the status bar."""
        self.told.emit(sentence(message))

    def run(self, action: Action) -> None:
        """Do what an action does, if it can be done now."""
        if action.can(self):
            self.attempt(partial(action.run, self))

    # -------------------------------------------------------------------------------------------------- the selection

    @property
    def item(self) -> QueueItem | None:
        """The queue's item that the person looks at."""
        return self.queue.find(self.focus.finding) if self.queue else None

    def look_at(self, focus: Focus) -> None:
        """Take note of what the person looks at; nothing scrolls."""
        if focus != self.focus:
            self.focus = focus
            self.focus_changed.emit(focus)

    def look_at_block(self, key: str) -> None:
        """A row of the merged pane became current: a block, a chapter, the title or a summary line."""
        if self.review is None:
            return
        document = self.review.state.document
        block = ItemId(key)
        if not document.has(block) or len(path := document.find(block)) < 2:
            self.look_at(Focus(block=block if document.has(block) else None))
            return
        found = document.block(path)
        finding = self._finding_at(found.sources, block)
        self.look_at(Focus(block, found.sources[0] if found.sources else None, finding, found.time_s))

    def look_at_entry(self, key: str) -> None:
        """A row of the chunks pane became current: an entry, else a chunk or a stray line."""
        if self.review is None:
            return
        entry = EntryId(key)
        known = self.review.state.episode.entries.get(entry)
        if known is None:
            chunk = key.removeprefix("empty:")  # the row below the header of a chunk without notes
            finding = next((item.id for item in self.queue.items if item.chunk == chunk), None) if self.queue else None
            self.look_at(Focus(finding=finding))
            return
        homes = self.review.homes.get(entry)
        block = homes[0] if homes else None
        self.look_at(Focus(block, entry, self._finding_at((entry,), block), known.time_s))

    def go_to(self, item: QueueItem | None, *, scrolls: bool = True) -> None:
        """Look at a finding, and scroll there."""
        if item is None:
            return
        entry = item.entries[0] if item.entries else None
        self.look_at(Focus(item.block, entry, item.id, item.time_s))
        entries = item.entries or self._near(item)
        requested = self.reveal_requested if scrolls else self.select_requested
        requested.emit(item.block or self._home_beside(item), entries)

    def go_to_block(self, block: ItemId, finding: FindingId | None = None) -> None:
        """Look at a block, and scroll there."""
        self.look_at_block(block)
        entries = (self.focus.entry,) if self.focus.entry else ()
        if finding is not None:
            self.look_at(Focus(block, self.focus.entry, finding, self.focus.time_s))
        self.reveal_requested.emit(block, entries)

    def go_on(self, done: QueueItem) -> None:
        """After a decision: to the next that is not decided, or tell that none is left."""
        if self.queue is None:
            return
        following = self.queue.next_open(done.id, +1, self.shows)
        further = self._further(done)
        if following is None:
            self.told.emit(self.tr("Everything here is decided"))
        elif further:
            words = counted(
                further,
                self.tr("1 further finding is settled by this"),
                self.tr("{count} further findings are settled by this"),
            )
            self._said = words.format(count=further)
            self.told.emit(self._said)
        self.go_to(following)

    def show_only(self, shows: Filter) -> None:
        """Let the queue show these findings only."""
        if shows != self.shows:
            self.shows = shows
            self.queue_changed.emit()

    def mark(self, findings: frozenset[FindingId]) -> None:
        """Mark these findings, and no others, to be answered together."""
        if findings != self.marked:
            self.marked = findings
            self.marked_changed.emit()

    def note_span(self, first_s: int, last_s: int) -> None:
        """Other seconds are in view in the merged pane."""
        self.span = (first_s, last_s)
        self.span_shown.emit(first_s, last_s)

    def select_rows(self, keys: tuple[str, ...]) -> None:
        """The person selected these rows of one pane."""
        if keys != self.selected:
            self.selected = keys
            self.selection_changed.emit()

    def answers(self) -> tuple[Action, ...]:
        """The actions that answer the finding in view, those for its kind alone first; else those for an origin."""
        item = self.item
        kinds = (ORIGIN,) if item is None else (item.kind, EVERY_KIND)
        found = [a for kind in kinds for a in self.actions.values() if kind in a.answers and a.can(self)]
        # What goes back to where something comes from is never the first answer to a finding.
        return tuple(sorted(found, key=lambda a: (EVERY_KIND in a.answers, ORIGIN in a.answers)))

    def first_answer(self) -> Action | None:
        """What Enter does in the queue: the answer made for this kind of finding."""
        answer = next(iter(self.answers()), None)
        return None if self.item is None or answer is None or EVERY_KIND in answer.answers else answer

    def put_off(self, item: QueueItem) -> None:
        """Decide it later, and go on."""
        if self.queue is not None:
            following = self.queue.next_open(item.id, +1, self.shows)
            self.queue.put_off(item.id)
            self.queue_changed.emit()
            self.go_to(following)

    def _finding_at(self, entries: Sequence[EntryId], block: ItemId | None) -> FindingId | None:
        """The finding about a place, the one in view if it is about that place too."""
        if self.queue is None:
            return None
        now = self.item
        if now is not None and (not set(entries).isdisjoint(now.entries) or now.block == block) and entries:
            return now.id
        item = self.queue.of_entries(entries, block)
        return item.id if item else None

    def _near(self, item: QueueItem) -> tuple[str, ...]:
        """Rows of the chunks pane for a finding that is about no entry."""
        if _is_between(item):
            return item.finding.related
        if item.chunk is not None:
            return (item.chunk,)
        if self.review is None or item.time_s is None:
            return ()
        at_s = item.time_s
        before = [e for e in self.review.state.episode.entries.values() if e.time_s is not None and e.time_s <= at_s]
        return (max(before, key=lambda entry: entry.time_s or 0).id,) if before else ()

    def _home_beside(self, item: QueueItem) -> ItemId | None:
        """The row of the merged pane for a finding that is about none: where what it lies beside stands."""
        if self.review is None or not _is_between(item):
            return None
        homes = self.review.homes
        return next((block for entry in item.finding.related for block in homes.get(entry)), None)

    def _further(self, done: QueueItem) -> int:
        """How many findings the last change settled beside those that it was meant for."""
        return max(0, sum(item.is_open and item.id != done.id for item in self._gone) - self._come)

    def _on_bridge_review_changed(self, change: ReviewChange) -> None:
        if self._said:
            self.hushed.emit(self._said)
        if self.queue is None:
            return
        gone = (self.queue.find(finding) for finding in change.news.gone if finding not in self.marked)
        self._gone = [item for item in gone if item is not None]
        self.queue.follow(change)
        come = (self.queue.find(finding.id) for finding in change.news.come)
        self._come = sum(item is not None and item.is_open for item in come)
        self._refocus(change)
        if self.marked:
            self.mark(frozenset(f for f in self.marked if (item := self.queue.find(f)) and item.is_open))
        self.queue_changed.emit()

    def _refocus(self, change: ReviewChange) -> None:
        """Keep the focus on what is still there: a merged block's place is now its canonical's."""
        focus, document = self.focus, change.after.document
        block = focus.block
        if block is not None and not document.has(block):
            homes = self.review.homes.get(focus.entry) if self.review and focus.entry else ()
            block = homes[0] if homes else None
        finding = focus.finding if self.queue and self.queue.find(focus.finding) else None
        self.focus = Focus(block, focus.entry, finding, focus.time_s)
        self.focus_changed.emit(self.focus)


def _is_between(item: QueueItem) -> bool:
    """Whether it is about what is not there: a gap between two entries."""
    return item.finding.end_s is not None and bool(item.finding.related)
