#!/bin/sh
# Opens an episode (the sample, unless another is named) in the window; where there is no display, does the same headlessly.
set -u
cd "$(dirname "$0")/.."

NO_DISPLAY=3
INPUT=${1:-resources/sample}
PYTHON=.venv/bin/python
OUT=build/$(basename "$INPUT")

# Without its folder Wayland cannot be reached, and its library would complain of that on the way.
if [ "$(uname)" = Linux ] && [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-xcb}"
fi

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
printf '\n'
"$PYTHON" main.py merge "$INPUT" -o "$OUT/merged.md" --force || exit
printf '\n%s\n\n' "The document, $OUT/merged.md, begins:"
head -n 12 "$OUT/merged.md"
printf '\n'
export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES="default.warning=false" # a window that nobody sees has no size to ask for
if "$PYTHON" main.py "$INPUT" --screenshot "$OUT/window.png"; then
    printf '%s\n' "How the window looks: $OUT/window.png"
fi
