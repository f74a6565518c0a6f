"""What an edit would do to the document, in words, before it is done. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.editing.edit import Edit
from core.editing.edits import (
    Absorb,
    Batch,
    Drop,
    Insert,
    Place,
    RenameChapter,
    Rewrite,
    SetHead,
)
from core.messages import Message, counted
from core.model import Block, Document, ItemId, Path, ReviewState, walk
from core.timecode import TimeStyle, written

MOST = 4  # sentences about one edit
_LONGEST = 24  # characters of a text that is named


def outcome(state: ReviewState, edit: Edit) -> tuple[Message, ...]:
    """A sentence for each thing that it would do, the most telling ones."""
    found: list[Message] = []
    for message in _told(state, edit):
        if message not in found:
            found.append(message)
        if len(found) == MOST:
            break
    return tuple(found)


def _told(state: ReviewState, edit: Edit) -> Iterator[Message]:
    match edit:
        case Absorb():
            yield from _absorbed(state, edit)
        case Rewrite():
            yield from _rewritten(state, edit)
        case Place():
            yield _placed(state, edit)
        case Insert():
            yield _inserted(state, edit)
        case Drop():
            yield Message("it is taken out of the document")
            count = _notes_in(_block(state.document, edit.block).children)
            if count:
                yield Message("notes moving up: {count}", {"count": count})
        case _:
            yield from _told_of_frame(state, edit)


def _told_of_frame(state: ReviewState, edit: Edit) -> Iterator[Message]:
    match edit:
        case RenameChapter():
            yield Message("the title becomes “{text}”", {"text": edit.title})
        case SetHead():
            yield from _headed(state, edit)
        case Batch():
            yield from _batched(state, edit.edits)
        case _:
            pass  # a decision that leaves the document as it is, or one that its button names


def _absorbed(state: ReviewState, edit: Absorb) -> Iterator[Message]:
    kept = _block(state.document, edit.keep)
    if edit.words_of is not None:
        number = state.episode.by_key[state.episode.entries[edit.words_of].chunk].number
        yield Message("words of chunk {number} at {place}", {"number": number, "place": _where(state, kept)})
    else:
        yield Message("your words at {place}", {"place": _where(state, kept)})
    gone = [_block(state.document, item) for item in edit.absorb]
    children = [child for block in gone for child in block.children if child.id != edit.keep]
    if count := _notes_in(children):
        yield Message("notes moving along: {count}", {"count": count})


def _notes_in(blocks: Iterable[Block]) -> int:
    return sum(1 for _ in walk(tuple(blocks)))


def _rewritten(state: ReviewState, edit: Rewrite) -> Iterator[Message]:
    block = _block(state.document, edit.block)
    if edit.text != block.text:
        yield Message("the words become “{text}”", {"text": edit.text})
    if edit.speaker != block.speaker and edit.speaker:
        yield Message("the speaker becomes {speaker}", {"speaker": edit.speaker})
    if edit.speaker != block.speaker and not edit.speaker:
        yield Message("the speaker is taken away")
    if edit.time_s != block.time_s and edit.time_s is not None:
        yield Message("the time becomes {time}", {"time": written(edit.time_s, state.episode.style)})


def _placed(state: ReviewState, edit: Place) -> Message:
    return Message("it moves {place}", {"place": standing(edit.apply(state).document, edit.block, state.episode.style)})


def standing(document: Document, item: ItemId, style: TimeStyle) -> Message:
    """Where a block stands, by what stands before and after it there."""
    path = document.find(item)
    chapter = document.chapters[path[0]]
    siblings = chapter.blocks if len(path) == 2 else document.block(path[:-1]).children
    before = named(siblings[path[-1] - 1], style) if path[-1] else ""
    after = named(siblings[path[-1] + 1], style) if path[-1] + 1 < len(siblings) else ""
    where = _where_in(document, path, style)
    if before and after:
        return Message("between {before} and {after}, {where}", {"before": before, "after": after, "where": where})
    if before:
        return Message("behind {before}, {where}", {"before": before, "where": where})
    if after:
        return Message("before {after}, {where}", {"after": after, "where": where})
    return where


def _where_in(document: Document, path: Path, style: TimeStyle) -> Message:
    number = path[0] + 1
    if len(path) > 2:
        return Message("beneath {parent}", {"parent": named(document.block(path[:-1]), style)})
    return Message("in chapter {number}", {"number": number})


def _inserted(state: ReviewState, edit: Insert) -> Message:
    number = state.document.find(edit.parent)[0] + 1
    if edit.time_s is None:
        return Message("it comes into chapter {number}", {"number": number})
    time = written(edit.time_s, state.episode.style)
    return Message("it comes into chapter {number}, at {time}", {"number": number, "time": time})


def _headed(state: ReviewState, edit: SetHead) -> Iterator[Message]:
    if edit.title != state.document.title:
        yield Message("the title becomes “{text}”", {"text": edit.title})
    if edit.summary != state.document.summary:
        count = len(edit.summary)
        many = Message("the summary has {count} lines", {"count": count})
        yield counted(count, Message("the summary has 1 line"), many)


def _batched(state: ReviewState, edits: Sequence[Edit]) -> Iterator[Message]:
    if len(edits) > MOST:
        yield Message("{count} changes in one step", {"count": len(edits)})
        return
    for edit in edits:
        yield from _told(state, edit)
        state = edit.apply(state)


def _where(state: ReviewState, block: Block) -> Message | str:
    if block.time_s is None:
        return Message("chapter {number}", {"number": state.document.find(block.id)[0] + 1})
    return written(block.time_s, state.episode.style)


def named(block: Block, style: TimeStyle) -> str:
    """A block by its time and its first words."""
    words = block.text if len(block.text) <= _LONGEST else block.text[:_LONGEST].rstrip() + "…"
    return f"“{words}”" if block.time_s is None else f"{written(block.time_s, style)} “{words}”"


def _block(document: Document, item: ItemId) -> Block:
    return document.block(document.find(item))
