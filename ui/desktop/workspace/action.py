"""What a person can do, as a value: menus, toolbar, keys, palette and the evidence card's buttons come from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.desktop.workspace.workspace import Workspace

EVERY_KIND = "*"
ORIGIN = "-"  # what the card answers where no finding is in view


class Action(NamedTuple):
    """Something that a person can do; menus, toolbar, keys and the evidence card's buttons come from it.

    Attributes:
        keys: As QKeySequence reads them, the first is shown.
        queue_keys: Keys that do it while the queue has the focus: names of Qt.Key, without "Key_".
        menu: The menu that lists it, empty for none.
        answers: The kinds of findings that it answers, ``EVERY_KIND`` for all; the card has a button for it,
            and with ``ORIGIN`` also where it only says where something comes from.
        short: Fewer words, for a button that stands beside what it is about.
        is_small: The card shows its icon alone.
        in_document: Its keys work in the merged pane alone.
        while_typing: It can be done while text is being typed; otherwise its keys belong to the editor then.
        is_checked: Whether it is on, for an action that switches.
        says: What it would do now, where that hangs on what is in view; empty for nothing.
    """

    id: str
    text: object  # an English text as QT_TRANSLATE_NOOP("actions", …) gives it
    run: Callable[[Workspace], None]
    can: Callable[[Workspace], bool]
    keys: tuple[str, ...] = ()
    queue_keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    answers: tuple[str, ...] = ()
    short: object = ""
    is_small: bool = False
    in_document: bool = False
    while_typing: bool = False
    is_checked: Callable[[Workspace], bool] | None = None
    number: int = 0  # stands in the text as {number}
    says: Callable[[Workspace], str] | None = None

    @property
    def words(self) -> str:
        """Its text in the window's language."""
        return QCoreApplication.translate("actions", str(self.text)).replace("{number}", str(self.number))

    @property
    def short_words(self) -> str:
        """What a button says, in the window's language."""
        return QCoreApplication.translate("actions", str(self.short)) if self.short else self.words

    def words_for(self, workspace: Workspace) -> str:
        """Its text, as far as it can say what it would do now."""
        return (self.says(workspace) if self.says else "") or self.words

    def words_and_keys(self, words: str) -> str:
        """Words about it, with the first of its keys everywhere and in the queue."""
        in_queue = QCoreApplication.translate("actions", "in the queue {key}")
        keys = [_native(key) for key in self.keys[:1]]
        keys += [in_queue.format(key=_native(key)) for key in self.queue_keys[:1] if key not in self.keys]
        return f"{words} ({', '.join(keys)})" if keys else words


def _native(key: str) -> str:
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - the panes are painted first

    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
