"""The process that writes an export and says on its output what became of it. See ``export_faults``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from core.errors import ExportError
from core.export.write import write_new

OLD, NEW = b"# What was there before\n" * 40, "# 밤을 잇는 버스\n".encode() * 9_000
WRITTEN, REFUSED = b"WRITTEN", b"REFUSED "


def main(path: Path, *, replaces: bool) -> None:
    """Write it; not by ``write``, which faults are put into, it is said how that ended."""
    try:
        write_new(path, NEW, replace=replaces)
    except ExportError as error:
        os.writev(1, [REFUSED, str(error).encode()])
    else:
        os.writev(1, [WRITTEN])


if __name__ == "__main__":
    main(Path(sys.argv[1]), replaces=sys.argv[2:] == ["replace"])
