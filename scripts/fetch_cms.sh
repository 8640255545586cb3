#!/bin/sh
# Fetches the program of the editing form into .cache/cms/, from wherever npm is set to. Its hash is checked before every use.
set -eu
cd "$(dirname "$0")/.."
python="$1"
package="$("$python" -c 'from minthub.cms.package import NAME, VERSION; print(f"{NAME}@{VERSION}")')"
command -v npm > /dev/null || { echo 'Dafür wird npm gebraucht; es gehört zu Node.js.' >&2; exit 1; }
mkdir -p .cache/cms
npm pack --silent --fetch-retries=1 --fetch-timeout=60000 --pack-destination .cache/cms "$package" > /dev/null \
    || { echo "npm konnte $package nicht holen. Besteht eine Verbindung zum Internet?" >&2; exit 1; }
"$python" -c '
import sys
from pathlib import Path
from minthub.cms.package import Package, PackageMissing
from minthub.cms.write import archive
from minthub.settings import Folders
try:
    Package(archive(Folders(Path.cwd())))
except PackageMissing as problem:
    sys.exit(str(problem))
'
echo 'Fertig. Mit MINT_CMS=ja make site kommt die Eingabemaske nach site/redaktion/.'
