#!/bin/sh
# Opens an episode (the sample, unless another is named) in the window; where there is no display, does the same headlessly.
set -u
cd "$(dirname "$0")/.."

NO_DISPLAY=3
INPUT=${1:-resources/sample}
PYTHON=.venv/bin/python
OUT=build/$(basename "$INPUT")

case ${QT_QPA_PLATFORM:-} in
offscreen* | minimal*)
    printf '%s\n' "Notestitch: QT_QPA_PLATFORM asks for no display"
    status=$NO_DISPLAY
    ;;
*)
    "$PYTHON" main.py "$INPUT"
    status=$?
    ;;
esac
[ "$status" -eq "$NO_DISPLAY" ] || exit "$status"

mkdir -p "$OUT"
"$PYTHON" main.py merge "$INPUT" -o "$OUT/merged.md" --force || exit
printf '\n%s\n\n' "The document, $OUT/merged.md, begins:"
head -n 12 "$OUT/merged.md"
printf '\n'
if QT_QPA_PLATFORM=offscreen "$PYTHON" main.py "$INPUT" --screenshot "$OUT/window.png"; then
    printf '%s\n' "How the window looks: $OUT/window.png"
fi
