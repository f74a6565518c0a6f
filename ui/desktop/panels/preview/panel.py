"""The preview: the document as the exported page has it, in step with the merged pane in both directions.

It is rendered beside the window, only the chapters that changed, and not at all while nobody sees it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetricsF, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.model import ItemId, blocks_of
from core.presenting.preview import Preview, Section, window
from ui.desktop.panels.preview.look import INDENT_PX, look
from ui.desktop.panels.preview.page import PreviewPage
from ui.desktop.tasks import Task
from ui.desktop.workspace import SCALE, Focus, Workspace

_OPENED = ("http", "https", "mailto")
_ECHO_MS = 250  # a pane that was scrolled from here does not scroll back


class PreviewPanel(QWidget):
    """Shows the review's document."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        open_address: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._open_address = open_address
        self._preview = Preview()
        self._is_stale, self._is_rendering = True, False
        self._around: ItemId | None = None  # the chapter that is looked at; None: the first
        self._shown = range(0)  # the chapters on the page
        self._target = ("", False)  # a part to be brought into view when it is on the page, and whether to its top
        self._times: tuple[list[int], list[ItemId]] | None = None  # ascending, with their blocks
        self._echo = QTimer(self)
        self._echo.setSingleShot(True)
        self._echo.setInterval(_ECHO_MS)
        self.page = PreviewPage()
        self.page.setAccessibleName(self.tr("The document as it will be exported"))
        self.setWindowTitle(self.tr("Preview"))
        self.setFocusProxy(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self._connect_signals()
        self._renew_look()

    @property
    def is_current(self) -> bool:
        """Whether the page shows the document as it is now."""
        return not self._is_stale and not self._is_rendering and self.page.is_filled

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_span_shown(*self._workspace.span)
        self._refresh()

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._on_review_opened)
        workspace.bridge.review_changed.connect(self._on_review_changed)
        workspace.focus_changed.connect(self._on_focus_changed)
        workspace.span_shown.connect(self._on_span_shown)
        workspace.theme_source.changed.connect(self._renew_look)
        workspace.view_requested.connect(self._on_view_requested)
        self.page.filled.connect(self._on_page_filled)
        self.page.part_clicked.connect(self._on_part_clicked)
        self.page.scrolled_to.connect(self._on_page_scrolled)
        self.page.anchorClicked.connect(self._on_link_clicked)

    # ----------------------------------------------------------------------------------------------------- rendering

    def _refresh(self) -> None:
        """Render what differs, if somebody sees it."""
        review = self._workspace.review
        if review is None or not self._is_stale or not self.isVisible():
            return
        self._is_stale, self._is_rendering = False, True
        state = review.state
        chapters = state.document.chapters
        at = next((at for at, chapter in enumerate(chapters) if chapter.id == self._around), 0)
        self._shown = window(chapters, at)
        work = self._preview.rendering(state.document, state.episode.style, self._shown)
        self._workspace.tasks.start(Task("preview", "", work, self._on_rendered))

    def _renew_look(self) -> None:
        theme, scale = self._workspace.theme, self._scale()
        time_px = round(QFontMetricsF(theme.font("body", scale)).horizontalAdvance("00:00 "))
        self.page.set_look(theme, scale, look(theme, scale, time_px), round(INDENT_PX * scale))

    def _scale(self) -> float:
        try:
            return float(str(self._workspace.settings.value(SCALE, 1.0)))
        except ValueError:
            return 1.0

    def _on_rendered(self, sections: tuple[Section, ...]) -> None:
        self._is_rendering = False
        self.page.show_sections(sections)

    def _on_review_opened(self) -> None:
        self._preview, self._times, self._around, self._is_stale = Preview(), None, None, True
        self.page.show_sections(())
        self._refresh()

    def _on_review_changed(self) -> None:
        self._times, self._is_stale = None, True
        self._refresh()

    def _on_view_requested(self, name: str) -> None:
        if name.startswith("zoom"):
            QTimer.singleShot(0, self._renew_look)  # when the window has changed the scale

    # ------------------------------------------------------------------------------------- in step with the merged pane

    def _on_page_filled(self) -> None:
        if not self.is_current:
            return  # it is an empty page that is filled so soon
        part, is_top = self._target
        self._target = ("", False)
        self.page.mark(self._workspace.focus.block or "")
        if part:
            self.page.bring(part, is_top=is_top)

    def _on_focus_changed(self, focus: Focus) -> None:
        if not self.isVisible():
            return
        self.page.mark(focus.block or "")
        if focus.block and not self._echo.isActive():
            self._bring(focus.block)

    def _bring(self, part: ItemId, *, is_top: bool = False) -> None:
        """Scroll to a part; one that is not on the page yet comes with what is around it."""
        if self.page.shows(part):
            self.page.bring(part, is_top=is_top)
        elif (chapter := self._chapter(part)) is not None:
            self._target = (part, is_top)
            self._look_around(chapter)

    def _look_around(self, chapter: ItemId) -> None:
        if chapter != self._around:
            self._around, self._is_stale = chapter, True
            self._refresh()

    def _on_span_shown(self, first_s: int, last_s: int) -> None:
        """The merged pane was scrolled: show what it shows, unless it was scrolled from here."""
        if not self.isVisible() or self._echo.isActive():
            return
        focus = self._workspace.focus
        if focus.block is not None and focus.time_s is not None and first_s <= focus.time_s <= last_s:
            self._bring(focus.block)
        elif (block := self._block_at(first_s)) is not None:
            self._bring(block, is_top=True)

    def _on_page_scrolled(self, part: str) -> None:
        review = self._workspace.review
        if review is None:
            return
        block = next((block for block in blocks_of(review.state.document) if block.id == part), None)
        if block is not None and block.time_s is not None:
            self._echo.start()
            self._workspace.time_requested.emit(block.time_s)
        bar, chapters = self.page.verticalScrollBar(), review.state.document.chapters
        if bar.value() == bar.minimum() and self._shown.start > 0:
            self._look_around(chapters[self._shown.start].id)
        elif bar.value() == bar.maximum() and self._shown.stop < len(chapters):
            self._look_around(chapters[self._shown.stop - 1].id)

    def _on_part_clicked(self, part: str) -> None:
        self._echo.start()
        self._workspace.go_to_block(ItemId(part))

    def _chapter(self, part: ItemId) -> ItemId | None:
        """The chapter that a part stands in; the first for title and summary."""
        review = self._workspace.review
        document = review.state.document if review else None
        if document is None or not document.chapters:
            return None
        return document.chapters[document.find(part)[0] if document.has(part) else 0].id

    def _block_at(self, time_s: int) -> ItemId | None:
        """The last block that begins at or before a second, by the order of the document."""
        review = self._workspace.review
        if review is None:
            return None
        if self._times is None:
            timed = [(b.time_s, b.id) for b in blocks_of(review.state.document) if b.time_s is not None]
            self._times = list(accumulate((time for time, _ in timed), max)), [item for _, item in timed]
        at = bisect_right(self._times[0], time_s) - 1
        return self._times[1][at] if at >= 0 else None

    # --------------------------------------------------------------------------------------------------------- links

    def _on_link_clicked(self, address: QUrl) -> None:
        """Open an address after the person has seen all of it."""
        if address.scheme().lower() in _OPENED and self._workspace.prompts.may_open(address.toString()):
            self._open_address(address)
