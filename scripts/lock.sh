#!/bin/sh
# Writes requirements/*.txt from requirements/*.in with the uv given as $1.
set -eu

uv=$1
cd "$(dirname "$0")/.."

# The header names the options because Dependabot reads them from there.
# No header of uv's own: it would hold whatever paths this machine uses.
compile() {
    name=$1
    shift
    UV_CUSTOM_COMPILE_COMMAND="make lock   (uv pip compile --universal --python-version 3.11 --generate-hashes)" \
        "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-emit-index-url --no-emit-find-links "$@" \
        "requirements/$name.in" --output-file "requirements/$name.txt"
    echo "requirements/$name.txt"
}

compile site
# The constraint keeps the tests on exactly the versions the site is built with.
compile test --constraint requirements/site.txt
compile lock
compile bench
