"""Write the golden exports again: PYTHONPATH=.:tests .venv/bin/python tests/golden/new_exports.py; then read them."""

from __future__ import annotations

from pathlib import Path

from chunk_builder import chunk, episode

from core.editing.edits import Absorb, Drop, Insert, Place, Rewrite
from core.export.exporters import EXPORTERS
from core.model import ItemId, Kind
from core.workflow import propose
from core.workflow.exporting import exported
from core.workflow.opening import built
from core.workflow.review import Review

EXPORTS = Path(__file__).parent / "exports"
FOG = episode(
    chunk(
        1,
        "# Fog | <b>",
        "00:05 the **lamp** is lit",
        "  00:09 at dusk & <i>slowly</i>",
        "> 00:12 never dark — Ana",
        "? who",
    ),
    chunk(
        2, "# Ships; a = b #1", "00:40 a ship passes", "00:45 it hoots twice", "> 00:46 우우 — 배", "00:50 an advert"
    ),
    chunk(3, '# "Dawn" --> end', "00:52 it hooted two times", "01:00:10 see [the log](https://log.example/a_b)"),
)


def review() -> Review:
    """A review with one of each: merged, edited, dropped with a reason, moved, added, renamed."""
    made = built(FOG)
    for edit in (
        Absorb(home(made, "2:3"), (home(made, "3:2"),), "it hoots twice", None, None),
        Rewrite(home(made, "1:2"), 5, "the **lamp** is lit again", None),
        Drop(home(made, "2:5"), "an advert"),
        Place(home(made, "2:2"), made.state.document.chapters[0].id, None),
        Insert(made.state.document.chapters[0].id, None, Kind.NOTE, 30, "the fog lifts"),
        propose.rename_chapter(made.state, made.state.document.chapters[0].id, "Fog, *lifted*"),
    ):
        assert edit is not None
        made.do(edit)
    return made


def home(of: Review, entry: str) -> ItemId:
    """The block that stands for an entry."""
    return next(
        home for known, homes in ((e, of.homes.get(e)) for e in FOG.entries) if known == entry for home in homes
    )


def golden() -> dict[str, bytes]:
    """The bytes of each format that is text of its own, by file name."""
    made = review()
    texts = {name: exporter for name, exporter in EXPORTERS.items() if name not in ("decisions", "odt")}
    return {f"{name}{exporter.suffix}": exported(made, name) for name, exporter in texts.items()}


if __name__ == "__main__":
    EXPORTS.mkdir(exist_ok=True)
    for name, data in golden().items():
        (EXPORTS / name).write_bytes(data)
