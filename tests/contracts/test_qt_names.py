"""Names follow Python; only where something of Qt is overridden do they follow Qt."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal

ROOT = Path(__file__).resolve().parents[2]


def window_classes() -> Iterator[type]:
    for file in sorted((ROOT / "ui" / "desktop").rglob("*.py")):
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(name)
        yield from (value for _, value in inspect.getmembers(module, inspect.isclass) if value.__module__ == name)


def own_names(owner: type) -> Iterator[str]:
    """The functions and signals that the class itself defines."""
    for name, value in vars(owner).items():
        if not name.startswith("__") and (inspect.isfunction(value) or isinstance(value, Signal)):
            yield name


def test_mixed_case_is_left_to_what_overrides_qt() -> None:
    invented = [
        f"{owner.__module__}.{owner.__name__}.{name}"
        for owner in window_classes()
        for name in own_names(owner)
        if name != name.lower() and not any(hasattr(base, name) for base in owner.__mro__[1:])
    ]
    assert invented == []
