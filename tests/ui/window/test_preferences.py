"""The preferences: what is chosen holds, the language from the next start on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from translation_tool import release_all, speaking

from ui.desktop.app.window import Parts
from ui.desktop.dialogs.preferences import Preferences


def chosen(parts: Parts, language: str) -> Preferences:
    preferences = Preferences(parts.workspace, parts.window)
    preferences.language.setCurrentIndex(preferences.language.findData(language))
    preferences.language.activated.emit(preferences.language.currentIndex())
    return preferences


def file_menu() -> str:
    return QCoreApplication.translate("actions", "&File")


def test_the_next_start_speaks_the_language_that_was_chosen(parts: Parts, tmp_path: Path) -> None:
    chosen(parts, "ko")
    with speaking(parts.workspace.settings, release_all(tmp_path)):
        assert file_menu() == "파일(&F)"


def test_until_the_next_start_the_language_stays_and_that_is_said(parts: Parts) -> None:
    preferences = chosen(parts, "ko")
    assert (file_menu(), preferences.later.isHidden()) == ("&File", False)


def test_dates_follow_the_language_that_was_chosen(parts: Parts, tmp_path: Path) -> None:
    chosen(parts, "ko")
    with speaking(parts.workspace.settings, release_all(tmp_path)):
        assert QLocale().standaloneDayName(1) == "월요일"


def test_english_can_be_chosen_where_the_system_speaks_another_language(parts: Parts, tmp_path: Path) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("ko"))
    chosen(parts, "en")
    with speaking(parts.workspace.settings, release_all(tmp_path)):
        assert (file_menu(), QLocale().standaloneDayName(1)) == ("&File", "Monday")
    QLocale.setDefault(before)
