"""Takes what is written in the merged pane into the document: texts, splits and joins. It opens no dialog itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.errors import EditError
from core.model import Block, ItemId, Kind
from ui.desktop.surface.surface import Surface
from ui.desktop.workspace import Workspace

if TYPE_CHECKING:
    from core.workflow.propose import Edit
    from ui.desktop.rows.editor import RowEditor

# What makes edits is loaded when somebody writes: the panes are painted first.


class Writing(QObject):
    """Hears the editor of one surface."""

    def __init__(self, workspace: Workspace, surface: Surface) -> None:
        super().__init__(surface)
        self._workspace = workspace
        self._surface = surface
        surface.merged.rows.may_edit = self._may_edit
        surface.merged.rows.offers = self._offers
        surface.merged.rows.editor_closed.connect(self._on_rows_editor_closed)
        surface.merged.rows.text_waits.connect(workspace.bursts.wait)
        surface.text_typed.connect(self._on_surface_text_typed)
        surface.text_edited.connect(self._on_surface_text_edited)
        surface.text_left.connect(workspace.bursts.leave)
        surface.text_split.connect(self._on_surface_text_split)
        surface.text_joined.connect(self._on_surface_text_joined)

    def edit(self, key: str) -> None:
        """Open the editor on a row; the words that something new was given stand there to be replaced."""
        editor = self._opened(key)
        if editor is not None and self._workspace.bursts.is_fresh(key):
            editor.selectAll()

    def _opened(self, key: str) -> RowEditor | None:
        return self._surface.merged.rows.editor if self._surface.edit(key) else None

    def _may_edit(self, key: str) -> bool:
        """The words of a speaker are not changed by accident."""
        block = self._block(key)
        if self._offers(key):
            self._workspace.told.emit(self._titles_hint())
        is_spoken = block is not None and block.kind is Kind.QUOTE and bool(block.sources)
        return not is_spoken or self._workspace.quoting.may_change()

    def _titles_hint(self) -> str:
        return self.tr("The Down key offers the titles that the chunks have")

    def _offers(self, key: str) -> Sequence[str]:
        """The titles that the chunks have for a chapter."""
        from core.presenting.outline import titles_for  # noqa: PLC0415

        review, item = self._workspace.review, ItemId(key)
        is_chapter = review is not None and review.state.document.has(item) and self._block(key) is None
        return titles_for(review, item) if review is not None and is_chapter else ()

    def _block(self, key: str) -> Block | None:
        review, item = self._workspace.review, ItemId(key)
        if review is None or not review.state.document.has(item):
            return None
        path = review.state.document.find(item)
        return review.state.document.block(path) if len(path) > 1 else None

    def _on_rows_editor_closed(self) -> None:
        self._workspace.hushed.emit(self._titles_hint())

    def _on_surface_text_typed(self, key: str, text: str) -> None:
        self._workspace.bursts.take(key, partial(self._edit_of, key, text))

    def _on_surface_text_edited(self, key: str, text: str) -> None:
        if not self._workspace.bursts.keep(key, partial(self._edit_of, key, text)):
            QTimer.singleShot(0, partial(self._resume, key, text))

    def _on_surface_text_split(self, key: str, before: str, after: str) -> None:
        from core.workflow.propose import split_note  # noqa: PLC0415

        review, block = self._workspace.review, self._block(key)
        if review is None or block is None or block.kind is Kind.PROSE:
            return
        try:
            edit = split_note(review.state, block.id, before, after)
        except EditError as error:  # the words of a speaker
            self._workspace.tell(error.message)
            return
        if edit is None:
            self._workspace.told.emit(self.tr("Shift+Enter splits a note where the cursor stands, between two words"))
            return
        self._close()
        if self._workspace.do(edit):
            self._go_to(_behind(review.state.document.find(block.id)), 0)
        else:
            QTimer.singleShot(0, partial(self._resume, key, f"{before}{after}"))

    def _on_surface_text_joined(self, key: str, text: str) -> None:
        from core.workflow.propose import join_note  # noqa: PLC0415

        review, block = self._workspace.review, self._block(key)
        if review is None or block is None or block.kind is not Kind.NOTE:
            return
        if not text.strip():
            self._workspace.told.emit(self.tr("A note goes with a reason: Esc, then Alt+Delete"))
            return
        edit = join_note(review.state, block.id)
        if edit is None:
            self._workspace.told.emit(self.tr("There is no note before this one to join it with"))
        elif self._workspace.bursts.keep(key, partial(self._edit_of, key, text)):
            path = review.state.document.find(block.id)
            above = (*path[:-1], path[-1] - 1)
            length = len(review.state.document.block(above).text)
            self._close()
            if self._workspace.do(join_note(review.state, block.id)):
                self._go_to(above, length + 1)

    def _close(self) -> None:
        """The editor has done its work; what was typed in it before is a step of its own."""
        self._surface.merged.rows.leave_edit()
        self._workspace.bursts.end()

    def _go_to(self, path: tuple[int, ...], at: int) -> None:
        """Go on writing in a block, behind so many characters."""
        review = self._workspace.review
        if review is not None:
            block = review.state.document.block(path)
            self._workspace.go_to_block(block.id)
            if (editor := self._opened(block.id)) is not None:
                editor.place_cursor(at)

    def _edit_of(self, key: str, text: str) -> Edit | None:
        from ui.desktop.actions.editing import text_edit  # noqa: PLC0415

        review = self._workspace.review
        return text_edit(review, key, text) if review is not None else None

    def _resume(self, key: str, text: str) -> None:
        """What was refused is still there to be put right."""
        if (editor := self._opened(key)) is not None:
            editor.retype(text, len(text))


def _behind(path: tuple[int, ...]) -> tuple[int, ...]:
    return (*path[:-1], path[-1] + 1)
