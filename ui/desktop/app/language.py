"""The language of the window: the one that was chosen, else the system's, else English; knows no text itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from ui.desktop.theme import RESOURCES
from ui.desktop.widgets.words import LANGUAGE

_FOLDER = RESOURCES / "i18n"


def install(settings: QSettings, language: str | None = None) -> None:
    """Load the translation, before any text is shown; ``language`` overrides what the settings say."""
    wanted = language or str(settings.value(LANGUAGE, "")) or QLocale.system().name().partition("_")[0]
    application = QCoreApplication.instance()
    if wanted == "en" or application is None:
        return
    for name, folder in ((wanted, str(_FOLDER)), (f"qtbase_{wanted}", _qt_folder())):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
