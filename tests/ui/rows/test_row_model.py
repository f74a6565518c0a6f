"""Qt hears of each change so that its count, its positions and the rows agree at every moment."""

from __future__ import annotations

from random import Random

import pytest
from panes import ListPane, episode_rows
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.presenting.pane import Change
from core.presenting.row import Row, RowKind
from ui.desktop.rows.model import MANY, RowModel


class Mirror:
    """The keys as somebody knows them who only hears the model's signals."""

    def __init__(self, model: RowModel) -> None:
        self.model = model
        self.keys = self._all()
        self.looks: list[str] = []
        model.rowsRemoved.connect(self._on_removed)
        model.rowsInserted.connect(self._on_inserted)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)

    def _key(self, at: int) -> str | None:
        row = self.model.row(at)
        return row.key if row else None

    def _all(self) -> list[str | None]:
        return [self._key(at) for at in range(self.model.rowCount())]

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self.keys[first : last + 1]

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.keys[first:first] = [self._key(at) for at in range(first, last + 1)]

    def _on_reset(self) -> None:
        self.keys = self._all()

    def _on_changed(self, first: QModelIndex, _last: QModelIndex) -> None:
        self.looks.append(str(self._key(first.row())))


@pytest.fixture
def pane() -> ListPane:
    return ListPane(episode_rows(120))


def test_the_model_is_one_that_qt_accepts(pane: ListPane, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(RowModel(pane))


@pytest.mark.parametrize("seed", range(3))
def test_random_changes_keep_qt_and_the_pane_in_step(seed: int, pane: ListPane, qtmodeltester: ModelTester) -> None:
    model, random = RowModel(pane), Random(seed)
    mirror = Mirror(model)
    qtmodeltester.check(model)
    for n in range(40):
        changes = pane.change_at_random(random, f"new{n}")
        model.apply(changes)
        assert model.rowCount() == len(pane)
        assert mirror.keys == [pane.row(at).key for at in range(len(pane))]


def test_a_row_that_only_looks_different_is_told_at_its_place(pane: ListPane) -> None:
    model = RowModel(pane)
    mirror = Mirror(model)
    model.apply(pane.rewrite("r30", "other words"))
    assert mirror.looks == ["r30"]


def test_a_row_about_to_go_is_not_there_any_more(pane: ListPane) -> None:
    model = RowModel(pane)
    seen: list[object] = []
    model.rowsAboutToBeRemoved.connect(lambda _parent, first, _last: seen.append(model.index(first, 0).data()))
    model.rowsAboutToBeRemoved.connect(lambda _parent, first, _last: seen.append(model.index(first + 1, 0).data()))
    after = pane.row(31).text
    model.apply(pane.remove("r30"))
    assert seen == [None, after]


def test_very_many_changes_are_told_as_one(pane: ListPane, qtbot: QtBot) -> None:
    model = RowModel(pane)
    changes = [Change(0, 0, 1), Change(0, 1, 0)] * MANY
    with qtbot.waitSignal(model.modelReset, timeout=100):
        model.apply(changes)
    assert model.rowCount() == len(pane)


def test_only_rows_that_the_pane_allows_can_be_edited(pane: ListPane) -> None:
    pane_with_chunk = ListPane([Row("c1", RowKind.CHUNK, "chunk_001.md"), Row("n", RowKind.NOTE, "a note")])
    model = RowModel(pane_with_chunk)
    flags = [bool(model.flags(model.index(at, 0)) & Qt.ItemFlag.ItemIsEditable) for at in range(2)]
    assert flags == [False, True]


def test_the_time_of_a_row_is_its_header(pane: ListPane) -> None:
    model = RowModel(pane)
    assert model.headerData(1, Qt.Orientation.Vertical) == pane.row(1).stamp
