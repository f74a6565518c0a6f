"""The table of formats: a new format is a renderer of its own and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from core.export import (
    chapter_marks,
    chapters_ffmetadata,
    chapters_json,
    chapters_psc,
    chapters_text,
    chapters_vtt,
    criticmarkup,
    document_json,
    markdown,
    report,
    text,
)
from core.export.material import Material
from core.messages import Message
from core.work import Work

Needs = Enum("Needs", "DOCUMENT SOURCES SESSION")
"""What must be at hand: a document alone, its sources too, or a session with the decisions that led to it."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that a document can be written in.

    Attributes:
        suffix: Of its files, with the dot.
        needs: What must be at hand.
        is_arranged: It is the document as people read it, so that the options of ``arrange`` are for it.
        doubts: What should be known before it is used.
    """

    suffix: str
    media_type: str
    render: Callable[[Material], Work[bytes]]
    needs: Needs = Needs.DOCUMENT
    is_arranged: bool = False
    doubts: Callable[[Material], tuple[Message, ...]] = lambda _: ()


def _at_once(render: Callable[[Material], bytes]) -> Callable[[Material], Work[bytes]]:
    """Rendering that is fast enough to be one step."""

    def work(material: Material) -> Work[bytes]:
        yield 0.0
        return render(material)

    return work


def _html(material: Material) -> Work[bytes]:
    from core.export import html  # noqa: PLC0415 - nh3 is needed for it alone

    return html.rendered(material)


def _odt(material: Material) -> Work[bytes]:
    from core.export import odt  # noqa: PLC0415 - it is made of the page, and loads more beside

    return odt.rendered(material)


def _log(material: Material) -> bytes:
    return material.log


EXPORTERS: Mapping[str, Exporter] = {
    "markdown": Exporter(".md", "text/markdown", _at_once(markdown.rendered), is_arranged=True),
    "html": Exporter(".html", "text/html", _html, is_arranged=True),
    "odt": Exporter(".odt", "application/vnd.oasis.opendocument.text", _odt, is_arranged=True),
    "text": Exporter(".txt", "text/plain", _at_once(text.rendered), is_arranged=True),
    "json": Exporter(".json", "application/json", _at_once(document_json.rendered)),
    "criticmarkup": Exporter(".critic.md", "text/markdown", _at_once(criticmarkup.rendered), Needs.SESSION),
    "decisions": Exporter(".decisions.jsonl", "application/jsonl", _at_once(_log), Needs.SESSION),
    "report": Exporter(".report.md", "text/markdown", _at_once(report.rendered), Needs.SOURCES),
    "chapters-text": Exporter(
        ".chapters.txt", "text/plain", _at_once(chapters_text.rendered), doubts=chapters_text.text_doubts
    ),
    "chapters-json": Exporter(
        ".chapters.json", "application/json+chapters", _at_once(chapters_json.rendered), doubts=chapter_marks.doubts
    ),
    "chapters-vtt": Exporter(".chapters.vtt", "text/vtt", _at_once(chapters_vtt.rendered), doubts=chapter_marks.doubts),
    "chapters-psc": Exporter(
        ".chapters.xml", "application/xml", _at_once(chapters_psc.rendered), doubts=chapter_marks.doubts
    ),
    "chapters-ffmetadata": Exporter(
        ".ffmetadata.txt", "text/plain", _at_once(chapters_ffmetadata.rendered), doubts=chapter_marks.doubts
    ),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A format of the page that only a toolkit with fonts can write; see ``ui.desktop.exporters``."""

    suffix: str
    media_type: str


DRAWN: Mapping[str, Drawn] = {
    "pdf": Drawn(".pdf", "application/pdf"),
}
