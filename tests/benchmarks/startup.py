"""How long from the start of the process until both panes are painted, beside an empty Qt window.

Runs both in turn, each in a process of its own, and compares the medians. Usage: startup.py [INPUT] [RUNS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer

ROOT = Path(__file__).resolve().parents[2]
LIMIT, LONGEST_S = 2.5, 30

EMPTY = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os.write(1, b"painted")
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

FULL = """
import os, sys
from ui.desktop.app import main as started
from ui.desktop.rows.view import RowView
painted = set()
paint = RowView.paintEvent
def paintEvent(self, event):
    paint(self, event)
    painted.add(id(self))
    if len(painted) == 2:
        os.write(1, b"painted")
        os._exit(0)
RowView.paintEvent = paintEvent
sys.exit(started(sys.argv[1:]))
"""


def run_ms(code: str, *arguments: str) -> float:
    """Milliseconds until the process says that it has painted."""
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # else every run compiles the sources again
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    watch = Timer(LONGEST_S, process.kill)
    watch.start()
    said = process.stdout.read(7)
    watch.cancel()
    taken = (time.perf_counter() - start) * 1000
    process.wait()
    if said != b"painted":
        raise SystemExit("the window was never painted")
    return taken


def main() -> int:
    path = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "resources" / "sample")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    for code, arguments in ((EMPTY, ()), (FULL, (path,))):  # once for the disk
        run_ms(code, *arguments)
    empty, full = [], []
    for _ in range(runs):
        empty.append(run_ms(EMPTY))
        full.append(run_ms(FULL, path))
    ratio = statistics.median(full) / statistics.median(empty)
    for name, figures in (("empty window", empty), ("both panes painted", full)):
        print(f"{name:20} median {statistics.median(figures):6.0f} ms   {min(figures):.0f}–{max(figures):.0f}")
    print(f"{'ratio':20} {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
