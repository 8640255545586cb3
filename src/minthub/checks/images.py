"""Rules about images and the right to show them."""

from __future__ import annotations

from collections.abc import Iterator

from minthub.checks.world import World
from minthub.findings import Finding
from minthub.folding import slug
from minthub.model.convert import Draft

MAX_BYTES = 2_000_000
_TYPES = (".jpg", ".jpeg", ".png", ".webp")
_FIELDS = {"image": "Bild", "image_alt": "Bildbeschreibung", "image_credit": "Bildurheber", "image_licence": "Bildlizenz"}


def check_image_is_complete(draft: Draft, world: World) -> Iterator[Finding]:
    """All four image fields or none."""
    written = [key for key in _FIELDS if draft.has(key)]
    missing = [f"{label} ({key})" for key, label in _FIELDS.items() if key not in written]
    if written and missing:
        yield draft.finding("M123", written[0], f"Dazu fehlt: {', '.join(missing)}.", "Ergänzen Sie die Angaben; ohne Rechte am Bild löschen Sie alle Bildfelder.")


def check_image_file(draft: Draft, world: World) -> Iterator[Finding]:
    """The image is a file of ours with a usable type and size."""
    image = draft.values.image
    if not image:
        return
    if "://" in image or "\\" in image or ".." in image.split("/") or image.startswith("/"):
        yield draft.finding("M126", "image", f"„{image}“ liegt nicht unter content/bilder/.", "Legen Sie das Bild dort ab und schreiben Sie nur den Dateinamen: image: robotik.jpg")
        return
    if not image.lower().endswith(_TYPES):
        yield draft.finding("M213", "image", f"„{image}“ ist kein Bild im Format jpg, png oder webp.", f"Speichern Sie es als jpg: image: {slug(image.rpartition('.')[0]) or 'bild'}.jpg")
    elif image not in world.images:
        yield draft.finding("M213", "image", f"„{image}“ liegt nicht unter content/bilder/.", "Laden Sie das Bild dort hoch oder berichtigen Sie den Namen.")
    elif world.images[image] > MAX_BYTES:
        yield draft.finding("M213", "image", f"„{image}“ hat {world.images[image] / 1e6:.1f} MB, erlaubt sind 2 MB.", "Verkleinern Sie das Bild auf etwa 1600 Pixel Breite.")


RULES = (check_image_is_complete, check_image_file)
