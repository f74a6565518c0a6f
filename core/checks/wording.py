"""How a message shows a text from outside; knows nothing of what is wrong with it."""

from __future__ import annotations

_MOST = 80  # characters


def shortened(text: str) -> str:
    """The beginning of a text, long enough to recognise it."""
    text = text.strip()
    return text if len(text) <= _MOST else text[:_MOST].rstrip() + "…"
