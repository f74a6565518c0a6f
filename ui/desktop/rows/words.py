"""What a row says to somebody who hears it instead of seeing it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.shown_text import ShownText, read, shown
from ui.desktop.widgets.words import translated

_KINDS = {
    RowKind.TITLE: QT_TRANSLATE_NOOP("rows", "Title"),
    RowKind.SUMMARY: QT_TRANSLATE_NOOP("rows", "Summary"),
    RowKind.CHAPTER: QT_TRANSLATE_NOOP("rows", "Chapter"),
    RowKind.CHUNK: QT_TRANSLATE_NOOP("rows", "Chunk"),
    RowKind.NOTE: QT_TRANSLATE_NOOP("rows", "Note"),
    RowKind.QUOTE: QT_TRANSLATE_NOOP("rows", "Quote"),
    RowKind.PROSE: QT_TRANSLATE_NOOP("rows", "Other line"),
    RowKind.STRAY: QT_TRANSLATE_NOOP("rows", "Line not understood"),
    RowKind.EMPTY: QT_TRANSLATE_NOOP("rows", "Nothing in this chunk"),
}
_STATES = {
    Mark.CANONICAL: QT_TRANSLATE_NOOP("rows", "Suspected duplicate, this one stays"),
    Mark.DUPLICATE: QT_TRANSLATE_NOOP("rows", "Suspected duplicate"),
    Mark.ACCEPTED: QT_TRANSLATE_NOOP("rows", "Merged"),
    Mark.REJECTED: QT_TRANSLATE_NOOP("rows", "Kept apart"),
    Mark.OUT_OF_ORDER: QT_TRANSLATE_NOOP("rows", "Out of order"),
    Mark.LOST: QT_TRANSLATE_NOOP("rows", "Lost"),
}
_AS_WRITTEN = (RowKind.PROSE, RowKind.STRAY)  # of a kind that is no note: perhaps code, or a heading with its signs
DRAFT, EDITED = QT_TRANSLATE_NOOP("rows", "draft"), QT_TRANSLATE_NOOP("rows", "edited")


def said(word: object) -> str:
    """A word of the rows (made by QT_TRANSLATE_NOOP) in the window's language."""
    return QCoreApplication.translate("rows", str(word))


def label_of(row: Row) -> str:
    return translated(row.label) if row.label else ""


def badge_of(row: Row) -> str:
    """The words after the text; a draft says so where nothing else is said."""
    if row.badge:
        return translated(row.badge)
    return said(DRAFT) if row.is_draft else ""


def shown_of(row: Row) -> ShownText:
    """The text of a row as it is drawn while nobody edits it."""
    if row.kind is RowKind.EMPTY:
        return shown(label_of(row))
    return shown(row.text) if row.kind in _AS_WRITTEN else read(row.text)


def spoken(row: Row) -> str:
    """Kind, time, text, speaker and state of a row, in words."""
    kind, state, badge = said(_KINDS[row.kind]), said(_STATES[row.mark]) if row.mark in _STATES else "", badge_of(row)
    parts = [
        f"{kind} {label_of(row)}".rstrip(". ") if row.kind is RowKind.SUMMARY else label_of(row) or kind,
        row.stamp,
        "" if row.kind is RowKind.EMPTY else shown_of(row).text,
        row.speaker and f"— {read(row.speaker).text}",
        state,
        "" if badge.casefold() in state.casefold() else badge,  # the state says the same, and sometimes more
        said(EDITED) if row.is_edited and badge != said(EDITED) else "",
        said(DRAFT) if row.is_draft and badge != said(DRAFT) else "",
    ]
    return ", ".join(part for part in parts if part)
