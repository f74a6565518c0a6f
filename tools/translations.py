"""Collects all texts of the window and all messages of the core into resources/i18n/*.ts; keeps what is translated.

python tools/translations.py            brings the files up to date; new texts are marked as unfinished
python tools/translations.py release    makes the .qm files that the window loads, with the lrelease of PySide6
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
CORE = "core"  # the context of all messages
_CALLS = ("translate", "QT_TRANSLATE_NOOP")


class Text(NamedTuple):
    """A text and where it stands; ``context`` is the name that Qt looks it up by."""

    context: str
    source: str
    place: str


class NotLiteralError(Exception):
    """A text that is put together in the program cannot be listed."""


def texts(root: Path = ROOT) -> Iterator[Text]:
    """All texts, file by file; raises NotLiteralError."""
    for folder in ("core", "ui"):
        for file in sorted((root / folder).rglob("*.py")):
            place = file.relative_to(root).as_posix()
            yield from _Reader(place, ast.parse(file.read_text("utf-8"))).found


def updated(file: Path, language: str) -> bytes:
    """The file with all texts of now, and the translations that it holds of them."""
    known = translations(file) if file.exists() else {}
    tree = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    wanted: dict[str, set[str]] = {}
    for text in texts():
        wanted.setdefault(text.context, set()).add(text.source)
    for context in sorted(wanted):
        part = ET.SubElement(tree, "context")
        ET.SubElement(part, "name").text = context
        for source in sorted(wanted[context]):
            message = ET.SubElement(part, "message")
            ET.SubElement(message, "source").text = source
            translation = ET.SubElement(message, "translation")
            translation.text = known.get((context, source), "")
            if not translation.text:
                translation.set("type", "unfinished")
    ET.indent(tree, "  ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(tree, "utf-8") + b"\n"


def translations(file: Path) -> Mapping[tuple[str, str], str]:
    """What is translated, by context and source."""
    found: dict[tuple[str, str], str] = {}
    for part in ET.parse(file).getroot().iter("context"):
        for message in part.iter("message"):
            text = message.findtext("translation") or ""
            if text:
                found[part.findtext("name") or "", message.findtext("source") or ""] = text
    return found


def release(file: Path, target: Path) -> None:
    """Make the file that Qt loads."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", file, "-qm", target], check=True)


class _Reader(ast.NodeVisitor):
    """Collects the texts of one module."""

    def __init__(self, place: str, tree: ast.Module) -> None:
        self._place = place
        self._classes: list[str] = []
        self._short = _context_of_short(tree)
        self.found: list[Text] = []
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(attr="tr", value=owner), args=[text, *_]):
                self._add(self._class_of(owner), text)
            case ast.Call(func=ast.Name(id="_tr"), args=[text]):
                self._add(self._short, text)
            case ast.Call(func=ast.Name(id="Message"), args=[text, *_]):
                self._add(CORE, text)
            case ast.Call(
                func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(context)), text]
            ):
                if name in _CALLS and not isinstance(text, ast.Name | ast.Attribute | ast.Call):
                    self._add(context, text)

    def _class_of(self, owner: ast.expr) -> str:
        match owner:
            case ast.Name(id="self"):
                return self._classes[-1]
            case ast.Name(id=name) | ast.Attribute(attr=name):
                return name.lstrip("_").title().replace("_", "")
        raise NotLiteralError(f"{self._place}: whose tr() is this?")

    def _add(self, context: str, text: ast.expr) -> None:
        match text:
            case ast.Constant(value=str(source)):
                self.found.append(Text(context, source, f"{self._place}:{text.lineno}"))
            case _:
                raise NotLiteralError(f"{self._place}:{text.lineno}: the text is no literal")


def _context_of_short(tree: ast.Module) -> str:
    """The context of the module's ``_tr(text)``."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                match call:
                    case ast.Call(func=ast.Attribute(attr="translate"), args=[ast.Constant(value=str(context)), _]):
                        return context
    return ""


def main(arguments: list[str]) -> int:
    """Bring the files up to date, or release them."""
    for file in sorted(FOLDER.glob("*.ts")):
        if arguments == ["release"]:
            release(file, file.with_suffix(".qm"))
        else:
            file.write_bytes(updated(file, file.stem))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
