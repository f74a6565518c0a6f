"""The dialogs that actions ask for by name, as one table: adding a dialog is adding its file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog, QWidget

from ui.desktop.workspace import Workspace


def _export(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.export import ExportDialog  # noqa: PLC0415 - not for the first paint

    return ExportDialog(workspace, parent)


def _merge(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.merge import merge_finding  # noqa: PLC0415 - not for the first paint

    return merge_finding(workspace, parent)


def _merge_selected(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.merge import merge_selected  # noqa: PLC0415 - not for the first paint

    return merge_selected(workspace, parent)


def _answer_marked(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.resolve import answer_marked  # noqa: PLC0415 - not for the first paint

    return answer_marked(workspace, parent)


def _palette(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.palette import Palette  # noqa: PLC0415 - not for the first paint

    return Palette(workspace, parent)


def _shortcuts(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.shortcuts import Shortcuts  # noqa: PLC0415 - not for the first paint

    return Shortcuts(workspace, parent)


def _preferences(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.preferences import Preferences  # noqa: PLC0415 - not for the first paint

    return Preferences(workspace, parent)


def _help(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.help import Help  # noqa: PLC0415 - not for the first paint

    return Help(workspace, parent)


def _reason(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.reason import ReasonDialog  # noqa: PLC0415 - not for the first paint

    return ReasonDialog(workspace, parent)


def _reload(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.reload import ReloadDialog  # noqa: PLC0415 - not for the first paint

    return ReloadDialog(workspace, parent)


def _resolve_certain(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.resolve import resolve_certain  # noqa: PLC0415 - not for the first paint

    return resolve_certain(workspace, parent)


def _same_for_all(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.resolve import same_for_all  # noqa: PLC0415 - not for the first paint

    return same_for_all(workspace, parent)


def _paste_notes(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.paste_notes import PasteNotesDialog  # noqa: PLC0415 - not for the first paint

    return PasteNotesDialog(workspace, parent)


def _speaker(workspace: Workspace, parent: QWidget) -> QDialog:
    from ui.desktop.dialogs.speaker import SpeakerDialog  # noqa: PLC0415 - not for the first paint

    return SpeakerDialog(workspace, parent)


DIALOGS: Mapping[str, Callable[[Workspace, QWidget], QDialog]] = {
    "export": _export,
    "help": _help,
    "merge": _merge,
    "merge-selected": _merge_selected,
    "palette": _palette,
    "paste-notes": _paste_notes,
    "preferences": _preferences,
    "reason": _reason,
    "reload": _reload,
    "shortcuts": _shortcuts,
    "answer-marked": _answer_marked,
    "resolve-certain": _resolve_certain,
    "speaker": _speaker,
    "same-for-all": _same_for_all,
}
