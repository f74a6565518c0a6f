from __future__ import annotations

from chunk_builder import chunk, episode

from core.checks.coverage import GAP, longest_step_s
from core.checks.finding import Finding, SourcesView
from core.model import ChunkKey, SourceChunk
from core.timecode import written


def steady(number: int, start_s: int, end_s: int, step_s: int = 5) -> SourceChunk:
    return chunk(number, *(f"{written(second)} note" for second in range(start_s, end_s + 1, step_s)))


def gaps(*chunks: SourceChunk, **offsets: int) -> list[tuple[int | None, int | None]]:
    return [(finding.start_s, finding.end_s) for finding in found(*chunks, **offsets)]


def found(*chunks: SourceChunk, **offsets: int) -> list[Finding]:
    shifts = {ChunkKey(key.removeprefix("chunk")): by_s for key, by_s in offsets.items()}
    return [found for found in GAP.find(SourcesView(episode(*chunks), shifts)) if found is not None]


def test_a_missing_window_leaves_a_gap() -> None:
    assert gaps(steady(1, 0, 100), steady(3, 300, 400)) == [(100, 300)]


def test_thirty_seconds_are_no_gap() -> None:
    assert gaps(steady(1, 0, 100), steady(2, 130, 200)) == []


def test_thirty_one_seconds_are_one() -> None:
    assert gaps(steady(1, 0, 100), steady(2, 131, 200)) == [(100, 131)]


def test_where_notes_are_far_apart_a_gap_is_longer() -> None:
    assert gaps(steady(1, 0, 400, 20), steady(2, 460, 600, 20)) == []


def test_three_times_the_widest_usual_step_is_the_limit() -> None:
    assert longest_step_s([20] * 19) == 60


def test_missing_windows_do_not_hide_each_other() -> None:
    chunks = [steady(number, number * 400, number * 400 + 50) for number in range(1, 9)]
    assert len(gaps(*chunks)) == 7


def test_a_quote_covers_its_time() -> None:
    assert gaps(steady(1, 0, 100), chunk(2, "> 02:05 words — somebody"), steady(3, 150, 200)) == []


def test_overlapping_chunks_leave_no_gap() -> None:
    assert gaps(steady(1, 0, 300), steady(2, 200, 500)) == []


def test_a_silence_inside_one_chunk_is_a_gap() -> None:
    notes = [f"{written(second)} note" for second in (*range(0, 500, 5), *range(900, 1400, 5))]
    assert gaps(chunk(1, *notes)) == [(495, 900)]


def test_chunks_without_notes_are_named() -> None:
    (finding,) = found(steady(1, 0, 100), chunk(2), chunk(3, "? Done."), steady(4, 300, 400))
    assert str(finding.message) == "no note or quote from 01:40 to 05:00; without notes in between: chunk 2, chunk 3"


def test_a_first_window_without_notes_leaves_the_start_open() -> None:
    assert gaps(chunk(1), steady(2, 300, 400)) == [(0, 300)]


def test_a_first_window_that_is_not_there_leaves_the_start_open() -> None:
    assert gaps(steady(2, 300, 400), steady(3, 400, 500)) == [(0, 300)]


def test_a_late_first_note_alone_is_no_gap() -> None:
    assert gaps(steady(1, 300, 400), steady(2, 400, 500)) == []


def test_a_single_chunk_is_looked_at_by_itself() -> None:
    assert gaps(steady(7, 300, 400)) == []


def test_the_clock_offset_counts() -> None:
    assert gaps(steady(1, 0, 100), steady(2, 0, 100), chunk2=200) == [(100, 200)]


def test_it_names_the_notes_on_both_sides() -> None:
    (finding,) = found(chunk(1, "00:10 a"), chunk(2, "05:00 b"))
    assert (finding.related, finding.chunk, finding.line) == (("1:1", "2:1"), "1", 1)


def test_without_times_there_are_no_gaps() -> None:
    assert gaps(chunk(1, "- a note"), chunk(2), chunk(3, "- another")) == []
