"""A window's transcript is told from notes, and read cue by cue."""

from __future__ import annotations

import pytest

from core.reading.lines import split_lines
from core.reading.transcript import Cue, is_spoken, is_transcript, joined, read_transcript

PROMPT = "Write notes.\n- bullets `- [MM:SS] …`\n\n<<<\n[00:01] One\ntwo.\n\n[1:00:02] Three.\n>>>\n"


def test_the_cues_between_the_marks_are_read() -> None:
    assert read_transcript(split_lines(PROMPT)) == (Cue(1, "One two."), Cue(3602, "Three."))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [(PROMPT, True), ("Context:\n<<<\n- [00:01] a\n>>>\n", False), ("[00:01] a\n", False), ("<<<\n>>>\n", False)],
)
def test_a_transcript_prompt_frames_cues(text: str, is_one: bool) -> None:
    assert is_transcript(split_lines(text)) is is_one


def test_a_bare_transcript_is_spoken() -> None:
    assert is_spoken(["[00:01] a\n", "[00:02] b\n", "\n"])


def test_notes_are_not_spoken() -> None:
    assert not is_spoken(["- [00:01] a\n", "  - [00:02] b\n"])


def test_what_overlapping_windows_share_is_there_once_and_in_order() -> None:
    first, second, third = Cue(1, "a"), Cue(2, "b"), Cue(3, "c")
    assert joined([(second, third), (first, second)]) == (first, second, third)
