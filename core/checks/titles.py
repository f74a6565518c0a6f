"""What each kind of finding is called when people read of it."""

from __future__ import annotations

from collections.abc import Mapping

from core.messages import Message

_TITLES: Mapping[str, Message] = {
    "duplicate": Message("Suspected duplicate"),
    "duplicate-quote": Message("One quote twice"),
    "chunk-without-notes": Message("Chunk without notes"),
    "coverage-gap": Message("Gap"),
    "clock-restart": Message("Shifted clock"),
    "repeated-chunk": Message("Repeated chunk"),
    "language-drift": Message("Another language"),
    "stray-line": Message("Line not understood"),
    "cut-off": Message("Cut off"),
    "mixed-time-style": Message("Mixed ways to write times"),
    "out-of-order": Message("Out of order"),
    "chapter-overlap": Message("Chapters overlap"),
    "title": Message("Title"),
    "summary": Message("Summary"),
    "chapter-heading": Message("Chapter heading"),
    "note-without-time": Message("Note without a time"),
    "extra-section": Message("Extra section"),
    "lost-note": Message("Lost note"),
    "lost-quote": Message("Lost quote"),
    "altered-quote": Message("Altered quote"),
    "changed-speaker": Message("Another speaker"),
    "invented": Message("Without a source"),
    "changed-fact": Message("Changed fact"),
    "retimed": Message("Another time"),
    "retention": Message("Much is missing"),
    "unattributed-quote": Message("Quote without a speaker"),
    "quote-not-in-transcript": Message("Not in the transcript"),
}


def title_of(kind: str) -> Message:
    """The kind as a heading; one without a title is spelled out."""
    return _TITLES.get(kind) or Message("{kind}", {"kind": kind.replace("-", " ").capitalize()})
