"""Pictures held against those that were looked at and found good; ``make pictures`` draws these anew."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from opened_window import wait_until
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = Path(__file__).resolve().parent / "golden"
FAILED = ROOT / "build" / "pictures"
IS_DRAWING = os.environ.get("NOTESTITCH_PICTURES") == "new"
STEP, SHARE = 48, 0.01  # what counts as another pixel, and how many of these may be
_SMALLEST = 0  # Qt's quality of a PNG that is packed best


def picture_of(widget: QWidget) -> QImage:
    """A picture of a widget at one device pixel a pixel, when nothing in it changes any more."""
    seen: list[QImage] = []

    def is_still() -> bool:
        seen.append(widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        return len(seen) > 2 and seen[-1] == seen[-2]

    wait_until(is_still, every_ms=20)
    seen[-1].setDevicePixelRatio(1.0)
    return seen[-1]


def complaint(drawn: QImage, name: str) -> str:
    """What is wrong with a picture; empty where it is as it was. Both pictures are kept where they differ."""
    golden = GOLDEN / f"{name}.png"
    if IS_DRAWING:
        golden.parent.mkdir(parents=True, exist_ok=True)
        if QImage(str(golden)).convertToFormat(QImage.Format.Format_RGB32) != drawn:
            drawn.save(str(golden), quality=_SMALLEST)
        return ""
    expected = QImage(str(golden)).convertToFormat(QImage.Format.Format_RGB32)
    kept = FAILED / f"{name}.png"
    if expected.isNull():
        return f"there is no {golden}; look at {_saved(drawn, kept)}, then: make pictures"
    if expected.size() != drawn.size():
        sizes = f"{drawn.width()} × {drawn.height()} instead of {expected.width()} × {expected.height()}"
        return f"{sizes}: {_saved(drawn, kept)} instead of {golden}"
    others = np.abs(_pixels(drawn) - _pixels(expected)).max(axis=2) > STEP
    if others.mean() <= SHARE:
        return ""
    difference = _saved(_marked(expected, others), kept.with_name(f"{kept.stem}-difference.png"))
    return f"{others.mean():.1%} are others: {_saved(drawn, kept)} instead of {golden}, marked in {difference}"


def _pixels(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[..., :3].astype(np.int16)


def _marked(image: QImage, others: np.ndarray) -> QImage:
    """A faded picture with all in red that is another."""
    faded = 255 - (255 - _pixels(image)) // 4
    faded[others] = (0, 0, 255)  # blue, green, red
    opaque = np.dstack([faded, np.full(others.shape, 255)]).astype(np.uint8)
    return QImage(opaque.tobytes(), image.width(), image.height(), QImage.Format.Format_RGB32).copy()


def _saved(image: QImage, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path), quality=_SMALLEST)
    return path
