"""The program behind the editing form: one fixed version, fetched once, checked at every use."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

NAME = "@sveltia/cms"
VERSION = "0.221.1"
FILE = f"sveltia-cms-{VERSION}.tgz"
# As npm writes it: sha512 of the archive, in base64.
INTEGRITY = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
LOCALE = "de"
# Its plain list stops with an error at numbers (`ages: [8, 14]`), and the whole form stays empty; texts it can do.
_LIST_OF_TEXTS = (
    b"let e=t.currentValue??[];(0,fA.default)(h(),e)",
    b"let e=[t.currentValue??[]].flat().map(String);(0,fA.default)(h(),e)",
)


class PackageMissing(Exception):
    """The archive is not there or is another one; the message says so, in German."""


class Package:
    """The archive as npm delivers it, in memory. Raises PackageMissing if it is not the one we know."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise PackageMissing(
                f"Das Programm der Eingabemaske fehlt ({path.name}). Holen Sie es mit: make cms"
            )
        data = path.read_bytes()
        if integrity(data) != INTEGRITY:
            raise PackageMissing(
                f"{path.name} ist nicht die Datei, die geprüft wurde. Holen Sie sie neu mit: make cms"
            )
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
            self._files = {
                member.name.removeprefix("package/"): file.read()
                for member in archive
                if member.isfile() and (file := archive.extractfile(member))
            }

    @property
    def schema(self) -> object:
        """JSON Schema of its settings."""
        return json.loads(self._files["schema/sveltia-cms.json"])

    def published(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of everything a browser needs: no maps for developers, and one language.

        Browsers refuse to import JSON as the program does, and it would try again for ever; so the language is a script.
        """
        for name, data in sorted(self._files.items()):
            if name.startswith("npm/") and not name.endswith(".map"):
                yield name, data.replace(*_LIST_OF_TEXTS)
        yield f"locales/{LOCALE}.js", b"export default " + self._files[f"locales/{LOCALE}.json"]
        yield "LICENSE.txt", self._files["LICENSE.txt"]

    def locales(self) -> list[str]:
        """Addresses, as seen from the page, of all languages that the program may ask for."""
        names = sorted(name for name in self._files if name.startswith("locales/"))
        return [f"./{name}" for name in names if name.endswith(".json")]


def integrity(data: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
