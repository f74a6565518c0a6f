"""The picture of a timeline that changes seldom: drawn once, then only where something changed; knows no mouse."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from core.presenting.inline import without_signs
from core.presenting.timeline import ChapterSpan, Sign, State, Timeline
from ui.desktop.panels.timeline.scale import PAD_PX, Scale
from ui.desktop.theme import Theme

HEIGHT_PX = 92
CHAPTERS, LANES, SIGNS, AXIS = (6, 26), (31, 51), (53, 69), (70, HEIGHT_PX)  # top and bottom
_LANE_PX = 9
_SIGN_Y = 61
_REACH_PX = 7  # how far a sign reaches from its middle
_MANY = 40  # signs; so many are drawn again with all others
_LABEL_GAP_PX = 84
_HATCH_PX = 6
_NARROW_PX, _TITLED_PX = 16, 64  # a chapter less wide shows no number, or no title
_ROLES = {
    Sign.SOURCE: "outline",
    Sign.ORDER: "order",
    Sign.DUPLICATE: "duplicate",
    Sign.WORDS: "error",
    Sign.LOST: "error",
}
_Hint = QPainter.RenderHint.Antialiasing
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_NO_PEN = Qt.PenStyle.NoPen


class TimelineDrawing:
    """Draws a timeline for a size and keeps the picture."""

    def __init__(self, theme: Theme, timeline: Timeline | None, size: QSize, ratio: float) -> None:
        self._theme = theme
        self._timeline = timeline
        self.scale = Scale(*((timeline.start_s, timeline.end_s) if timeline else (0, 0)), size.width())
        self.ratio = ratio
        self.size = size
        self._font = theme.font("caption")
        self._metrics = QFontMetricsF(self._font)
        self.pixmap = QPixmap(size * ratio)
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(theme.colour("window"))
        if timeline is not None and timeline.end_s > timeline.start_s:
            painter = self._painter(QRect(0, 0, size.width(), size.height()))
            self._draw_chapters(painter, timeline)
            self._draw_lanes(painter, timeline)
            self._draw_axis(painter, timeline)
            self._draw_signs(painter, timeline, 0, size.width())
            painter.end()

    def redraw_chapters(self) -> QRect:
        """Draw the chapters again; where that is."""
        box = QRect(0, CHAPTERS[0], self.size.width(), CHAPTERS[1] - CHAPTERS[0])
        if self._timeline is not None:
            painter = self._painter(box)
            self._draw_chapters(painter, self._timeline)
            painter.end()
        return box

    def redraw_signs(self, times: Iterable[int]) -> list[QRect]:
        """Draw the signs at some times again; where that is."""
        boxes: list[QRect] = []
        if self._timeline is None:
            return boxes
        for left, right in self._reached({self.scale.bucket_of(time_s) for time_s in times}):
            box = QRect(left, SIGNS[0], right - left + 1, SIGNS[1] - SIGNS[0])
            painter = self._painter(box)
            self._draw_signs(painter, self._timeline, box.left() - _REACH_PX, box.right() + _REACH_PX)
            painter.end()
            boxes.append(box)
        return boxes

    def _reached(self, buckets: Collection[int]) -> list[tuple[int, int]]:
        """Where the signs in these stand, from pixel to pixel; all of the band where they are many."""
        if len(buckets) > _MANY:
            return [(0, self.size.width())]
        middles = (int(self.scale.bucket(bucket)[0]) for bucket in buckets)
        return [(middle - _REACH_PX, middle + _REACH_PX) for middle in middles]

    def _painter(self, box: QRect) -> QPainter:
        """A painter for a part of the picture, which is empty then."""
        painter = QPainter(self.pixmap)
        painter.setRenderHint(_Hint)
        painter.setClipRect(box)
        painter.fillRect(box, self._theme.colour("window"))
        return painter

    def _colour(self, role: str) -> QColor:
        return self._theme.colour(role)

    # ---------------------------------------------------------------------------------------------------- the bands

    def _draw_chapters(self, painter: QPainter, timeline: Timeline) -> None:
        painter.setFont(self._font)
        top, height = CHAPTERS[0], CHAPTERS[1] - CHAPTERS[0]
        drawn_to = -1.0
        for at, chapter in enumerate(timeline.chapters):
            left, right = self.scale.stretch(chapter.start_s, chapter.end_s)
            right -= 1
            if right <= drawn_to and at + 1 < len(timeline.chapters):
                continue  # too narrow to be seen beside the one before
            box = QRectF(max(left, drawn_to), top, max(2.0, right - max(left, drawn_to)), height)
            drawn_to = box.right() + 1
            painter.setPen(_NO_PEN)
            painter.setBrush(self._colour("chapter_b" if chapter.number % 2 else "chapter_a"))
            painter.drawRoundedRect(box, 3, 3)
            self._draw_title(painter, box, chapter)

    def _draw_title(self, painter: QPainter, box: QRectF, chapter: ChapterSpan) -> None:
        words, room = f"{chapter.number}", box.width() - 10
        if box.width() < _NARROW_PX or self._metrics.horizontalAdvance(words) > room + 4:
            return
        if box.width() >= _TITLED_PX:
            words = f"{words}  {without_signs(chapter.title[:200]).text}"
            words = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setPen(self._colour("text"))
        painter.drawText(box.adjusted(5, 0, -2, 0), _LEFT, words)

    def _draw_lanes(self, painter: QPainter, timeline: Timeline) -> None:
        for gap in timeline.gaps:
            self._draw_gap(painter, self._stretch(gap.start_s, gap.end_s), is_open=gap.is_open)
        painter.setPen(_NO_PEN)
        for lane, role in enumerate(("lane_a", "lane_b")):
            painter.setBrush(self._colour(role))
            y = LANES[0] + lane * (LANES[1] - LANES[0] - _LANE_PX)
            spans = ((chunk.start_s, chunk.end_s) for chunk in timeline.chunks if chunk.lane == lane)
            for left, right in self._runs(spans):
                painter.drawRoundedRect(QRectF(left, y, right - left, _LANE_PX), 2, 2)
        painter.setBrush(self._colour("overlap"))
        for left, right in self._runs(timeline.overlaps):
            painter.drawRect(QRectF(left, LANES[0], right - left, LANES[1] - LANES[0]))

    def _draw_gap(self, painter: QPainter, box: QRectF, *, is_open: bool) -> None:
        """Hatched: nothing was noted there."""
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._colour("outline" if is_open else "ribbon"), 1.0))
        x, height = box.left() - box.left() % _HATCH_PX - box.height(), box.height()
        while x < box.right():
            painter.drawLine(QLineF(x, box.bottom(), x + height, box.top()))
            x += _HATCH_PX
        painter.restore()

    def _draw_axis(self, painter: QPainter, timeline: Timeline) -> None:
        painter.setFont(self._font)
        line, words = self._colour("outline"), self._colour("muted")
        painter.fillRect(QRectF(PAD_PX, AXIS[0], self.scale.inner_px, 1), self._colour("line"))
        right = -8.0
        for time_s in self.scale.ticks(_LABEL_GAP_PX):
            x, stamp = self.scale.x(time_s), timeline.stamp(time_s)
            width = self._metrics.horizontalAdvance(stamp) + 2
            left = min(max(x - width / 2, 2.0), self.size.width() - width - 2)
            painter.fillRect(QRectF(x, AXIS[0], 1, 4), line)
            if left > right + 8:
                painter.setPen(words)
                painter.drawText(QRectF(left, AXIS[0] + 5, width, AXIS[1] - AXIS[0] - 7), _CENTRE, stamp)
                right = left + width

    def _draw_signs(self, painter: QPainter, timeline: Timeline, from_px: float, to_px: float) -> None:
        """What was decided lies below what was not, and what matters less below what matters more."""
        there: list[tuple[float, Sign, State]] = []
        for number in self.scale.buckets(from_px, to_px):
            middle, start_s, end_s = self.scale.bucket(number)
            for sign in Sign:
                state = timeline.marks.state(sign, start_s, end_s)
                if state is not State.NONE:
                    there.append((middle, sign, state))
        there.sort(key=lambda one: (one[2] is State.OPEN, one[1].value))
        for middle, sign, state in there:
            draw_sign(painter, QPointF(middle, _SIGN_Y), sign, self._sign_colour(sign, state), state is State.OPEN)

    def _sign_colour(self, sign: Sign, state: State) -> QColor:
        return self._colour(_ROLES[sign] if state is State.OPEN else "rejected")

    # -------------------------------------------------------------------------------------------------------- widths

    def _stretch(self, start_s: int, end_s: int) -> QRectF:
        left, right = self.scale.stretch(start_s, end_s)
        return QRectF(left, LANES[0], right - left, LANES[1] - LANES[0])

    def _runs(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[float, float]]:
        """Spans in pixels; what touches on the screen is one."""
        run: tuple[float, float] | None = None
        for start_s, end_s in spans:
            left, right = self.scale.stretch(start_s, end_s)
            if run is not None and run[0] <= left < run[1] + 1:
                run = run[0], max(run[1], right)
                continue
            if run is not None:
                yield run
            run = left, right
        if run is not None:
            yield run


def draw_sign(painter: QPainter, at: QPointF, sign: Sign, colour: QColor, is_open: bool) -> None:
    """One shape for each sign; hollow where it was decided."""
    x, y = at.x(), at.y()
    painter.setPen(_NO_PEN if is_open else QPen(colour, 1.3))
    painter.setBrush(colour if is_open else Qt.BrushStyle.NoBrush)
    match sign:
        case Sign.DUPLICATE:
            painter.drawEllipse(at, 4.0, 4.0)
        case Sign.ORDER:
            painter.drawPolygon(_polygon((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)))
        case Sign.WORDS:
            painter.drawRect(QRectF(x - 3.5, y - 3.5, 7, 7))
        case Sign.SOURCE:
            painter.drawPolygon(_polygon((x, y - 4), (x + 4.5, y + 3.5), (x - 4.5, y + 3.5)))
        case Sign.LOST:
            painter.setPen(QPen(colour, 2.4 if is_open else 1.3))
            painter.drawLine(QLineF(x - 3.5, y - 3.5, x + 3.5, y + 3.5))
            painter.drawLine(QLineF(x - 3.5, y + 3.5, x + 3.5, y - 3.5))


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
