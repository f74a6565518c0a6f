"""The file for word processors: a sound package whose words are those of the page, in styles for every writing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from hypothesis import example, given
from strategies import documents

from core.export import html
from core.export.material import Material
from core.export.odt import rendered
from core.model import Block, Chapter, Document, Episode, ItemId, Kind, ReviewState
from core.timecode import TimeStyle
from core.work import finished

OFFICE, TEXT, STYLE, FO = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "text", "style", "xsl-fo-compatible")
)
HREF = "{http://www.w3.org/1999/xlink}href"
NOTE = Block(
    ItemId("b1"), Kind.NOTE, 5, "**심야** `a  b` [그](https://log.example/?a=1&b=2)",
    children=(Block(ItemId("b2"), Kind.NOTE, 9, "child <b> & co"),),
)  # fmt: skip
QUOTE = Block(ItemId("b3"), Kind.QUOTE, 12, "밤은 길다", speaker="배로운")
CODE = tuple(
    Block(ItemId(f"p{at}"), Kind.PROSE, None, text) for at, text in enumerate(("```", "x  =  1", "```", "### More"))
)
SAMPLE = Document("안개 & <b>", ("하나", "둘", "셋"), (Chapter(ItemId("c1"), "등대", (NOTE, QUOTE, *CODE)),), 9)


def material_of(document: Document, language: str = "ko") -> Material:
    state = ReviewState(Episode(document.title, language=language), document)
    return Material(document, TimeStyle.MINUTES, state, document)


def package_of(document: Document, language: str = "ko") -> ZipFile:
    return ZipFile(BytesIO(finished(rendered(material_of(document, language)))))


def content_of(document: Document) -> ET.Element:
    return ET.fromstring(package_of(document).read("content.xml"))


def styles(language: str = "ko") -> ET.Element:
    return ET.fromstring(package_of(SAMPLE, language).read("styles.xml"))


def words(text: str) -> list[str]:
    return text.split()


def text_of(element: ET.Element) -> str:
    """The words as a word processor reads them."""
    own = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}.get(element.tag, element.text or "")
    is_line = element.tag in (f"{TEXT}p", f"{TEXT}h")
    inner = own + "".join(text_of(child) + (child.tail or "") for child in element)
    return f"\n{inner}\n" if is_line else inner


@given(documents())
@example(SAMPLE)
def test_every_word_of_the_page_is_in_it_in_that_order(document: Document) -> None:
    page = "".join(finished(html.sections(material_of(document))))
    broken = re.sub(r"</?(?:h\d|p|li|ul|ol|pre|section|blockquote)\b[^>]*>", "\n", page)
    shown = "".join(ET.fromstring(f"<a>{broken}</a>").itertext())
    assert words(text_of(content_of(document))) == words(shown)


@given(documents())
def test_nothing_stands_outside_a_line(document: Document) -> None:
    for parent in content_of(document).iter():
        if parent.tag in (f"{OFFICE}text", f"{TEXT}list", f"{TEXT}list-item"):
            between = [parent.text or "", *(child.tail or "" for child in parent)]
            assert not "".join(between).strip()


def test_the_package_says_first_what_it_is() -> None:
    first = package_of(SAMPLE).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert package_of(SAMPLE).read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_the_manifest_names_each_part() -> None:
    package = package_of(SAMPLE)
    manifest = package.read("META-INF/manifest.xml").decode()
    assert set(re.findall(r'full-path="([^"]+)"', manifest)) == {"/", "content.xml", "styles.xml", "meta.xml"}
    assert {"content.xml", "styles.xml", "meta.xml"} < set(package.namelist())


def test_the_title_is_known_without_opening_it() -> None:
    assert "<dc:title>안개 &amp; &lt;b&gt;</dc:title>" in package_of(SAMPLE).read("meta.xml").decode()


def test_headings_have_their_level() -> None:
    levels = [heading.get(f"{TEXT}outline-level") for heading in content_of(SAMPLE).iter(f"{TEXT}h")]
    assert levels == ["1", "2", "3"]


def test_a_child_is_in_a_list_beneath_its_note() -> None:
    notes = next(found for found in content_of(SAMPLE).iter(f"{TEXT}list") if found.get(f"{TEXT}style-name") == "Notes")
    (child,) = notes.findall(f"{TEXT}list-item/{TEXT}list/{TEXT}list-item/{TEXT}p")
    assert text_of(child).strip() == "00:09 child <b> & co"


def test_a_link_keeps_its_address() -> None:
    (link,) = content_of(SAMPLE).iter(f"{TEXT}a")
    assert (link.get(HREF), link.text) == ("https://log.example/?a=1&b=2", "그")


def test_code_keeps_its_spaces() -> None:
    lines = [text_of(line) for line in content_of(SAMPLE).iter(f"{TEXT}p")]
    assert any("x  =  1" in line for line in lines)


def test_what_is_said_of_latin_letters_is_said_of_hangul_too() -> None:
    for properties in styles().iter(f"{STYLE}text-properties"):
        for name in ("font-size", "font-weight", "font-style"):
            assert properties.get(f"{FO}{name}") == properties.get(f"{STYLE}{name}-asian")
        assert properties.get(f"{STYLE}font-name") == properties.get(f"{STYLE}font-name-asian")


def test_every_style_that_is_used_is_there() -> None:
    known = {found.get(f"{STYLE}name") for found in styles().iter()}
    used = {found.get(f"{TEXT}style-name") for found in content_of(SAMPLE).iter()} - {None}
    assert used <= known


def test_the_language_of_the_notes_is_said() -> None:
    said = {
        language: styles(language).find(f".//{STYLE}default-style/{STYLE}text-properties")
        for language in ("ko", "ja", "en")
    }
    told = {language: found.get(f"{STYLE}language-asian") for language, found in said.items() if found is not None}
    assert told == {"ko": "ko", "ja": "ja", "en": None}
