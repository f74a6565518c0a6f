"""Hearing what was said: the recording from the second that the person looks at, or a little earlier."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from ui.desktop.actions.files import has_review
from ui.desktop.prompts import Question
from ui.desktop.widgets.addresses import address_at, is_address
from ui.desktop.workspace import Action, Workspace

EARLIER_S = 5
# How players are told where to begin.
_PLAYERS: Mapping[str, Sequence[str]] = {
    "mpv": ("--force-window", "--start={second}", "{file}"),
    "vlc": ("--start-time={second}", "{file}"),
    "ffplay": ("-ss", "{second}", "{file}"),
}


def _setting(workspace: Workspace) -> str:
    title = workspace.review.state.episode.title if workspace.review else ""
    return f"media/{hashlib.blake2b(title.encode(), digest_size=8).hexdigest()}"


def recording(workspace: Workspace) -> str:
    """The file or address of the episode's recording, empty where nobody said it."""
    return str(workspace.settings.value(_setting(workspace), ""))


def _choose(workspace: Workspace) -> str:
    words = workspace.tr("A file, or the address of the page that plays it")
    answer = workspace.prompts.line(Question(workspace.tr("Where is the recording?"), words, recording(workspace)))
    if answer is None:
        return ""
    workspace.settings.setValue(_setting(workspace), answer.strip())
    return answer.strip()


def _can_play(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.focus.time_s is not None


def _play(earlier_s: int, workspace: Workspace) -> None:
    place = recording(workspace) or _choose(workspace)
    if not place or workspace.focus.time_s is None:
        return
    second = max(0, workspace.focus.time_s - earlier_s)
    if is_address(place):
        QDesktopServices.openUrl(QUrl(address_at(place, second)))
        return
    file = Path(place).expanduser()
    if not file.is_file():
        workspace.told.emit(workspace.tr("The recording {name} is not there").format(name=file.name))
    elif not _played(file, second):
        workspace.told.emit(workspace.tr("Install mpv or VLC to hear a recording from a certain second"))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _played(file: Path, second: int) -> bool:
    """Whether a player was found and begins at that second."""
    for name, words in _PLAYERS.items():
        program = QStandardPaths.findExecutable(name)
        if program:
            arguments = [word.replace("{second}", str(second)).replace("{file}", str(file)) for word in words]
            return QProcess.startDetached(program, arguments)[0]
    return False


def _choose_again(workspace: Workspace) -> None:
    _choose(workspace)


def _playing(name: str, text: object, earlier_s: int, key: str) -> Action:
    return Action(name, text, partial(_play, earlier_s), _can_play, keys=(key,), menu="view", while_typing=True)


ACTIONS = (
    _playing("play", QT_TRANSLATE_NOOP("actions", "Play from here"), 0, "F4"),
    _playing("play-earlier", QT_TRANSLATE_NOOP("actions", "Play from 5 seconds earlier"), EARLIER_S, "Shift+F4"),
    Action("recording", QT_TRANSLATE_NOOP("actions", "Choose the recording…"), _choose_again, has_review, menu="view"),
)
