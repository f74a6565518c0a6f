"""Editing what a row says, dropping it, bringing an entry in, going back to the source's words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.model import Block, ItemId
from core.timecode import parse_typed, written
from core.workflow import propose
from core.workflow.propose import Edit
from core.workflow.review import Review
from ui.desktop.prompts import Question
from ui.desktop.workspace import Action, Workspace

_SUMMARY = "summary:"


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


def _has_row(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.focus.block is not None


def _edit(workspace: Workspace) -> None:
    if workspace.focus.block is not None:
        workspace.edit_requested.emit(workspace.focus.block)


def _retime(workspace: Workspace) -> None:
    review, block = workspace.review, focused_block(workspace)
    if review is None or block is None:
        return
    now = "" if block.time_s is None else written(block.time_s, review.state.episode.style)
    answer = workspace.prompts.line(Question(workspace.tr("Time"), workspace.tr("When is this said?"), now))
    if answer is None:
        return
    time_s = parse_typed(answer)
    if time_s is None:
        workspace.told.emit(
            workspace.tr("“{text}” is no time; write it as 12:34, 1:02:03 or in seconds").format(text=answer)
        )
        return
    workspace.do(propose.retime(review.state, block.id, time_s))


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
    question = Question(workspace.tr("Drop this"), workspace.tr("Why? The ledger keeps the reason."), "", reasons)
    reason = workspace.prompts.line(question)
    if reason is not None and workspace.do(propose.drop(block.id, reason.strip())) and item is not None:
        workspace.go_on(item)


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


def _add_note(workspace: Workspace) -> None:
    review, beside = workspace.review, workspace.focus.block
    if review is None or beside is None:
        return
    before = set(_ids(review))
    if workspace.do(propose.add_note(review.state, beside, workspace.tr("New note"))):
        new = next(item for item in _ids(review) if item not in before)
        workspace.go_to_block(new)
        workspace.edit_requested.emit(new)


def _ids(review: Review) -> list[ItemId]:
    return [item for chapter in review.state.document.chapters for item in chapter.paths]


def _can_restore(workspace: Workspace) -> bool:
    block = focused_block(workspace)
    return block is not None and block.is_edited and bool(block.sources)


def _restore(workspace: Workspace) -> None:
    review, block = workspace.review, focused_block(workspace)
    if review is not None and block is not None:
        workspace.do(propose.restore_words(review.state, block.id))


_EDIT = "edit"
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
    Action("retime", QT_TRANSLATE_NOOP("actions", "Change the time…"), _retime, has_block, menu=_EDIT, icon="clock"),
    Action("add-note", QT_TRANSLATE_NOOP("actions", "Add a note below"), _add_note, _has_row, menu=_EDIT),
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
        QT_TRANSLATE_NOOP("actions", "Back to the source’s words"),
        _restore,
        _can_restore,
        menu=_EDIT,
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
