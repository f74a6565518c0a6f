"""The health of what was read: each thing that is wrong with a chunk is one line, with what can be done about it."""

from __future__ import annotations

import random

from chunk_builder import chunk, episode

from core.model import Episode, SourceChunk
from core.presenting.health import HealthLine, Step, health
from core.presenting.queue import Queue
from core.stitching import propose
from core.work import finished
from core.workflow.opening import built, detection


def notes(number: int, first_s: int, count: int = 12) -> SourceChunk:
    """A chunk whose notes are five seconds apart, in words of their own."""
    chance = random.Random(number)
    times = range(first_s, first_s + 5 * count, 5)
    lines = [f"{at // 60:02}:{at % 60:02} {' '.join(_word(chance) for _ in range(8))}" for at in times]
    return chunk(number, f"# Part {number}", *lines)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3))


def lines_of(sources: Episode) -> tuple[HealthLine, ...]:
    review = built(sources)
    found = finished(detection(review.state))
    review.set_merges(found.merges, found.clocks)
    return health(Queue(review), sources)


def told(sources: Episode) -> list[tuple[str, str]]:
    return [(str(line.title), str(line.where)) for line in lines_of(sources)]


def test_sound_notes_have_nothing_to_tell() -> None:
    assert told(episode(notes(1, 0), notes(2, 60))) == []


def test_nothing_is_told_before_the_checks_ran() -> None:
    assert health(None, episode(notes(1, 0))) == ()


def test_a_status_message_wants_the_right_file_or_the_notes() -> None:
    status = chunk(2, "? Done. I saved the notes to out/chunk_002.md")
    (line,) = [one for one in lines_of(episode(notes(1, 0), status, notes(3, 60))) if one.is_grave]
    assert (str(line.title), str(line.where)) == ("Chunk without notes", "Chunk 2")
    assert line.steps == (Step.FILE, Step.PASTE, Step.IGNORE)
    assert line.chunk == "2"


def test_an_empty_chunk_leaves_a_gap_too() -> None:
    found = told(episode(notes(1, 0), chunk(2), notes(3, 120)))
    assert found == [("Chunk without notes", "Chunk 2"), ("Gap", "00:55–02:00")]


def test_a_window_that_is_missing_is_named() -> None:
    (line,) = [one for one in lines_of(episode(notes(1, 0), notes(2, 60), notes(4, 120))) if one.is_grave]
    assert (str(line.title), str(line.where), line.number) == ("Missing chunk", "Chunk 3", 3)
    assert line.steps == (Step.FILE, Step.PASTE)


def test_many_windows_that_are_missing_are_one_line() -> None:
    found = [where for title, where in told(episode(notes(1, 0), notes(40, 60))) if title == "Missing chunk"]
    assert found == ["Chunks 2–39"]


def test_a_copy_is_told_once() -> None:
    original = notes(1, 0)
    copy = chunk(2, *original.lines)
    found = [line for line in lines_of(episode(original, copy, notes(3, 60))) if line.is_grave]
    assert [(str(line.title), str(line.where)) for line in found] == [("Repeated chunk", "Chunk 2")]


def test_a_clock_that_restarts_can_be_set_right() -> None:
    sources = episode(notes(1, 0), notes(2, 60), notes(3, 120), notes(4, 0), notes(5, 240))
    (line,) = [line for line in lines_of(sources) if str(line.title) == "Shifted clock"]
    assert (str(line.where), line.steps[0]) == ("Chunk 4", Step.REPAIR)


def test_an_english_note_among_korean_ones_can_be_shown() -> None:
    korean = [f"00:{at} 등대지기가 밤새 등불을 지켰다고 말함 {at}" for at in range(10, 22)]
    sources = episode(chunk(1, "# 등대", *korean, "00:30 and then the keeper went home"), language="ko")
    (line,) = lines_of(sources)
    assert (str(line.title), line.steps) == ("Another language", (Step.SHOW, Step.IGNORE))


def test_many_small_things_of_one_kind_are_one_line() -> None:
    strays = [f"? remark {n}" for n in range(5)]
    (line,) = lines_of(episode(chunk(1, "# Fog", "00:10 the lamp is lit", *strays)))
    assert (line.key, line.steps) == ("all:stray-line", (Step.SHOW,))


def test_what_was_answered_is_gone() -> None:
    sources = episode(notes(1, 0), chunk(2, "? Done."), notes(3, 60))
    review = built(sources)
    queue = Queue(review)
    (item,) = [item for item in queue.items if item.kind == "chunk-without-notes"]
    review.do(propose.dismiss(item.id, "an advertisement"))
    assert [line for line in health(Queue(review), sources) if line.is_grave] == []


def test_a_time_that_cannot_be_read_is_told_with_its_chunk() -> None:
    sources = episode(notes(1, 0), chunk(2, "01:00 the tower is high", "- [01:99] the lens came from Paris"))
    (line,) = [one for one in lines_of(sources) if str(one.title) == "Note without a time"]
    assert (str(line.where), str(line.why)) == ("Chunk 2", "the time [01:99] cannot be read")
