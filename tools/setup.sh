#!/bin/sh
# Makes .venv with everything that the locks name, and sees to the shared libraries and the font that Qt needs.
# As root on Debian and Ubuntu it installs what is missing; elsewhere it says what to install, and goes on.
set -eu
cd "$(dirname "$0")/.."

LIBRARIES="libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
SCREEN="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0"
FONT="fonts-noto-cjk"
KEYS="xvfb openbox xdotool" # the tests that press a person's keys on a screen nobody sees

say() { printf 'setup: %s\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }
installed() { dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }
known() { apt-cache policy "$1" 2>/dev/null | grep 'Candidate:' | grep -qv '(none)'; }
may_install() { [ "$(id -u)" = 0 ] && has apt-get; }

apt_get() { # quiet unless it fails
    if output=$(DEBIAN_FRONTEND=noninteractive apt-get -y -qq "$@" </dev/null 2>&1); then return 0; fi
    printf '%s\n' "$output" >&2
    return 1
}

install_packages() { # newer releases call some libraries by another name, which ends in t64
    say "installing $*"
    apt_get update || return 1
    packages=""
    for name in "$@"; do
        if known "$name"; then packages="$packages $name"; else packages="$packages ${name}t64"; fi
    done
    # shellcheck disable=SC2086 # the names are words
    apt_get install --no-install-recommends $packages
}

see_to_packages() {
    has dpkg-query && has apt-get || return 0
    missing=""
    for name in $LIBRARIES $SCREEN $KEYS; do
        installed "$name" || installed "${name}t64" || missing="$missing $name"
    done
    if ! has fc-list || [ -z "$(fc-list :lang=ko family 2>/dev/null)" ]; then
        installed "$FONT" || missing="$missing $FONT"
    fi
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086
    if may_install && install_packages $missing; then return 0; fi
    say "Qt needs packages that are not installed; install them with:"
    say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing"
    say "    (where one is not found, its name ends in t64)"
}

find_python() {
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if has "$python" && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            printf '%s\n' "$python"
            return 0
        fi
    done
    say "Python 3.11 or newer is needed; set PYTHON to one" >&2
    return 1
}

make_venv() {
    if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then return 0; fi
    python=$(find_python)
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        if ! may_install || ! install_packages python3-venv; then
            say "$python cannot make virtual environments; install it with: sudo apt-get install -y python3-venv" >&2
            return 1
        fi
    fi
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

make_venv
say "installing the locked packages"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
# Else a shell that keeps Python from writing bytecode compiles everything at each start.
.venv/bin/python -m compileall -q main.py core ui
.venv/bin/python tools/translations.py release
see_to_packages
if ! .venv/bin/python -c 'from PySide6 import QtWidgets' 2>/dev/null; then
    say "Qt cannot be loaded yet; the headless commands work without it:"
    say "    $(.venv/bin/python -c 'from PySide6 import QtWidgets' 2>&1 | tail -n 1)"
fi
say "done"
