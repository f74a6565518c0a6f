"""One answer to a question; knows nothing of how it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Choice(NamedTuple):
    """Words for a button, and what it does."""

    words: str
    run: Callable[[], None]
