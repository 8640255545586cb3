"""What the form of the site puts into an issue form comes out as the record that was meant, for every record there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from minthub.catalogue import Catalogue, load_all
from minthub.issues.answers import read_answers
from minthub.issues.draft import to_record
from minthub.issues.questions import CONSENT, forms
from minthub.model.convert import convert
from minthub.paths import FORM
from minthub.schema.form import form_data, source
from minthub.schema.write import write_json
from minthub.writing import values_of
from tests.conftest import DATA, NOW, ROOT, TODAY
from tests.mini import SITE
from tests.node import module_folder, run_node

# Nobody asks a stranger for these: images come with their rights, old addresses and the day of the check from the editors.
NOT_ASKED = {"checked", "image", "image_alt", "image_credit", "image_licence", "redirect_from"}


# Told by name, which means the same as the id.
NAMED = {"provider": "providers", "networks": "networks", "offer": "offers"}


def _ids(folder: str, names: Any, catalogue: Catalogue) -> list[str]:
    found = [
        (name, catalogue.find(folder, name)) for name in ([names] if isinstance(names, str) else names or ())
    ]
    return [record.id if record else name for name, record in found]


@pytest.mark.slow
def test_records_survive_the_way_through_an_issue(tmp_path: Path) -> None:
    loaded = load_all(ROOT / "content", DATA, NOW)
    records: list[Any] = [*loaded.catalogue.offers, *loaded.catalogue.events]
    site = module_folder(tmp_path / "site")
    write_json(f"{site}/{FORM}regeln.json", form_data(loaded.catalogue, SITE))
    given = run_node(
        Path(__file__).with_name("answers.mjs"), str(site), questions=[source(one) for one in records]
    )
    by_model = {form.model: form for form in forms(loaded.world.lists) if form.model}
    for record, answers in zip(records, given, strict=True):
        form = by_model[type(record)]
        texts = {**answers, CONSENT: "- [X] ja"}
        body = "\r\n\r\n".join(
            f"### {ask.label}\r\n\r\n{texts.get(ask.id) or '_No response_'}" for ask in form.questions
        )
        told = to_record(read_answers(body, form), type(record), "", TODAY)
        assert told.troubles == (), record.path
        draft, findings = convert(told.record, loaded.world.lists)
        assert [found.message for found in findings] == [], record.path
        before, after = values_of(record), values_of(draft.values)
        # An address may stand for both; a district may follow from the place.
        optional = {key for key in ("website", "district") if before[key] is None or after[key] is None}
        for key in before.keys() - NOT_ASKED - optional:
            if key in NAMED:
                was, now = (_ids(NAMED[key], values[key], loaded.catalogue) for values in (before, after))
                assert now == was, (record.path, key)
            else:
                assert after[key] == before[key], (record.path, key)
        assert draft.values.text.strip() == record.text.strip(), record.path
