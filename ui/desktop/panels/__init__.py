"""The panels beside the panes, as one table: adding a panel is adding its package and one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui.desktop.workspace import Workspace


class Panel(NamedTuple):
    """What the window needs to dock a panel; panels of one area stand one above the other, in this order.

    Attributes:
        share: Of the height of its area, beside the shares of the others.
        is_open: It is there at first; others are opened from the menu, by an action, or where they were last.
        tab_of: The panel that it shares a place with, as a tab.
        has_title: It has a title bar, by which it can be moved.
        height_px: Its height where that is always the same, so that nothing moves when it is filled.
        is_beside: It has a column of its own, beside those of its area.
    """

    id: str
    text: object  # as QT_TRANSLATE_NOOP("panels", …) gives it
    area: Qt.DockWidgetArea
    build: Callable[[Workspace], QWidget]
    share: int = 0
    is_open: bool = True
    tab_of: str = ""
    has_title: bool = True
    height_px: int = 0
    is_beside: bool = False

    @property
    def words(self) -> str:
        """Its title in the window's language."""
        return QCoreApplication.translate("panels", str(self.text))


def _queue(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.queue.panel import QueuePanel  # noqa: PLC0415 - the panes are painted first

    return QueuePanel(workspace)


def _evidence(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.evidence.panel import EvidencePanel  # noqa: PLC0415

    return EvidencePanel(workspace)


def _outline(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.outline.panel import OutlinePanel  # noqa: PLC0415

    return OutlinePanel(workspace)


def _summary(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.summary.panel import SummaryPanel  # noqa: PLC0415

    return SummaryPanel(workspace)


def _find(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.find.panel import FindPanel  # noqa: PLC0415

    return FindPanel(workspace)


def _timeline(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.timeline.panel import TimelinePanel  # noqa: PLC0415

    return TimelinePanel(workspace)


def _preview(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.preview.panel import PreviewPanel  # noqa: PLC0415

    return PreviewPanel(workspace)


def _rules(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.rules.panel import RulesPanel  # noqa: PLC0415

    return RulesPanel(workspace)


def _ledger(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.ledger.panel import LedgerPanel  # noqa: PLC0415

    return LedgerPanel(workspace)


def _health(workspace: Workspace) -> QWidget:
    from ui.desktop.panels.health.panel import HealthPanel  # noqa: PLC0415

    return HealthPanel(workspace)


_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
PANELS: tuple[Panel, ...] = (
    Panel(
        "timeline",
        QT_TRANSLATE_NOOP("panels", "Timeline"),
        Qt.DockWidgetArea.TopDockWidgetArea,
        _timeline,
        has_title=False,
        height_px=92,
    ),
    Panel("queue", QT_TRANSLATE_NOOP("panels", "Review"), _RIGHT, _queue, 48),
    Panel("evidence", QT_TRANSLATE_NOOP("panels", "Evidence"), _RIGHT, _evidence, 52),
    Panel("outline", QT_TRANSLATE_NOOP("panels", "Outline"), _RIGHT, _outline, is_open=False, tab_of="queue"),
    Panel("summary", QT_TRANSLATE_NOOP("panels", "Summary"), _RIGHT, _summary, is_open=False, tab_of="queue"),
    Panel("rules", QT_TRANSLATE_NOOP("panels", "Rules"), _RIGHT, _rules, is_open=False, tab_of="queue"),
    Panel("ledger", QT_TRANSLATE_NOOP("panels", "Ledger"), _RIGHT, _ledger, is_open=False, tab_of="queue"),
    Panel("health", QT_TRANSLATE_NOOP("panels", "Notes as read"), _RIGHT, _health, is_open=False, tab_of="queue"),
    Panel("preview", QT_TRANSLATE_NOOP("panels", "Preview"), _RIGHT, _preview, is_open=False, is_beside=True),
    Panel(
        "find",
        QT_TRANSLATE_NOOP("panels", "Find and replace"),
        Qt.DockWidgetArea.BottomDockWidgetArea,
        _find,
        is_open=False,
    ),
)
