"""Typesets documents with Typst on all cores; unchanged ones come from a cache whose keys are hashes of the content."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from minthub.paper.document import Document
from minthub.paper.drawing import qr_code
from minthub.paper.tags import finish

if TYPE_CHECKING:
    import typst

# Part of the cache key. Raise it when a change of `tags` or of the options below changes the files.
_VERSION = b"3"
MAX_NAMED = 3
STANDARD: Final = "ua-1"
_UNKNOWN_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True)
class Failure:
    """A document that could not be made; `reason` is shown to the person who builds the site."""

    document: Document
    reason: str


@dataclass(frozen=True)
class Made:
    """A document that lies in its place. `size` in bytes; `is_fresh` unless it came from the cache."""

    document: Document
    size: int
    is_fresh: bool


@dataclass(frozen=True)
class Outcome:
    """The documents that were made, and those that failed."""

    made: tuple[Made, ...] = ()
    failures: tuple[Failure, ...] = ()


Progress = Callable[[int, int], None]


class Typesetter:
    """Makes PDF files from the templates in a folder, using only the fonts in its `fonts/`. Thread-safe."""

    def __init__(self, templates: Path, cache: Path) -> None:
        self.templates = templates
        self.cache = cache

    def make_all(
        self, documents: Sequence[Document], out: Path, progress: Progress = lambda done, all: None
    ) -> Outcome:
        """Writes each document below `out`. A failed one is part of the outcome and does not stop the others.

        Raises OSError if nothing can be written at all.
        """
        self.cache.mkdir(parents=True, exist_ok=True)
        results: list[Made | Failure] = []
        # Typst releases the GIL while typesetting, so threads use all cores, and they share its fonts.
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for result in pool.map(lambda document: self._make(document, out), documents):
                results.append(result)
                progress(len(results), len(documents))
        self._forget_others(documents)
        return Outcome(
            tuple(result for result in results if isinstance(result, Made)),
            tuple(result for result in results if isinstance(result, Failure)),
        )

    def _make(self, document: Document, out: Path) -> Made | Failure:
        kept = self.cache / self._name(document)
        is_fresh = not kept.exists()
        if is_fresh:
            try:
                pdf = self._set(document)
            except Exception as error:  # Typst's errors, a missing package, a template that went wrong
                return Failure(document, _reason(error))
            _write(kept, pdf)
        else:
            pdf = kept.read_bytes()
        file = out / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pdf)
        return Made(document, len(pdf), is_fresh)

    def _set(self, document: Document) -> bytes:
        """The PDF of one document. Characters that no font has (such as emoji) are dropped, because Typst would fail."""
        import typst  # the site is built without it, too

        source = self.templates / f"{document.template}.typ"
        compiler = typst.Compiler(str(source), root=str(self.templates), font_paths=self._fonts)
        data = document.data
        # The QR code is made here and not with the data, because cached documents don't need it.
        drawn = {"qr": qr_code(document.code)} if document.code else {}
        while True:
            try:
                pdf = compiler.compile(
                    format="pdf",
                    sys_inputs={"data": data, **drawn},
                    pdf_standards=[STANDARD],
                    timestamp=datetime.combine(document.date, time(), UTC),
                )
            except typst.TypstError as error:
                unknown = _UNKNOWN_SIGN.search(str(error))
                if unknown is None or unknown[1] not in data:
                    raise
                data = data.replace(unknown[1], "")
            else:
                assert isinstance(pdf, bytes)
                return finish(pdf, document.rights)

    @cached_property
    def _fonts(self) -> typst.Fonts:
        import typst

        fonts = self.templates / "fonts"
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts)])

    def _name(self, document: Document) -> str:
        key = hashlib.sha256(self._ground)
        key.update(f"{document.template}\0{document.data}".encode())
        return f"{key.hexdigest()[:40]}.pdf"

    @cached_property
    def _ground(self) -> bytes:
        """The part of the cache key that all documents share: a hash of program, templates and fonts."""
        key = hashlib.sha256(_VERSION + _typst_version())
        for file in sorted(path for path in self.templates.rglob("*") if path.is_file()):
            key.update(file.relative_to(self.templates).as_posix().encode() + b"\0" + file.read_bytes())
        return key.digest()

    def _forget_others(self, documents: Iterable[Document]) -> None:
        """Deletes all other documents from the cache: documents contain the date, so yesterday's are not needed again."""
        wanted = {self._name(document) for document in documents}
        for file in self.cache.glob("*.pdf"):
            if file.name not in wanted:
                file.unlink(missing_ok=True)


def _typst_version() -> bytes:
    try:
        return version("typst").encode()
    except PackageNotFoundError:
        return b"none"


def _write(file: Path, pdf: bytes) -> None:
    """Writes the file atomically, even if two builds run at once."""
    part = file.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(pdf)
    part.replace(file)


def _reason(error: Exception) -> str:
    if isinstance(error, ImportError):
        return "Das Programm Typst fehlt. Richten Sie die Umgebung neu ein: make clean site"
    diagnostic = getattr(error, "diagnostic", "") or str(error)
    return " ".join(diagnostic.split())


def missing_documents(failures: Sequence[Failure]) -> str:
    """The German message for the person who builds the site: each reason once, with the documents concerned."""
    by_reason: dict[str, list[str]] = {}
    for failure in failures:
        by_reason.setdefault(failure.reason, []).append(failure.document.path)
    return "\n".join(
        f"Nicht erstellt und nicht verlinkt: {', '.join(paths[:MAX_NAMED])}"
        f"{f' und {len(paths) - MAX_NAMED} weitere' if len(paths) > MAX_NAMED else ''}\n  Grund: {reason}"
        for reason, paths in by_reason.items()
    )
