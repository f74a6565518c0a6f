"""Editing what a row says, dropping it, bringing an entry in, going back to the source's words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.model import Block, ItemId, Kind, ReviewState
from core.presenting.changed import first_changed
from core.presenting.marks import is_reworded
from core.workflow import propose
from core.workflow.propose import Edit, Tried
from core.workflow.review import Review
from core.workflow.together import dropping
from ui.desktop.prompts import Question
from ui.desktop.workspace import ORIGIN, Action, Focus, Workspace

if TYPE_CHECKING:
    from core.presenting.queue_item import QueueItem

Make = Callable[[ReviewState, ItemId, str], Edit | None]
Can = Callable[[Workspace], bool]

_SUMMARY, _EDIT = "summary:", "edit"
_NOTE, _QUOTE = QT_TRANSLATE_NOOP("actions", "New note"), QT_TRANSLATE_NOOP("actions", "New quote")


def text_edit(review: Review, key: str, text: str) -> Edit | None:
    """The edit for a row of the merged pane whose text was edited in place."""
    state = review.state
    if key == "title":
        return propose.set_title(state, text)
    if key.startswith(_SUMMARY):
        return propose.set_summary_line(state, int(key.removeprefix(_SUMMARY)), text)
    item = ItemId(key)
    if len(state.document.find(item)) == 1:
        return propose.rename_chapter(state, item, text)
    return propose.edit_text(state, item, text)


def focused_block(workspace: Workspace) -> Block | None:
    """The note or quote that the person looks at, None for a chapter or nothing."""
    review, item = workspace.review, workspace.focus.block
    if review is None or item is None or not review.state.document.has(item):
        return None
    path = review.state.document.find(item)
    return review.state.document.block(path) if len(path) > 1 else None


def has_block(workspace: Workspace) -> bool:
    return focused_block(workspace) is not None


def has_time(workspace: Workspace) -> bool:
    block = focused_block(workspace)
    return block is not None and block.time_s is not None


def _has_row(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.focus.block is not None


def _edit(workspace: Workspace) -> None:
    if workspace.focus.block is not None:
        workspace.edit_requested.emit(workspace.focus.block)


def _drop(workspace: Workspace) -> None:
    block, item = focused_block(workspace), workspace.item
    if block is None:
        return
    reasons = (
        workspace.tr("said elsewhere"),
        workspace.tr("not worth keeping"),
        workspace.tr("wrong"),
        workspace.tr("advertisement"),
    )
    blocks = selected_blocks(workspace) or (block.id,)
    title = workspace.tr("Drop this") if len(blocks) == 1 else workspace.tr("Drop {count} rows")
    question = Question(title.format(count=len(blocks)), workspace.tr("Why? The ledger keeps the reason."), "", reasons)
    reason = workspace.prompts.line(question)
    if reason is not None and workspace.review is not None:
        work = dropping(workspace.review.state, blocks, reason.strip())
        workspace.following.run(work, len(blocks), partial(_go_on, workspace, item))


def _go_on(workspace: Workspace, item: QueueItem | None, dropped: Tried) -> None:
    if item is not None:
        workspace.go_on(item)
    else:
        _go_past(workspace, first_changed(dropped.before.document, dropped.after.document))


def selected_blocks(workspace: Workspace) -> tuple[ItemId, ...]:
    """The rows of the merged pane that are selected together with the one that is looked at; none for that alone."""
    review, rows = workspace.review, tuple(map(ItemId, workspace.selected))
    if review is None or len(rows) < 2 or workspace.focus.block not in rows:
        return ()
    document = review.state.document
    return tuple(row for row in rows if document.has(row) and len(document.find(row)) > 1)


def has_several(workspace: Workspace) -> bool:
    """Whether several rows are selected where only one can be meant; that is said."""
    count = len(selected_blocks(workspace))
    if count > 1:
        words = workspace.tr("This is done with one row at a time; {count} are selected")
        workspace.told.emit(words.format(count=count))
    return count > 1


def _go_past(workspace: Workspace, following: ItemId | None) -> None:
    """The keys go on with what follows; beside it the entry stays in view that was dropped, and may be brought in."""
    entry = workspace.focus.entry
    workspace.look_at(Focus(following, entry, None, workspace.focus.time_s))
    workspace.reveal_requested.emit(following, (entry,) if entry else ())


def _can_bring_in(workspace: Workspace) -> bool:
    review, entry = workspace.review, workspace.focus.entry
    if review is None or entry is None:
        return False
    homes = review.homes.first(entry)
    return homes is None or homes.sources != (entry,)


def _bring_in(workspace: Workspace) -> None:
    review, entry = workspace.review, workspace.focus.entry
    if review is None or entry is None or not workspace.do(propose.bring_in(review.state, entry)):
        return
    homes = review.homes.get(entry)
    if homes:
        workspace.go_to_block(homes[0])


def _add(make: Make, words: object, workspace: Workspace) -> None:
    """Add something and write at once; what is typed first takes the place of its words."""
    review, beside = workspace.review, workspace.focus.block
    if review is None or beside is None:
        return
    workspace.view_requested.emit("keep-edit")
    edit = make(review.state, beside, QCoreApplication.translate("actions", str(words)))
    new = propose.next_item(review.state)
    if edit is not None and workspace.bursts.begin(new, edit):
        workspace.go_to_block(new)
        workspace.edit_requested.emit(new)


def is_note(workspace: Workspace) -> bool:
    block = focused_block(workspace)
    return block is not None and block.kind is Kind.NOTE


def _adding(name: str, text: object, make: Make, words: object, *, can: Can, key: str) -> Action:
    return Action(name, text, partial(_add, make, words), can, keys=(key,), menu=_EDIT)


def _can_restore(workspace: Workspace) -> bool:
    review, block = workspace.review, focused_block(workspace)
    return review is not None and block is not None and bool(block.sources) and is_reworded(review, block)


def _restore(workspace: Workspace) -> None:
    review, block = workspace.review, focused_block(workspace)
    if review is not None and block is not None:
        workspace.do(propose.restore_words(review.state, block.id))


ACTIONS = (
    Action(
        "edit-text",
        QT_TRANSLATE_NOOP("actions", "Edit the text"),
        _edit,
        _has_row,
        keys=("Ctrl+E",),
        queue_keys=("E",),
        icon="edit",
        menu=_EDIT,
    ),
    _adding(
        "add-note",
        QT_TRANSLATE_NOOP("actions", "Add a note below"),
        propose.add_note,
        _NOTE,
        can=_has_row,
        key="Ctrl+N",
    ),
    _adding(
        "add-child",
        QT_TRANSLATE_NOOP("actions", "Add a note beneath this one"),
        propose.add_child,
        _NOTE,
        can=is_note,
        key="Ctrl+Shift+N",
    ),
    _adding(
        "add-quote",
        QT_TRANSLATE_NOOP("actions", "Add a quote"),
        propose.add_quote,
        _QUOTE,
        can=_has_row,
        key="Ctrl+Shift+B",
    ),
    Action(
        "bring-in",
        QT_TRANSLATE_NOOP("actions", "Bring the source entry in"),
        _bring_in,
        _can_bring_in,
        keys=("Alt+Right",),
        menu=_EDIT,
    ),
    Action(
        "restore",
        QT_TRANSLATE_NOOP("actions", "Restore the words"),
        _restore,
        _can_restore,
        keys=("Ctrl+R",),
        icon="undo",
        menu=_EDIT,
        answers=("unattributed-quote", ORIGIN),
        short=QT_TRANSLATE_NOOP("actions", "Restore"),
    ),
    Action(
        "drop",
        QT_TRANSLATE_NOOP("actions", "Drop with a reason…"),
        _drop,
        has_block,
        keys=("Alt+Delete",),
        queue_keys=("Delete",),
        icon="drop",
        menu=_EDIT,
    ),
)
