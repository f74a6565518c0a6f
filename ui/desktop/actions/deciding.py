"""Going through the findings and answering them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.model import Merge
from core.workflow import propose
from core.workflow.review import Answer
from ui.desktop.actions import marking
from ui.desktop.workspace import EVERY_KIND, Action, Workspace
from ui.desktop.workspace.marked import answerable_of, dismiss_marked

COPIES = 9  # so many have a key


def _merge(workspace: Workspace) -> Merge | None:
    return workspace.item.finding.merge if workspace.item else None


def _has_items(workspace: Workspace) -> bool:
    return workspace.queue is not None and bool(workspace.queue.items)


def _can_accept(workspace: Workspace) -> bool:
    item = workspace.item
    if workspace.marked:
        return bool(answerable_of(workspace).merges)
    return item is not None and item.finding.merge is not None and item.answer is not Answer.ACCEPTED


def _accept(workspace: Workspace) -> None:
    item, review, merge = workspace.item, workspace.review, _merge(workspace)
    if workspace.marked:
        marking.accept_marked(workspace)
    elif item and review and merge and workspace.do(propose.accept(review.state, merge)):
        workspace.go_on(item)


def _says_accept(workspace: Workspace) -> str:
    count = len(answerable_of(workspace).merges) if workspace.marked else 0
    return workspace.tr("Merge {count}").format(count=count) if count else ""


def accept_at(workspace: Workspace, block: str) -> None:
    """Merge what is pending at a block, and stay there."""
    workspace.look_at_block(block)
    review, merge = workspace.review, _merge(workspace)
    if review and merge:
        workspace.do(propose.accept(review.state, merge))


def _can_keep_both(workspace: Workspace) -> bool:
    if workspace.marked:
        return bool(answerable_of(workspace).merges)
    return _merge(workspace) is not None and workspace.item is not None and workspace.item.is_open


def _keep_both(workspace: Workspace) -> None:
    item, merge = workspace.item, _merge(workspace)
    if workspace.marked:
        marking.keep_marked_apart(workspace)
    elif item and merge and workspace.do(propose.keep_apart(merge)):
        workspace.go_on(item)


def _says_keep_both(workspace: Workspace) -> str:
    count = len(answerable_of(workspace).merges) if workspace.marked else 0
    return workspace.tr("Keep {count} apart").format(count=count) if count else ""


def _can_take(at: int, workspace: Workspace) -> bool:
    merge = _merge(workspace)
    return merge is not None and at < len(merge.members)


def _take(at: int, workspace: Workspace) -> None:
    item, review, merge = workspace.item, workspace.review, _merge(workspace)
    if item and review and merge:
        was_open = item.is_open
        is_done = workspace.do(propose.accept(review.state, merge, words_of=merge.members[at]))
        if is_done and was_open:
            workspace.go_on(item)


def _can_exclude(at: int, workspace: Workspace) -> bool:
    review, merge = workspace.review, _merge(workspace)
    if review is None or merge is None or len(merge.members) < 3 or at >= len(merge.members):
        return False
    apart, member = review.state.apart, merge.members[at]
    return any(frozenset((member, other)) not in apart for other in merge.members if other != member)


def _exclude(at: int, workspace: Workspace) -> None:
    review, merge = workspace.review, _merge(workspace)
    if review and merge:
        workspace.do(propose.leave_out(review.state, merge, merge.members[at]))


def _has_several(workspace: Workspace) -> bool:
    return workspace.review is not None and len(workspace.selected) > 1


def _merge_selected(workspace: Workspace) -> None:
    from core.workflow.joining import rows_to_join  # noqa: PLC0415 - not for the first paint

    if workspace.review is not None:
        rows_to_join(workspace.review, workspace.selected)  # says why not
        workspace.dialog_requested.emit("merge-selected")


def _can_merge_by_hand(workspace: Workspace) -> bool:
    item = workspace.item
    is_pending = item is not None and item.finding.merge is not None and item.answer is not Answer.ACCEPTED
    return is_pending or _has_several(workspace)


def _by_hand(workspace: Workspace) -> None:
    if _has_several(workspace):
        _merge_selected(workspace)
    else:
        workspace.dialog_requested.emit("merge")


def _is_open(workspace: Workspace) -> bool:
    return workspace.item is not None and workspace.item.is_open


def _later(workspace: Workspace) -> None:
    if workspace.marked:
        marking.put_marked_off(workspace)
    elif workspace.item is not None:
        workspace.put_off(workspace.item)


def _can_dismiss(workspace: Workspace) -> bool:
    if workspace.marked:
        return bool(answerable_of(workspace).harmless)
    is_lost = workspace.item is not None and workspace.item.kind in ("lost-note", "lost-quote")
    return _is_open(workspace) and _merge(workspace) is None and not is_lost  # what is lost needs a reason


def _dismiss(workspace: Workspace) -> None:
    item = workspace.item
    if workspace.marked:
        dismiss_marked(workspace)
    elif item and workspace.do(propose.dismiss(item.id)):
        workspace.go_on(item)


def _says_dismiss(workspace: Workspace) -> str:
    count = len(answerable_of(workspace).harmless) if workspace.marked else 0
    return workspace.tr("Call {count} all right").format(count=count) if count else ""


def _can_bring_in_line(workspace: Workspace) -> bool:
    item = workspace.item
    return item is not None and item.is_open and item.kind == "stray-line"


def _bring_in_line(workspace: Workspace) -> None:
    item, review = workspace.item, workspace.review
    if item is None or review is None or item.finding.chunk is None:
        return
    strays = review.state.episode.by_key[item.finding.chunk].strays
    stray = next(stray for stray in strays if stray.line == item.finding.line)
    if workspace.do(propose.bring_in_stray(review.state, stray, item.id)):
        workspace.go_on(item)


def _step(by: int, workspace: Workspace) -> None:
    if workspace.queue is not None:
        workspace.go_to(workspace.queue.step(workspace.focus.finding, by, workspace.shows))


def _undecided(by: int, workspace: Workspace) -> None:
    if workspace.queue is None:
        return
    following = workspace.queue.next_open(workspace.focus.finding, by, workspace.shows)
    if following is None:
        workspace.told.emit(workspace.tr("Everything here is decided"))
    workspace.go_to(following)


def _taking(number: int) -> Action:
    run: Callable[[Workspace], None] = partial(_take, number - 1)
    return Action(
        f"take-{number}",
        QT_TRANSLATE_NOOP("actions", "Merge with the words of copy {number}"),
        run,
        partial(_can_take, number - 1),
        keys=(f"Ctrl+{number}",),
        queue_keys=(str(number),),
        menu=_REVIEW if number <= 2 else "",
        number=number,
    )


def _excluding(number: int) -> Action:
    run: Callable[[Workspace], None] = partial(_exclude, number - 1)
    return Action(
        f"exclude-{number}",
        QT_TRANSLATE_NOOP("actions", "Leave copy {number} out of the merge"),
        run,
        partial(_can_exclude, number - 1),
        keys=(f"Ctrl+Shift+{number}",),
        number=number,
    )


_REVIEW, _DUPLICATE = "review", "duplicate"
ACTIONS = (
    Action(
        "accept",
        QT_TRANSLATE_NOOP("actions", "Merge"),
        _accept,
        _can_accept,
        icon="merge",
        menu=_REVIEW,
        answers=(_DUPLICATE,),
        says=_says_accept,
    ),
    Action(
        "keep-both",
        QT_TRANSLATE_NOOP("actions", "Keep both"),
        _keep_both,
        _can_keep_both,
        keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        queue_keys=("0",),
        icon="keep-both",
        menu=_REVIEW,
        answers=(_DUPLICATE,),
        says=_says_keep_both,
    ),
    *(_taking(number) for number in range(1, COPIES + 1)),
    *(_excluding(number) for number in range(1, COPIES + 1)),
    Action(
        "by-hand",
        QT_TRANSLATE_NOOP("actions", "Merge by hand…"),
        _by_hand,
        _can_merge_by_hand,
        keys=("Ctrl+M",),
        queue_keys=("M",),
        icon="edit",
        menu=_REVIEW,
        answers=(_DUPLICATE,),
        short=QT_TRANSLATE_NOOP("actions", "By hand…"),
    ),
    Action(
        "merge-selected",
        QT_TRANSLATE_NOOP("actions", "Merge the selected rows…"),
        _merge_selected,
        _has_several,
        icon="join",
        menu=_REVIEW,
    ),
    Action(
        "bring-in-line",
        QT_TRANSLATE_NOOP("actions", "Bring in as a note"),
        _bring_in_line,
        _can_bring_in_line,
        menu=_REVIEW,
        answers=("stray-line",),
    ),
    Action(
        "dismiss",
        QT_TRANSLATE_NOOP("actions", "It is all right"),
        _dismiss,
        _can_dismiss,
        queue_keys=("D",),
        icon="accept",
        menu=_REVIEW,
        answers=(EVERY_KIND,),
        says=_says_dismiss,
    ),
    Action(
        "later",
        QT_TRANSLATE_NOOP("actions", "Later"),
        _later,
        _is_open,
        keys=("Alt+PgDown",),
        queue_keys=("L",),
        icon="later",
        menu=_REVIEW,
        answers=(EVERY_KIND,),
        is_small=True,
    ),
    Action(
        "previous",
        QT_TRANSLATE_NOOP("actions", "Previous finding"),
        partial(_step, -1),
        _has_items,
        keys=("Alt+Up",),
        menu=_REVIEW,
        while_typing=True,
    ),
    Action(
        "next",
        QT_TRANSLATE_NOOP("actions", "Next finding"),
        partial(_step, +1),
        _has_items,
        keys=("Alt+Down",),
        menu=_REVIEW,
        while_typing=True,
    ),
    Action(
        "previous-undecided",
        QT_TRANSLATE_NOOP("actions", "Previous undecided"),
        partial(_undecided, -1),
        _has_items,
        keys=("Shift+F8",),
        queue_keys=("Shift+N",),
        icon="previous",
        menu=_REVIEW,
        while_typing=True,
    ),
    Action(
        "next-undecided",
        QT_TRANSLATE_NOOP("actions", "Next undecided"),
        partial(_undecided, +1),
        _has_items,
        keys=("F8",),
        queue_keys=("N",),
        icon="next",
        menu=_REVIEW,
        while_typing=True,
    ),
)
