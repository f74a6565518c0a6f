"""The language of the window: the one that was chosen, else the system's, else English; knows no text itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from ui.desktop.theme import RESOURCES
from ui.desktop.widgets.words import LANGUAGE

_FOLDER = RESOURCES / "i18n"


def install(settings: QSettings, folder: Path = _FOLDER) -> None:
    """Load the translation, and write dates as that language does; before any text is shown."""
    wanted = str(settings.value(LANGUAGE, "")) or _of_system()
    application = QCoreApplication.instance()
    if application is None:
        return
    if QLocale(wanted).language() != QLocale().language():  # else the system's: it knows the country too
        QLocale.setDefault(QLocale(wanted))
    if wanted == "en":
        return
    for name, place in ((wanted, str(folder)), (f"qtbase_{wanted}", _qt_folder())):
        translator = QTranslator(application)
        if translator.load(name, place):
            application.installTranslator(translator)


def _of_system() -> str:
    """What the system speaks, which need not be how it writes numbers: "ko" of "ko-Kore-KR"."""
    return next(iter(QLocale.system().uiLanguages()), "en").partition("-")[0]


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
