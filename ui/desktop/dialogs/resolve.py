"""Answering many findings at once: what will be done, to which, and then one step that undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.model import ReviewState
from core.presenting.filters import Stage, is_certain
from core.presenting.queue import QueueItem, group_title
from core.timecode import written
from core.work import Work
from core.workflow.review import Answer
from core.workflow.together import Together, accepting, answerable, attributing, dismissing, keeping_apart
from ui.desktop.dialogs.checked_list import CheckedList
from ui.desktop.rows.shown_text import shown
from ui.desktop.tasks import Task
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.open_choice import open_choice
from ui.desktop.widgets.words import sentence, translated
from ui.desktop.workspace import Workspace

_WIDTH_PX, _HEIGHT_PX, _SPEAKER_PX, _LONGEST = 680, 520, 200, 400


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer all of them.

    Attributes:
        words: Of the button, with {count} in it.
        answer: The answer that findings have then.
        is_named: A speaker is asked for.
    """

    name: str
    words: str
    answer: Answer
    work: Callable[[ReviewState, Sequence[QueueItem]], Work[Together]] | None = None
    is_named: bool = False


class ResolveDialog(QDialog):
    """A list of findings with check boxes, and what to do with those that are checked."""

    def __init__(
        self,
        workspace: Workspace,
        items: Sequence[QueueItem],
        title: str,
        parent: QWidget | None = None,
        *,
        only: Answer | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.items = tuple(items)
        self.choices = tuple(choice for choice in _choices(self.items) if only in (None, choice.answer))
        self.setWindowTitle(title)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.list = CheckedList(workspace.theme, [self._words(item) for item in self.items])
        self.speaker = QComboBox()
        self.radios = QButtonGroup(self)
        self._head = PlainLabel(title)
        self._explained = PlainLabel("", "muted")
        self._buttons = QDialogButtonBox()
        self.go = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._connect_signals()
        self._refresh()
        (self.speaker if self.chosen and self.chosen.is_named else self.list).setFocus()

    @property
    def chosen(self) -> Choice | None:
        """What is to be done."""
        at = self.radios.checkedId()
        return self.choices[at] if 0 <= at < len(self.choices) else None

    def checked(self) -> list[QueueItem]:
        """The findings that it is to be done with."""
        return [self.items[at] for at in self.list.checked()]

    # ---------------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        self._head.setFont(self._workspace.theme.font("heading"))
        self._head.setWordWrap(True)
        self._explained.setWordWrap(True)
        self.list.setAccessibleName(self.tr("What it will be done with"))
        self.speaker.setMinimumWidth(_SPEAKER_PX)
        self._explained.setText(self.tr("One step, which Undo takes back. Uncheck what is to stay open."))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._explained)
        column.addLayout(self._build_choices())
        column.addWidget(self.list, 1)
        column.addWidget(self._buttons)

    def _build_choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        preferred = self._preferred()
        for at, choice in enumerate(self.choices):
            radio = QRadioButton(choice.name.replace("&", "&&"))
            radio.setVisible(len(self.choices) > 1)
            radio.setChecked(at == preferred)
            self.radios.addButton(radio, at)
            row.addWidget(radio)
        review = self._workspace.review
        names = sorted({e.speaker for e in review.state.episode.entries.values() if e.speaker}) if review else []
        open_choice(self.speaker, self.tr("Speaker"))
        self.speaker.addItems(["", *names])
        row.addWidget(self.speaker)
        row.addStretch(1)
        return row

    def _preferred(self) -> int:
        """The choice that was made last of this kind: that of the nearest answered one above the one in view."""
        queue, now = self._workspace.queue, self._workspace.item
        if queue is None or now is None:
            return 0
        above = queue.items[: queue.items.index(now) + 1]
        answers = [item.answer for item in above if item.kind == now.kind and not item.is_open]
        return next((at for at, choice in enumerate(self.choices) if answers and choice.answer is answers[-1]), 0)

    def _words(self, item: QueueItem) -> str:
        """What a finding is about: each copy with its time, else what is wrong and where."""
        review, merge = self._workspace.review, item.finding.merge
        if merge is None or review is None:
            what = shown(item.text[:_LONGEST]).text if item.text else ""
            return "\n".join(part for part in (f"{item.stamp}  {what}".strip(), sentence(item.why)) if part)
        episode = review.state.episode
        lines: list[str] = []
        for entry in (episode.entries[member] for member in merge.members):
            time = "" if entry.time_s is None else written(entry.time_s, episode.style)
            lines.append(f"{time}  {shown(entry.text[:_LONGEST]).text}")
        return "\n".join(lines)

    def _connect_signals(self) -> None:
        self.list.itemChanged.connect(self._refresh)
        self.radios.idToggled.connect(self._refresh)
        self.speaker.editTextChanged.connect(self._refresh)
        self._buttons.accepted.connect(self._on_go_clicked)
        self._buttons.rejected.connect(self.reject)

    # ------------------------------------------------------------------------------------------------- what it does

    def _refresh(self) -> None:
        choice, count = self.chosen, len(self.checked())
        is_named = choice is not None and choice.is_named
        self.speaker.setVisible(is_named)
        self.go.setText(choice.words.format(count=count) if choice else "")
        self.go.setEnabled(count > 0 and (not is_named or bool(self.speaker.currentText().strip())))

    def _on_go_clicked(self) -> None:
        review, choice = self._workspace.review, self.chosen
        if review is not None and choice is not None:
            findings = [item.finding for item in self.checked()]
            work = (
                attributing(review.state, findings, self.speaker.currentText().strip())
                if choice.work is None
                else choice.work(review.state, self.checked())
            )
            done = partial(_take, self._workspace)
            self._workspace.tasks.start(Task("resolve", self.tr("Answering"), work, done))
        self.accept()


