"""What core says, in the language of the window; knows nothing of what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.messages import Message

_FIRST_FIELD = re.compile(r"\{(\w+)\}")
LANGUAGE = "view/language"  # a setting: "", "en", "ko"; empty: that of the system


def translated(message: Message) -> str:
    """The message in the window's language; messages among its arguments are translated too.

    >>> translated(Message("{count} merged", {"count": 2}))
    '2 merged'
    """
    template = QCoreApplication.translate("core", message.template)
    return template.format(
        **{
            name: translated(value) if isinstance(value, Message) else _outside(name, str(value))
            for name, value in message.arguments.items()
        }
    )


def translated_of(message: Message, file: str) -> str:
    """The message behind the name of the file that it is about, if it is about one."""
    return f"{Path(file).name}: {translated(message)}" if file else sentence(message)


def sentence(message: Message) -> str:
    """The message with a capital at its beginning, where that is no name from outside, whose case is its own.

    >>> sentence(Message("a line of {name}", {"name": "notes"})), sentence(Message("{name}, line 7", {"name": "notes"}))
    ('A line of notes', 'notes, line 7')
    """
    words = translated(message)
    return words if _begins_with_name(message) else capital(words)


def sentences(messages: Iterable[Message]) -> Iterator[str]:
    """What stands in one line: the first begins as a sentence does."""
    for at, message in enumerate(messages):
        yield translated(message) if at else sentence(message)


def capital(words: str) -> str:
    """Words of the program as a sentence begins."""
    return words[:1].upper() + words[1:]


def _begins_with_name(message: Message) -> bool:
    field = _FIRST_FIELD.match(QCoreApplication.translate("core", message.template))
    value = message.arguments[field[1]] if field else None
    return _begins_with_name(value) if isinstance(value, Message) else isinstance(value, str)


def _outside(name: str, value: str) -> str:
    """A text as it is; a reason may be one that the program gave itself, and is kept in English."""
    return QCoreApplication.translate("core", value) if name == "reason" else value
