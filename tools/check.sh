#!/bin/sh
# What the pre-commit hook runs: "check" with the arguments given, set up once beside the hook's own copy.
set -eu
root="$(cd "$(dirname "$0")/.." && pwd)"
[ -x "$root/.venv/bin/python" ] || sh "$root/tools/setup.sh" >&2
exec "$root/.venv/bin/python" "$root/main.py" check "$@"
