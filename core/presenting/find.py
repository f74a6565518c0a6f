"""Finding text in a review, in the document or in the chunks, and other words for what was found. Free of Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.errors import NotestitchError
from core.messages import Message, counted
from core.model import Block, Entry, EntryId, ItemId, Kind, ReviewState, walk
from core.timecode import written
from core.work import Work
from core.workflow import propose
from core.workflow.review import Review

TITLE, SUMMARY = "title", "summary:"  # keys of rows that are no block
_EACH = 200  # so many texts are looked at between two steps


class QueryError(NotestitchError):
    """A pattern that cannot be understood."""

    code = "bad-pattern"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        is_pattern: ``text`` is a regular expression as Python reads it.
        has_case: Capitals differ from small letters.
        is_word: Only whole words count.
    """

    text: str
    is_pattern: bool = False
    has_case: bool = False
    is_word: bool = False

    def compiled(self) -> re.Pattern[str] | None:
        """The expression to search with, None when there is nothing to look for; raises QueryError."""
        if not self.text.strip():
            return None
        wanted = self.text if self.is_pattern else _either_form(self.text)
        try:
            found = re.compile(rf"\b(?:{wanted})\b" if self.is_word else wanted, 0 if self.has_case else re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            reason = {"reason": str(error)}
            raise QueryError(Message("the pattern cannot be understood ({reason})", reason)) from error
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds what was looked for.

    Attributes:
        key: The row of the merged pane, empty for an entry.
        spans: Where in the text, as half-open offsets; none where only the speaker's name holds it.
    """

    key: str
    entry: EntryId | None
    stamp: str
    text: str
    spans: tuple[tuple[int, int], ...]
    is_quote: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: in a block (or chapter), or in an entry that has no block."""

    item: ItemId | None
    entry: EntryId | None = None


def in_document(review: Review, query: Query) -> Work[tuple[Hit, ...]]:
    """What holds it, in the order of the document; raises QueryError."""
    expression, style = query.compiled(), review.state.episode.style
    found: list[Hit] = []
    if expression is None:
        return ()
    for at, (key, row) in enumerate(_rows(review.state)):
        if at % _EACH == 0:
            yield 0.0
        if isinstance(row, str):
            found += _hits(expression, Hit(key, None, "", row, ()), None)
        else:
            stamp = "" if row.time_s is None else written(row.time_s, style)
            found += _hits(expression, Hit(key, None, stamp, row.text, (), row.kind is Kind.QUOTE), row.speaker)
    return tuple(found)


def in_chunks(review: Review, query: Query) -> Work[tuple[Hit, ...]]:
    """The entries that hold it, in reading order; raises QueryError."""
    expression = query.compiled()
    found: list[Hit] = []
    if expression is None:
        return ()
    for at, entry in enumerate(review.state.episode.entries.values()):
        if at % _EACH == 0:
            yield at / len(review.state.episode.entries)
        hit = Hit("", entry.id, entry.stamp, entry.text, (), entry.kind is Kind.QUOTE)
        found += _hits(expression, hit, entry.speaker)
    return tuple(found)


def replacement(
    state: ReviewState, query: Query, words: str, keys: Sequence[str], *, in_quotes: bool = False
) -> Work[propose.Tried]:
    r"""One edit that puts other words for what is found in these rows; raises QueryError.

    ``words`` may refer to groups (``\1``) where the query is a pattern. Quotes are left alone unless asked for.
    """
    expression = query.compiled()
    edits: list[propose.Edit] = []
    now, wanted = state, frozenset(keys)
    rows = [(key, row) for key, row in _rows(state) if key in wanted]
    for at, (key, row) in enumerate(rows):
        yield at / len(rows)
        if expression is None or (isinstance(row, Block) and row.kind is Kind.QUOTE and not in_quotes):
            continue
        old = row if isinstance(row, str) else row.text
        edit = reworded(now, key, _with_other_words(expression, query, words, old))
        if edit is not None:
            now = edit.apply(now)
            edits.append(edit)
    said = query.text[:40]
    many = Message("replace “{text}” in {count} places", {"text": said, "count": len(edits)})
    label = counted(len(edits), Message("replace “{text}” in 1 place", {"text": said}), many)
    return propose.Tried(state, propose.together(label, edits), now)


def reworded(state: ReviewState, key: str, text: str) -> propose.Edit | None:
    """The edit for a row of the merged pane whose text is another now."""
    if key == TITLE:
        return propose.set_title(state, text)
    if key.startswith(SUMMARY):
        return propose.set_summary_line(state, int(key.removeprefix(SUMMARY)), text)
    item = ItemId(key)
    if len(state.document.find(item)) == 1:
        return propose.rename_chapter(state, item, text)
    return propose.edit_text(state, item, text)


def places_of(review: Review, text: str) -> tuple[Place, ...]:
    """The places that hold the text, in the order of the document, then of the chunks; case makes no difference."""
    wanted = _folded(text).strip()
    if not wanted:
        return ()
    document = review.state.document
    found: list[Place] = []
    for chapter in document.chapters:
        if wanted in _folded(chapter.title):
            found.append(Place(chapter.id))
        found += (Place(block.id) for _, block in walk(chapter.blocks) if _holds(block, wanted))
    shown = {place.item for place in found}
    for entry in review.state.episode.entries.values():
        if _holds(entry, wanted) and shown.isdisjoint(review.homes.get(entry.id)):
            found.append(Place(None, entry.id))
    return tuple(found)


def _rows(state: ReviewState) -> Iterator[tuple[str, Block | str]]:
    """The rows of the document by key: blocks, else their text."""
    document = state.document
    yield TITLE, document.title
    for at, line in enumerate(document.summary):
        yield f"{SUMMARY}{at}", line
    for chapter in document.chapters:
        yield chapter.id, chapter.title
        for _, block in walk(chapter.blocks):
            yield block.id, block


def _hits(expression: re.Pattern[str], blank: Hit, speaker: str | None) -> Iterator[Hit]:
    spans = tuple(match.span() for match in expression.finditer(blank.text) if match.end() > match.start())
    if spans or (speaker and expression.search(speaker)):
        yield Hit(blank.key, blank.entry, blank.stamp, blank.text, spans, blank.is_quote)


def _with_other_words(expression: re.Pattern[str], query: Query, words: str, text: str) -> str:
    if not query.is_pattern:
        return expression.sub(lambda _: words, text)
    try:
        return expression.sub(words, text)
    except (re.error, IndexError) as error:
        reason = {"reason": str(error)}
        raise QueryError(Message("the new words cannot be understood ({reason})", reason)) from error


def _either_form(text: str) -> str:
    """Matches the text whether its characters are composed or not, as Korean from a Mac is not."""
    forms = dict.fromkeys(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    return "|".join(re.escape(form) for form in forms)


def _holds(what: Block | Entry, wanted: str) -> bool:
    return wanted in _folded(what.text) or wanted in _folded(what.speaker or "")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
