"""Marking findings, and answering all that are marked as one step; the dialogs that answer many at once."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.desktop.prompts import Question
from ui.desktop.workspace import Action, Workspace
from ui.desktop.workspace.marked import answer_marked, answerable_of, marked_items

# What answers many needs the checks, which are there as soon as there is a finding, and not before the first paint.


def accept_marked(workspace: Workspace) -> None:
    """Merge and set right what is marked; quotes get a speaker, which is asked for once."""
    from core.workflow.together import accepting, attributing  # noqa: PLC0415

    review, sorted_ = workspace.review, answerable_of(workspace)
    if review is None:
        return
    if sorted_.merges or sorted_.repairs:
        answer_marked(workspace, accepting(review.state, (*sorted_.merges, *sorted_.repairs)))
    elif sorted_.quotes and (speaker := ask_speaker(workspace)):
        answer_marked(workspace, attributing(review.state, sorted_.quotes, speaker))


def keep_marked_apart(workspace: Workspace) -> None:
    """Keep the marked duplicates."""
    from core.workflow.together import keeping_apart  # noqa: PLC0415

    if workspace.review is not None:
        answer_marked(workspace, keeping_apart(workspace.review.state, answerable_of(workspace).merges))


def put_marked_off(workspace: Workspace) -> None:
    """Decide later what is marked."""
    items = marked_items(workspace)
    workspace.mark(frozenset())
    for item in items:
        workspace.put_off(item)


def ask_speaker(workspace: Workspace) -> str:
    """Who says the quotes; empty where the person does not go on."""
    review = workspace.review
    speakers = sorted({e.speaker for e in review.state.episode.entries.values() if e.speaker}) if review else []
    question = Question(
        workspace.tr("Who says these?"), workspace.tr("Speaker of all marked quotes"), "", tuple(speakers)
    )
    return (workspace.prompts.line(question) or "").strip()


def _has_item(workspace: Workspace) -> bool:
    return workspace.item is not None and workspace.item.is_open


def _mark(workspace: Workspace) -> None:
    if workspace.item is not None:
        workspace.mark(workspace.marked ^ {workspace.item.id})


def _has_marked(workspace: Workspace) -> bool:
    return bool(workspace.marked)


def _unmark_all(workspace: Workspace) -> None:
    workspace.mark(frozenset())


def _has_certain(workspace: Workspace) -> bool:
    return workspace.queue is not None and workspace.queue.certain > 0


def _resolve_certain(workspace: Workspace) -> None:
    workspace.dialog_requested.emit("resolve-certain")


def _has_others(workspace: Workspace) -> bool:
    """Whether something is left of the kind that is in view."""
    item, queue = workspace.item, workspace.queue
    return item is not None and queue is not None and any(g.kind == item.kind and g.left for g in queue.groups)


def _same_for_all(workspace: Workspace) -> None:
    workspace.dialog_requested.emit("same-for-all")


_REVIEW = "review"
ACTIONS = (
    Action(
        "mark", QT_TRANSLATE_NOOP("actions", "Mark or unmark"), _mark, _has_item, queue_keys=("Space",), menu=_REVIEW
    ),
    Action(
        "unmark-all",
        QT_TRANSLATE_NOOP("actions", "Unmark all"),
        _unmark_all,
        _has_marked,
        queue_keys=("Escape",),
        menu=_REVIEW,
    ),
    Action(
        "same-for-all",
        QT_TRANSLATE_NOOP("actions", "Same choice for all remaining of this kind…"),
        _same_for_all,
        _has_others,
        keys=("Ctrl+Shift+A",),
        menu=_REVIEW,
    ),
    Action(
        "resolve-certain",
        QT_TRANSLATE_NOOP("actions", "Resolve the certain ones…"),
        _resolve_certain,
        _has_certain,
        menu=_REVIEW,
    ),
)
