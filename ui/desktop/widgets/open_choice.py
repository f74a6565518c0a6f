"""A choice into which anything else may be typed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox


def open_choice(box: QComboBox, name: str) -> None:
    """Let a choice be typed into; its field has the name too, for those who hear it."""
    box.setEditable(True)
    box.setAccessibleName(name)
    field = box.lineEdit()
    if field is not None:
        field.setAccessibleName(name)
