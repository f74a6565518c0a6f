"""Looking: go to a time, find, panes, zoom, theme, full screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.model import blocks_of
from core.timecode import parse_typed
from ui.desktop.actions.files import has_review
from ui.desktop.prompts import Question
from ui.desktop.workspace import CHUNKS, LINKED, Action, Workspace


def _is_linked(workspace: Workspace) -> bool:
    return workspace.flag(LINKED)


def _request(what: str, workspace: Workspace) -> None:
    workspace.view_requested.emit(what)


def _always(_: Workspace) -> bool:
    return True


def _toggle_linked(workspace: Workspace) -> None:
    workspace.settings.setValue(LINKED, not workspace.flag(LINKED))
    workspace.view_requested.emit("linked")


def _go_to_time(workspace: Workspace) -> None:
    review = workspace.review
    answer = workspace.prompts.line(
        Question(workspace.tr("Go to time"), workspace.tr("For example 1:02:03, 62:03 or 3723"))
    )
    if answer is None or review is None:
        return
    time_s = parse_typed(answer)
    if time_s is None:
        workspace.told.emit(workspace.tr("“{text}” is no time").format(text=answer))
        return
    timed = [block for block in blocks_of(review.state.document) if block.time_s is not None]
    if timed:
        nearest = min(timed, key=lambda block: abs((block.time_s or 0) - time_s))
        workspace.go_to_block(nearest.id)


def _toggle_timeline(workspace: Workspace) -> None:
    workspace.panel_requested.emit("timeline", True)


def _shows_chunks(workspace: Workspace) -> bool:
    return workspace.flag(CHUNKS)


def _toggle_chunks(workspace: Workspace) -> None:
    workspace.settings.setValue(CHUNKS, not workspace.flag(CHUNKS))
    workspace.view_requested.emit("chunks")


def _use_theme(name: str, workspace: Workspace) -> None:
    workspace.settings.setValue("view/theme", name)
    workspace.theme_source.force(name or None)
    workspace.view_requested.emit("theme")


def _uses_theme(name: str, workspace: Workspace) -> bool:
    return (workspace.theme_source.forced or "") == name


def _viewing(name: str, text: object, *keys: str, icon: str = "") -> Action:
    return Action(name, text, partial(_request, name), _always, keys=keys, menu="view", icon=icon, while_typing=True)


def _theme(name: str, text: object) -> Action:
    return Action(
        f"theme-{name or 'system'}",
        text,
        partial(_use_theme, name),
        _always,
        menu="view",
        while_typing=True,
        is_checked=partial(_uses_theme, name),
    )


ACTIONS = (
    Action(
        "go-to-time",
        QT_TRANSLATE_NOOP("actions", "Go to time…"),
        _go_to_time,
        has_review,
        keys=("Ctrl+G",),
        icon="clock",
        menu="view",
    ),
    _viewing("find", QT_TRANSLATE_NOOP("actions", "Find"), "Ctrl+F", icon="search"),
    Action(
        "other-side",
        QT_TRANSLATE_NOOP("actions", "Show the source, or where it went"),
        partial(_request, "other-side"),
        has_review,
        keys=("F12",),
        menu="view",
    ),
    Action(
        "linked",
        QT_TRANSLATE_NOOP("actions", "Scroll the panes together"),
        _toggle_linked,
        _always,
        icon="link",
        menu="view",
        while_typing=True,
        is_checked=_is_linked,
    ),
    Action(
        "timeline",
        QT_TRANSLATE_NOOP("actions", "Timeline"),
        _toggle_timeline,
        _always,
        keys=("F9",),
        menu="view",
        while_typing=True,
    ),
    Action(
        "chunks",
        QT_TRANSLATE_NOOP("actions", "Chunks beside the merged notes"),
        _toggle_chunks,
        _always,
        keys=("Shift+F9",),
        menu="view",
        while_typing=True,
        is_checked=_shows_chunks,
    ),
    _viewing("next-pane", QT_TRANSLATE_NOOP("actions", "Next pane"), "F6"),
    _viewing("previous-pane", QT_TRANSLATE_NOOP("actions", "Previous pane"), "Shift+F6"),
    _viewing("zoom-in", QT_TRANSLATE_NOOP("actions", "Larger text"), "Ctrl+=", "Ctrl++"),
    _viewing("zoom-out", QT_TRANSLATE_NOOP("actions", "Smaller text"), "Ctrl+-"),
    _viewing("zoom-reset", QT_TRANSLATE_NOOP("actions", "Text at its usual size"), "Ctrl+0"),
    _theme("", QT_TRANSLATE_NOOP("actions", "Theme of the system")),
    _theme("light", QT_TRANSLATE_NOOP("actions", "Light theme")),
    _theme("dark", QT_TRANSLATE_NOOP("actions", "Dark theme")),
    _viewing("full-screen", QT_TRANSLATE_NOOP("actions", "Full screen"), "F11"),
)
