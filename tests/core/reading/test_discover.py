"""What is opened is told by content; nothing is skipped silently, and bad input says what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputError
from core.reading.discover import Opened, open_inputs, open_text
from core.reading.files import LARGEST_FILE_BYTES
from core.reading.transcript import Cue
from core.work import finished

Write = Callable[[str, str | bytes], Path]

PROMPT = """Context:
- Title: The Lighthouse
- Description: Two keepers talk.
- Language: Korean
Rules:
- Keep all.
Chunk outputs:
<<<
## A
- [00:12] a

---

## B
- [01:00] b
>>>
"""
FINISHED = "# The Lighthouse\n\n1. a\n2. b\n3. c\n\n## Chapter 1: A (00:12-00:12)\n\n- [00:12] a\n"
WINDOW = "Write notes.\n<<<\n[00:12] spoken\n>>>\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of the episode's folder."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / "The Fog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture
def folder(tmp_path: Path, write: Write) -> Path:
    """An episode's folder with two chunks."""
    write("chunks/chunk_001.md", "## A\n- [00:12] first\n")
    write("chunks/chunk_002.md", "## B\n- [01:00] second\n")
    return tmp_path / "The Fog"


def opened(*paths: Path) -> Opened:
    return finished(open_inputs(paths))


def refused(*paths: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        opened(*paths)
    return caught.value


def texts(found: Opened) -> list[str]:
    return [entry.text for entry in found.episode.entries.values()]


def names(paths: Sequence[str]) -> list[str]:
    return [Path(path).name for path in paths]


# ------------------------------------------------------------------------------------------------ what can be opened


def test_a_merge_prompt_gives_context_and_chunks(write: Write) -> None:
    episode = opened(write("merge.prompt.txt", PROMPT)).episode
    assert (episode.title, episode.description, episode.language, episode.rules, len(episode.chunks)) == (
        "The Lighthouse", "Two keepers talk.", "ko", ("Keep all.",), 2,
    )  # fmt: skip


def test_a_folder_gives_its_chunks(folder: Path) -> None:
    assert texts(opened(folder)) == ["first", "second"]


def test_the_chunks_folder_itself_may_be_given(folder: Path) -> None:
    assert texts(opened(folder / "chunks")) == ["first", "second"]


def test_a_folder_may_hold_the_chunks_itself(write: Write) -> None:
    assert texts(opened(write("chunk_1.md", "- a\n").parent)) == ["a"]


def test_without_a_prompt_the_folder_gives_the_title(folder: Path) -> None:
    assert [opened(path).episode.title for path in (folder, folder / "chunks", folder / "chunks" / "chunk_001.md")] == [
        "The Fog"
    ] * 3


@pytest.mark.skipif(sys.platform == "win32", reason="no name has a line break there")
def test_a_title_that_a_folder_gives_is_one_line(write: Write) -> None:
    assert opened(write("The\n Fog/chunk_001.md", "- a\n").parent).episode.title == "The Fog"


def test_a_prompt_beside_the_chunks_gives_the_context_alone(folder: Path, write: Write) -> None:
    write("merge.prompt.txt", PROMPT)
    found = opened(folder)
    assert (found.episode.title, texts(found)) == ("The Lighthouse", ["first", "second"])


def test_a_prompt_beside_the_chunks_folder_counts_too(folder: Path, write: Write) -> None:
    write("merge.prompt.txt", PROMPT)
    assert opened(folder / "chunks").episode.title == "The Lighthouse"


def test_a_prompt_with_another_number_of_chunks_is_mentioned(folder: Path, write: Write) -> None:
    write("merge.prompt.txt", PROMPT)
    write("chunks/chunk_003.md", "- c\n")
    assert names([notice.file for notice in opened(folder).notices]) == ["merge.prompt.txt"]


def test_a_folder_with_a_prompt_alone_gives_the_prompts_chunks(write: Write) -> None:
    assert texts(opened(write("merge.prompt.txt", PROMPT).parent)) == ["a", "b"]


def test_transcripts_come_from_the_windows_prompts(folder: Path, write: Write) -> None:
    write("chunks/chunk_001.prompt.txt", WINDOW)
    assert opened(folder).transcript == (Cue(12, "spoken"),)


def test_a_finished_document_is_offered_and_not_opened(folder: Path, write: Write) -> None:
    path = write("fog.md", FINISHED)
    found = opened(folder)
    assert (found.finished, texts(found), found.notices) == (path, ["first", "second"], ())


def test_a_finished_document_is_offered_beside_the_chunks_folder(folder: Path, write: Write) -> None:
    path = write("fog.md", FINISHED)
    assert opened(folder / "chunks").finished == path


def test_a_lone_file_may_hold_several_chunks(write: Write) -> None:
    chunks = opened(write("notes.md", "## A\n- a\n\n---\n\nstatus\n\n---\n## C\n- c\n")).episode.chunks
    assert [(chunk.number, len(chunk.entries), chunk.first_line) for chunk in chunks] == [
        (1, 1, 1),
        (2, 0, 5),
        (3, 1, 9),
    ]


def test_a_separator_before_the_quotes_divides_no_chunks(write: Write) -> None:
    assert len(opened(write("notes.md", '## A\n- a\n\n---\n\n> "q"\n')).episode.chunks) == 1


def test_a_chunk_file_is_one_chunk_whatever_separators_it_holds(write: Write) -> None:
    assert len(opened(write("chunk_004.md", "## A\n- a\n---\n## B\n- b\n")).episode.chunks) == 1


def test_a_chunk_may_have_a_chapters_heading(write: Write) -> None:
    assert texts(opened(write("chunk_004.md", "# T\n## Chapter 1: A\n- a\n"))) == ["a"]


def test_a_folder_without_chunk_names_gives_the_files_that_hold_notes(write: Write) -> None:
    write("part 1.md", "- a\n")
    write("README.md", "Read me.\n")
    found = opened(write("part 2.md", "- b\n").parent)
    assert (texts(found), names([notice.file for notice in found.notices])) == (["a", "b"], ["README.md"])


def test_pasted_text_is_read_like_a_file() -> None:
    found = open_text("## A\n- [00:12] 안녕하세요\n---\n- b\n")
    assert (found.episode.title, found.episode.language, [chunk.file for chunk in found.episode.chunks]) == (
        "",
        "ko",
        [""] * 2,
    )


def test_a_pasted_prompt_is_a_prompt() -> None:
    assert open_text(PROMPT).episode.title == "The Lighthouse"


def test_pasted_lone_surrogates_can_be_written() -> None:
    assert open_text("- a\ud800b\n").files[0].rebuilt() == "- a\ufffdb\n".encode()


def test_reading_tells_how_far_it_is(folder: Path) -> None:
    assert list(open_inputs([folder])) == [0.0, 0.5]


# ------------------------------------------------------------------------------------------------ order and numbers


def test_chunks_stand_in_natural_order_with_their_numbers(write: Write) -> None:
    paths = [write(f"chunk_{number}.md", "- a\n") for number in (10, 2, 1)]
    assert [(chunk.number, chunk.key, chunk.name) for chunk in opened(*paths).episode.chunks] == [
        (1, "1", "chunk_1"),
        (2, "2", "chunk_2"),
        (10, "10", "chunk_10"),
    ]


def test_a_missing_chunk_leaves_its_number_free(write: Write) -> None:
    write("chunk_001.md", "- a\n")
    assert [chunk.number for chunk in opened(write("chunk_003.md", "- b\n").parent).episode.chunks] == [1, 3]


@pytest.mark.parametrize("others", [("intro.md", "talk 2.md"), ("a/chunk_1.md", "b/chunk_1.md")])
def test_without_a_number_of_its_own_for_each_they_are_counted(write: Write, others: tuple[str, str]) -> None:
    paths = [write(name, "- a\n") for name in others]
    assert [chunk.number for chunk in opened(*paths).episode.chunks] == [1, 2]


# ------------------------------------------------------------------------------------------------ nothing is lost


def test_every_file_gives_its_bytes_back(folder: Path, write: Write) -> None:
    write("merge.prompt.txt", PROMPT)
    write("chunks/chunk_001.prompt.txt", WINDOW)
    found = opened(folder)
    assert {file.path: file.rebuilt() for file in found.files} == {
        str(path): path.read_bytes() for path in folder.rglob("*.*")
    }


@pytest.mark.parametrize(
    "data",
    [
        b"## A\r\n\r\n- [00:12] a\r- b\n",
        b"\xef\xbb\xbf## A\n- [00:12] a\n",
        "\ufeff## 등대\n- [00:12] a\n".encode("utf-16-le"),
        "## 등대의 밤\n- [00:12] 말했다\n".encode("cp949"),
        b"## \xed\x95\x9c\n- [00:12] a \xff\xfe b\n" + "- 한국어로 씀, 스무 자가 넘도록\n".encode(),
        b"- [00:12] a\0b\n",
        "- [00:12] \u202eabc\u202c \u200b\n".encode(),
        b"- [00:12] " + b"x" * 1_000_000 + b"\n",
        b"- [00:12] " + b"[" * 5000 + b"\n",
    ],
    ids=["line ends", "BOM", "UTF-16", "CP949", "invalid bytes", "NUL", "bidi", "1 MB line", "5000 brackets"],
)
def test_odd_files_open_and_nothing_is_lost(write: Write, data: bytes) -> None:
    found = opened(write("chunk_001.md", data))
    assert (found.files[0].rebuilt(), len(found.episode.entries) > 0) == (data, True)


def test_a_guessed_encoding_is_mentioned(write: Write) -> None:
    path = write("chunk_001.md", "## 등대의 밤\n- [00:12] 말했다\n".encode("cp949"))
    assert [str(notice.message) for notice in opened(path).notices] == [
        "read as cp949, a guess; if the text looks wrong, save the file as UTF-8"
    ]


def test_files_that_were_not_used_are_mentioned(folder: Path, write: Write) -> None:
    write("ideas.md", "- a\n")
    write("transcript.txt", "[00:12] spoken\n")
    write("photo.md", b"\x89PNG\r\n\x1a\n")
    write("notes.json", "{}")
    assert sorted(names([notice.file for notice in opened(folder).notices])) == [
        "ideas.md",
        "photo.md",
        "transcript.txt",
    ]


def test_a_link_that_leads_nowhere_is_mentioned_where_a_chunk_should_be(folder: Path) -> None:
    (folder / "chunks" / "chunk_003.md").symlink_to("gone.md")
    assert names([notice.file for notice in opened(folder).notices]) == ["chunk_003.md"]


def test_a_folder_that_is_named_as_a_chunk_is_mentioned(folder: Path) -> None:
    (folder / "chunks" / "chunk_003.md").mkdir()
    assert names([notice.file for notice in opened(folder).notices]) == ["chunk_003.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_that_is_named_as_a_chunk_is_mentioned(folder: Path) -> None:
    os.mkfifo(folder / "chunks" / "chunk_003.md")
    assert names([notice.file for notice in opened(folder).notices]) == ["chunk_003.md"]


def test_a_link_that_leads_nowhere_beside_the_chunks_folder_is_nothing(folder: Path) -> None:
    (folder / "chunk_old.md").symlink_to("gone.md")
    assert opened(folder / "chunks").notices == ()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_words(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "chunk_001.md"
    path.write_bytes(data)
    with suppress(InputError):
        assert opened(path).files[0].rebuilt() == data


# ------------------------------------------------------------------------------------------------ what is refused


def test_no_input_is_refused() -> None:
    assert "there is no input" in str(refused())


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path / "nothing.md")
    assert (error.file, str(error)) == (str(tmp_path / "nothing.md"), "there is no such file or folder; check the path")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    assert "no notes were found in this folder" in str(refused(tmp_path))


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(write: Write, data: bytes) -> None:
    assert "it is empty" in str(refused(write("chunk_001.md", data)))


def test_an_empty_chunk_among_others_is_a_chunk(folder: Path, write: Write) -> None:
    write("chunks/chunk_003.md", "")
    assert [len(chunk.entries) for chunk in opened(folder).episode.chunks] == [1, 1, 0]


@pytest.mark.parametrize("data", [b"PK\x03\x04abc", b"%PDF-1.7", bytes(range(1, 32)) * 20, b"\0\0\0\x18ftypmp42"])
def test_a_binary_file_is_refused(write: Write, data: bytes) -> None:
    assert "this is no text file" in str(refused(write("chunk_001.md", data)))


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_FILE_BYTES + 1)
    assert "larger than 64 MB" in str(refused(path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever is root may read everything")
def test_a_file_that_may_not_be_read_is_refused(write: Write) -> None:
    path = write("chunk_001.md", "- a\n")
    path.chmod(0)
    assert "cannot be read" in str(refused(path))


def test_a_finished_document_alone_is_refused(write: Write) -> None:
    assert "this is a finished document" in str(refused(write("fog.md", FINISHED)))


def test_a_transcript_prompt_alone_is_refused(write: Write) -> None:
    assert "this is a transcript, not notes" in str(refused(write("chunk_001.prompt.txt", WINDOW)))


def test_a_bare_transcript_alone_is_refused(write: Write) -> None:
    assert "this is a transcript, not notes" in str(refused(write("talk.txt", "[00:12] spoken\n[00:14] more\n")))


def test_a_file_that_is_given_twice_is_refused(folder: Path) -> None:
    path = folder / "chunks" / "chunk_001.md"
    assert "given twice" in str(refused(path, path))


def test_a_file_that_its_folder_gives_as_well_is_refused(folder: Path) -> None:
    assert "given twice" in str(refused(folder, folder / "chunks" / "chunk_001.md"))


def test_two_merge_prompts_are_refused(write: Write) -> None:
    paths = write("a.prompt.txt", PROMPT), write("b.prompt.txt", PROMPT)
    assert "more than one merge prompt" in str(refused(*paths))


@pytest.mark.parametrize("text", ["", " \n", FINISHED, WINDOW])
def test_pasted_text_that_is_no_notes_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        open_text(text)
