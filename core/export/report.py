"""What became of everything, as a Markdown page for people: totals, findings with their answers, what was left out.

It says what was decided and by which rule, never that something is proven.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from core.checks.finding import Finding, Rule
from core.checks.titles import title_of
from core.export.inline import valid
from core.export.material import Account, Material
from core.model import EntryId, Episode, Fate, SourceChunk
from core.timecode import written

_SHOWN = (Fate.KEPT, Fate.EDITED, Fate.MERGED, Fate.DROPPED, Fate.LOST)


def rendered(material: Material) -> bytes:
    """The page; it needs the review's account."""
    account = material.account or Account({}, (), ())
    parts = [
        [f"# Report: {material.document.title or material.episode.title}"],
        *_part("Entries", _ledger(account)),
        *_part("Chunks", _chunks(material.episode, account)),
        *_part(f"Open findings ({len(account.open)})", _open(material, account)),
        *_part(f"Answered findings ({len(account.answered)})", _answered(material, account)),
        *_part("Entries that are in no block", _left_out(material, account)),
        *_part("Lines that were not understood", _strays(material.episode)),
    ]
    return valid("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


def _part(title: str, lines: Iterable[str]) -> Iterator[Sequence[str]]:
    found = list(lines)
    yield [f"## {title}"]
    yield found or ["None."]


def _ledger(account: Account) -> Iterator[str]:
    counts = Counter(account.fates.values())
    yield from _table(("read", *_names()), [(len(account.fates), *(counts[fate] for fate in _SHOWN))])


def _chunks(episode: Episode, account: Account) -> Iterator[str]:
    if episode.chunks:
        head = ("chunk", "file", "time", "notes", "quotes", *_names())
        yield from _table(head, [_chunk(chunk, episode, account) for chunk in episode.chunks])


def _chunk(chunk: SourceChunk, episode: Episode, account: Account) -> tuple[str | int, ...]:
    fates = Counter(account.fates[entry.id] for entry in chunk.entries if entry.id in account.fates)
    span = "" if chunk.span is None else "–".join(written(time_s, episode.style) for time_s in chunk.span)
    counts = (fates[fate] for fate in _SHOWN)
    return chunk.number, chunk.file, span, len(chunk.notes), len(chunk.quotes), *counts


def _open(material: Material, account: Account) -> Iterator[str]:
    """By rule, the worst first."""
    worst_first = sorted(account.open, key=lambda finding: (finding.rule.severity.value, finding.rule.id))
    for at, (rule, findings) in enumerate(groupby(worst_first, key=lambda finding: finding.rule)):
        yield from ("", f"### {_named(rule)}", "")[at == 0 :]
        yield from (f"- {_finding(finding, material)}" for finding in findings)


def _answered(material: Material, account: Account) -> Iterator[str]:
    for finding, answer in sorted(account.answered, key=lambda pair: pair[0].rule.id):
        yield f"- {_named(finding.rule)}: {_finding(finding, material)} **{answer}**"


def _left_out(material: Material, account: Account) -> Iterator[str]:
    episode = material.episode
    dropped: Mapping[EntryId, str] = material.state.dropped if material.state else {}
    for entry, fate in account.fates.items():
        if fate is Fate.DROPPED:
            yield f"- {_entry(entry, episode)} **Dropped: {dropped[entry]}**"
        elif fate is Fate.LOST:
            yield f"- {_entry(entry, episode)} **Lost**"


def _strays(episode: Episode) -> Iterator[str]:
    for chunk in episode.chunks:
        yield from (f"- chunk {chunk.number}, line {stray.line}: {stray.text.strip()}" for stray in chunk.strays)


def _finding(finding: Finding, material: Material) -> str:
    """Where, why, and the words that it is about."""
    episode = material.episode
    entries = "; ".join(_entry(entry, episode) for entry in finding.entries)
    if not entries and finding.chunk is not None:
        entries = f"chunk {episode.by_key[finding.chunk].number}" + (f", line {finding.line}" if finding.line else "")
    return ": ".join(part for part in (str(finding.message), entries) if part)


def _entry(entry: EntryId, episode: Episode) -> str:
    own = episode.entries[entry]
    stamp = "" if own.time_s is None else f"[{written(own.time_s, episode.style)}] "
    return f"{stamp}“{own.text}” (chunk {episode.by_key[own.chunk].number}, line {own.line})"


def _named(rule: Rule) -> str:
    return f"{rule.id} {title_of(rule.kind)}"


def _names() -> tuple[str, ...]:
    return tuple(fate.name.lower() for fate in _SHOWN)


def _table(head: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Iterator[str]:
    rules = ("---:" if isinstance(cell, int) else "---" for cell in rows[0])
    for row in (head, tuple(rules), *rows):
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |"
