"""The look of the window: colours by role, fonts, icons and the style sheet; knows no widget and no note.

Every colour of the window comes from ``resources/themes``, and this is the only module that sets a style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_DRESSED = "notestitch-theme"  # of the application: the theme that it was given last
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
THEMES = ("light", "dark")
# All that the files hold; tomllib would take a fiftieth of the time to the first paint.
_COLOUR = re.compile(r'^(\w+) = "(#[0-9a-f]{6})"$', re.MULTILINE)

_LATIN = ("Pretendard", "Inter")
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", "NanumGothic")
_JAPANESE = ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "Meiryo")
_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei UI")
_LAST = ("Noto Sans", "Segoe UI", "DejaVu Sans")
# Han characters take their shape from the family that comes first, so the episode's language leads.
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "ja": ("Inter", *_JAPANESE, *_KOREAN, *_LAST),
    "zh": ("Inter", *_CHINESE, *_KOREAN, *_LAST),
}
_DEFAULT_FAMILIES = (*_LATIN, *_KOREAN, *_JAPANESE, *_LAST)
_SCRIPTS = {"ko": "Korean", "ja": "Japanese", "zh": "SimplifiedChinese"}  # Qt's names

_Weight = QFont.Weight
_FONTS: Mapping[str, tuple[int, QFont.Weight]] = {  # role: size in pixels, weight
    "caption": (11, _Weight.Medium),
    "small": (12, _Weight.Normal),
    "stamp": (12, _Weight.Medium),
    "strong": (12, _Weight.DemiBold),
    "body": (14, _Weight.Normal),
    "body-strong": (14, _Weight.DemiBold),
    "heading": (15, _Weight.DemiBold),
    "title": (19, _Weight.Bold),
}
_TABULAR = ("caption", "stamp", "small", "strong")  # times stand in columns

_Role = QPalette.ColorRole
_PALETTE: Mapping[QPalette.ColorRole, str] = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "pane",
    _Role.AlternateBase: "window",
    _Role.Text: "text",
    _Role.Button: "raised",
    _Role.ButtonText: "text",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "accent_text",
    _Role.Link: "link",
    _Role.LinkVisited: "link",
    _Role.PlaceholderText: "faint",
    _Role.Light: "hairline",
    _Role.Midlight: "hairline",
    _Role.Mid: "line",
    _Role.Dark: "outline",
    _Role.Shadow: "line",
    _Role.Accent: "accent",
}


@dataclass(frozen=True)
class Theme:
    """One set of colours and font families.

    Attributes:
        name: "light" or "dark".
        is_dark: Whether its words are lighter than its grounds.
        hexes: "#rrggbb" for each role.
        families: Installed font families, the first that has a character draws it.
    """

    name: str
    is_dark: bool
    hexes: Mapping[str, str]
    families: tuple[str, ...] = ("Sans Serif",)
    _colours: dict[str, QColor] = field(default_factory=dict[str, QColor], init=False, repr=False, compare=False)

    def colour(self, role: str) -> QColor:
        """The colour of a role, not to be changed by the caller; an unknown role is a KeyError."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(self.hexes[role])
        return found

    def font(self, role: str = "body", scale: float = 1.0) -> QFont:
        """A font of a role; ``scale`` is the zoom of the panes."""
        pixels, weight = _FONTS[role]
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(max(6, round(pixels * scale)))
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if role in _TABULAR:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def pixmap(self, icon: str, role: str = "muted", size: int = 18, ratio: float = 1.0) -> QPixmap:
        """An icon in the colour of a role, sharp at the device pixel ratio given."""
        return _drawn_icon(icon, self.hexes[role], size, ratio)

    def icon(self, icon: str, role: str = "muted", size: int = 18) -> QIcon:
        """An icon for buttons and menus, at both usual pixel ratios, with a disabled look of its own."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - not needed for the first paint of the panes

        made = QIcon()
        for ratio in (1.0, 2.0):
            made.addPixmap(self.pixmap(icon, role, size, ratio))
            made.addPixmap(self.pixmap(icon, "rejected", size, ratio), QIcon.Mode.Disabled)
        return made

    def palette(self) -> QPalette:
        palette = QPalette()
        for place, role in _PALETTE.items():
            palette.setColor(place, self.colour(role))
        for place in (_Role.Text, _Role.ButtonText, _Role.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.colour("rejected_text"))
        return palette

    def style_sheet(self) -> str:
        folder = RESOURCES / "themes"
        template = (folder / "window.qss").read_text(encoding="utf-8")
        # A style sheet cannot tint a picture, so each theme has its own signs, named like light-check.svg.
        return Template(template).substitute(self.hexes, signs=(folder / self.name).as_posix())


def load_theme(name: str, language: str = "") -> Theme:
    """The theme of that name; ``language`` (a primary tag such as "ja") decides the shape of Han characters."""
    return Theme(name, name == "dark", _read(name), _installed(_FAMILIES.get(language, _DEFAULT_FAMILIES)))


@cache
def _read(name: str) -> Mapping[str, str]:
    return dict(_COLOUR.findall((RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8")))


def lacks_font_for(language: str) -> bool:
    """Whether no installed font can show that language, so that boxes would stand for its characters."""
    script = _SCRIPTS.get(language)
    return script is not None and not QFontDatabase.families(QFontDatabase.WritingSystem[script])


@cache
def _installed(families: tuple[str, ...]) -> tuple[str, ...]:
    there = set(QFontDatabase.families())
    return tuple(family for family in families if family in there) or ("Sans Serif",)


@lru_cache(maxsize=512)
def _drawn_icon(icon: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not needed for the first paint of the panes

    source = (RESOURCES / "icons" / f"{icon}.svg").read_bytes().replace(b"currentColor", colour.encode())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class ThemeSource(QObject):
    """The theme in use: the one that was forced, else the one that the system asks for.

    Signals:
        changed(Theme): The theme or its fonts are others now; the application already shows them.
    """

    changed = Signal(object)

    def __init__(self, forced: str | None = None, language: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forced = forced
        self._language = language
        self._scheme = QGuiApplication.styleHints().colorScheme()  # what the system asks for
        self._theme = load_theme(self._wanted(), language)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def forced(self) -> str | None:
        """The name of the theme that was forced, None where the system decides."""
        return self._forced

    def force(self, name: str | None) -> None:
        """Use that theme whatever the system says; None follows the system again."""
        self._forced = name
        self._renew()

    def set_language(self, language: str) -> None:
        """The episode's language, for the shape of Han characters."""
        self._language = language
        self._renew()

    def apply(self) -> None:
        """Give the application the look; once at the start, later it is done by each change."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._dress(application)

    def _dress(self, application: QApplication) -> None:
        sheet = self._theme.style_sheet()
        if application.property(_DRESSED) == self._theme and application.styleSheet() == sheet:
            return  # each of the calls below goes through all widgets, also through those that are about to go
        application.setProperty(_DRESSED, self._theme)
        application.setPalette(self._theme.palette())
        application.setFont(self._theme.font("small"))
        application.setStyleSheet(sheet)

    def _wanted(self) -> str:
        return self._forced or ("dark" if self._scheme is Qt.ColorScheme.Dark else "light")

    def _renew(self) -> None:
        theme = load_theme(self._wanted(), self._language)
        if theme == self._theme:
            return
        self._theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._dress(application)
        self.changed.emit(theme)

    def _on_system_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._renew()
