"""Both themes say the same things, and what they say can be read."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from ui.desktop.theme import RESOURCES, THEMES, Theme, ThemeSource, lacks_font_for, load_theme

ROOT = Path(__file__).resolve().parents[2]
STATES = ("duplicate", "order", "accepted", "rejected", "error")
TINTS = tuple(f"{state}_bg" for state in STATES)
ROWS = ("window", "pane", "hover", "selection", *TINTS)  # what a row of a pane can stand on
LISTS = ("pane", "hover", "selection")  # what a line of the queue, ledger, outline, palette … can stand on
TEXT_PAIRS = {  # words: the grounds that they are drawn on
    "text": {*ROWS, *LISTS, "raised", "sunken", "marked_words", "chapter_a", "chapter_b"},
    "muted": {*ROWS, *LISTS, "raised", "sunken"},
    "faint": {*ROWS, *LISTS, "raised", "sunken"},
    "link": {"window", "pane", "raised"},
    "accent": {"window", "pane", "selection"},
    "accent_text": {"accent"},
    **{f"{state}_text": {f"{state}_bg", *LISTS, "window", "raised"} for state in STATES},
}
SHAPE_PAIRS = {  # signs, bars, rings and icons: what they are drawn on
    **{state: {"window", "pane", "hover", "selection", f"{state}_bg"} for state in STATES if state != "rejected"},
    "rejected": {"window", "pane", "selection"},
    "outline": {*ROWS, "raised", "sunken"},
    "accent": {*ROWS, "raised", "chapter_a", "chapter_b"},
    **{role: {"window"} for role in ("overlap", "lane_a", "lane_b", "ribbon")},
    "muted": {"sunken", *LISTS, "raised"},
    "accent_text": {"accent"},
    **{f"{state}_text": {f"{state}_bg", *LISTS} for state in STATES},
}
RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
ROLE = re.compile(r"(?<![\w-])(color|background|border-color|border)\s*:[^;]*?\$(\w+)")


def in_style_sheet(words: str, on: str) -> set[tuple[str, str]]:
    """The pairs of roles that one rule of the style sheet names for two properties."""
    sheet = re.sub(r"/\*.*?\*/", "", (RESOURCES / "themes" / "window.qss").read_text("utf-8"), flags=re.DOTALL)
    rules = [dict(ROLE.findall(body)) for _, body in RULE.findall(sheet)]
    return {(rule[words], rule[on]) for rule in rules if words in rule and on in rule}


def pairs_of(table: dict[str, set[str]]) -> set[tuple[str, str]]:
    return {(front, ground) for front, grounds in table.items() for ground in grounds}


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    """The contrast ratio of two roles, from 1 to 21."""
    low, high = sorted((luminance(theme.colour(one)), luminance(theme.colour(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Theme:
    return load_theme(request.param)


def colours_in_file(name: str) -> dict[str, str]:
    return tomllib.loads((RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8"))["colours"]


def test_both_themes_hold_the_same_roles() -> None:
    roles = [set(colours_in_file(name)) for name in THEMES]
    assert roles[0] == roles[1]


def test_every_colour_of_the_file_is_read(theme: Theme) -> None:
    assert dict(theme.hexes) == colours_in_file(theme.name)


def test_words_can_be_read_on_each_ground_they_stand_on(theme: Theme) -> None:
    too_low = {pair: ratio for pair in sorted(pairs_of(TEXT_PAIRS)) if (ratio := contrast(theme, *pair)) < 4.5}
    assert not too_low


def test_words_can_be_read_wherever_the_style_sheet_sets_them_on_a_ground(theme: Theme) -> None:
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", (RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8"))
    pairs = {
        (words[1], ground[1]): selector.strip()
        for selector, rule in rules
        if (words := re.search(r"(?<![-\w])color:\s*\$(\w+)", rule))
        and (ground := re.search(r"(?<![-\w])background:\s*\$(\w+)", rule))
    }
    too_low = {where: pair for pair, where in pairs.items() if contrast(theme, *pair) < 4.5}
    assert len(pairs) > 5
    assert too_low == {}


def test_bars_and_outlines_can_be_seen(theme: Theme) -> None:
    too_low = {pair: ratio for pair in sorted(pairs_of(SHAPE_PAIRS)) if (ratio := contrast(theme, *pair)) < 3}
    assert not too_low


def test_each_pair_of_the_style_sheet_is_measured() -> None:
    assert in_style_sheet("color", "background") - pairs_of(TEXT_PAIRS) == set()


def test_words_take_their_colours_from_roles_that_are_measured() -> None:
    """What a widget paints by itself names its roles in its source."""
    drawn = re.compile(r"""setPen\((?:self\.)?_?(?:theme\.)?colour\(["'](\w+)["']""")
    pens = {role for file in (ROOT / "ui").rglob("*.py") for role in drawn.findall(file.read_text("utf-8"))}
    assert pens <= TEXT_PAIRS.keys() | SHAPE_PAIRS.keys()


def test_the_style_sheet_uses_only_roles_that_exist(theme: Theme) -> None:
    assert "$" not in theme.style_sheet()


@pytest.mark.parametrize(("sign", "role"), [("check", "accent_text"), ("down", "muted")])
def test_the_signs_of_a_style_sheet_are_in_colours_of_its_theme(theme: Theme, sign: str, role: str) -> None:
    source = (RESOURCES / "themes" / f"{theme.name}-{sign}.svg").read_text(encoding="utf-8")
    assert f'stroke="{theme.hexes[role]}"' in source


def test_the_style_sheet_finds_its_signs(theme: Theme) -> None:
    signs = re.findall(r'url\("([^"]+)"\)', theme.style_sheet())
    assert signs
    assert all(Path(sign).is_file() for sign in signs)


@pytest.mark.parametrize("make", [QCheckBox, QRadioButton])
def test_a_button_that_is_not_on_can_be_seen(
    qtbot: QtBot, theme: Theme, make: Callable[[str], QAbstractButton]
) -> None:
    source = ThemeSource(forced=theme.name)
    source.apply()
    button = make("x")
    qtbot.addWidget(button)
    button.resize(60, 24)
    image = button.grab().toImage()
    pixels = {image.pixelColor(x, y).name() for x in range(20) for y in range(24)}
    assert theme.hexes["outline"] in pixels


def test_an_unknown_role_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("mauve")


@pytest.mark.parametrize("path", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_each_icon_draws_in_the_colour_asked_for(path, qapp: QGuiApplication) -> None:
    theme = load_theme("light")
    assert QSvgRenderer(str(path)).isValid()
    image = theme.pixmap(path.stem, "accent", 24, 2.0).toImage()
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    inked = Counter(pixel.name() for pixel in pixels if pixel.alpha() == 255)
    assert inked.most_common(1)[0][0] == theme.hexes["accent"]


def test_times_have_digits_of_one_width(theme: Theme) -> None:
    assert theme.font("stamp").featureValue(QFont.Tag("tnum")) == 1


def test_han_characters_follow_the_language(qapp: QGuiApplication) -> None:
    japanese, korean = load_theme("light", "ja"), load_theme("light", "ko")
    han = [family for family in japanese.families if "CJK" in family]
    if not {"Noto Sans CJK JP", "Noto Sans CJK KR"} <= set(han):
        pytest.skip("no family here that has both shapes")
    assert han[0] == "Noto Sans CJK JP"
    assert next(family for family in korean.families if "CJK" in family) == "Noto Sans CJK KR"


def test_a_language_in_latin_letters_never_lacks_a_font(qapp: QGuiApplication) -> None:
    assert not lacks_font_for("en")


def test_a_forced_theme_is_told_once(qtbot: QtBot) -> None:
    source = ThemeSource(forced="light")
    told: list[Theme] = []
    source.changed.connect(told.append)
    source.force("dark")
    source.force("dark")
    assert [theme.name for theme in told] == ["dark"]
    source.force("light")


def system_asks_for(scheme: Qt.ColorScheme) -> None:
    """As the platform tells it; the one of the tests has none."""
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def test_the_window_follows_the_system_while_it_stands(qtbot: QtBot) -> None:
    source = ThemeSource()
    told: list[str] = []
    source.changed.connect(lambda theme: told.append(theme.name))
    system_asks_for(Qt.ColorScheme.Dark)
    assert QGuiApplication.palette().window().color() == load_theme("dark").colour("window")
    system_asks_for(Qt.ColorScheme.Light)
    assert told == ["dark", "light"]


def test_a_forced_theme_does_not_follow_the_system_until_it_is_forced_no_more(qtbot: QtBot) -> None:
    source = ThemeSource(forced="light")
    system_asks_for(Qt.ColorScheme.Dark)
    assert source.theme.name == "light"
    source.force(None)
    assert source.theme.name == "dark"
    system_asks_for(Qt.ColorScheme.Light)


def test_the_system_decides_unless_a_theme_is_forced(qtbot: QtBot) -> None:
    source = ThemeSource()
    expected = "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
    assert source.theme.name == expected
    assert ThemeSource(forced="dark").theme.name == "dark"
