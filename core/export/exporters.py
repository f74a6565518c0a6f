"""The table of formats: a new format is a renderer of its own and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.export.markdown import markdown
from core.model import Document
from core.timecode import TimeStyle


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that a document can be written in."""

    suffix: str  # with its dot
    media_type: str
    render: Callable[[Document, TimeStyle], bytes]


def _markdown(document: Document, style: TimeStyle) -> bytes:
    return markdown(document, style).encode("utf-8", "surrogateescape")  # bytes that were no UTF-8 stay as they are


EXPORTERS: Mapping[str, Exporter] = {"markdown": Exporter(".md", "text/markdown", _markdown)}
