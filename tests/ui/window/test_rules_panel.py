"""The rules in the window: live, with a way to see and to fix what is found against each."""

from __future__ import annotations

import pytest
from window_driver import first_note, items_of, review_of

from core.workflow import propose
from ui.desktop.app.window import Parts
from ui.desktop.panels.rules.panel import RulesPanel


@pytest.fixture
def rules(opened: Parts) -> RulesPanel:
    """The panel, in view."""
    opened.workspace.panel_requested.emit("rules", False)
    panel = opened.window.docks.by_id["rules"].widget()
    assert isinstance(panel, RulesPanel)
    return panel


def misplace(parts: Parts) -> None:
    """Give the first note a time far behind its place."""
    assert parts.workspace.do(propose.retime(review_of(parts).state, first_note(parts).id, 1500))


def test_a_rule_is_broken_as_soon_as_an_edit_breaks_it(opened: Parts, rules: RulesPanel) -> None:
    before = rules.rows["order"].state.text()
    misplace(opened)
    assert rules.rows["order"].state.text() != before


def test_show_goes_to_a_finding_against_the_rule(opened: Parts, rules: RulesPanel) -> None:
    rules.rows["duplicates"].show_button.click()
    item = opened.workspace.item
    assert item is not None
    assert item.kind == "duplicate"


def test_fix_asks_about_what_can_be_fixed(opened: Parts, rules: RulesPanel) -> None:
    misplace(opened)
    asked: list[str] = []
    opened.workspace.dialog_requested.connect(asked.append)
    rules.rows["order"].fix_button.click()
    assert "answer-marked" in asked
    assert opened.workspace.marked <= {item.id for item in items_of(opened, "out-of-order")}


def test_a_rule_that_is_kept_offers_nothing(rules: RulesPanel) -> None:
    assert not rules.rows["title"].fix_button.isVisible()


def test_a_rule_says_aloud_how_it_stands(rules: RulesPanel) -> None:
    assert rules.rows["title"].accessibleName() == "Title of the episode: kept"
