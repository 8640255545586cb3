#!/bin/sh
# Makes the virtual environment in $1, or leaves it alone if it is whole.
#
# Usage: make_venv.sh DIRECTORY [--keep]
# Without --keep an existing directory is emptied first: the Makefile asks for that whenever
# no finished installation is on record, because half an installation cannot be trusted.
set -eu

venv=$1
keep=${2:-}

# Run the candidate instead of trusting `command -v`: version managers put stubs on the
# path for versions that are not there.
is_usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if [ "$keep" = --keep ] && is_usable "$venv/bin/python"; then
    exit 0
fi

python=
for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
    if is_usable "$candidate"; then
        python=$candidate
        break
    fi
done

if [ -z "$python" ]; then
    found=$(python3 --version 2>/dev/null || echo 'kein python3')
    {
        echo "Es fehlt Python 3.11 oder neuer (gefunden: $found)."
        echo "  Debian, Ubuntu:  sudo apt install python3 python3-venv"
        echo "  macOS:           brew install python@3.13"
        echo "  sonst:           siehe python.org; ein eigener Pfad geht so: make PYTHON=/pfad/zu/python3 site"
    } >&2
    exit 1
fi

# Debian ships venv without ensurepip; the failure of `venv` itself is long and in English.
if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    {
        echo "Zu Python $version fehlt das Modul venv."
        echo "  Debian, Ubuntu:  sudo apt install python3-venv   (oder python$version-venv)"
    } >&2
    exit 1
fi

"$python" -m venv --clear "$venv"