def _choices(items: Sequence[QueueItem]) -> tuple[Choice, ...]:
    """What can be done with all of these."""
    found, choices = answerable([item.finding for item in items]), list[Choice]()
    if found.merges:
        choices += (
            Choice(_tr("Merge"), _tr("Merge {count}"), Answer.ACCEPTED, _accepting),
            Choice(_tr("Keep both"), _tr("Keep {count} apart"), Answer.REJECTED, _keeping_apart),
        )
    if found.repairs:
        choices.append(Choice(_tr("Fix"), _tr("Fix {count}"), Answer.OPEN, _accepting))
    if found.quotes:
        choices.append(Choice(_tr("Set the speaker"), _tr("Set it for {count}"), Answer.OPEN, is_named=True))
    if found.harmless:
        words = _tr("Call {count} all right")
        choices.append(Choice(_tr("It is all right"), words, Answer.DISMISSED, _dismissing))
    return tuple(choices)


def _accepting(state: ReviewState, items: Sequence[QueueItem]) -> Work[Together]:
    return accepting(state, [item.finding for item in items])


def _keeping_apart(state: ReviewState, items: Sequence[QueueItem]) -> Work[Together]:
    return keeping_apart(state, [item.finding for item in items])


def _dismissing(state: ReviewState, items: Sequence[QueueItem]) -> Work[Together]:
    return dismissing(state, [item.finding for item in items])


def _take(workspace: Workspace, answers: Together) -> None:
    workspace.following.do(answers, partial(_go_on, workspace))


def _go_on(workspace: Workspace, answers: Together) -> None:
    workspace.told.emit(workspace.tr("{count} answered in one step").format(count=len(answers.done)))
    item = workspace.queue.next_open(workspace.focus.finding, +1, workspace.shows) if workspace.queue else None
    workspace.go_to(item)


def resolve_certain(workspace: Workspace, parent: QWidget) -> QDialog:
    """Merge the duplicates of which detection is certain."""
    items = list(filter(is_certain, workspace.queue.items)) if workspace.queue else []
    return ResolveDialog(workspace, items, workspace.tr("Resolve the certain ones"), parent, only=Answer.ACCEPTED)


def same_for_all(workspace: Workspace, parent: QWidget) -> QDialog:
    """One choice for all that is left of the kind in view, as far as the filters show it."""
    queue, now = workspace.queue, workspace.item
    kind = now.kind if now else ""
    shows = replace(workspace.shows, kinds=frozenset({kind}), stage=Stage.OPEN)
    items = [item for item in queue.items if shows.admits(item)] if queue else []
    return ResolveDialog(workspace, items, translated(group_title(kind)), parent)


def answer_marked(workspace: Workspace, parent: QWidget) -> QDialog:
    """One choice for the findings that are marked, else for the one in view; none is marked afterwards."""
    wanted = workspace.marked or {workspace.focus.finding}
    items = [item for item in workspace.queue.items if item.id in wanted] if workspace.queue else []
    kinds = dict.fromkeys(translated(group_title(item.kind)) for item in items)
    dialog = ResolveDialog(workspace, items, ", ".join(kinds), parent)
    dialog.finished.connect(partial(_unmark, workspace))
    return dialog


def _unmark(workspace: Workspace, _result: int) -> None:
    workspace.mark(frozenset())


def _tr(text: str) -> str:
    return QCoreApplication.translate("ResolveDialog", text)
