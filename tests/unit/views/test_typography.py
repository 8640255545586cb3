"""What stays on one line."""

from __future__ import annotations

import pytest

from minthub.views.typography import together


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Natur e. V. in Görlitz", "Natur e._V. in Görlitz"),
        ("z. B. i. d. R. mittwochs", "z._B._i._d._R. mittwochs"),
        ("J. F. Böttger", "J._F. Böttger"),
        ("Klasse 5 bis 7, 8. Klasse", "Klasse_5 bis 7, 8._Klasse"),
        ("am 5. Dezember 2026, 16 Uhr", "am 5._Dezember 2026, 16_Uhr"),
        ("5 km, 2,50 Euro, 10 %, 45 Minuten, 3 Stunden", "5_km, 2,50_Euro, 10_%, 45_Minuten, 3_Stunden"),
        ("ab 8 Jahren, 14 Tage, 1 Jahr", "ab 8_Jahren, 14_Tage, 1_Jahr"),
        ("5 kmh, Haus 5 ist da. Es ist rot.", "5 kmh, Haus 5 ist da. Es ist rot."),
        ("", ""),
    ],
)
def test_what_belongs_together(text: str, expected: str) -> None:
    assert together(text) == expected.replace("_", "\u00a0")
