"""Reading costs little: it takes time in proportion to the text, and loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.reading.chunks import read_chunk
from core.reading.document import read_document
from core.reading.lines import split_lines

ROOT = Path(__file__).resolve().parents[3]
MANY = 300_000
HOSTILE = {
    "one long line": "- [00:12] " + "x" * MANY,
    "brackets": "- " + "[" * MANY,
    "open times": "- [00:12" * MANY,
    "quote marks": '> "' + '"( ' * MANY,
    "curly marks": "> “" + '"' * MANY + "“",
    "dashes": "> " + " — " * MANY,
    "stars": "> " + "*" * MANY,
    "quote signs": "> " * MANY,
    "hashes": "#" * MANY,
    "blanks": "- a" + " " * MANY + "b",
    "tabs": "\t" * MANY + "- a",
    "fences that never close": "```a\n" * (MANY // 10),
    "wrapped fences": "```markdown\n" * (MANY // 10) + "```\n",
    "longer and longer fences": "".join("`" * length + "\n" for length in range(3, 700)),
    "backticks": "`" * MANY + "a`",
    "a quote that never closes": '> "a\n' + "> b\n" * (MANY // 10),
    "a note that never ends": "- a\n" + "  b\n" * (MANY // 10),
    "ranges": "## Chapter 1: " + "(00:12-" * MANY,
    "carriage returns": "\r" * (MANY // 10),
}


@pytest.mark.timeout(60)  # what is not linear takes minutes
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_no_time(text: str) -> None:
    assert read_chunk(split_lines(text), number=1, name="").lines


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_document_is_read_in_no_time(text: str) -> None:
    assert read_document(text).document.next_id >= 1


@pytest.mark.timeout(60)
def test_a_hundred_thousand_notes_are_read_in_seconds() -> None:
    lines = [f"- [{at // 60 % 1000:02}:{at % 60:02}] 진행자가 {at}번째로 말함, 그리고 답함\n" for at in range(100_000)]
    assert len(read_chunk(lines, number=1, name="").notes) == 100_000


def test_reading_loads_nothing_heavy() -> None:
    code = "import sys, core.reading.discover; print({'numpy', 'charset_normalizer', 'rapidfuzz'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True).stdout == b"set()\n"
