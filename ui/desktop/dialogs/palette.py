"""The palette: type a few letters of what should be done, Enter does it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.dialogs.commands import Command, commands, matching
from ui.desktop.theme import Theme
from ui.desktop.workspace import Workspace

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_WIDTH_PX, _HEIGHT_PX, _ROW_PX, _EDGE_PX = 560, 420, 34, 12
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Found(QAbstractListModel):
    """The commands that fit what was typed."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._all = commands(workspace.actions.values())
        self.commands = self._usable("")

    def search(self, text: str) -> None:
        self.beginResetModel()
        self.commands = self._usable(text)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: _AnyIndex, role: int = _Item.DisplayRole) -> str | None:
        if not index.isValid() or role not in (_Item.DisplayRole, _Item.AccessibleTextRole):
            return None
        command = self.commands[index.row()]
        return ", ".join(part for part in (command.words, command.keys) if part)

    def _usable(self, text: str) -> tuple[Command, ...]:
        """What can be done now; the palette itself is no use in the palette."""
        found = matching(self._all, text)
        return tuple(one for one in found if one.action.id != "palette" and one.action.can(self._workspace))


class _Drawing(QStyledItemDelegate):
    """The words at the left, the keys at the right."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        model, theme, box = index.model(), self._theme, option.rect
        if not isinstance(model, _Found):
            return
        command, state = model.commands[index.row()], option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("selection"))
            painter.fillRect(QRect(box.x(), box.y(), 4, box.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        inner = box.adjusted(_EDGE_PX, 0, -_EDGE_PX, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, command.keys)
        used = painter.fontMetrics().horizontalAdvance(command.keys) + 12
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        room = inner.adjusted(0, 0, -used, 0)
        words = painter.fontMetrics().elidedText(command.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class Palette(QDialog):
    """A field and a list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("Do anything"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What should be done?"))
        self.field.setAccessibleName(self.tr("What should be done?"))
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What can be done"))
        self.found = _Found(workspace, self)
        self.list.setModel(self.found)
        self.list.setItemDelegate(_Drawing(self.list, workspace.theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.list.clicked.connect(self._on_list_clicked)
        self._select_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.list.keyPressEvent(event)
            self._announce()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._do(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _select_first(self) -> None:
        if self.found.rowCount():
            self.list.setCurrentIndex(self.found.index(0, 0))

    def _on_field_text_changed(self, text: str) -> None:
        self.found.search(text)
        self._select_first()
        self._announce()

    def _announce(self) -> None:
        """What is chosen is heard too; the keyboard stays with the field."""
        if QAccessible.isActive():
            words = str(self.list.currentIndex().data() or "")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._do(index)

    def _do(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action = self.found.commands[index.row()].action
        self.accept()
        self._workspace.run(action)
