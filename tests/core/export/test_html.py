"""The page holds every word and nothing else: no script, nothing to load."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from strategies import documents

from core.export.html import chapter, head, rendered
from core.export.markdown import lines
from core.export.material import Material
from core.model import DEEPEST, Block, Chapter, Document, Episode, ItemId, Kind, ReviewState, blocks_of
from core.timecode import TimeStyle
from core.work import finished

TAGS = {"html", "head", "meta", "title", "style", "body", "main"} | {
    *("section", "h1", "h2", "h3", "p", "ol", "ul", "li", "blockquote", "pre", "span", "strong", "em", "code", "a"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    '<img src="file:///etc/passwd" onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    "</li></ul></section></main><iframe src=//evil>",
    "![x](http://evil/x.png) [y](javascript:alert(1)) [z](data:text/html,<script>)",
    "<style>@import url(//evil)</style><link rel=stylesheet href=//evil>",
    "&#60;script&#62; &lt;script&gt;",
    "`<script>` <!-- ]]> --> <![CDATA[ x",
    '" onmouseover="alert(1)" x="',
    "[a](https://b/'\"><script>x</script>)",
)


class Page(HTMLParser):
    """What a browser makes of a page: its text with the addresses of links, tags, attributes and ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._hrefs: list[str] = []
        self._is_body = "<body>" not in html
        self.feed(html)
        self.close()

    @property
    def ids(self) -> list[str]:
        return [value for _, name, value in self.attributes if name == "id"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_body = self._is_body or tag == "body"
        self.tags.append(tag)
        self.attributes += ((tag, name, value or "") for name, value in attrs)
        if tag == "a":
            self._hrefs.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.text += self._hrefs.pop()

    def handle_data(self, data: str) -> None:
        if self._is_body:
            self.text += data


def note(text: str, time_s: int | None = 1, *children: Block) -> Block:
    return Block(ItemId("b1"), Kind.NOTE, time_s, text, children=children)


def of(*blocks: Block, title: str = "T") -> Document:
    return Document(title, (title,), (Chapter(ItemId("c1"), title, blocks),))


def page(document: Document, language: str = "") -> str:
    state = ReviewState(Episode("", language=language), document)
    return finished(rendered(Material(document, state=state))).decode()


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def hostile() -> st.SearchStrategy[Document]:
    """Documents with hostile words in every place that holds words."""
    texts = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map(" ".join)
    notes = st.builds(lambda text, below: note(text, 1, note(below)), texts, texts)
    quotes = st.builds(lambda text, speaker: Block(ItemId("b2"), Kind.QUOTE, 2, text, speaker), texts, texts)
    prose = st.builds(lambda text: Block(ItemId("b3"), Kind.PROSE, None, text), texts)
    return st.builds(
        lambda blocks, title: of(*blocks, title=title), st.lists(notes | quotes | prose, max_size=4), texts
    )


@given(documents(), st.sampled_from(TimeStyle))
def test_every_word_of_the_document_is_on_the_page_in_its_order(document: Document, style: TimeStyle) -> None:
    shown = Page(finished(rendered(Material(document, style))).decode()).text
    assert letters(shown) == letters("".join(line.words for line in lines(document, style)))


@given(hostile())
def test_hostile_words_are_on_the_page_too(document: Document) -> None:
    wanted = "".join(line.words for line in lines(document, TimeStyle.HOURS))
    assert letters(Page(page(document)).text) == letters(wanted)


@given(hostile() | documents())
def test_nothing_on_the_page_acts_or_loads_anything(document: Document) -> None:
    found = Page(page(document))
    assert set(found.tags) <= TAGS
    links = [value for tag, name, value in found.attributes if (tag, name) == ("a", "href")]
    assert all(re.match(r"https?://|mailto:", link) for link in links)
    assert {name for _, name, _ in found.attributes} <= {
        *("href", "rel", "id", "class", "charset", "content", "http-equiv", "name"),
    }


@given(documents())
def test_every_block_and_chapter_has_its_place(document: Document) -> None:
    fenced_away = {block.id for block in blocks_of(document) if block.kind is Kind.PROSE}
    ids = set(Page(page(document)).ids)
    assert {block.id for block in blocks_of(document)} - fenced_away <= ids
    assert {c.id for c in document.chapters if c.title} <= ids


@example("x" * 30_000)
@example("[" * 5_000)
@given(st.sampled_from(HOSTILE))
def test_what_is_dense_or_long_is_shown_as_it_is(text: str) -> None:
    assert letters(Page(page(of(note(text)))).text).count(letters(text)) >= 1


def test_notes_are_lists_in_lists() -> None:
    part = Chapter(ItemId("c1"), "One", (note("a", 1, replace(note("b", 2), id=ItemId("b2"))),))
    assert chapter(part, 3, TimeStyle.HOURS) == (
        '<section class="chapter"><h2 id="c1">Chapter 3: One <span class="range">00:01–00:02</span></h2>'
        '<ul class="notes"><li id="b1"><span class="time">00:01</span> a'
        '<ul class="notes"><li id="b2"><span class="time">00:02</span> b</li></ul></li></ul></section>'
    )


def test_a_quote_names_who_said_it() -> None:
    said = Block(ItemId("b1"), Kind.QUOTE, 15, "words", "Ana")
    assert chapter(Chapter(ItemId("c1"), "", (said,)), None, TimeStyle.HOURS) == (
        '<section class="chapter"><blockquote id="b1"><p><span class="time">00:15</span> “words” '
        '<span class="speaker">— Ana</span></p></blockquote></section>'
    )


def test_a_code_fence_is_one_block_and_a_smaller_heading_is_one() -> None:
    blocks = (Block(ItemId(f"b{at}"), Kind.PROSE, None, text) for at, text in enumerate(["```", "<b>", "```", "### c"]))
    made = chapter(Chapter(ItemId("c1"), "", tuple(blocks)), None, TimeStyle.HOURS)
    assert made == '<section class="chapter"><pre id="b0">```\n&lt;b&gt;\n```</pre><h3 id="b3">c</h3></section>'


def test_summary_lines_can_be_found() -> None:
    assert Page(head(Document("T", ("a", "b"), ()))).ids == ["title", "summary:0", "summary:1"]


def test_notes_below_the_deepest_level_stand_side_by_side() -> None:
    deep = note("end")
    for _ in range(2 * DEEPEST):
        deep = note("x", 1, deep)
    assert Page(page(of(deep))).tags.count("ul") == DEEPEST + 1


def test_an_id_cannot_break_out() -> None:
    block = replace(note("a"), id=ItemId('"><script>alert(1)</script>'))
    assert "script" not in Page(page(of(block))).tags


def test_the_page_forbids_the_browser_everything_but_its_style() -> None:
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'" in page(of())


def test_the_page_says_its_language() -> None:
    assert '<html lang="ko">' in page(of(), "ko")


def test_the_style_loads_nothing() -> None:
    assert not re.search(r"url\(|@import|@font-face|https?:", page(of(note("a"))))
