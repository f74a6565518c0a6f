"""Chapters as XML, Podlove Simple Chapters 1.2, to stand in a feed or beside it."""

from __future__ import annotations

from html import escape

from core.export.chapter_marks import Mark, clock, marks
from core.export.material import Material

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMESPACE = "http://podlove.org/simple-chapters"


def rendered(material: Material) -> bytes:
    """One element for each chapter, its start in Normal Play Time."""
    chapters = "".join(f"  {_chapter(mark)}\n" for mark in marks(material))
    return f'{_HEAD}\n<psc:chapters version="1.2" xmlns:psc="{_NAMESPACE}">\n{chapters}</psc:chapters>\n'.encode()


def _chapter(mark: Mark) -> str:
    return f'<psc:chapter start="{clock(mark.start_s)}.000" title="{escape(mark.title)}"/>'
