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
# The checksum in npm's format: sha512 of the archive in base64.
INTEGRITY = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
LOCALE = "de"
# A bug of its list widget: numbers in a list (`ages: [8, 14]`) raise an error that leaves the whole form empty; texts work.
_LIST_OF_TEXTS = (
    b"let e=t.currentValue??[];(0,fA.default)(h(),e)",
    b"let e=[t.currentValue??[]].flat().map(String);(0,fA.default)(h(),e)",
)


class PackageMissing(Exception):
    """The archive is missing or has the wrong checksum; the message says so, in German."""


class Package:
    """The npm archive in memory. Raises PackageMissing if it is not the pinned version."""

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
        """Path and bytes of all files that a browser needs: without source maps, and with one language.

        The program imports its language as JSON, which browsers refuse, and retries for ever; so it is published as a script.
        """
        for name, data in sorted(self._files.items()):
            if name.startswith("npm/") and not name.endswith(".map"):
                yield name, data.replace(*_LIST_OF_TEXTS)
        yield f"locales/{LOCALE}.js", b"export default " + self._files[f"locales/{LOCALE}.json"]
        yield "LICENSE.txt", self._files["LICENSE.txt"]

    def locales(self) -> list[str]:
        """Addresses, relative to the page, of all languages that the program may request."""
        names = sorted(name for name in self._files if name.startswith("locales/"))
        return [f"./{name}" for name in names if name.endswith(".json")]


def integrity(data: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
