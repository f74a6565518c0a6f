"""The status bar: whether all is saved, the ledger, what is left, whether it is exported, what is being worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from core.presenting.tally import tally
from ui.desktop.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip
from ui.desktop.widgets.ready_badge import ReadyBadge
from ui.desktop.widgets.words import sentence, translated
from ui.desktop.workspace import Workspace

if TYPE_CHECKING:
    from core.workflow.sessions import Status

_TOLD_MS = 7000


class StatusLine(QStatusBar):
    """Totals at the left, what is told for some seconds behind them; work under way and the saved state at right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.saved = ElidedLabel()
        self._saved_room = QWidget()
        self.copy = QToolButton()
        self.ledger = PlainLabel()
        self.left = PlainLabel()
        self.exported = PlainLabel()
        self.told = ElidedLabel()
        self._silence = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self.ready = ReadyBadge(workspace.theme)
        self._doing = PlainLabel("", "muted")
        self._progress = QProgressBar()
        self._stop = QToolButton()
        self._build()
        self._connect_signals()
        self.refresh()

    def refresh(self) -> None:
        """Show the totals of now."""
        workspace = self._workspace
        review = workspace.review
        self._show_totals()
        self.refresh_saved()
        self.ready.setVisible(review is not None)
        if review is None:
            return
        total = tally(review)
        self.ledger.setText(translated(total.accounted))
        self.ledger.set_role("muted" if total.is_complete else "error")
        parts = "\n".join(translated(part) for part in total.parts)
        self.ledger.setToolTip(plain_tooltip(parts))
        self.ledger.setAccessibleDescription(parts)
        counts = workspace.queue.counts if workspace.queue else None
        self.left.setText(translated(counts.short) if counts else "")
        self.refresh_ready()
        self.exported.setText(self._export_words())
        self.exported.set_role(
            "muted" if workspace.exporting.is_done or not workspace.exporting.has_unexported_work else "duplicate"
        )

    def _show_totals(self) -> None:
        """The totals are always seen; what is told stands in the place of the export alone."""
        is_told, has_review = bool(self.told.full_text), self._workspace.review is not None
        self.ledger.setVisible(has_review)
        self.left.setVisible(has_review)
        self.exported.setVisible(has_review and not is_told)
        self.told.setVisible(is_told)

    def refresh_saved(self) -> None:
        """Say whether everything is on the disk; it is never said sooner."""
        status = self._workspace.keeping.status
        words, role = ("", "muted") if status is None else _saved_words(status)
        if status is not None and status.saved.name == "SAVED" and self._workspace.bursts.is_waiting:
            words = self.tr("Saving…")
        self.saved.set_full_text(words)
        self.saved.set_role(role)
        self._saved_room.setVisible(status is not None)
        kept = self._workspace.keeping.kept
        about = "" if kept is None or status is None or status.saved.name == "NEW" else str(kept.path)
        notice = sentence(status.notice) if status is not None and status.notice is not None else ""
        why = sentence(status.message) if status is not None and status.message is not None else ""
        lines = "\n".join(part for part in (why, about, notice) if part)
        self._saved_room.setToolTip(plain_tooltip(lines))
        self._saved_room.setAccessibleDescription(lines)
        self.copy.setVisible(status is not None and status.is_stuck)
        self._lay_out()

    def refresh_ready(self) -> None:
        """Say how much keeps the document from being ready, and of how much that is left."""
        workspace = self._workspace
        needed = workspace.queue.counts if workspace.queue else None
        about = translated(needed.until_ready) if needed and needed.needed else ""
        self.ready.show_count(workspace.readying.count, about)

    def _export_words(self) -> str:
        workspace = self._workspace
        if workspace.exporting.path is None:
            return self.tr("not exported yet")
        name = workspace.exporting.path.name
        if workspace.exporting.is_done:
            return self.tr("exported to {name}").format(name=name)
        return self.tr("changed since it was exported to {name}").format(name=name)

    def _build(self) -> None:
        self.setSizeGripEnabled(False)
        self.copy.setText(self.tr("Save a copy…"))
        for label in (self.ledger, self.left, self.exported):
            label.set_role("muted")
            label.setContentsMargins(14, 4, 4, 4)
            self.addWidget(label)
        self.told.setContentsMargins(14, 4, 4, 4)
        self.addWidget(self.told, 1)
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(120, 8)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._stop.setText(self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop what is being worked on"))
        for widget in (self._doing, self._progress, self._stop):
            self.addPermanentWidget(widget)
            widget.hide()
        self.saved.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        room = QHBoxLayout(self._saved_room)
        room.setContentsMargins(10, 4, 14, 4)
        room.addWidget(self.saved)
        for widget in (self._saved_room, self.copy, self.ready):  # nothing that is told stands in their place
            self.addPermanentWidget(widget)
            widget.hide()

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.queue_changed.connect(self.refresh)
        workspace.exporting.done.connect(self.refresh)
        workspace.keeping.changed.connect(self.refresh_saved)
        workspace.bridge.review_opened.connect(self.refresh)
        workspace.bridge.review_changed.connect(self.refresh)
        workspace.told.connect(self._on_told)
        workspace.hushed.connect(self._on_hushed)
        self._silence.timeout.connect(self._on_silence_timeout)
        workspace.theme_source.changed.connect(self.ready.set_theme)
        workspace.readying.changed.connect(self.refresh_ready)
        self.ready.clicked.connect(workspace.readying.go_to_first)
        workspace.tasks.progressed.connect(self._on_progressed)
        workspace.tasks.ended.connect(self._on_ended)
        workspace.bridge.went_on.connect(self._on_bridge_went_on)
        workspace.bridge.arrived.connect(self._on_ended)
        workspace.bridge.review_opened.connect(self._on_ended)
        self._stop.clicked.connect(self._on_stop_clicked)
        self.copy.clicked.connect(workspace.keeping.save_copy)

    def _on_told(self, words: str) -> None:
        self.told.set_full_text(words)
        self._silence.start()
        self._show_totals()
        self._lay_out()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.told, words))

    def _on_hushed(self, words: str) -> None:
        if self.told.full_text == words:
            self._on_silence_timeout()

    def _on_silence_timeout(self) -> None:
        self._silence.stop()
        self.told.set_full_text("")
        self._show_totals()
        self._lay_out()

    def _on_progressed(self, words: str, share: float) -> None:
        self._doing.setText(f"{words}…")
        self._progress.setValue(round(100 * share))
        for widget in (self._doing, self._progress, self._stop):
            widget.show()

    def _on_bridge_went_on(self, share: float) -> None:
        self._on_progressed(self.tr("Taking it in"), share)

    def _on_ended(self) -> None:
        review = self._workspace.review
        if self._workspace.tasks.is_busy or (review is not None and review.is_on_the_way):
            return
        for widget in (self._doing, self._progress, self._stop):
            widget.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        """At once: a status bar that makes its layout anew for another height forgets what was asked of the old one."""
        if (layout := self.layout()) is not None:
            layout.activate()

    def _on_stop_clicked(self) -> None:
        self._workspace.following.stop_all()


def _saved_words(status: Status) -> tuple[str, str]:
    """What is said of the session's safety, and the role of the words."""
    # What to do is behind the semicolon, and the button that does it is beside the words.
    reason = translated(status.message).partition(";")[0] if status.message is not None else ""
    match status.saved.name:
        case "NEW":
            return _tr("Nothing changed yet"), "muted"
        case "SAVED":
            return _tr("Saved"), "muted"
        case "SAVING":
            return _tr("Saving…"), "muted"
        case "READ_ONLY":
            return _tr("Read only: {reason}").format(reason=reason), "duplicate"
        case _:
            return _tr("Not saved: {reason}").format(reason=reason), "error"


def _tr(text: str) -> str:
    return QCoreApplication.translate("StatusLine", text)
