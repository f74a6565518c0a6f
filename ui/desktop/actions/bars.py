"""Menus, toolbar and keys, all made from the table of actions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolBar,
    QToolButton,
    QWidget,
)

from ui.desktop.actions.find_field import FindField
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import ElidedLabel, plain_tooltip
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Action, Workspace

_MENUS = {
    "file": QT_TRANSLATE_NOOP("actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("actions", "&Edit"),
    "chapter": QT_TRANSLATE_NOOP("actions", "&Chapter"),
    "review": QT_TRANSLATE_NOOP("actions", "&Review"),
    "view": QT_TRANSLATE_NOOP("actions", "&View"),
    "help": QT_TRANSLATE_NOOP("actions", "&Help"),
}
_INNER = {  # menus inside others: where, and what they are called
    "time": ("edit", QT_TRANSLATE_NOOP("actions", "&Time")),
}
# A line stands over each of these, where something is above it.
_BEGINS = frozenset(
    (
        *("save", "export", "take-decisions", "close"),
        *("edit-text", "bring-in", "move-up", "join-note", "replace", "preferences"),
        *("show-outline", "previous", "mark", "accept-and-go-on", "show-rules"),
        *("linked", "next-pane", "zoom-in", "theme-system", "full-screen", "play", "preview"),
    )
)
_TOOLBAR = ("open", "save", "", "undo", "redo", "", "previous-undecided", "next-undecided", "", "linked")
_ICON_PX, _GAP_PX = 18, 6


class Commands(QObject):
    """One QAction for each action of the workspace, kept enabled as its action says."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._is_typing = False
        self.by_id = {action.id: self._made(action) for action in workspace.actions.values()}
        for action in workspace.actions.values():
            if not action.in_document:
                window.addAction(self.by_id[action.id])
        self._connect_signals()
        self.set_theme(workspace.theme)
        self.refresh()

    def attach_to_document(self, view: QWidget) -> None:
        """Let the keys of the merged pane work in that widget."""
        for action in self._workspace.actions.values():
            if action.in_document:
                view.addAction(self.by_id[action.id])

    def set_theme(self, theme: Theme) -> None:
        for action in self._workspace.actions.values():
            if action.icon:
                self.by_id[action.id].setIcon(theme.icon(action.icon, "muted", _ICON_PX))

    def refresh(self) -> None:
        """Enable what can be done now."""
        workspace = self._workspace
        for action in workspace.actions.values():
            made = self.by_id[action.id]
            made.setEnabled((action.while_typing or not self._is_typing) and action.can(workspace))
            if action.is_checked is not None:
                made.setChecked(action.is_checked(workspace))
            if action.says is not None:
                made.setText(action.words_for(workspace).replace("&", "&&"))
                _explain(made, action)
        self._name_history()

    def _name_history(self) -> None:
        review = self._workspace.review
        labels = {"undo": review.undo_label, "redo": review.redo_label} if review else {}
        for name in ("undo", "redo"):
            if (made := self.by_id.get(name)) is not None:
                label = labels.get(name)
                words = self._workspace.actions[name].words
                made.setText(f"{words}: {translated(label)}" if label else words)
                _explain(made, self._workspace.actions[name])

    def _made(self, action: Action) -> QAction:
        made = QAction(action.words, self)
        made.setObjectName(action.id)
        made.setShortcuts([QKeySequence(key) for key in action.keys])
        if action.in_document:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setCheckable(action.is_checked is not None)
        made.setIconVisibleInMenu(action.is_checked is None)  # its check mark stands there
        made.triggered.connect(partial(self._on_triggered, action))
        _explain(made, action)
        return made

    def _connect_signals(self) -> None:
        self._workspace.exporting.done.connect(self.refresh)
        self._workspace.focus_changed.connect(self.refresh)
        self._workspace.queue_changed.connect(self.refresh)
        self._workspace.selection_changed.connect(self.refresh)
        self._workspace.bridge.review_opened.connect(self.refresh)
        self._workspace.theme_source.changed.connect(self.set_theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_widget_changed)

    def _on_triggered(self, action: Action) -> None:
        self._workspace.run(action)
        self.refresh()

    def _on_focus_widget_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        is_text = isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit)
        is_typing = is_text and not now.isReadOnly()
        if is_typing != self._is_typing:
            self._is_typing = is_typing
            self.refresh()


def _explain(made: QAction, action: Action) -> None:
    made.setToolTip(plain_tooltip(action.words_and_keys(made.text())))


def fill_menus(bar: QMenuBar, commands: Commands, workspace: Workspace, panels: QMenu | None = None) -> None:
    """The menus of the table, in its order."""
    for key, text in _MENUS.items():
        menu = bar.addMenu(QCoreApplication.translate("actions", str(text)))
        inner: dict[str, QMenu] = {}
        for action in workspace.actions.values():
            if action.menu == key:
                if action.id in _BEGINS and menu.actions():
                    menu.addSeparator()
                menu.addAction(commands.by_id[action.id])
            elif _INNER.get(action.menu, ("",))[0] == key:
                _inner(menu, action.menu, inner).addAction(commands.by_id[action.id])
        if key == "view" and panels is not None:
            menu.addMenu(panels)


def _inner(menu: QMenu, name: str, made: dict[str, QMenu]) -> QMenu:
    """A menu inside another, made where its first action would stand."""
    if name not in made:
        made[name] = menu.addMenu(QCoreApplication.translate("actions", str(_INNER[name][1])))
    return made[name]


class MainBar(QToolBar):
    """The toolbar: the most used actions, the title, the find field, and Export."""

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("main-bar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.title = ElidedLabel("", "muted")
        self.title.setContentsMargins(10, 0, 12, 0)
        self.find_field = FindField(workspace)
        self.export = QPushButton()
        self._fill(commands)
        workspace.theme_source.changed.connect(self.set_theme)
        self.set_theme(workspace.theme)

    def set_theme(self, theme: Theme) -> None:
        self.title.setFont(theme.font("body"))

    def _fill(self, commands: Commands) -> None:
        for name in _TOOLBAR:
            if not name:
                self.addSeparator()
            elif name in commands.by_id:
                self.addAction(commands.by_id[name])
        self.addWidget(self.title)
        self.addWidget(self.find_field)
        self._add_gap()
        if "preview" in commands.by_id:
            self.addAction(commands.by_id["preview"])
            preview = self.widgetForAction(commands.by_id["preview"])
            if isinstance(preview, QToolButton):
                preview.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._add_gap()
        export = self._workspace.actions.get("export")
        if export is not None:
            self.export.setText(export.words)
            self.export.setAccessibleName(export.words)
            self.export.setToolTip(commands.by_id["export"].toolTip())
            self.export.clicked.connect(commands.by_id["export"].trigger)
            commands.by_id["export"].enabledChanged.connect(self.export.setEnabled)
            self.export.setEnabled(commands.by_id["export"].isEnabled())
            self.addWidget(self.export)
        self._name_buttons()

    def _add_gap(self) -> None:
        gap = QWidget()
        gap.setFixedWidth(_GAP_PX)
        self.addWidget(gap)

    def _name_buttons(self) -> None:
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            if action is not None and not button.accessibleName():
                button.setAccessibleName(action.text())
            elif button.objectName() == "qt_toolbar_ext_button":
                button.setAccessibleName(self.tr("More"))
