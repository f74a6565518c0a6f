"""Setting right what a check found, with one key; and saying why it stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.desktop.actions.marking import accept_marked
from ui.desktop.prompts import Question
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import EVERY_KIND, Action, Workspace
from ui.desktop.workspace.marked import answerable_of

if TYPE_CHECKING:
    from core.presenting.queue import QueueItem

_LOST = ("lost-note", "lost-quote")
_REPAIRED = (
    *("lost-note", "lost-quote", "altered-quote", "changed-speaker", "changed-fact", "invented", "retimed"),
    *("note-without-time", "title", "summary", "chapter-heading", "extra-section"),
    *("duplicate", "duplicate-quote", "clock-restart", "repeated-chunk"),
)

# What repairs needs the checks, which are there as soon as there is a finding, and not before the panes are painted.


def _repairable(workspace: Workspace) -> QueueItem | None:
    """The open finding in view, if a repair is known for it."""
    item = workspace.item
    if item is None or not item.is_open:
        return None
    from core.workflow.repairs import has_repair  # noqa: PLC0415

    return item if has_repair(item.finding) else None


def _can_repair(workspace: Workspace) -> bool:
    return _repairable(workspace) is not None


def _says_repair(workspace: Workspace) -> str:
    item, review = _repairable(workspace), workspace.review
    if item is None or review is None:
        return ""
    from core.workflow.repairs import says  # noqa: PLC0415

    return translated(says(review.state, item.finding))


def _repair(workspace: Workspace) -> None:
    item, review = _repairable(workspace), workspace.review
    if item is None or review is None:
        return
    from core.workflow.repairs import repair  # noqa: PLC0415

    edit = repair(review.state, item.finding)
    if edit is None:
        workspace.told.emit(workspace.tr("Nothing can be done about this by itself; it is yours to decide"))
    elif workspace.do(edit):
        workspace.go_on(item)


def _can_go_on(workspace: Workspace) -> bool:
    return bool(workspace.marked) or workspace.first_answer() is not None


def _go_on(workspace: Workspace) -> None:
    answer = workspace.first_answer()
    if workspace.marked:
        accept_marked(workspace)
    elif answer is not None:
        workspace.run(answer)


def _says_go_on(workspace: Workspace) -> str:
    answer = workspace.first_answer()
    return workspace.tr("{answer} and go on").format(answer=answer.words_for(workspace)) if answer else ""


def _can_dismiss(workspace: Workspace) -> bool:
    if workspace.marked:
        return bool(answerable_of(workspace).harmless)
    item = workspace.item
    return item is not None and item.is_open and item.finding.merge is None and item.kind not in _LOST


def _dismiss(workspace: Workspace) -> None:
    workspace.dialog_requested.emit("reason")


def _can_leave_out(workspace: Workspace) -> bool:
    item = workspace.item
    return item is not None and item.is_open and item.kind in _LOST


def _leave_out(workspace: Workspace) -> None:
    from core.workflow.repairs import leave_lost  # noqa: PLC0415

    item, review = workspace.item, workspace.review
    if item is None or review is None:
        return
    reasons = (workspace.tr("said elsewhere"), workspace.tr("not worth keeping"), workspace.tr("wrong"))
    reason = _reason(workspace, workspace.tr("Leave it out"), reasons)
    if reason is not None and workspace.do(leave_lost(review.state, item.entries[0], reason)):
        workspace.go_on(item)


def _reason(workspace: Workspace, title: str, reasons: tuple[str, ...]) -> str | None:
    why = workspace.tr("Why? The reason is kept with your decisions, not in the document.")
    answer = workspace.prompts.line(Question(title, why, "", reasons))
    return None if answer is None else answer.strip()


_REVIEW = "review"
ACTIONS = (
    Action(
        "accept-and-go-on",
        QT_TRANSLATE_NOOP("actions", "Accept and go on"),
        _go_on,
        _can_go_on,
        keys=("Ctrl+Return", "Ctrl+Enter"),
        queue_keys=("Return", "Enter"),
        menu=_REVIEW,
        says=_says_go_on,
    ),
    Action(
        "repair",
        QT_TRANSLATE_NOOP("actions", "Fix it"),
        _repair,
        _can_repair,
        icon="undo",
        menu=_REVIEW,
        answers=_REPAIRED,
        says=_says_repair,
    ),
    Action(
        "leave-out",
        QT_TRANSLATE_NOOP("actions", "Leave it out, because…"),
        _leave_out,
        _can_leave_out,
        icon="drop",
        menu=_REVIEW,
        answers=_LOST,
    ),
    Action(
        "dismiss-because",
        QT_TRANSLATE_NOOP("actions", "It is all right, because…"),
        _dismiss,
        _can_dismiss,
        queue_keys=("Shift+D",),
        menu=_REVIEW,
        answers=(EVERY_KIND,),
    ),
)
