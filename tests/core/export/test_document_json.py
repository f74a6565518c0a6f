"""The document as JSON can be read by programs, and says of each block where it comes from."""

from __future__ import annotations

import json

from chunk_builder import chunk, episode
from hypothesis import given
from strategies import documents

from core.export.document_json import rendered
from core.export.material import Material
from core.model import Document, ReviewState
from core.stitching.candidate import candidate

FOG = episode(chunk(1, "# Fog", "00:05 the lamp is lit", "  00:09 at dusk", "> 00:12 never — Ana"))


def test_a_block_names_its_sources() -> None:
    document = candidate(FOG)
    (part,) = json.loads(rendered(Material(document, state=ReviewState(FOG, document))))["chapters"]
    lamp, said = part["blocks"]
    assert (part["number"], part["title"], part["start_s"], part["end_s"]) == (1, "Fog", 5, 12)
    assert (lamp["kind"], lamp["time_s"], lamp["text"]) == ("note", 5, "the lamp is lit")
    assert [(one["chunk"], one["line"], one["text"]) for one in lamp["sources"]] == [(1, 2, "the lamp is lit")]
    assert [child["text"] for child in lamp["children"]] == ["at dusk"]
    assert (said["kind"], said["speaker"]) == ("quote", "Ana")


@given(documents())
def test_any_document_is_one_object(document: Document) -> None:
    read = json.loads(rendered(Material(document)))
    assert (read["title"], tuple(read["summary"])) == (document.title, document.summary)
    assert len(read["chapters"]) == len(document.chapters)
