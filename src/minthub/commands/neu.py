"""`minthub neu`: starts a record with a template."""

from __future__ import annotations

import argparse
from typing import Any

from minthub import settings
from minthub.commands import EXIT_OK, WrongUse


def add_to(commands: Any) -> None:
    new = commands.add_parser("neu", help="legt einen neuen Eintrag mit Vorlage an")
    new.add_argument(
        "kind", metavar="ART", help="Angebot, Termin, Anbieter, Netzwerk, Kreis, Förderung oder Meldung"
    )
    new.add_argument("title", metavar="TITEL", help="Titel in Anführungszeichen")
    new.add_argument(
        "--kreis", metavar="KREIS", default="", help="Kreis, in dessen Ordner ein Angebot oder Termin gehört"
    )
    new.set_defaults(run=_new)


def _new(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.scaffold import FOLDERS_BY_DISTRICT, CannotScaffold, new_record
    from minthub.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(folders.data / "vocabulary.yml")
    try:
        path = new_record(
            arguments.kind, arguments.title, folders.content, vocabulary, settings.today(), arguments.kreis
        )
    except CannotScaffold as error:
        raise WrongUse(str(error)) from None
    file = path.relative_to(folders.root).as_posix()
    print(f"Angelegt: {file}\nFüllen Sie die Felder aus und prüfen Sie dann: minthub check {file}")
    if path.parent.name in FOLDERS_BY_DISTRICT:
        print("Findet es in einem Kreis statt, gehört die Datei in dessen Ordner; beim Anlegen: --kreis NAME")
    return EXIT_OK
