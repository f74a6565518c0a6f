"""NS401 and NS402: the title is the episode's, and below it stand exactly three numbered lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from core.checks.finding import Finding, Rule, Severity, WholeCheck, WholeView, finding_id
from core.checks.wording import shortened
from core.editing.edits import Edit, SetHead
from core.messages import Message
from core.model import ReviewState
from core.stitching.propose import set_title
from core.stitching.summary import draft_summary

TITLE_RULE = Rule("NS401", "title", Severity.ERROR, is_of_document=True)
SUMMARY_RULE = Rule("NS402", "summary", Severity.ERROR, is_of_document=True)
SUMMARY_LINES = 3


def _title(view: WholeView) -> Iterable[Finding]:
    title, wanted = view.document.title, view.episode.title
    if not title.strip():
        message = Message("the document has no title")
    elif not (view.episode.is_titled and wanted.strip()) or _plain(title) == _plain(wanted) or _is_own(view):
        return
    else:
        message = Message("the title is not the episode's, which is “{title}”", {"title": shortened(wanted)})
    yield Finding(finding_id(TITLE_RULE, title, wanted), TITLE_RULE, message)


def _is_own(view: WholeView) -> bool:
    """Whether the editor set the title."""
    return view.start.document is not None and view.start.document.title != view.document.title


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _set_title(state: ReviewState, _: Finding) -> Edit | None:
    return set_title(state, state.episode.title) if state.episode.title.strip() else None


def _summary(view: WholeView) -> Iterable[Finding]:
    count = len(view.document.summary)
    if count != SUMMARY_LINES:
        message = Message("there are {count} numbered summary lines, not exactly three", {"count": count})
        yield Finding(finding_id(SUMMARY_RULE, *view.document.summary), SUMMARY_RULE, message)


def _make_three(state: ReviewState, _: Finding) -> Edit | None:
    """Drafts for the lines that are missing; lines that are too many go into the third, word for word."""
    lines = state.document.summary
    if len(lines) == SUMMARY_LINES:
        return None
    last = SUMMARY_LINES - 1
    three = (*lines[:last], " ".join(lines[last:])) if lines[last:] else (*lines, *_drafts(state, len(lines)))
    return SetHead(state.document.title, three) if all(map(str.strip, (state.document.title, *three))) else None


def _drafts(state: ReviewState, have: int) -> tuple[str, ...]:
    known = state.document.summary
    drafts = draft_summary(state.document)
    return (*(draft for draft in drafts if draft not in known), *drafts)[: SUMMARY_LINES - have]


TITLE = WholeCheck(TITLE_RULE, _title, _set_title)
SUMMARY = WholeCheck(SUMMARY_RULE, _summary, _make_three)
