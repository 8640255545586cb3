"""Rules about images and the right to show them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import PurePosixPath

from minthub.checks.world import World
from minthub.findings import Finding
from minthub.folding import fold_key, slug
from minthub.intake import IMAGE_FOLDER
from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER
from minthub.vocabulary import closest

MAX_BYTES = 2_000_000
_TYPES = (".jpg", ".jpeg", ".png", ".webp")
_PLACEHOLDERS = {
    "image": "robotik.jpg",
    "image_alt": "Was auf dem Bild zu sehen ist",
    "image_credit": "Wer das Bild gemacht hat",
    "image_licence": "Unter welcher Lizenz es steht",
}
_FIELDS = tuple(_PLACEHOLDERS)


def check_image_is_complete(draft: Draft, world: World) -> Iterator[Finding]:
    """All four image fields or none."""
    specs = BY_FOLDER[draft.record.kind].specs()
    missing = [key for key in _FIELDS if not draft.has(key)]
    if not missing or len(missing) == len(_FIELDS):
        return
    others = ", ".join(f"{specs[key].label} ({key})" for key in missing[1:])
    problem = f"fehlt zum Bild, ebenso {others}." if others else "fehlt zum Bild."
    to_paste = " – und: ".join(f"{key}: {_PLACEHOLDERS[key]}" for key in missing)
    remedy = f"Ergänzen Sie im Kopfteil: {to_paste} – ohne Rechte am Bild löschen Sie alle Bildfelder."
    yield draft.finding("M123", missing[0], problem, remedy)


def check_image_file(draft: Draft, world: World) -> Iterator[Finding]:
    """The image is a file of ours with a usable type and size."""
    image = draft.values.image
    if not image:
        return
    if image in world.images and image.lower().endswith(_TYPES):
        yield from _too_big(draft, image, world.images[image])
    elif ":" in image or "\\" in image or ".." in image.split("/") or image.startswith("/"):
        remedy = "Legen Sie das Bild dort ab und schreiben Sie nur den Dateinamen: image: robotik.jpg"
        yield draft.finding("M126", "image", f"„{image}“ liegt nicht unter content/{IMAGE_FOLDER}/.", remedy)
    elif name := _without_folder(image):
        problem = f"„{image}“ nennt den Ordner mit."
        yield draft.finding("M126", "image", problem, f"Schreiben Sie nur den Dateinamen: image: {name}")
    elif not image.lower().endswith(_TYPES):
        remedy = f"Speichern Sie es als jpg: image: {slug(PurePosixPath(image).stem) or 'bild'}.jpg"
        yield draft.finding("M213", "image", f"„{image}“ ist kein Bild im Format jpg, png oder webp.", remedy)
    else:
        near = closest(image, {fold_key(name): name for name in world.images})
        missing = "Laden Sie das Bild dort hoch oder berichtigen Sie den Namen."
        remedy = f"Schreiben Sie: image: {near}" if near else missing
        yield draft.finding("M213", "image", f"„{image}“ liegt nicht unter content/{IMAGE_FOLDER}/.", remedy)


def _without_folder(image: str) -> str | None:
    """The image without the folder of images in front, as people often write it; None if it has no such prefix."""
    name = image.removeprefix("content/")
    return name.removeprefix(f"{IMAGE_FOLDER}/") if name.startswith(f"{IMAGE_FOLDER}/") else None


def megabytes(size: int) -> str:
    """The size in MB, rounded up, because „2,0 MB, erlaubt sind 2 MB“ would be confusing."""
    return f"{ceil(size / 100_000) / 10}".replace(".", ",")


def _too_big(draft: Draft, image: str, size: int) -> Iterator[Finding]:
    if size > MAX_BYTES:
        remedy = "Verkleinern Sie das Bild auf etwa 1600 Pixel Breite."
        yield draft.finding(
            "M213", "image", f"„{image}“ hat {megabytes(size)} MB, erlaubt sind 2 MB.", remedy
        )


RULES = (check_image_is_complete, check_image_file)
