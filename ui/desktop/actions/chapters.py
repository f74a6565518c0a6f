"""Chapters: rename, split, join."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.model import Chapter
from core.workflow import propose
from ui.desktop.workspace import Action, Workspace


def _chapter(workspace: Workspace) -> Chapter | None:
    """The chapter that the person looks at, or that holds what they look at."""
    review, item = workspace.review, workspace.focus.block
    if review is None or item is None or not review.state.document.has(item):
        return None
    document = review.state.document
    return document.chapters[document.find(item)[0]]


def _has_chapter(workspace: Workspace) -> bool:
    return _chapter(workspace) is not None


def _rename(workspace: Workspace) -> None:
    chapter = _chapter(workspace)
    if chapter is not None:
        workspace.edit_requested.emit(chapter.id)


def _split(workspace: Workspace) -> None:
    review, item = workspace.review, workspace.focus.block
    if review is None or item is None:
        return
    edit = propose.split_chapter(review.state, item)
    if edit is None:
        workspace.told.emit(workspace.tr("The chapter begins here already"))
    elif workspace.do(edit):
        _rename(workspace)  # the new one wants a title


def _join(workspace: Workspace) -> None:
    review, item = workspace.review, workspace.focus.block
    if review is None or item is None:
        return
    edit = propose.join_chapter(review.state, item)
    if edit is None:
        workspace.told.emit(workspace.tr("There is no chapter before this one"))
    else:
        workspace.do(edit)


_MENU = "chapter"
ACTIONS = (
    Action(
        "rename-chapter",
        QT_TRANSLATE_NOOP("actions", "Rename chapter"),
        _rename,
        _has_chapter,
        keys=("F2",),
        queue_keys=("F2",),
        icon="chapter",
        menu=_MENU,
    ),
    Action(
        "split-chapter",
        QT_TRANSLATE_NOOP("actions", "Split chapter here"),
        _split,
        _has_chapter,
        keys=("Ctrl+Shift+D",),
        icon="split",
        menu=_MENU,
    ),
    Action(
        "join-chapter",
        QT_TRANSLATE_NOOP("actions", "Join with the chapter before"),
        _join,
        _has_chapter,
        keys=("Ctrl+Shift+J",),
        icon="join",
        menu=_MENU,
    ),
)
