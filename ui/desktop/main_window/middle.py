"""The middle of the window: the start page until something is opened, then the panes, and a strip for notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from core.presenting.counts import counts_of_chunks, counts_of_document
from core.presenting.pane import Pane
from core.workflow.review import ReviewChange
from ui.desktop.main_window.writing import Writing
from ui.desktop.surface.surface import Surface
from ui.desktop.theme import lacks_font_for
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import CHUNKS, LINKED, SCALE, Choice, Offer, Workspace
from ui.desktop.workspace.remembering import Value

if TYPE_CHECKING:
    from ui.desktop.widgets.notice import Notice

_FAR_PX = 20_000
_WIDTHS = "window/panes"  # a setting
_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class Middle(QWidget):
    """Shows what the workspace holds, and does what is asked of the panes.

    Signals:
        surface_made(Surface): The panes are there for the first time.
    """

    surface_made = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.surface: Surface | None = None
        self._writing: Writing | None = None
        self.start: QWidget | None = None
        self.notice: Notice | None = None
        self._choices: tuple[Choice, ...] = ()
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        workspace.bridge.review_opened.connect(self._on_review_opened)
        workspace.bridge.review_changed.connect(self._on_review_changed)
        workspace.reveal_requested.connect(self._on_reveal_requested)
        workspace.select_requested.connect(self._on_select_requested)
        workspace.edit_requested.connect(self.edit)
        workspace.time_requested.connect(self._on_time_requested)
        workspace.offered.connect(self._on_offered)
        workspace.withdrawn.connect(self._on_withdrawn)
        workspace.keeping.remembered.add("place", self._place, self._go_back)

    def show_start_page(self) -> None:
        """The ways to begin, while nothing is opened."""
        if self.surface is None and self.start is None:
            from PySide6.QtWidgets import QFrame, QScrollArea  # noqa: PLC0415 - not where something is opened at once

            from ui.desktop.panels.start import StartPage  # noqa: PLC0415

            self.start = StartPage(self._workspace)
            page = QScrollArea()  # a window may be lower than the page
            page.setFrameShape(QFrame.Shape.NoFrame)
            page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            page.setWidgetResizable(True)
            page.setWidget(self.start)
            self._pages.addWidget(page)
            self.start.setFocus()

    def say(self, text: str, *, is_error: bool = False, choices: Sequence[Choice] = ()) -> None:
        """Show a notice over the panes; nothing to say takes it away."""
        self._choices = tuple(choices)
        if self.notice is None and text:
            from ui.desktop.widgets.notice import Notice  # noqa: PLC0415 - most inputs need none

            self.notice = Notice(self._workspace.theme)
            self.notice.left.connect(self._on_notice_left)
            self._workspace.theme_source.changed.connect(self.notice.set_theme)
            layout = self.layout()
            if isinstance(layout, QVBoxLayout):
                layout.insertWidget(0, self.notice)
        if self.notice is not None:
            self.notice.say(text, is_error=is_error, choices=choices) if text else self.notice.hide()

    def _on_offered(self, offer: Offer) -> None:
        """Ask without stopping anybody; what is said already stays."""
        is_said = self.notice is not None and self.notice.isVisibleTo(self) and not offer.is_error
        is_answered = self.notice is not None and any(button.hasFocus() for button in self.notice.buttons)
        said = self.notice.text.split("\n") if self.notice is not None and is_said else []
        choices = self._choices if is_said else ()
        lines = dict.fromkeys((*said, offer.text) if offer.is_calm else (offer.text, *said))
        kept = tuple(choice for choice in choices if choice.words not in {new.words for new in offer.choices})
        asked = (*kept, *offer.choices) if offer.is_calm else (*offer.choices, *kept)
        self.say("\n".join(line for line in lines if line), is_error=offer.is_error, choices=asked)
        focused = QApplication.focusWidget()
        is_typing = isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly()
        if self.notice is not None and self.notice.buttons and (is_answered or not (is_typing or offer.is_calm)):
            self.notice.buttons[0].setFocus()

    def _on_withdrawn(self, offer: Offer) -> None:
        """Take away what is not so any more; what else is said stays."""
        if self.notice is None or self.notice.isHidden():
            return
        had_focus = self.notice.isAncestorOf(self.window().focusWidget() or self)
        gone = offer.text.split("\n")
        lines = [line for line in self.notice.text.split("\n") if line not in gone]
        left = [choice for choice in self._choices if choice not in offer.choices]
        self.say("\n".join(lines), choices=left)
        if had_focus and not lines:
            self._on_notice_left()

    def _on_notice_left(self) -> None:
        pane = self.surface or self.start
        if pane is not None:
            pane.setFocus()

    # ------------------------------------------------------------------------------------------------------ the panes

    def edit(self, key: str) -> None:
        """Open the editor on a row of the document."""
        if self._writing is not None:
            self._writing.edit(key)

    def keep_edit(self) -> None:
        """Take what is being typed."""
        if self.surface is not None:
            self.surface.keep_edit()

    def panes(self) -> list[QWidget]:
        """What F6 goes through here."""
        if self.surface is None:
            return [self.start] if self.start else []
        return [view for view in (self.surface.chunks.rows, self.surface.merged.rows) if view.isVisible()]

    def link(self) -> None:
        """Scroll the panes together, or not, as the settings say."""
        if self.surface is not None:
            self.surface.set_linked(self._workspace.flag(LINKED))

    def show_chunks(self) -> None:
        """The chunks beside the merged pane, or not, as the settings say."""
        if self.surface is not None:
            self.surface.set_chunks_visible(self._workspace.flag(CHUNKS))

    def zoom(self, by: int) -> None:
        """Larger (+1), smaller (-1) or usual (0) text."""
        now = self._scale()
        nearest = min(range(len(_SCALES)), key=lambda at: abs(_SCALES[at] - now))
        scale = _SCALES[max(0, min(len(_SCALES) - 1, nearest + by))] if by else 1.0
        self._workspace.settings.setValue(SCALE, scale)
        if self.surface is not None:
            self.surface.set_scale(scale)

    def show_other_side(self) -> None:
        """From the document to the source, and back to where it went."""
        surface, focus = self.surface, self._workspace.focus
        if surface is not None:
            self._bring_chunks()
            surface.reveal(focus.block, (focus.entry,) if focus.entry else ())
            (surface.merged if surface.chunks.rows.hasFocus() else surface.chunks).rows.setFocus()

    def go_to_document(self) -> None:
        """To what the person looks at, in the document."""
        if self.surface is not None:
            self.surface.merged.rows.setFocus()

    def go_to_sources(self) -> None:
        """To what the person looks at, in the chunks."""
        if self.surface is not None:
            self._bring_chunks()
            self.surface.chunks.rows.setFocus()

    def _bring_chunks(self) -> None:
        """What is in the chunks can only be looked at where they are seen."""
        if not self._workspace.flag(CHUNKS):
            self._workspace.settings.setValue(CHUNKS, True)
            self.show_chunks()

    def _scale(self) -> float:
        try:
            return float(str(self._workspace.settings.value(SCALE, 1.0)))
        except ValueError:
            return 1.0

    def _on_review_opened(self) -> None:
        opened = self._workspace.opened
        if opened is None:
            return
        if self.surface is None:
            self.surface = self._made_surface(opened.chunks_pane, opened.merged_pane)
            self._pages.addWidget(self.surface)
            self._leave_start_page()
            self.surface_made.emit(self.surface)
        else:
            self.surface.show_panes(opened.chunks_pane, opened.merged_pane)
        self._show_counts()
        self._pages.setCurrentWidget(self.surface)
        self.say("\n".join((*opened.notices, *self._font_notice())))
        self.surface.merged.rows.setFocus()

    def _leave_start_page(self) -> None:
        """It is needed no more, and the window may be lower without it."""
        page = self._pages.widget(0)
        if self.start is not None and page is not None:
            if (focused := self.window().focusWidget()) is not None:
                focused.clearFocus()  # the panes get it: nobody has to look for the next in the order of the window
            self._pages.removeWidget(page)
            page.deleteLater()
        self.start = None

    def _place(self) -> Value:
        """What a session remembers of where the panes stand."""
        return {name: list(place) for name, place in self.surface.places().items()} if self.surface else {}

    def _go_back(self, place: Value) -> None:
        if self.surface is None:
            return
        match place:
            case {"chunks": [str(chunk), int(chunk_y)], "merged": [str(block), int(block_y)]}:
                focus = self._workspace.focus
                self.surface.reveal(focus.block, (focus.entry,) if focus.entry else ())
                self.surface.go_back({"chunks": (chunk, _near(chunk_y)), "merged": (block, _near(block_y))})
            case _:
                pass  # nothing of ours is remembered

    def _made_surface(self, chunks: Pane, merged: Pane) -> Surface:
        surface = Surface(self._workspace.theme_source, chunks, merged)
        surface.block_focused.connect(self._workspace.look_at_block)
        surface.entry_focused.connect(self._workspace.look_at_entry)
        surface.rows_selected.connect(self._workspace.select_rows)
        self._writing = Writing(self._workspace, surface)
        surface.bring_in_requested.connect(self._on_surface_bring_in_requested)
        surface.merge_requested.connect(self._on_surface_merge_requested)
        surface.zoom_requested.connect(self.zoom)
        surface.visible_span_changed.connect(self._workspace.note_span)
        surface.set_linked(self._workspace.flag(LINKED))
        surface.set_chunks_visible(self._workspace.flag(CHUNKS))
        surface.set_widths(self._workspace.settings.value(_WIDTHS))
        surface.widths_changed.connect(self._on_surface_widths_changed)
        if (scale := self._scale()) != 1.0:
            surface.set_scale(scale)
        return surface

    def _show_counts(self) -> None:
        opened, surface = self._workspace.opened, self.surface
        if opened is not None and surface is not None:
            review = opened.review
            surface.set_counts(translated(counts_of_chunks(review)), translated(counts_of_document(review)))

    def _font_notice(self) -> tuple[str, ...]:
        review = self._workspace.review
        if review is None or not lacks_font_for(review.state.episode.language):
            return ()
        return (self.tr("No font for this language is installed (on Debian and Ubuntu: apt install fonts-noto-cjk)."),)

    def _on_review_changed(self, change: ReviewChange) -> None:
        opened = self._workspace.opened
        if opened is not None and self.surface is not None:
            self.surface.apply(opened.chunks_pane.follow(change), opened.merged_pane.follow(change))
            self._show_counts()

    def _on_reveal_requested(self, block: str | None, entries: Sequence[str]) -> None:
        if self.surface is not None:
            self.surface.reveal(block, entries)

    def _on_select_requested(self, block: str | None, entries: Sequence[str]) -> None:
        if self.surface is not None:
            self.surface.select(block, entries)

    def _on_surface_widths_changed(self, widths: QByteArray) -> None:
        self._workspace.settings.setValue(_WIDTHS, widths)

    def _on_time_requested(self, time_s: int) -> None:
        if self.surface is not None:
            self.surface.go_to_time(time_s)

    def _on_surface_bring_in_requested(self, entry: str) -> None:
        self._workspace.look_at_entry(entry)
        self._workspace.run(self._workspace.actions["bring-in"])

    def _on_surface_merge_requested(self, block: str) -> None:
        from ui.desktop.actions.deciding import accept_at  # noqa: PLC0415 - the panes are painted first

        accept_at(self._workspace, block)


def _near(y: int) -> int:
    """A height that a view may have; it comes from a file."""
    return max(-_FAR_PX, min(_FAR_PX, y))
