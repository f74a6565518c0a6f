"""The document for word processors, as OpenDocument text, with styles that can be changed there.

It is made of the safe HTML of the page. Hangul, kana and Han characters get their size and weight by attributes of
their own in this format, so each is said for them too. Nothing is compressed: the same document is the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from core.export import html
from core.export.inline import plain
from core.export.material import Material
from core.export.odt_styles import ODT, meta_xml, styles_xml
from core.work import Work

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style")
)
_LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
_SPANS = {"strong": "Strong_20_Emphasis", "em": "Emphasis", "code": "Source_20_Text", "span": "Aside"}
_LISTS = {"ul": "Notes", "ol": "Summary"}
_LINES = {"p": "Text_20_body", "pre": "Preformatted_20_Text"}
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{ODT}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def rendered(material: Material) -> Work[bytes]:
    """The file's bytes."""
    body = _Body()
    parts = yield from html.sections(material)
    for part in parts:
        body.feed(part)
        yield 1.0
    return _packed(
        {
            "mimetype": ODT,
            "content.xml": _content(body.parts),
            "styles.xml": styles_xml(material.episode.language),
            "meta.xml": meta_xml(plain(material.document.title)),
            "META-INF/manifest.xml": _MANIFEST,
        }
    )


def _content(parts: Sequence[str]) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_NAMESPACES} {_LINK} office:version="1.2">'
        f"<office:body><office:text>{''.join(parts)}\n</office:text></office:body></office:document-content>\n"
    )


def _packed(files: dict[str, str]) -> bytes:
    """A package; what it is has to come first."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name, text in files.items():
            package.writestr(ZipInfo(name), text.encode())  # with the date that zip begins with
    return buffer.getvalue()


class _Body(HTMLParser):
    """Says in OpenDocument what the page says in HTML; its tags are few, and each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._ends: list[str] = []  # of what is open
        self._depth = 0  # of lists
        self._is_line = False  # words can stand here
        self._is_quote = self._is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See HTMLParser."""
        if tag in _LISTS:
            self._end_line()
            named = "" if self._depth else f' text:style-name="{_LISTS[tag]}"'
            self._depth += 1
            self._open(f"\n<text:list{named}>", "</text:list>")
        elif tag == "li":
            self._open("<text:list-item>", "</text:list-item>")
            self._begin_line("p", "List_20_Paragraph")
        elif tag in ("h1", "h2", "h3"):
            self._begin_line("h", f"Heading_20_{tag[1]}", f' text:outline-level="{tag[1]}"')
        elif tag in _LINES:
            self._is_code = tag == "pre"
            self._begin_line("p", "Quotations" if self._is_quote else _LINES[tag])
        elif tag in _SPANS:
            self._open(f'<text:span text:style-name="{_SPANS[tag]}">', "</text:span>")
        elif tag == "a":
            address = escape(dict(attrs).get("href") or "")
            self._open(f'<text:a xlink:type="simple" xlink:href="{address}">', "</text:a>")
        else:
            self._is_quote = tag == "blockquote"
            self._open("", "")

    def handle_endtag(self, tag: str) -> None:
        """See HTMLParser."""
        if tag == "li":
            self._end_line()
        elif tag in ("h1", "h2", "h3", *_LINES):
            self._end_line()
            return
        self._depth -= tag in _LISTS
        self._is_quote = self._is_quote and tag != "blockquote"
        self.parts.append(self._ends.pop())

    def handle_data(self, data: str) -> None:
        """See HTMLParser."""
        words = escape(data, quote=False)
        if self._is_code:
            words = words.replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>").replace(" ", "<text:s/>")
        if self._is_line:
            self.parts.append(words)

    def _begin_line(self, element: str, style: str, more: str = "") -> None:
        self._open(f'\n<text:{element} text:style-name="{style}"{more}>', f"</text:{element}>")
        self._is_line = True

    def _end_line(self) -> None:
        if self._is_line:
            self.parts.append(self._ends.pop())
        self._is_line = self._is_code = False

    def _open(self, start: str, end: str) -> None:
        self.parts.append(start)
        self._ends.append(end)
