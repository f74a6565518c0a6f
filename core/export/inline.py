"""The Markdown inside one line (emphasis, code, links) as safe HTML, or without its signs as plain text.

A line is only ever a line: what would open a list, a heading or HTML is shown as it is written, so that no word is lost
and nothing reaches beyond its block. Links are made for http, https and mailto alone.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from html import escape

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

_MARKUP = re.compile(r"[\\`*_\[]")  # without one of these a line is just words
_COUNTED = re.compile(r"[\[\]<*_`]")
_MOST, _LONGEST = 200, 10_000  # signs and characters; Python-Markdown takes seconds on thousands of brackets
_NO_TEXT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
_SIGNS = re.compile(r"[\s\\*_`\[\]()<>]")  # what may go where something is made of it
_CODE = r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)"
_ADDRESS = r"(?:https?://|mailto:)[^\s()<>\x02\x03]*(?:\([^\s()<>\x02\x03]*\)[^\s()<>\x02\x03]*)*"
_LINK = rf"(?i)(?<![!\\])\[([^\[\]]+)\]\(\s*<?({_ADDRESS})>?\s*\)"
_EMPHASIS = ("em_strong2", "em_strong", "not_strong")  # the first two are one in newer versions
_Match = tuple[ET.Element, int, int]


def valid(text: str) -> str:
    """The text with a mark in place of what is none: controls, halves of pairs, bytes that were no text."""
    return _NO_TEXT.sub("\ufffd", text)


def inline(text: str) -> str:
    """Safe HTML of one line."""
    text = valid(text)
    return escape(text, quote=False) if _is_plain(text) else _html(_parsed(text))


def plain(text: str) -> str:
    """One line of words, without the signs of Markdown; the address of a link stands behind its words."""
    text = valid(text)
    return " ".join((text if _is_plain(text) else _words(_parsed(text))).split())


def _is_plain(text: str) -> bool:
    """Whether there is nothing to find, or more than is worth looking for."""
    return not _MARKUP.search(text) or len(text) > _LONGEST or len(_COUNTED.findall(text)) > _MOST


def _parsed(text: str) -> ET.Element:
    converter = _converter()
    root = ET.Element("div")
    converter.parser.parseChunk(root, text)
    for processor in converter.treeprocessors:
        processor.run(root)
    return root[0] if _SIGNS.sub("", _all_of(root[0])) == _SIGNS.sub("", text) else _unread(text)


def _unread(text: str) -> ET.Element:
    """The line as it is written: Python-Markdown 3.11 leaves words out where a sign before them was no emphasis."""
    element = ET.Element("p")
    element.text = text
    return element


def _all_of(element: ET.Element) -> str:
    """All words and addresses, in the order in which they were written."""
    children = (f"{_all_of(child)}{child.get('href', '')}{child.tail or ''}" for child in element)
    return "".join((element.text or "", *children))


class _Code(InlineProcessor):
    """Words between backticks, as they are."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Match:  # noqa: N802
        element = ET.Element("code")
        element.text = AtomicString(m[2].strip())
        return element, m.start(), m.end()


class _Link(InlineProcessor):
    """Words with an address; without a title, which nobody would see."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Match:  # noqa: N802
        element = ET.Element("a", href=m[2])
        element.text = m[1]
        return element, m.start(), m.end()


@cache
def _converter() -> Markdown:
    """Python-Markdown with nothing that looks beyond a line, takes HTML from the text, or shows pictures."""
    converter = Markdown(tab_length=2)
    known = converter.inlinePatterns
    converter.parser.blockprocessors = Registry()
    converter.parser.blockprocessors.register(ParagraphProcessor(converter.parser), "paragraph", 10)
    converter.inlinePatterns = Registry()
    converter.inlinePatterns.register(_Code(_CODE, converter), "code", 190)
    converter.inlinePatterns.register(known["escape"], "escape", 180)
    converter.inlinePatterns.register(_Link(_LINK, converter), "link", 160)
    for priority, name in enumerate(_EMPHASIS):
        if name in known:
            converter.inlinePatterns.register(known[name], name, priority)
    converter.treeprocessors = Registry()
    converter.treeprocessors.register(InlineTree(converter), "inline", 20)
    converter.treeprocessors.register(UnescapeTreeprocessor(), "unescape", 0)
    return converter


def _html(element: ET.Element) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        href = child.get("href")
        opened = child.tag if href is None else f'{child.tag} href="{escape(href)}"'
        parts.append(f"<{opened}>{_html(child)}</{child.tag}>{escape(child.tail or '', quote=False)}")
    return "".join(parts)


def _words(element: ET.Element) -> str:
    parts = [element.text or ""]
    for child in element:
        words, href = _words(child), child.get("href", "")
        address = f" ({href})" if href and href != words else ""
        parts += (words, address, child.tail or "")
    return "".join(parts)
