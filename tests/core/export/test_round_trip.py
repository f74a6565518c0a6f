"""What is exported reads back with the same words, whatever the words are."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import chunk_texts, documents

from core.export.markdown import markdown, rendered
from core.export.material import Material
from core.export.words import words
from core.model import Document, blocks_of
from core.reading.document import read_document
from core.reading.encoding import decode
from core.timecode import TimeStyle


@given(documents(), st.sampled_from(TimeStyle))
def test_an_exported_document_reads_back_with_the_same_words(document: Document, style: TimeStyle) -> None:
    assert words(read_document(markdown(document, style)).document) == words(document)


@given(documents(), st.sampled_from(TimeStyle))
def test_exporting_what_was_read_back_gives_the_same_text(document: Document, style: TimeStyle) -> None:
    text = markdown(document, style)
    assert markdown(read_document(text).document, style) == text


@given(documents(), st.sampled_from(TimeStyle))
def test_the_bytes_of_a_file_keep_the_words_too(document: Document, style: TimeStyle) -> None:
    assume(not {"\udcff", "\0"} & set(markdown(document, style)))  # which encoding these mean is a guess
    data = rendered(Material(document, style))
    assert words(read_document(decode(data).text).document) == words(document)


@given(documents())
def test_what_is_read_back_has_an_id_of_its_own_for_each_part(document: Document) -> None:
    read = read_document(markdown(document, TimeStyle.HOURS)).document
    ids = [*(chapter.id for chapter in read.chapters), *(block.id for block in blocks_of(read))]
    assert sorted(int(item[1:]) for item in ids) == list(range(1, read.next_id))


@given(chunk_texts(), st.sampled_from(TimeStyle))
def test_a_document_from_elsewhere_keeps_its_words_when_it_is_exported(text: str, style: TimeStyle) -> None:
    brought = read_document(text).document
    assert words(read_document(markdown(brought, style)).document) == words(brought)
