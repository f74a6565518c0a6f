"""Exporting: what is open, which format, where to, and the editor's word that it may go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.messages import Message
from core.model import blocks_of
from core.presenting.counts import Left
from core.timecode import TimeStyle, written
from core.workflow.exporting import FORMATS, Needs, Options, doubts, is_document, needs_of, suggested_name, unmet
from core.workflow.session_files import is_workplace
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import sentence, translated
from ui.desktop.workspace import Workspace

FOLDER, FORMAT = "export/folder", "export/format"  # settings
QUOTES_LAST, WITHOUT_TIMES = "export/quotes-last", "export/without-times"
_WIDTH_PX, _HOUR_S = 600, 3600
_NAMES = {
    "markdown": QT_TRANSLATE_NOOP("formats", "Markdown"),
    "html": QT_TRANSLATE_NOOP("formats", "Web page (HTML)"),
    "odt": QT_TRANSLATE_NOOP("formats", "Word processor (ODT)"),
    "pdf": QT_TRANSLATE_NOOP("formats", "PDF"),
    "text": QT_TRANSLATE_NOOP("formats", "Plain text"),
    "chapters-text": QT_TRANSLATE_NOOP("formats", "Chapters for a description (YouTube, Spotify, Apple)"),
    "chapters-json": QT_TRANSLATE_NOOP("formats", "Chapters for Podcasting 2.0 (JSON)"),
    "chapters-vtt": QT_TRANSLATE_NOOP("formats", "Chapters as WebVTT"),
    "chapters-psc": QT_TRANSLATE_NOOP("formats", "Podlove Simple Chapters (XML)"),
    "chapters-ffmetadata": QT_TRANSLATE_NOOP("formats", "Chapters for FFmpeg"),
    "json": QT_TRANSLATE_NOOP("formats", "Document with its sources (JSON)"),
    "criticmarkup": QT_TRANSLATE_NOOP("formats", "Document with changes marked (CriticMarkup)"),
    "report": QT_TRANSLATE_NOOP("formats", "Report: what became of every entry (Markdown)"),
    "decisions": QT_TRANSLATE_NOOP("formats", "Decisions, one a line (JSON lines)"),
}


class ExportDialog(QDialog):
    """Lists the rules that are not met and lets the editor go on all the same."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(_WIDTH_PX)
        self.format = self._formats()
        self.quotes_last = QCheckBox(self.tr("Quotes at the end of their chapter"))
        self.without_times = QCheckBox(self.tr("Without times"))
        self.hours = self._hour_styles()
        self.path = QLineEdit(str(self._suggested()))
        self.path.setAccessibleName(self.tr("File to write"))
        self._browse = QPushButton(self.tr("Browse…"))
        self._browse.setAutoDefault(False)
        self._buttons = QDialogButtonBox()
        self.export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setProperty("role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.unmet_words: tuple[str, ...] = ()
        self.doubts = PlainLabel("", "muted")
        self.doubts.setWordWrap(True)
        self._said = PlainLabel("", "error")
        self._said.setWordWrap(True)
        self._build()
        self._connect_signals()
        self._show_format()

    # ---------------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self._heading())
        for words, sign, role in self._lines():
            column.addWidget(self._line(words, sign, role))
        column.addSpacing(10)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add(form, self.tr("Format"), self.format, self.doubts)
        self._options = self._column(self.quotes_last, self.without_times, self.hours)
        form.addRow("", self._options)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self._browse)
        label = PlainLabel(self.tr("Write to"), "muted")
        label.setBuddy(self.path)
        form.addRow(label, row)
        column.addLayout(form)
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        self.path.setFont(self._workspace.theme.font("small"))
        self.export.setFocus()

    def _add(self, form: QFormLayout, words: str, field: QWidget, *below: QWidget) -> None:
        label = PlainLabel(words, "muted")
        label.setBuddy(field)
        form.addRow(label, field)
        for widget in below:
            form.addRow("", widget)

    def _column(self, *widgets: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in widgets:
            column.addWidget(widget)
        return box

    def _formats(self) -> QComboBox:
        """The formats that can be written now, the one that was chosen last first in view."""
        box, has_session = QComboBox(), self._workspace.keeping.kept is not None
        box.setAccessibleName(self.tr("Format"))
        for name, words in _NAMES.items():
            if has_session or needs_of(name) is not Needs.SESSION:
                box.addItem(QCoreApplication.translate("formats", str(words)), name)
        box.setCurrentIndex(max(0, box.findData(self._workspace.settings.value(FORMAT, "markdown"))))
        return box

    def _hour_styles(self) -> QComboBox:
        """How times from one hour on are written; for an episode that is as long."""
        box, review = QComboBox(), self._workspace.review
        box.setAccessibleName(self.tr("Times from one hour on"))
        latest = max((b.time_s or 0 for b in blocks_of(review.state.document)), default=0) if review else 0
        box.addItem(self.tr("Times as in the notes"), None)
        for style in TimeStyle:
            box.addItem(self.tr("Times as {example}").format(example=written(latest, style)), style)
        box.setVisible(latest >= _HOUR_S)
        return box

    def _heading(self) -> PlainLabel:
        review = self._workspace.review
        open_rules = unmet(review) if review else ()
        self.unmet_words = tuple(sentence(rule.message) for rule in open_rules)
        queue = self._workspace.queue
        heading = PlainLabel(translated((queue.counts if queue else Left(0, 0, 0)).words))
        heading.setFont(self._workspace.theme.font("heading"))
        return heading

    def _lines(self) -> list[tuple[str, str, str]]:
        lines = [(words, "warning", "duplicate") for words in self.unmet_words]
        if self._workspace.tasks.is_running("check", "detect"):
            lines.append((self.tr("Duplicates are still being looked for"), "clock", "muted"))
        if not lines:
            lines.append((self.tr("Every rule is met, and every entry is accounted for."), "accept", "accepted"))
        else:
            lines.append((self.tr("You can export all the same, and again later."), "info", "muted"))
        return lines

    def _line(self, words: str, sign: str, role: str) -> QWidget:
        theme, box = self._workspace.theme, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(theme.pixmap(sign, role, 16, self.devicePixelRatioF()))
        label = PlainLabel(words)
        label.setWordWrap(True)
        row.addWidget(mark)
        row.addWidget(label, 1)
        return box

    # --------------------------------------------------------------------------------------------------------- choices

    @property
    def format_name(self) -> str:
        return str(self.format.currentData())

    @property
    def options(self) -> Options:
        return Options(
            quotes_last=self.quotes_last.isChecked(),
            has_times=not self.without_times.isChecked(),
            style=self.hours.currentData(),
        )

    def _suggested(self) -> Path:
        """Beside the last export of that format, else in the folder that was chosen last, or that of the notes."""
        workspace, review = self._workspace, self._workspace.review
        last = workspace.exporting.last
        if last is not None and last.format_name == self.format_name:
            return last.path
        remembered = str(workspace.settings.value(FOLDER, ""))
        known = (remembered and Path(remembered), workspace.opened and workspace.opened.folder)
        folder = next((folder for folder in known if folder and is_workplace(folder)), Path.home())
        return folder / suggested_name(review, self.format_name) if review else folder

    def _show_format(self) -> None:
        """The options that the format follows, and what should be known about it."""
        review, settings = self._workspace.review, self._workspace.settings
        self.quotes_last.setChecked(settings.value(QUOTES_LAST, False, type=bool) is True)
        self.without_times.setChecked(settings.value(WITHOUT_TIMES, False, type=bool) is True)
        self._options.setVisible(is_document(self.format_name))
        found: tuple[Message, ...] = doubts(review, self.format_name) if review else ()
        self.doubts.setText("\n".join(map(sentence, found)))
        self.doubts.setVisible(bool(found))

    def _remember(self, path: Path) -> None:
        settings = self._workspace.settings
        settings.setValue(FOLDER, str(path.parent))
        settings.setValue(FORMAT, self.format_name)
        if is_document(self.format_name):
            settings.setValue(QUOTES_LAST, self.quotes_last.isChecked())
            settings.setValue(WITHOUT_TIMES, self.without_times.isChecked())

    # ---------------------------------------------------------------------------------------------------------- signals

    def _connect_signals(self) -> None:
        self._workspace.told.connect(self._said.setText)
        self._workspace.exporting.done.connect(self.accept)
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._buttons.accepted.connect(self._on_export_clicked)
        self._buttons.rejected.connect(self.reject)

    def _on_format_changed(self) -> None:
        """The name that was typed stays, with another suffix; a name nobody touched is suggested anew."""
        path = Path(self.path.text())
        old = max((suffix for suffix in FORMATS.values() if path.name.endswith(suffix)), key=len, default="")
        name = f"{path.name.removesuffix(old)}{FORMATS[self.format_name]}"
        self.path.setText(str(path.with_name(name)))
        self._show_format()
        self.adjustSize()

    def _on_browse_clicked(self) -> None:
        path = self._workspace.prompts.file_to_save(Path(self.path.text()))
        if path is not None:
            self.path.setText(str(path))

    def _on_export_clicked(self) -> None:
        text = self.path.text().strip()
        if text:
            path = Path(text).expanduser()
            self._remember(path)
            options = self.options if is_document(self.format_name) else None
            self._workspace.exporting.to(path, self.format_name, options)
