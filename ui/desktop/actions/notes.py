"""Small corrections of what the person looks at: its time, and joining it with the note before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.messages import Message
from core.timecode import parse_typed, written
from core.workflow import propose
from core.workflow.together import shifting
from ui.desktop.actions.editing import focused_block, has_block, has_several, is_note, selected_blocks
from ui.desktop.prompts import Question
from ui.desktop.workspace import Action, Workspace


def _retime(workspace: Workspace) -> None:
    review, block = workspace.review, focused_block(workspace)
    if review is None or block is None or has_several(workspace):
        return
    now = "" if block.time_s is None else written(block.time_s, review.state.episode.style)
    answer = workspace.prompts.line(Question(workspace.tr("Time"), workspace.tr("When is this said?"), now))
    if answer is None:
        return
    time_s = parse_typed(answer)
    if time_s is None:
        workspace.told.emit(
            workspace.tr("“{text}” is no time; write it as 12:34, 1:02:03 or in seconds").format(text=answer)
        )
        return
    workspace.do(propose.retime(review.state, block.id, time_s))


def _shift(by_s: int, workspace: Workspace) -> None:
    review, block = workspace.review, focused_block(workspace)
    if review is None or block is None:
        return
    document, blocks = review.state.document, selected_blocks(workspace) or (block.id,)
    if all(document.block(document.find(each)).time_s is None for each in blocks):
        words = workspace.tr("There is no time here to make later or earlier. What gives it one: {action}")
        retime = workspace.actions["retime"]
        workspace.told.emit(words.format(action=retime.words_and_keys(retime.words)))
    else:
        workspace.following.run(shifting(review.state, blocks, by_s), len(blocks))


def _join(workspace: Workspace) -> None:
    """Say what it went into, and go there: the note before may stand above all that is beneath it."""
    review, block = workspace.review, focused_block(workspace)
    if review is None or block is None or has_several(workspace):
        return
    edit = propose.join_note(review.state, block.id)
    if edit is None:
        workspace.told.emit(workspace.tr("There is no note before this one to join it with"))
        return
    document, style = review.state.document, review.state.episode.style
    *over, at = document.find(block.id)
    above = document.block((*over, at - 1))
    if workspace.do(edit):
        from core.presenting.outcome import named  # noqa: PLC0415 - not for the first paint

        workspace.go_to_block(above.id)
        workspace.tell(Message("it is joined with {note}", {"note": named(above, style)}))


def _shifting(name: str, text: object, by_s: int, key: str) -> Action:
    return Action(name, text, partial(_shift, by_s), has_block, keys=(key,), menu=_TIME)


_TIME = "time"
ACTIONS = (
    Action(
        "retime",
        QT_TRANSLATE_NOOP("actions", "Change the time…"),
        _retime,
        has_block,
        keys=("Ctrl+T",),
        icon="clock",
        menu=_TIME,
    ),
    _shifting("later-by-1", QT_TRANSLATE_NOOP("actions", "1 second later"), 1, "Ctrl+]"),
    _shifting("earlier-by-1", QT_TRANSLATE_NOOP("actions", "1 second earlier"), -1, "Ctrl+["),
    _shifting("later-by-5", QT_TRANSLATE_NOOP("actions", "5 seconds later"), 5, "Ctrl+Shift+]"),
    _shifting("earlier-by-5", QT_TRANSLATE_NOOP("actions", "5 seconds earlier"), -5, "Ctrl+Shift+["),
    Action(
        "join-note",
        QT_TRANSLATE_NOOP("actions", "Join with the note before"),
        _join,
        is_note,
        keys=("Ctrl+J",),
        menu="edit",
    ),
)
