"""Moving the block that the person looks at: up, down, in, out, to its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.messages import Message
from core.model import ItemId, ReviewState
from core.work import Work
from core.workflow import propose
from core.workflow.propose import Tried
from core.workflow.together import are_neighbours, indenting, moving_down, moving_up, outdenting
from ui.desktop.actions.editing import has_block, has_several, has_time, selected_blocks
from ui.desktop.workspace import Action, Workspace

if TYPE_CHECKING:
    from core.presenting.queue_item import QueueItem

Move = Callable[[ReviewState, Sequence[ItemId]], Work[Tried]]


def _move(make: Move, workspace: Workspace) -> None:
    """All that is selected, and it stays selected."""
    review, block, item = workspace.review, workspace.focus.block, workspace.item
    if review is None or block is None:
        return
    blocks = selected_blocks(workspace) or (block,)
    moved = partial(_go_on, workspace, block, item) if len(blocks) < 2 else None
    workspace.following.run(make(review.state, blocks), len(blocks), moved)


def _go_on(workspace: Workspace, block: ItemId, item: QueueItem | None, _tried: Tried | None = None) -> None:
    if item is not None and workspace.queue is not None and workspace.queue.find(item.id) is None:
        workspace.go_on(item)  # that was its repair
    else:
        workspace.go_to_block(block)


def _move_as_one(make: Move, workspace: Workspace) -> None:
    """Up or down: rows that stand apart would each go somewhere else."""
    review, blocks = workspace.review, selected_blocks(workspace)
    is_one = review is None or len(blocks) < 2 or are_neighbours(review.state, blocks)
    if is_one or not has_several(workspace):
        _move(make, workspace)


def _to_its_time(workspace: Workspace) -> None:
    """Say where it went: that may be far from where it was."""
    review, block = workspace.review, workspace.focus.block
    if review is None or block is None or has_several(workspace):
        return
    edit, item = propose.move_to_its_time(review.state, block), workspace.item
    if edit is None:
        workspace.told.emit(workspace.tr("It stands at its time already"))
    elif workspace.do(edit):
        _go_on(workspace, block, item)
        from core.presenting.outcome import standing  # noqa: PLC0415 - not for the first paint

        document, style = review.state.document, review.state.episode.style
        workspace.tell(Message("it stands {place} now", {"place": standing(document, block, style)}))


def _moving(name: str, text: object, run: Callable[[Workspace], None], *keys: str, icon: str = "") -> Action:
    return Action(name, text, run, has_block, keys=keys, menu="edit", in_document=True, icon=icon)


_up, _down = partial(_move_as_one, moving_up), partial(_move_as_one, moving_down)
_in, _out = partial(_move, indenting), partial(_move, outdenting)


ACTIONS = (
    _moving("move-up", QT_TRANSLATE_NOOP("actions", "Move up"), _up, "Ctrl+Up", icon="up"),
    _moving("move-down", QT_TRANSLATE_NOOP("actions", "Move down"), _down, "Ctrl+Down", icon="down"),
    _moving("indent", QT_TRANSLATE_NOOP("actions", "Indent"), _in, "Tab"),
    _moving("outdent", QT_TRANSLATE_NOOP("actions", "Outdent"), _out, "Shift+Tab"),
    Action(
        "to-its-time",
        QT_TRANSLATE_NOOP("actions", "Move to its time"),
        _to_its_time,
        has_time,
        keys=("Ctrl+Shift+T",),
        queue_keys=("T",),
        icon="clock",
        menu="edit",
        answers=("out-of-order",),
    ),
)
