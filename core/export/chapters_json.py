"""Chapters as JSON, version 1.2.0 of the Podcasting 2.0 format (podcast-namespace, docs/examples/chapters)."""

from __future__ import annotations

import json

from core.export.chapter_marks import marks
from core.export.inline import plain
from core.export.material import Material


def rendered(material: Material) -> bytes:
    """One object with the chapters in ascending order."""
    title = plain(material.document.title)
    chapters = [
        {"startTime": float(mark.start_s), "title": mark.title, "endTime": float(mark.end_s)}
        for mark in marks(material)
    ]
    whole = {"version": "1.2.0", **({"title": title} if title else {}), "chapters": chapters}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
