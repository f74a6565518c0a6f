"""Chunks, links and merged notes, side by side and in step. Decides nothing: it tells what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from core.presenting.pane import Change, Pane
from ui.desktop.rows.lazy_table import PLACE
from ui.desktop.rows.view import RowView
from ui.desktop.surface.link_map import LinkMap
from ui.desktop.surface.linked_scrolling import LinkedScrolling
from ui.desktop.surface.pane_view import ChunksView, MergedView
from ui.desktop.theme import Theme, ThemeSource


class Surface(QWidget):
    """Both panes with the links between them.

    Signals:
        block_focused(str): The person went to this row of the merged pane.
        entry_focused(str): The person went to this row of the chunks pane.
        rows_selected(tuple): The keys of the rows that the person selected, in either pane.
        text_edited(str, str): A merged row's key and its new text.
        text_typed(str, str): A merged row's key and its text so far.
        text_left(str): The key of a merged row whose text is to be what it was.
        text_split(str, str, str): A merged row's key and the two texts that it is to become.
        text_joined(str, str): A merged row's key and its text so far, which is to go on where the row before it ends.
        bring_in_requested(str): The entry that has no place in the document and is wanted there.
        merge_requested(str): The merged row that would go into another one; its merge is wanted.
        visible_span_changed(int, int): First and last second in view in the merged pane.
        zoom_requested(int): Steps in (positive) or out.
        widths_changed(QByteArray): The person gave the panes other widths, for ``set_widths``.
    """

    block_focused = Signal(str)
    entry_focused = Signal(str)
    rows_selected = Signal(tuple)
    text_edited = Signal(str, str)
    text_typed = Signal(str, str)
    text_left = Signal(str)
    text_split = Signal(str, str, str)
    text_joined = Signal(str, str)
    bring_in_requested = Signal(str)
    merge_requested = Signal(str)
    visible_span_changed = Signal(int, int)
    zoom_requested = Signal(int)
    widths_changed = Signal(object)

    def __init__(
        self, theme_source: ThemeSource, chunks_pane: Pane, merged_pane: Pane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chunks = ChunksView(theme_source.theme, chunks_pane)
        self.merged = MergedView(theme_source.theme, merged_pane)
        self.link_map = LinkMap(theme_source.theme, self.chunks.rows, self.merged.rows)
        self._scrolling = LinkedScrolling(self.chunks.rows, self.merged.rows, self)
        self._span = (-1, -1)
        self._go_back_to: Mapping[str, tuple[str, int]] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for at, (widget, stretch) in enumerate(((self.chunks, 10), (self.link_map, 0), (self.merged, 11))):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(at, stretch)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._splitter)
        self.setFocusProxy(self.merged)
        self._connect_signals(theme_source)

    # ------------------------------------------------------------------------------------------------ what it shows

    def show_panes(self, chunks_pane: Pane, merged_pane: Pane) -> None:
        """Another episode."""
        with self._scrolling.paused():
            self.chunks.rows.show_pane(chunks_pane)
            self.merged.rows.show_pane(merged_pane)
            self._scrolling.show_panes()
        self.link_map.update()

    def apply(self, chunks_changes: Sequence[Change], merged_changes: Sequence[Change]) -> None:
        """The panes changed so; both stay where they are."""
        with self._scrolling.paused():
            self._scrolling.apply(chunks_changes, merged_changes)
            self.chunks.rows.apply(chunks_changes)
            self.merged.rows.apply(merged_changes)
        self.link_map.update()

    def set_counts(self, chunks: str, merged: str) -> None:
        """The words beside the titles, such as "308 notes · 15 chunks"."""
        self.chunks.set_counts(chunks)
        self.merged.set_counts(merged)

    def set_scale(self, scale: float) -> None:
        """Zoom of the rows; 1.0 is the size as designed."""
        with self._scrolling.paused():
            self.chunks.rows.set_scale(scale)
            self.merged.rows.set_scale(scale)

    def set_chunks_visible(self, is_visible: bool) -> None:
        """Whether the chunks and the links are there, or the merged pane has all of the width."""
        if is_visible is self.chunks.isVisibleTo(self):
            return
        if not is_visible and self.chunks.rows.hasFocus():
            self.merged.setFocus()
        with self._scrolling.paused():  # what comes into view follows what was in view
            self.chunks.setVisible(is_visible)
            self.link_map.setVisible(is_visible)
            self._splitter.refresh()
        if is_visible:
            self._scrolling.align()

    def set_widths(self, widths: object) -> None:
        """The widths of the panes as ``widths_changed`` told them; anything else changes nothing."""
        if isinstance(widths, QByteArray):
            self._splitter.restoreState(widths)

    # --------------------------------------------------------------------------------------------------- going places

    def set_linked(self, is_linked: bool) -> None:
        """Whether one pane follows the other when it is scrolled."""
        self._scrolling.is_on = is_linked

    @property
    def is_reading_times(self) -> bool:
        """Whether idle moments are still used to learn where the times stand; scrolling works meanwhile."""
        return self._scrolling.is_reading_times

    def reveal(self, block_key: str | None, entry_keys: Sequence[str]) -> None:
        """Select these rows and bring them into view, side by side where they are not; nobody is told."""
        self.select(block_key, entry_keys)
        with self._scrolling.paused():
            blocks = [block_key] if block_key else []
            block_y = self._bring(self.merged.rows, blocks, None)
            entry_y = self._bring(self.chunks.rows, entry_keys, block_y)
        if entry_y is None and block_y is not None:  # a chapter, or a note that was added: the chunks follow
            self._scrolling.align()
        elif block_y is None and entry_y is not None:
            self._scrolling.align_right()
        self.link_map.update()

    def select(self, block_key: str | None, entry_keys: Sequence[str]) -> None:
        """Select these rows; nothing scrolls, nobody is told."""
        with self._scrolling.paused():
            self.merged.rows.select([block_key] if block_key else [])
            self.chunks.rows.select(entry_keys)
        self.link_map.update()

    def places(self) -> Mapping[str, tuple[str, int]]:
        """The row of each pane that the eye is on, and its height in the view."""
        return {"chunks": self.chunks.rows.place(), "merged": self.merged.rows.place()}

    def go_back(self, places: Mapping[str, tuple[str, int]]) -> None:
        """Have the panes where ``places`` said; nothing is painted before they have their size."""
        self._go_back_to = places
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self._on_sized)
        self._put_back()

    def go_to_time(self, time_s: int) -> None:
        """Bring the rows at that time into view, in both panes."""
        with self._scrolling.paused():
            self._scrolling.go_to_time(time_s)

    def edit(self, key: str) -> bool:
        """Go to a merged row and open the editor on it; False where its text cannot be edited."""
        at = self.merged.rows.pane.find(key)
        if at is None:
            return False
        self._bring(self.merged.rows, [key], None)
        return self.merged.rows.edit_row(key)

    def keep_edit(self) -> None:
        """Take what is being typed, as before a save."""
        self.merged.rows.keep_edit()

    @staticmethod
    def _bring(view: RowView, keys: Sequence[str], y: int | None) -> int | None:
        """Scroll to the first of the rows unless it is well in view; where it then stands."""
        places = [at for key in keys if (at := view.pane.find(key)) is not None]
        if not places:
            return None
        height, box = view.viewport().height(), view.row_box(places[0])
        if places[0] not in view.visible_rows() or box.top() < 0 or box.bottom() > height:
            view.put(places[0], round(height * PLACE) if y is None else min(max(y, 0), round(height * 0.7)))
        return view.row_box(places[0]).top()

    # -------------------------------------------------------------------------------------------------------- inside

    def _put_back(self) -> None:
        with self._scrolling.paused():
            for name, view in (("chunks", self.chunks.rows), ("merged", self.merged.rows)):
                key, y = self._go_back_to[name]
                if (at := view.pane.find(key)) is not None:
                    view.put(at, y)
        self.link_map.update()

    def _on_sized(self) -> None:
        self._put_back()
        self.setUpdatesEnabled(True)

    def _connect_signals(self, theme_source: ThemeSource) -> None:
        theme_source.changed.connect(self._on_theme_changed)
        self.link_map.merge_requested.connect(self.merge_requested)
        self.chunks.rows.current_changed.connect(self.entry_focused)
        self.merged.rows.current_changed.connect(self.block_focused)
        self.merged.rows.text_edited.connect(self.text_edited)
        self.merged.rows.text_typed.connect(self.text_typed)
        self.merged.rows.text_left.connect(self.text_left)
        self.merged.rows.text_split.connect(self.text_split)
        self.merged.rows.text_joined.connect(self.text_joined)
        self.chunks.rows.row_activated.connect(self._on_chunks_row_activated)
        self.merged.rows.row_activated.connect(self._on_merged_row_activated)
        self.merged.rows.scrolled.connect(self._on_merged_scrolled)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        for view in (self.chunks.rows, self.merged.rows):
            view.zoom_requested.connect(self.zoom_requested)
            view.action_requested.connect(self._on_row_action_requested)
            view.selection_changed.connect(self.rows_selected)

    def _on_theme_changed(self, theme: Theme) -> None:
        with self._scrolling.paused():
            self.chunks.set_theme(theme)
            self.merged.set_theme(theme)
        self.link_map.set_theme(theme)

    def _on_row_action_requested(self, key: str, name: str) -> None:
        asked = {
            "edit": self.edit,
            "merge": self.merge_requested.emit,
            "bring-in": self.bring_in_requested.emit,
            "show": self._on_chunks_row_activated,
        }
        asked[name](key)

    def _on_splitter_moved(self) -> None:
        self.widths_changed.emit(self._splitter.saveState())

    def _on_chunks_row_activated(self, key: str) -> None:
        self._show_beside(self.chunks.rows, key, self.merged.rows, self.chunks.rows.pane.links(key)[:1])

    def _on_merged_row_activated(self, key: str) -> None:
        self._show_beside(self.merged.rows, key, self.chunks.rows, self.merged.rows.pane.links(key))

    def _show_beside(self, view: RowView, key: str, other: RowView, keys: Sequence[str]) -> None:
        """Bring what a row is linked with beside it; what is selected in its own pane stays, to be merged by hand."""
        with self._scrolling.paused():
            selected = view.selected_keys()
            other.select(keys)
            self._bring(other, keys, self._bring(view, [key], None))
        self.link_map.update()
        self.rows_selected.emit(tuple(selected))

    def _on_merged_scrolled(self) -> None:
        view = self.merged.rows
        rows = view.visible_rows()
        ends = [_first_time(view, rows), _first_time(view, reversed(rows))]
        times = [time_s for time_s in ends if time_s is not None]
        span = (min(times), max(times)) if times else self._span
        if span != self._span:
            self._span = span
            self.visible_span_changed.emit(*span)


def _first_time(view: RowView, places: Iterable[int]) -> int | None:
    rows = (view.row(at) for at in places)
    return next((row.time_s for row in rows if row is not None and row.time_s is not None), None)
