"""What the program says, as a template and its arguments, so that JSON, reports and the window say the same.

A template is an English sentence with ``{name}`` fields; the window translates the template, never the filled-in text.
A message holds no line and no running number: those are fields of what carries the message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

_Words = TypeVar("_Words")


@dataclass(frozen=True, slots=True)
class Message:
    """``Message("no entry for {seconds} s", {"seconds": 83})``; a template is always a literal, so it can be listed.

    An argument may itself be a message (a reason inside a sentence).
    """

    template: str
    arguments: Mapping[str, str | int | float | Message] = field(
        default_factory=dict[str, "str | int | float | Message"]
    )

    def __str__(self) -> str:
        """The English sentence."""
        return self.template.format(**{name: str(value) for name, value in self.arguments.items()})


def counted(count: int, one: _Words, many: _Words) -> _Words:
    """The words for one thing or for any other number of them: both are literals, so that both can be translated.

    >>> str(counted(1, Message("1 note"), Message("{count} notes", {"count": 1})))
    '1 note'
    """
    return one if count == 1 else many
