"""The timeline: where in the episode everything is, and a way to go there. It asks; it moves nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from core.presenting.timeline import ChapterSpan, Timeline, TimelineChange
from core.workflow import propose
from core.workflow.propose import Border
from core.workflow.review import ReviewChange
from ui.desktop.panels.timeline import hints
from ui.desktop.panels.timeline.drawing import AXIS, CHAPTERS, HEIGHT_PX, TimelineDrawing
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import plain_tooltip
from ui.desktop.workspace import Workspace

_GRAB_PX = 4  # how near the mouse must be to the border of a chapter
_ROOM_PX = 12  # a border between chapters less wide than this cannot be grabbed
_IDLE_MS, _SLICE_S = 20, 0.004
_STEPS = 200  # arrow keys from one end to the other
_LEAST_PX = 6  # the frame around what is in view is never less wide


class TimelinePanel(QAbstractSlider):
    """A slider whose value is a second of the episode: keys move it, Enter goes there; the mouse goes at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._timeline: Timeline | None = None
        self._drawing: TimelineDrawing | None = None
        self._changes: list[ReviewChange] = []  # not followed yet
        self._span = (-1, -1)  # the seconds in view
        self._grabbed: ChapterSpan | None = None  # the chapter whose border is dragged
        self._border: Border | None = None  # where it would be
        self._is_grabbing_view = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline"))
        self._connect_signals()
        self._begin()

    @property
    def drawing(self) -> TimelineDrawing:
        """The picture beneath the frame, drawn when it is first needed."""
        if self._drawing is None or self._drawing.ratio != self.devicePixelRatioF():
            self._drawing = TimelineDrawing(
                self._workspace.theme, self._timeline, self.size(), self.devicePixelRatioF()
            )
        return self._drawing

    @property
    def is_growing(self) -> bool:
        """Whether signs are still being worked out in idle moments."""
        return self._idle.isActive()

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT_PX)

    # ------------------------------------------------------------------------------------------------------ following

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._begin)
        workspace.bridge.review_changed.connect(self._on_review_changed)
        workspace.span_shown.connect(self._on_span_shown)
        workspace.theme_source.changed.connect(self._on_theme_changed)
        self._soon.timeout.connect(self._on_soon_timeout)
        self._idle.timeout.connect(self._on_idle_timeout)
        self.valueChanged.connect(self._on_value_changed)

    def _begin(self) -> None:
        """Another review."""
        review = self._workspace.review
        self._changes = []
        self._let_go()
        self._timeline = Timeline(review) if review is not None else None
        self._span = self._workspace.span
        self._fit()
        if self._timeline is not None:
            self.setValue(max(self._timeline.start_s, self._span[0]))
        self.redraw()

    def _fit(self) -> None:
        """The range of the slider is the episode."""
        timeline = self._timeline
        if timeline is None:
            return
        self.setRange(timeline.start_s, timeline.end_s)
        self.setSingleStep(max(1, (timeline.end_s - timeline.start_s) // _STEPS))
        if not timeline.marks.is_complete:
            self._idle.start()

    def redraw(self) -> None:
        """Draw all of the picture again."""
        self._drawing = None
        self.update()

    def _on_review_changed(self, change: ReviewChange) -> None:
        self._changes.append(change)
        self._soon.start()  # the panes come first, and of many changes only the last is drawn

    def _on_soon_timeout(self) -> None:
        changes, self._changes = self._changes, []
        if self._timeline is not None:
            told = [self._timeline.follow(change) for change in changes]
            self._show(told)

    def _show(self, told: list[TimelineChange]) -> None:
        self._fit()
        if self._timeline is None or not self._timeline.marks.is_complete:
            return  # all is drawn again when it is
        if any(change.is_whole for change in told):
            self.redraw()
            return
        if any(change.has_chapters for change in told):
            self.update(self.drawing.redraw_chapters())
        for box in self.drawing.redraw_signs({time_s for change in told for time_s in change.times}):
            self.update(box)

    def _on_idle_timeout(self) -> None:
        if self._timeline is None or not self._timeline.marks.is_complete:
            if self._timeline is not None:
                self._timeline.marks.grow(_SLICE_S)
            return
        self._idle.stop()
        self.redraw()

    def _on_span_shown(self, first_s: int, last_s: int) -> None:
        before, self._span = self._frame(), (first_s, last_s)
        if not self.hasFocus() and not first_s <= self.value() <= last_s:
            self.setValue(first_s)
        self._update_columns(before, self._frame())

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.redraw()

    def _on_value_changed(self, _value: int) -> None:
        if self._timeline is not None and self.hasFocus():
            self.setAccessibleDescription(hints.spoken(self._timeline, self.value()))
            self.update()

    # -------------------------------------------------------------------------------------------------------- looking

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing, ratio = self.drawing, self.devicePixelRatioF()
        box = event.rect()
        source = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
        painter.drawPixmap(QRectF(box), drawing.pixmap, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._timeline is not None and self._timeline.end_s <= self._timeline.start_s:
            painter.setPen(self._colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Nothing here has a time yet"))
        elif self._timeline is not None and self._span[0] >= 0:
            self._paint_frame(painter)
        if self._grabbed is not None:
            self._paint_border(painter)
        elif self.hasFocus():
            self._paint_place(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1.5, -2, -1.5), 5, 5)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_value_changed(self.value())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def _colour(self, role: str) -> QColor:
        return self._workspace.theme.colour(role)

    def _frame(self) -> QRect:
        """Around what is in view."""
        left, right = self.drawing.scale.stretch(*self._span)
        grow = max(0.0, _LEAST_PX - (right - left)) / 2
        return QRectF(left - grow, 2, right - left + 2 * grow, AXIS[0] - 3).toAlignedRect()

    def _paint_frame(self, painter: QPainter) -> None:
        fill = QColor(self._colour("accent"))
        fill.setAlpha(36)
        painter.setPen(QPen(self._colour("accent"), 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self._frame()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)

    def _paint_place(self, painter: QPainter) -> None:
        """Where the keys are: a line with its time."""
        if self._timeline is not None:
            self._paint_line(painter, self.value(), self._timeline.stamp(self.value()), "text")

    def _paint_border(self, painter: QPainter) -> None:
        if self._grabbed is None or self._timeline is None:
            return
        if self._border is None:
            self._paint_line(painter, self._grabbed.start_s, self.tr("The border stays where it is"), "accent")
        else:
            self._paint_line(painter, self._border.time_s, hints.of_border(self._timeline, self._border), "accent")

    def _paint_line(self, painter: QPainter, time_s: int, words: str, role: str) -> None:
        x, font = self.drawing.scale.x(time_s), self._workspace.theme.font("caption")
        painter.setPen(QPen(self._colour(role), 2))
        painter.drawLine(QPointF(x, 3), QPointF(x, AXIS[0] + 3))
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(words) + 14.0
        left = x + 5 if x + 5 + width < self.width() - 4 else max(4.0, x - 5 - width)
        box = QRectF(left, 31, width, 20)
        painter.setPen(QPen(self._colour("outline"), 1))
        painter.setBrush(self._colour("raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(self._colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _update_columns(self, *boxes: QRect) -> None:
        for box in boxes:
            self.update(box.adjusted(-3, -3, 3, 3))

    # ---------------------------------------------------------------------------------------------------------- mouse

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_hint(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_hint(self, at: QPoint, on_screen: QPoint) -> None:
        if self._timeline is None or self._timeline.end_s <= self._timeline.start_s:
            return
        if self._border_under(QPointF(at)) is not None:
            text = self.tr("Drag to move the border between these chapters")
        else:
            text = hints.hint(self._timeline, self.drawing.scale, at.x(), at.y())
        QToolTip.showText(on_screen, plain_tooltip(text), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._timeline is None:
            event.ignore()
            return
        self._grabbed = self._border_under(event.position())
        if self._grabbed is None:
            self._is_grabbing_view = True
            self._go(self.drawing.scale.time(event.position().x()))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        time_s = self.drawing.scale.time(event.position().x())
        if self._grabbed is not None:
            self._drag_border(time_s)
        elif self._is_grabbing_view:
            self._go(time_s)
        else:
            is_border = self._border_under(event.position()) is not None
            self.setCursor(Qt.CursorShape.SplitHCursor if is_border else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        review, border = self._workspace.review, self._border
        self._let_go()
        if border is not None and review is not None:
            self.setValue(border.time_s)  # the keys go on from there
            self._workspace.do(propose.move_border(review.state, border.chapter, border.time_s))

    def _border_under(self, at: QPointF) -> ChapterSpan | None:
        """The chapter that begins under the mouse."""
        timeline, scale = self._timeline, self.drawing.scale
        if timeline is None or not CHAPTERS[0] <= at.y() <= CHAPTERS[1]:
            return None
        second = timeline.chapter_at(scale.seconds_around(at.x(), _GRAB_PX)[1])
        if second is None or not second.has_border or abs(scale.x(second.start_s) - at.x()) > _GRAB_PX:
            return None
        first = timeline.chapters[timeline.chapters.index(second) - 1]
        widths = (scale.x(chapter.end_s) - scale.x(chapter.start_s) for chapter in (first, second))
        return second if all(width >= _ROOM_PX for width in widths) else None

    def _drag_border(self, time_s: int) -> None:
        review = self._workspace.review
        if review is None or self._grabbed is None:
            return
        border = propose.border_at(review.state, self._grabbed.key, time_s)
        if border != self._border:
            self._border = border
            self.update()

    def _let_go(self) -> None:
        self._grabbed = self._border = None
        self._is_grabbing_view = False
        self.update()

    def _go(self, time_s: int) -> None:
        self.setValue(time_s)
        self._workspace.time_requested.emit(time_s)

    # ----------------------------------------------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        timeline, key = self._timeline, event.key()
        if timeline is None:
            event.ignore()
        elif key == Qt.Key.Key_Escape and self._grabbed is not None:
            self._let_go()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.value())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # as in the panes: down is later
            self.triggerAction(_Step.SliderSingleStepAdd if key == Qt.Key.Key_Down else _Step.SliderSingleStepSub)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.setValue(timeline.chapter_start(self.value(), +1 if key == Qt.Key.Key_PageDown else -1))
        else:
            super().keyPressEvent(event)


_Step = QAbstractSlider.SliderAction
