"""What core says, in the language of the window; knows nothing of what is said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.messages import Message

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
    words = translated(message)
    return f"{Path(file).name}: {words}" if file else words[:1].upper() + words[1:]


def _outside(name: str, value: str) -> str:
    """A text as it is; a reason may be one that the program gave itself, and is kept in English."""
    return QCoreApplication.translate("core", value) if name == "reason" else value
