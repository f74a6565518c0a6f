"""The ledger as a list: each entry of the sources with what became of it, and totals that add up. Free of Qt.

A row is made when it is asked for, so that it costs the same for a hundred entries and for a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.checks.finding import Finding
from core.messages import Message
from core.model import ChunkKey, EntryId, Episode, Fate, Kind, SourceChunk, StrayLine
from core.timecode import written
from core.workflow import propose
from core.workflow.propose import Edit
from core.workflow.review import Answer, Review

STRAY = "STRAY"  # beside the names of the fates
_STRAY_RULE = "NS106"
_FATES: Mapping[str, Message] = {
    "KEPT": Message("Kept"),
    "EDITED": Message("Edited"),
    "MERGED": Message("Merged"),
    "DROPPED": Message("Dropped"),
    "LOST": Message("Lost"),
    STRAY: Message("Not understood"),
}


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What is listed; no fates: all of them."""

    fates: frozenset[str] = frozenset()
    chunk: ChunkKey | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """How many entries, or lines that were not understood, have one fate."""

    fate: str
    words: Message
    count: int


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry, or one line that was not understood.

    Attributes:
        key: As the chunks pane names the row.
        fate: The name of a fate, or ``STRAY``.
        became: What became of it, in words.
        origin: Which chunk it comes from.
        stamp: Its time as shown, empty when it has none.
        can_return: It can have a block of its own again.
    """

    key: str
    fate: str
    title: Message
    became: Message
    origin: Message
    stamp: str
    text: str
    is_quote: bool
    can_return: bool


class LedgerList:
    """The entries of one review."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._found_for: tuple[Finding, ...] = ()
        self._strays: Mapping[tuple[ChunkKey, int], Finding] = {}
        self._keys_of: Episode | None = None
        self._keys: list[str] = []
        self._stray_keys: frozenset[str] = frozenset()

    @property
    def totals(self) -> tuple[Total, ...]:
        """One for each fate; those of entries add up to all entries."""
        ledger = self._review.ledger
        counts = (ledger.kept, ledger.edited, ledger.merged, ledger.dropped, ledger.lost, ledger.stray_lines)
        return tuple(Total(fate, words, n) for (fate, words), n in zip(_FATES.items(), counts, strict=True))

    @property
    def sum(self) -> Message:
        """The totals of entries as the sum that they are; what nothing has is left out."""
        parts = [_part(total) for total in self.totals if total.count and total.fate != STRAY]
        listed = parts[0] if parts else Message("0")
        for part in parts[1:]:
            listed = Message("{parts} + {part}", {"parts": listed, "part": part})
        return Message("{all} = {parts}", {"all": self._review.ledger.entries, "parts": listed})

    @property
    def chunks(self) -> Sequence[SourceChunk]:
        """What can be filtered by."""
        return self._review.state.episode.chunks

    def keys(self, shows: LedgerFilter) -> list[str]:
        """The rows that are listed, in the order of the sources."""
        listed = self._listed(shows.chunk)
        if not shows.fates:
            return listed
        # In a tuple they are found by identity, which counts when there are a hundred thousand.
        fate, wanted, strays = (
            self._review.fate,
            tuple(one for one in Fate if one.name in shows.fates),
            self._stray_keys,
        )
        if STRAY in shows.fates:
            return [key for key in listed if key in strays or fate(EntryId(key)) in wanted]
        return [key for key in listed if key not in strays and fate(EntryId(key)) in wanted]

    def row(self, key: str) -> LedgerRow | None:
        """The row of that key, None when it is no more."""
        if key.startswith("stray:"):
            stray = self.stray(key)
            return None if stray is None else self._of_stray(key, stray)
        entry = EntryId(key)
        return self._of_entry(entry) if entry in self._review.state.episode.entries else None

    def bring_back(self, key: str) -> Edit | None:
        """The edit that gives it a block of its own again, None if it has one."""
        state = self._review.state
        if not key.startswith("stray:"):
            return propose.bring_in(state, EntryId(key))
        stray = self.stray(key)
        finding = self._finding(stray) if stray else None
        return propose.bring_in_stray(state, stray, finding.id) if stray and finding else None

    def stray(self, key: str) -> StrayLine | None:
        """The line of a key such as ``stray:3:17``."""
        _, chunk, line = key.split(":")
        found = self._review.state.episode.by_key.get(ChunkKey(chunk))
        return next((stray for stray in found.strays if stray.line == int(line)), None) if found else None

    def _listed(self, chunk: ChunkKey | None) -> list[str]:
        """All rows, or those of one chunk."""
        episode = self._review.state.episode
        if episode is not self._keys_of:
            self._keys_of = episode
            self._keys = [key for one in episode.chunks for key in _in_order(one)]
            self._stray_keys = frozenset(_stray_key(stray) for one in episode.chunks for stray in one.strays)
        return self._keys if chunk is None else _in_order(episode.by_key[chunk])

    def _of_entry(self, entry: EntryId) -> LedgerRow:
        review, own = self._review, self._review.state.episode.entries[entry]
        fate = review.fate(entry)
        return LedgerRow(
            key=entry,
            fate=fate.name,
            title=_FATES[fate.name],
            became=self._became(entry, fate),
            origin=self._origin(own.chunk),
            stamp=self._stamp(own.time_s),
            text=own.text,
            is_quote=own.kind is Kind.QUOTE,
            can_return=fate not in (Fate.KEPT, Fate.EDITED),
        )

    def _of_stray(self, key: str, stray: StrayLine) -> LedgerRow:
        finding = self._finding(stray)
        is_open = finding is not None and self._review.answer(finding) is Answer.OPEN
        reason = self._review.state.dismissed.get(finding.id, "") if finding else ""
        answered = Message("answered: {reason}", {"reason": reason}) if reason else Message("it is all right so")
        return LedgerRow(
            key=key,
            fate=STRAY,
            title=_FATES[STRAY],
            became=Message("beside the entries, not in the document") if is_open else answered,
            origin=self._origin(stray.chunk),
            stamp="",
            text=stray.text,
            is_quote=False,
            can_return=is_open,
        )

    def _became(self, entry: EntryId, fate: Fate) -> Message:
        match fate:
            case Fate.LOST:
                return Message("nothing in the document stands for it")
            case Fate.DROPPED:
                reason = self._review.state.dropped[entry]
                return Message("because: {reason}", {"reason": reason}) if reason else Message("no reason was given")
            case Fate.MERGED:
                return self._merged(entry)
            case Fate.KEPT | Fate.EDITED:
                return Message("in {chapter}", {"chapter": self._chapter(entry)})

    def _merged(self, entry: EntryId) -> Message:
        block = self._review.homes.first(entry)
        lead = self._review.state.episode.entries[block.sources[0]] if block else None
        if lead is None:
            return Message("into another")
        return Message("into {time} of {chunk}", {"time": self._stamp(lead.time_s), "chunk": self._origin(lead.chunk)})

    def _chapter(self, entry: EntryId) -> Message:
        number = self._review.homes.position(entry)[0]
        chapter = self._review.state.document.chapters[number]
        return Message("chapter {number}: {title}", {"number": number + 1, "title": chapter.title})

    def _origin(self, chunk: ChunkKey) -> Message:
        return Message("Chunk {number}", {"number": self._review.state.episode.by_key[chunk].number})

    def _stamp(self, time_s: int | None) -> str:
        return "" if time_s is None else written(time_s, self._review.state.episode.style)

    def _finding(self, stray: StrayLine) -> Finding | None:
        findings = self._review.findings
        if findings is not self._found_for:
            self._found_for = findings
            about = (finding for finding in findings if finding.rule.id == _STRAY_RULE)
            self._strays = {(f.chunk, f.line): f for f in about if f.chunk is not None and f.line is not None}
        return self._strays.get((stray.chunk, stray.line))


def _part(total: Total) -> Message:
    count = {"count": total.count}
    match total.fate:
        case "KEPT":
            return Message("{count} kept", count)
        case "EDITED":
            return Message("{count} edited", count)
        case "MERGED":
            return Message("{count} merged", count)
        case "DROPPED":
            return Message("{count} dropped", count)
        case _:
            return Message("{count} lost", count)


def _in_order(chunk: SourceChunk) -> list[str]:
    """The keys of its entries and of its lines that were not understood, by their lines."""
    if not chunk.strays:
        return [entry.id for entry in chunk.entries]
    lines = [(entry.line, str(entry.id)) for entry in chunk.entries]
    lines += [(stray.line, _stray_key(stray)) for stray in chunk.strays]
    return [key for _, key in sorted(lines)]


def _stray_key(stray: StrayLine) -> str:
    return f"stray:{stray.chunk}:{stray.line}"
