"""The tool that makes translations, and the application in another language, for tests."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from ui.desktop.app.language import install

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "resources" / "i18n").glob("*.ts"))


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


TOOL = _loaded()


def release_all(folder: Path) -> Path:
    """What the window loads, in a folder of the test's own."""
    for file in FILES:
        TOOL.release(file, folder / f"{file.stem}.qm")
    return folder


@contextmanager
def speaking(settings: QSettings, folder: Path) -> Iterator[None]:
    """The application in the language that the settings name, as it starts; in English again afterwards."""
    application, before = QCoreApplication.instance(), QLocale()
    assert application is not None
    install(settings, folder)
    yield
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
