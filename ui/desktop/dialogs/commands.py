"""Everything that can be done, as a list that can be searched; for the palette and the list of keys."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from ui.desktop.workspace import Action

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Command:
    """An action as it is listed.

    Attributes:
        keys: What does it everywhere, as shown; several are parted by a comma.
        queue_keys: What does it in the queue.
    """

    action: Action
    words: str
    keys: str
    queue_keys: str


def commands(actions: Iterable[Action]) -> tuple[Command, ...]:
    """All actions, in their order."""
    return tuple(Command(a, a.words.replace("&", ""), _shown(a.keys), _shown(a.queue_keys)) for a in actions)


def matching(found: Iterable[Command], text: str) -> tuple[Command, ...]:
    """Those whose words or keys hold all that was typed; those whose words begin with it first."""
    wanted = _folded(text).split()
    held = [(command, _folded(f"{command.words} {command.keys} {command.queue_keys}")) for command in found]
    kept = [command for command, words in held if all(part in words for part in wanted)]
    return tuple(sorted(kept, key=lambda command: not _folded(command.words).startswith(_folded(text).strip())))


def _shown(keys: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(QKeySequence(key).toString(_NATIVE) for key in keys))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
