"""A picture that differs is kept, with another that shows where; a few other pixels are let through."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.pictures import comparing


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(comparing, "GOLDEN", tmp_path / "golden")
    monkeypatch.setattr(comparing, "FAILED", tmp_path / "failed")
    monkeypatch.setattr(comparing, "IS_DRAWING", False)
    (tmp_path / "golden").mkdir()
    drawn().save(str(tmp_path / "golden" / "a.png"))
    return tmp_path


def drawn(other: QRect | None = None, size: tuple[int, int] = (100, 50), colour: str = "black") -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(other or QRect(), QColor(colour))
    painter.end()
    return image


def test_the_same_picture_is_right() -> None:
    assert comparing.complaint(drawn(), "a") == ""


def test_a_few_other_pixels_are_let_through() -> None:
    assert comparing.complaint(drawn(QRect(0, 0, 10, 5)), "a") == ""


def test_a_slightly_other_colour_is_let_through() -> None:
    assert comparing.complaint(drawn(QRect(0, 0, 100, 50), colour="#d8d8d8"), "a") == ""


def test_many_other_pixels_are_named_with_two_pictures(folder: Path) -> None:
    said = comparing.complaint(drawn(QRect(0, 0, 10, 10)), "a")
    pictures = [folder / "failed" / "a.png", folder / "failed" / "a-difference.png"]
    assert said.startswith("2.0% are others")
    assert [str(path) in said and not QImage(str(path)).isNull() for path in pictures] == [True, True]
    assert QImage(str(pictures[1])).pixelColor(5, 5) == QColor("red")


def test_another_size_is_named(folder: Path) -> None:
    assert "100 × 51 instead of 100 × 50" in comparing.complaint(drawn(size=(100, 51)), "a")
    assert (folder / "failed" / "a.png").is_file()


def test_a_missing_picture_is_named(folder: Path) -> None:
    assert "make pictures" in comparing.complaint(drawn(), "b")
    assert (folder / "failed" / "b.png").is_file()


def test_pictures_are_drawn_anew_where_they_are_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "IS_DRAWING", True)
    other = drawn(QRect(0, 0, 50, 50))
    assert comparing.complaint(other, "a") == ""
    monkeypatch.setattr(comparing, "IS_DRAWING", False)
    assert comparing.complaint(other, "a") == ""
    assert not (folder / "failed").exists()
