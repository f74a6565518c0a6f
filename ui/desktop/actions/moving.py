"""Moving the block that the person looks at: up, down, in, out, to its time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.messages import Message
from core.model import ItemId, ReviewState
from core.workflow import propose
from core.workflow.propose import Edit
from ui.desktop.actions.editing import has_block, has_time
from ui.desktop.workspace import Action, Workspace

Move = Callable[[ReviewState, ItemId], Edit | None]


def _move(make: Move, workspace: Workspace) -> None:
    review, block, item = workspace.review, workspace.focus.block, workspace.item
    if review is None or block is None:
        return
    if not workspace.do(make(review.state, block)):
        return
    if item is not None and workspace.queue is not None and workspace.queue.find(item.id) is None:
        workspace.go_on(item)  # that was its repair
    else:
        workspace.go_to_block(block)


def _to_its_time(workspace: Workspace) -> None:
    """Say where it went: that may be far from where it was."""
    review, block = workspace.review, workspace.focus.block
    if review is None or block is None:
        return
    before = review.state
    _move(propose.move_to_its_time, workspace)
    if review.state is before:
        workspace.told.emit(workspace.tr("It stands at its time already"))
    else:
        from core.presenting.outcome import standing  # noqa: PLC0415 - not for the first paint

        document, style = review.state.document, review.state.episode.style
        workspace.tell(Message("it stands {place} now", {"place": standing(document, block, style)}))


def _moving(name: str, text: object, make: Move, *keys: str, in_document: bool = True, icon: str = "") -> Action:
    return Action(
        name, text, partial(_move, make), has_block, keys=keys, menu="edit", in_document=in_document, icon=icon
    )


ACTIONS = (
    _moving("move-up", QT_TRANSLATE_NOOP("actions", "Move up"), propose.move_up, "Ctrl+Up", icon="up"),
    _moving("move-down", QT_TRANSLATE_NOOP("actions", "Move down"), propose.move_down, "Ctrl+Down", icon="down"),
    _moving("indent", QT_TRANSLATE_NOOP("actions", "Indent"), propose.indent, "Tab"),
    _moving("outdent", QT_TRANSLATE_NOOP("actions", "Outdent"), propose.outdent, "Shift+Tab"),
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
