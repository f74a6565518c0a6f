"""The filters of the queue: chips that open a menu each, by kind, by chunk and by what became of a finding."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from core.model import ChunkKey
from core.presenting.filters import EVERYTHING, Stage
from core.presenting.queue import Queue
from ui.desktop.widgets.flow import FlowLayout
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Workspace


class FilterChip(QToolButton):
    """A chip that says what it lets through, with a menu of what else it could."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say("")

    def say(self, chosen: str) -> None:
        """Show what was chosen; nothing where all is let through."""
        self.setChecked(bool(chosen))
        self.setText(f"{(chosen or self._name).replace('&', '&&')} ▾")
        self.setAccessibleName(f"{self._name}: {chosen}" if chosen else self._name)


class FilterBar(QWidget):
    """The three chips, and one more that shows all again."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.kinds = FilterChip(self.tr("Kind"))
        self.chunks = FilterChip(self.tr("Chunk"))
        self.stages = FilterChip(self.tr("State"))
        self.all = QToolButton()
        self.all.setText(self.tr("Show all"))
        self.all.setProperty("role", "chip")
        self.all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = FlowLayout(self, gap_px=4)
        for chip in (self.kinds, self.chunks, self.stages, self.all):
            self._row.addWidget(chip)
        self._connect_signals()

    def add(self, widget: QWidget) -> None:
        """Put something else behind the chips."""
        self._row.addWidget(widget)

    def refresh(self) -> None:
        """Say on the chips what is chosen now."""
        queue, shows = self._workspace.queue, self._workspace.shows
        names = {group.kind: translated(group.title) for group in queue.groups} if queue else {}
        chosen = [names.get(kind, kind) for kind in sorted(shows.kinds)]
        several = self.tr("{count} kinds").format(count=len(chosen))
        self.kinds.say(chosen[0] if len(chosen) == 1 else several if chosen else "")
        self.chunks.say("" if shows.chunk is None else self._chunk_name(shows.chunk))
        self.stages.say("" if shows.stage is Stage.ALL else self._stage_names()[shows.stage])
        self.all.setVisible(shows != EVERYTHING)

    def _connect_signals(self) -> None:
        self.kinds.choices.aboutToShow.connect(self._on_kinds_about_to_show)
        self.chunks.choices.aboutToShow.connect(self._on_chunks_about_to_show)
        self.stages.choices.aboutToShow.connect(self._on_stages_about_to_show)
        self.all.clicked.connect(self._on_all_clicked)

    def _stage_names(self) -> dict[Stage, str]:
        return {
            Stage.ALL: self.tr("All"),
            Stage.OPEN: self.tr("Not decided"),
            Stage.LATER: self.tr("Put off"),
            Stage.DECIDED: self.tr("Decided"),
        }

    def _chunk_name(self, key: ChunkKey) -> str:
        review = self._workspace.review
        chunk = review.state.episode.by_key.get(key) if review else None
        return self.tr("Chunk {number}").format(number=chunk.number if chunk else key)

    def _on_kinds_about_to_show(self) -> None:
        queue, chosen = self._workspace.queue, self._workspace.shows.kinds
        self.kinds.choices.clear()
        for group in queue.groups if queue else ():
            words = f"{translated(group.title)}\t{group.left}"
            action = _added(self.kinds.choices, words, is_on=group.kind in chosen)
            action.triggered.connect(partial(self._on_kind_chosen, group.kind))

    def _on_chunks_about_to_show(self) -> None:
        queue, now = self._workspace.queue, self._workspace.shows.chunk
        self.chunks.choices.clear()
        group = QActionGroup(self.chunks.choices)
        for key, left in [(None, 0), *_left_by_chunk(queue).items()] if queue else ():
            words = self.tr("All chunks") if key is None else f"{self._chunk_name(key)}\t{left}"
            action = _added(self.chunks.choices, words, is_on=key == now)
            group.addAction(action)
            action.triggered.connect(partial(self._on_chunk_chosen, key))

    def _on_stages_about_to_show(self) -> None:
        now = self._workspace.shows.stage
        self.stages.choices.clear()
        group = QActionGroup(self.stages.choices)
        for stage, words in self._stage_names().items():
            action = _added(self.stages.choices, words, is_on=stage is now)
            group.addAction(action)
            action.triggered.connect(partial(self._on_stage_chosen, stage))

    def _on_kind_chosen(self, kind: str) -> None:
        shows = self._workspace.shows
        self._workspace.show_only(replace(shows, kinds=shows.kinds ^ {kind}))

    def _on_chunk_chosen(self, key: ChunkKey | None) -> None:
        self._workspace.show_only(replace(self._workspace.shows, chunk=key))

    def _on_stage_chosen(self, stage: Stage) -> None:
        self._workspace.show_only(replace(self._workspace.shows, stage=stage))

    def _on_all_clicked(self) -> None:
        self._workspace.show_only(EVERYTHING)


def _added(menu: QMenu, words: str, *, is_on: bool) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(is_on)
    return action


def _left_by_chunk(queue: Queue) -> dict[ChunkKey, int]:
    """The chunks that findings are about, in the order of their keys, with how many are left of each."""
    left = Counter(chunk for item in queue.items if item.is_open for chunk in item.chunks)
    keys = {chunk for item in queue.items for chunk in item.chunks}
    return {key: left[key] for key in sorted(keys, key=_order)}


def _order(key: ChunkKey) -> tuple[int, str]:
    digits = "".join(c for c in key if c.isascii() and c.isdigit())
    return int(digits or 0), key
