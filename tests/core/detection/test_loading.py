"""What a window or a check needs of detection before it runs must not bring numpy: that would delay the first paint."""

from __future__ import annotations

import subprocess
import sys

LIGHT = (
    "core.detection",
    "core.detection.cutoff",
    "core.detection.quotes",
    "core.detection.repeats",
    "core.text.speakers",
)


def test_light_parts_load_neither_numpy_nor_rapidfuzz() -> None:
    code = f"import sys, {', '.join(LIGHT)}; print([name for name in ('numpy', 'rapidfuzz') if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
