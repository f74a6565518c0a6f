"""Random episodes and random decisions, for properties of edits, reviews and panes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from core.editing.edits import Batch, Cite, Edit
from core.errors import EditError
from core.messages import Message
from core.model import (
    ChunkKey,
    Entry,
    EntryId,
    Episode,
    FindingId,
    Heading,
    ItemId,
    Kind,
    Merge,
    ReviewState,
    Role,
    SourceChunk,
    Tier,
    blocks_of,
)
from core.reading.revisions import next_key
from core.stitching import propose
from core.stitching.anchoring import anchored
from core.stitching.candidate import candidate
from core.timecode import written

WORDS = ("심층 강화학습", "layer", "등대를 고쳤다", "1,000층", "말했다", "네트워크", "fog signal", "새벽 두 시")


@st.composite
def chunks(draw: st.DrawFn, number: int, start_s: int) -> SourceChunk:
    """A chunk of one to eight entries whose times begin about ``start_s``; now and then one is out of order."""
    key = ChunkKey(str(number))
    headings: list[Heading] = []
    entries: list[Entry] = []
    line, now_s, depth = 1, start_s, 0
    for _ in range(draw(st.integers(1, 8))):
        if draw(st.integers(0, 3)) == 0:
            headings.append(Heading(line, 2, f"주제 {number}.{line}"))
            line += 1
        now_s = max(0, now_s + draw(st.integers(-3, 15)))
        is_quote = draw(st.integers(0, 4)) == 0
        depth = 0 if is_quote else draw(st.integers(0, depth + 1 if entries else 0))
        time_s = draw(st.sampled_from([now_s, now_s, now_s, None]))
        entries.append(
            Entry(
                id=EntryId(f"{key}:{line}"),
                chunk=key,
                kind=Kind.QUOTE if is_quote else Kind.NOTE,
                line=line,
                time_s=time_s,
                text=" ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))),
                speaker=draw(st.sampled_from([None, "(화자 미상)", "한서율"])) if is_quote else None,
                depth=depth,
                stamp="" if time_s is None else written(time_s),
            )
        )
        line += 1
    roles = (Role.ENTRY,) * (line - 1)
    return SourceChunk(
        key, number, f"chunk {number}", "", 1, ("",) * (line - 1), roles, tuple(headings), tuple(entries)
    )


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """An episode of one to four chunks that mostly overlap."""
    starts, now_s = list[int](), 0
    for _ in range(draw(st.integers(1, 4))):
        starts.append(now_s)
        now_s = max(0, now_s + draw(st.integers(-40, 60)))
    return Episode("등대의 밤", language="ko", chunks=tuple(draw(chunks(n, s)) for n, s in enumerate(starts, 1)))


def states() -> st.SearchStrategy[ReviewState]:
    """The start of a review of a random episode."""
    return episodes().map(lambda episode: ReviewState(episode, candidate(episode)))


@st.composite
def merges(draw: st.DrawFn, episode: Episode) -> tuple[Merge, ...]:
    """A few merges of entries of one kind."""
    found: list[Merge] = []
    for kind in (Kind.NOTE, Kind.QUOTE):
        ids = [entry.id for entry in episode.entries.values() if entry.kind is kind]
        if len(ids) > 1:
            members = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True)
            found += (Merge(tuple(m), 0.5, Tier.LIKELY) for m in draw(st.lists(members, max_size=3)))
    return tuple({merge.members: merge for merge in found}.values())


@st.composite
def edits(draw: st.DrawFn, state: ReviewState) -> Edit | None:
    """Something that a person may do now; None where there is nothing to do, or it is refused."""
    items = [block.id for block in blocks_of(state.document)]
    heads = [chapter.id for chapter in state.document.chapters]
    if not items:
        return propose.set_title(state, draw(st.sampled_from(WORDS)))
    try:
        return _edit(draw, state, items, heads)
    except EditError:
        return None


def _edit(draw: st.DrawFn, state: ReviewState, items: Sequence[ItemId], heads: Sequence[ItemId]) -> Edit | None:  # noqa: C901, PLR0911, PLR0912
    item, head = draw(st.sampled_from(items)), draw(st.sampled_from(heads))
    words = draw(st.sampled_from(WORDS))
    entry = draw(st.sampled_from(sorted(state.episode.entries)))
    match draw(st.integers(0, 21)):
        case 0 | 1 | 2:
            found = draw(merges(state.episode))
            return propose.accept(state, found[0]) if found else None
        case 3:
            found = draw(merges(state.episode))
            return propose.keep_apart(found[0]) if found else None
        case 4:
            return propose.edit_text(state, item, words)
        case 5:
            return propose.retime(state, item, draw(st.integers(0, 200)))
        case 6:
            return propose.move_up(state, item)
        case 7:
            return propose.move_down(state, item)
        case 8:
            return propose.indent(state, item)
        case 9:
            return propose.outdent(state, item)
        case 10:
            return propose.move_to_its_time(state, item)
        case 11:
            return propose.add_note(state, draw(st.sampled_from([item, head])), words)
        case 12:
            return propose.drop(item, words)
        case 13:
            return propose.bring_in(state, entry)
        case 14:
            return propose.rename_chapter(state, head, words)
        case 15:
            return propose.split_chapter(state, item)
        case 16:
            return propose.join_chapter(state, item)
        case 17:
            return propose.set_title(state, words)
        case 18:
            return propose.dismiss(FindingId(words), "확인함")
        case 19:
            return propose.shift_chunk(state, state.episode.entries[entry].chunk, draw(st.integers(-20, 60)))
        case 20:
            found = draw(merges(state.episode))
            return propose.leave_out(state, found[0], draw(st.sampled_from(found[0].members))) if found else None
        case 20:
            return draw(revisions(state))
        case _:
            cites = (Cite(item, (entry,)),)
            return Batch(Message("correct the sources"), cites)


@st.composite
def revisions(draw: st.DrawFn, state: ReviewState) -> Edit | None:
    """Another revision of a chunk: some of its entries with some of their words, and others; or a new chunk."""
    by_key = state.episode.by_key
    old = draw(st.sampled_from([None, *by_key.values()]))
    number = len(by_key) + 1 if old is None else old.number
    key = next_key(ChunkKey(str(number)), by_key)
    entries: list[Entry] = []
    kept = draw(st.lists(st.sampled_from(old.entries), unique=True)) if old and old.entries else []
    for entry in (*kept, *draw(chunks(number, draw(st.integers(0, 90)))).entries):
        words = draw(st.sampled_from([entry.text, entry.text, f"{entry.text} {draw(st.sampled_from(WORDS))}"]))
        line, depth = len(entries) + 1, min(entry.depth, entries[-1].depth + 1 if entries else 0)
        made = replace(entry, id=EntryId(f"{key}:{line}"), chunk=key, line=line, text=words, depth=depth)
        entries.append(replace(made, depth=0) if made.kind is Kind.QUOTE else made)
    lines, headings = ("",) * len(entries), (Heading(1, 2, f"주제 {key}"),)
    new = SourceChunk(
        key, number, f"chunk {number}", "", 1, lines, (Role.ENTRY,) * len(lines), headings, tuple(entries)
    )
    moved = anchored(old.entries, new.entries).certain if old else {}
    before = draw(st.sampled_from([None, *by_key]))
    revised = propose.revise_chunk(state, old and old.key, new, moved, before=before, offset_s=draw(st.integers(0, 5)))
    return Batch(Message("revise chunk"), tuple(revised.edits))
