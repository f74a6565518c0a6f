"""The review queue: how much is left, what of it is shown, and the list that is worked through with single keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.model import FindingId
from core.presenting.counts import Left
from core.presenting.filters import EVERYTHING
from ui.desktop.panels.queue.filters import FilterBar
from ui.desktop.panels.queue.list import QueueList
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel, plain_tooltip
from ui.desktop.widgets.share_line import ShareLine
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Focus, Workspace

if TYPE_CHECKING:
    from core.presenting.queue import QueueItem

RESOLVE = "resolve-certain"
_ICON_PX = 14


class QueuePanel(QWidget):
    """Counter, filters and list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_selecting = False
        self._folded: set[str] = set()
        self._known: set[str] = set()  # kinds that were there before: nothing folds or unfolds them but the person
        self._seen: FindingId | None = None  # the finding that is in view
        self._last: FindingId | None = None  # the finding that was in view last
        self.line = ShareLine(workspace.theme)
        self.list = QueueList(workspace)
        self.filters = FilterBar(workspace)
        self.resolve = QPushButton()
        self._marked = PlainLabel("")
        self._strip = QFrame()
        self._empty = PlainLabel("", "muted")
        self._build()
        self._connect_signals()
        self.set_theme(workspace.theme)
        self._on_queue_changed()

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)
        self.line.set_theme(theme)
        self.resolve.setIcon(theme.icon("merge", "muted", _ICON_PX))

    def _build(self) -> None:
        self.setFocusProxy(self.list)
        self.resolve.setProperty("role", "small")
        self.resolve.setAutoDefault(False)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(14, 8, 14, 8)
        self.filters.add(self.resolve)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 14, 8)
        head.setSpacing(8)
        head.addWidget(self.line)
        head.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._build_strip())
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)

    def _build_strip(self) -> QFrame:
        self._strip.setProperty("role", "strip")
        self._marked.setWordWrap(True)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._marked)
        return self._strip

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._on_review_opened)
        workspace.queue_changed.connect(self._on_queue_changed)
        workspace.focus_changed.connect(self._on_focus_changed)
        workspace.marked_changed.connect(self._show_marked)
        workspace.theme_source.changed.connect(self.set_theme)
        workspace.tasks.progressed.connect(self._show_counts)
        workspace.tasks.ended.connect(self._show_counts)
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self.list.clicked.connect(self._on_list_clicked)
        self.list.arrived.connect(self._on_list_arrived)
        self.list.fold_requested.connect(self._on_list_fold_requested)
        self.resolve.clicked.connect(self._on_resolve_clicked)

    # --------------------------------------------------------------------------------------------------- what it shows

    def _on_review_opened(self) -> None:
        self._folded, self._known, self._seen, self._last = set(), set(), None, None

    def _on_queue_changed(self) -> None:
        self._fold_new_kinds()
        self._show_lines()
        self._show_counts()
        self._show_marked()
        self._on_focus_changed()

    def _fold_new_kinds(self) -> None:
        """What is only suggested stands back until somebody comes to it."""
        groups = self._workspace.queue.groups if self._workspace.queue else ()
        self._folded |= {group.kind for group in groups if group.is_minor and group.kind not in self._known}
        self._known |= {group.kind for group in groups}

    def _show_lines(self) -> None:
        self._is_selecting = True
        places = self.list.eye()
        if self.list.lines.show(self._workspace.queue, self._workspace.shows, self._folded):
            self._show_current()
            self.list.hold(places)
        self._is_selecting = False

    def _show_counts(self) -> None:
        queue, is_busy = self._workspace.queue, self._workspace.tasks.is_busy
        counts = queue.counts if queue else Left(0, 0, 0)
        total, left = counts.total, counts.left
        self.line.set_share((total - left) / total if total else 0.0)
        self.line.setVisible(bool(total))
        words = translated(counts.words)
        if queue is None:
            words = self.tr("Nothing opened yet")
        elif not total:
            words = self.tr("Looking for duplicates…") if is_busy else self.tr("Nothing found")
        self.setWindowTitle(words)  # the head of the panel, which cannot be missed
        self._show_certain()
        self.filters.setVisible(bool(total))
        self.filters.refresh()
        self._show_empty(is_empty=queue is not None and not total and not is_busy)

    def _show_certain(self) -> None:
        action = self._workspace.actions.get(RESOLVE)
        certain = self._workspace.queue.certain if self._workspace.queue else 0
        self.resolve.setVisible(action is not None and certain > 0)
        if action is not None:
            self._fit_certain(certain)
            self.resolve.setAccessibleName(self.tr("Resolve {count} certain…").format(count=certain))
            self.resolve.setToolTip(plain_tooltip(action.words))

    def _fit_certain(self, count: int) -> None:
        """Its number alone where its words would begin a line of their own."""
        words, room = self.tr("{count} certain…").format(count=count), self.filters.width()
        heights: list[int] = []
        for text in (str(count), words):
            self.resolve.setText(text)
            heights.append(self.filters.heightForWidth(room))
        if heights[0] < heights[1]:
            self.resolve.setText(str(count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_certain()

    def _show_empty(self, *, is_empty: bool) -> None:
        is_hidden = self.list.lines.rowCount() == 0 and self._workspace.shows != EVERYTHING
        self._empty.setVisible(is_empty or is_hidden)
        self._empty.setText(
            self.tr("Nothing of the kind that is shown. “Show all” brings the others back.")
            if is_hidden
            else self.tr("No duplicates, no times out of order, no chunk without notes.")
        )

    def _show_marked(self) -> None:
        marked = self._workspace.marked
        self.list.lines.show_marked(marked)
        self._strip.setVisible(bool(marked))
        if marked:
            self._marked.setText(self._what_keys_do())

    def _what_keys_do(self) -> str:
        """How many are marked, and what each key would do with how many of them."""
        from core.workflow.together import answerable  # noqa: PLC0415 - it brings the checks

        queue, marked = self._workspace.queue, self._workspace.marked
        items = [item for finding in marked if queue and (item := queue.find(finding))]
        found = answerable([item.finding for item in items])
        counts = (
            (self.tr("Enter merges {count}"), len(found.merges)),
            (self.tr("Enter fixes {count}"), len(found.repairs)),
            (
                self.tr("Enter names the speaker of {count}"),
                0 if found.merges or found.repairs else len(found.quotes),
            ),
            (self.tr("0 keeps {count} apart"), len(found.merges)),
            (self.tr("D calls {count} all right"), len(found.harmless)),
        )
        keys = [words.format(count=count) for words, count in counts if count]
        return " · ".join((self.tr("{count} marked").format(count=len(marked)), *keys, self.tr("Esc unmarks")))

    # ---------------------------------------------------------------------------------------------------- the selection

    def _on_focus_changed(self) -> None:
        finding, item = self._workspace.focus.finding, self._workspace.item
        is_another = finding != self._seen
        self._seen, self._last = finding, finding or self._last
        if is_another and item is not None and item.kind in self._folded:
            self._folded.discard(item.kind)
            self._show_lines()
        self._is_selecting = True
        self._show_current()
        self._is_selecting = False
        if is_another:
            self.list.bring_current()

    def _show_current(self) -> None:
        item = self._workspace.item
        if item is not None:
            self.list.go_to_line(item.id, is_folded_kind=item.kind)
        elif self.list.lines.heading(self.list.currentIndex().row()) is None and not self.list.hasFocus():
            self.list.go_to_line(None)

    def _on_list_current_changed(self, current: QModelIndex) -> None:
        if self._is_selecting or not current.isValid():
            return
        item = self.list.lines.item(current.row())
        if item is not None:
            self._workspace.go_to(item)
        else:
            self._workspace.look_at(Focus())

    def _on_list_arrived(self) -> None:
        """Begin where it was left; what is looked at elsewhere is kept for who passes by, and the line waits."""
        workspace = self._workspace
        item = self._to_go_on_with()
        if workspace.focus == Focus():
            workspace.go_to(item, scrolls=False)
        elif item is not None:
            self._is_selecting = True
            self.list.go_to_line(item.id, is_folded_kind=item.kind)
            self._is_selecting = False
            self.list.bring_current()

    def _to_go_on_with(self) -> QueueItem | None:
        """The finding that was looked at last, if it is left, else the next that is."""
        queue, shows = self._workspace.queue, self._workspace.shows
        last = queue.find(self._last) if queue else None
        if last is not None and last.is_open and shows.admits(last):
            return last
        return queue.next_open(self._last, +1, shows) if queue else None

    def _on_list_clicked(self, index: QModelIndex) -> None:
        item = self.list.lines.item(index.row())
        if item is not None:
            self._workspace.go_to(item)  # again: the panes may have been scrolled since

    def _on_list_fold_requested(self, kind: str) -> None:
        """Fold or unfold; the heading or the first item is where the keys go on."""
        self._folded ^= {kind}
        item = self._workspace.item
        self._show_lines()
        if kind in self._folded and (item is None or item.kind == kind):
            self._workspace.look_at(Focus())
            self.list.go_to_line(None, is_folded_kind=kind)
        elif kind not in self._folded and item is None and self._workspace.queue is not None:
            first = next((each for each in self._workspace.queue.items if each.kind == kind), None)
            self.list.go_to_line(first.id if first else None)

    def _on_resolve_clicked(self) -> None:
        self._workspace.run(self._workspace.actions[RESOLVE])
