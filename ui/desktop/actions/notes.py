"""Small corrections of the note that the person looks at: its time by seconds, and joining it with the one before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.model import Kind
from core.workflow import propose
from ui.desktop.actions.editing import focused_block
from ui.desktop.workspace import Action, Workspace


def _has_time(workspace: Workspace) -> bool:
    block = focused_block(workspace)
    return block is not None and block.time_s is not None


def _shift(by_s: int, workspace: Workspace) -> None:
    review, block = workspace.review, focused_block(workspace)
    if review is not None and block is not None and block.time_s is not None:
        workspace.do(propose.retime(review.state, block.id, max(0, block.time_s + by_s)))


def _is_note(workspace: Workspace) -> bool:
    block = focused_block(workspace)
    return block is not None and block.kind is Kind.NOTE


def _join(workspace: Workspace) -> None:
    review, block = workspace.review, focused_block(workspace)
    if review is None or block is None:
        return
    edit = propose.join_note(review.state, block.id)
    if edit is None:
        workspace.told.emit(workspace.tr("There is no note before this one to join it with"))
    elif workspace.do(edit) and workspace.focus.block is not None:
        workspace.go_to_block(workspace.focus.block)


def _shifting(name: str, text: object, by_s: int, key: str) -> Action:
    return Action(name, text, partial(_shift, by_s), _has_time, keys=(key,), menu="edit")


ACTIONS = (
    _shifting("later-by-1", QT_TRANSLATE_NOOP("actions", "1 second later"), 1, "Ctrl+]"),
    _shifting("earlier-by-1", QT_TRANSLATE_NOOP("actions", "1 second earlier"), -1, "Ctrl+["),
    _shifting("later-by-5", QT_TRANSLATE_NOOP("actions", "5 seconds later"), 5, "Ctrl+Shift+]"),
    _shifting("earlier-by-5", QT_TRANSLATE_NOOP("actions", "5 seconds earlier"), -5, "Ctrl+Shift+["),
    Action(
        "join-note",
        QT_TRANSLATE_NOOP("actions", "Join with the note before"),
        _join,
        _is_note,
        keys=("Ctrl+J",),
        menu="edit",
    ),
)
