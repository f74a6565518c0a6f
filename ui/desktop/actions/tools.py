"""Finding and replacing, panels, the palette, preferences and help."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.desktop.actions.files import has_review
from ui.desktop.workspace import Action, Workspace


def _always(_: Workspace) -> bool:
    return True


def _find(what: str, workspace: Workspace) -> None:
    workspace.panel_requested.emit("find", False)
    workspace.view_requested.emit(what)


def _panel(name: str, workspace: Workspace) -> None:
    workspace.panel_requested.emit(name, False)


def _dialog(name: str, workspace: Workspace) -> None:
    workspace.dialog_requested.emit(name)


def _finding(name: str, text: object, key: str) -> Action:
    return Action(name, text, partial(_find, name), has_review, keys=(key,), menu="edit", while_typing=True)


def _showing(name: str, text: object, menu: str) -> Action:
    return Action(f"show-{name}", text, partial(_panel, name), has_review, menu=menu, while_typing=True)


def _opening(name: str, text: object, key: str, menu: str, icon: str = "") -> Action:
    return Action(name, text, partial(_dialog, name), _always, keys=(key,), menu=menu, icon=icon, while_typing=True)


ACTIONS = (
    _finding("replace", QT_TRANSLATE_NOOP("actions", "Find and replace…"), "Ctrl+H"),
    _finding("find-in-chunks", QT_TRANSLATE_NOOP("actions", "Find in chunks…"), "Ctrl+Shift+F"),
    _showing("outline", QT_TRANSLATE_NOOP("actions", "Outline of chapters"), "chapter"),
    _showing("summary", QT_TRANSLATE_NOOP("actions", "Summary lines"), "chapter"),
    _showing("rules", QT_TRANSLATE_NOOP("actions", "Rules of the document"), "review"),
    _showing("ledger", QT_TRANSLATE_NOOP("actions", "Ledger of all entries"), "review"),
    _showing("health", QT_TRANSLATE_NOOP("actions", "Notes as read, and what is wrong with them"), "review"),
    _opening("palette", QT_TRANSLATE_NOOP("actions", "Do anything…"), "Ctrl+Shift+P", "view"),
    _opening("preferences", QT_TRANSLATE_NOOP("actions", "Preferences…"), "Ctrl+,", "edit", "settings"),
    _opening("help", QT_TRANSLATE_NOOP("actions", "How to work with Notestitch"), "F1", "help", "help"),
    _opening("shortcuts", QT_TRANSLATE_NOOP("actions", "All keys"), "Ctrl+?", "help"),
)
