"""A question that can wait; knows nothing of where it is shown."""

from __future__ import annotations

from typing import NamedTuple

from ui.desktop.widgets.choice import Choice


class Offer(NamedTuple):
    """A question that can wait, over the panes; the first answer is what Enter gives."""

    text: str
    choices: tuple[Choice, ...]
    is_error: bool = False
    is_calm: bool = False  # it takes no focus
