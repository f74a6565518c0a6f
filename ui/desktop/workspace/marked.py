"""The findings that are marked, and answering them together as one step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from core.work import Work
from ui.desktop.workspace.workspace import Workspace

if TYPE_CHECKING:
    from core.presenting.queue import QueueItem
    from core.workflow.together import Answerable, Together

# What answers many needs the checks, which are there as soon as there is a finding, and not before the first paint.


def marked_items(workspace: Workspace) -> tuple[QueueItem, ...]:
    """The open findings that are marked, in the order of the queue."""
    queue, marked = workspace.queue, workspace.marked
    return tuple(item for item in queue.items if item.id in marked and item.is_open) if queue and marked else ()


def answerable_of(workspace: Workspace) -> Answerable:
    """The marked findings, sorted by how they can be answered."""
    from core.workflow.together import answerable  # noqa: PLC0415

    return answerable([item.finding for item in marked_items(workspace)])


def dismiss_marked(workspace: Workspace, reason: str = "") -> None:
    """Call all right what is marked and is no duplicate and no loss."""
    from core.workflow.together import dismissing  # noqa: PLC0415

    if workspace.review is not None:
        answer_marked(workspace, dismissing(workspace.review.state, answerable_of(workspace).harmless, reason))


def answer_marked(workspace: Workspace, work: Work[Together]) -> None:
    """Do it, unmark what it answers, and go on behind the last of them."""
    items = marked_items(workspace)
    workspace.following.run(work, len(items), partial(_go_on, workspace, items))


def _go_on(workspace: Workspace, items: Sequence[QueueItem], answers: Together) -> None:
    done = {finding.id for finding in answers.done}
    workspace.mark(workspace.marked - done)
    last = next((item for item in reversed(items) if item.id in done), None)
    if last is not None:
        workspace.go_on(last)
    workspace.told.emit(workspace.tr("{count} answered in one step").format(count=len(done)))
