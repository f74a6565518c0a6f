"""The answers to what the evidence card shows: one row of buttons, and a menu of those that find no room in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import plain_tooltip
from ui.desktop.workspace import EVERY_KIND, ORIGIN, Action, Workspace

_GAP_PX, _ICON_PX, _SMALL_PX = 6, 16, 34


class AnswerBar(QWidget):
    """Buttons of actions: the first one stands out; small ones show their icon alone, at the right end."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._answers: tuple[Action, ...] = ()
        self._left_over: list[Action] = []  # those in the menu
        self._stands: list[str] = []  # those in the row
        self._buttons: dict[str, QPushButton] = {}
        self.more = QToolButton()
        self._row = QHBoxLayout(self)
        self._build()

    def _build(self) -> None:
        self._row.setContentsMargins(14, 4, 14, 8)
        self._row.setSpacing(_GAP_PX)
        leading = _leading(self._workspace.actions.values())
        for action in self._workspace.actions.values():
            if action.answers:
                self._buttons[action.id] = self._made(action, is_primary=action.id in leading)
        self._menu = QMenu(self)
        self.more.setParent(self)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.more.setMenu(self._menu)
        self.more.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("role", "more")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAccessibleName(self.tr("More answers"))
        self.more.setToolTip(self.tr("More answers"))

    def _made(self, action: Action, *, is_primary: bool) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "primary" if is_primary else "")
        button.setProperty("size", "small-icon" if action.is_small else "compact")
        button.setAutoDefault(False)
        if action.is_small:
            button.setIconSize(QSize(_ICON_PX, _ICON_PX))
            button.setFixedWidth(_SMALL_PX)
        button.clicked.connect(partial(self._workspace.run, action))
        button.hide()
        self._say(button, action)
        return button

    @staticmethod
    def _say(button: QPushButton, action: Action, now: str = "") -> None:
        """What an action does; ``now`` where that hangs on what is in view."""
        words = now or action.words
        if button.accessibleName() != words:
            shown = words if words != action.words else action.short_words
            button.setText("" if action.is_small else shown.replace("&", "&&"))
            button.setAccessibleName(words)
            button.setToolTip(plain_tooltip(action.words_and_keys(words)))

    def set_theme(self, theme: Theme) -> None:
        self.more.setIcon(theme.icon("more", "muted", _ICON_PX))
        for name, button in self._buttons.items():
            action = self._workspace.actions[name]
            if action.is_small:
                button.setIcon(theme.icon(action.icon, "muted", _ICON_PX))

    def show_answers(self, answers: Sequence[Action]) -> None:
        """Show these in place of those before; what each would do now is said anew."""
        self._answers = tuple(answers)
        for action in answers:
            if action.says is not None:
                self._say(self._buttons[action.id], action, action.words_for(self._workspace))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as anybody likes: what finds no room is in the menu."""
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        small = [action for action in self._answers if action.is_small]
        large = [action for action in self._answers if not action.is_small]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - sum(self._width(action) for action in small)
        shown = self._fitting(large, room)
        if len(shown) < len(large):
            shown = self._fitting(large, room - self.more.sizeHint().width() - _GAP_PX)
        self._left_over = [action for action in large if action not in shown]
        stands = [action.id for action in (*shown, *small)]
        if stands != self._stands:
            self._stands = stands
            self._place(shown, small)
        self.more.setVisible(bool(self._left_over))

    def _place(self, shown: Sequence[Action], small: Sequence[Action]) -> None:
        while self._row.takeAt(0) is not None:
            pass
        for action in self._workspace.actions.values():
            if action.id in self._buttons:
                self._buttons[action.id].setVisible(action in shown or action in small)
        for action in shown:
            self._row.addWidget(self._buttons[action.id])
        self._row.addStretch(1)
        for action in small:
            self._row.addWidget(self._buttons[action.id])
        self._row.addWidget(self.more)

    def _fitting(self, actions: Sequence[Action], room_px: int) -> list[Action]:
        """As many of the first as there is room for, and at least one."""
        found: list[Action] = []
        for action in actions:
            room_px -= self._width(action)
            if room_px < -_GAP_PX and found:
                break
            found.append(action)
        return found

    def _width(self, action: Action) -> int:
        return (_SMALL_PX if action.is_small else self._buttons[action.id].sizeHint().width()) + _GAP_PX

    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        for action in self._left_over:
            made = self._menu.addAction(action.words_and_keys(action.words_for(self._workspace)).replace("&", "&&"))
            made.triggered.connect(partial(self._workspace.run, action))


def _leading(actions: Iterable[Action]) -> frozenset[str]:
    """The actions that are the first answer to some kind of finding."""
    first: dict[str, str] = {}
    for action in actions:
        for kind in action.answers if ORIGIN not in action.answers else ():
            first.setdefault(kind, action.id)
    return frozenset(name for kind, name in first.items() if kind != EVERY_KIND)
