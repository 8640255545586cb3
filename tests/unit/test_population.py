"""How many children live in each district."""

from __future__ import annotations

from pathlib import Path

import pytest

from minthub.population import load_children
from tests.conftest import DATA
from tests.districts import DISTRICTS

HEAD = "district_ags,district,year,age_0_2,age_3_5,age_6_9,age_10_14,age_15_17,age_18_19\n"


def table(folder: Path, *rows: str) -> Path:
    found = folder / "population.csv"
    found.write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    return found


def test_children_are_those_from_3_to_17(tmp_path: Path) -> None:
    assert load_children(table(tmp_path, "14511,Chemnitz,2024,1000,1,20,300,4000,90000")) == {"14511": 4321}


@pytest.mark.parametrize(
    "rows",
    [
        ("14511,Chemnitz,2023,0,1,1,1,1,0", "14511,Chemnitz,2024,0,2,2,2,2,0"),
        ("14511,Chemnitz,2024,0,2,2,2,2,0", "14511,Chemnitz,2023,0,1,1,1,1,0"),
    ],
)
def test_the_newest_year_counts_in_whatever_order(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert load_children(table(tmp_path, *rows)) == {"14511": 8}


def test_a_district_keeps_its_own_newest_year(tmp_path: Path) -> None:
    rows = (
        "14511,Chemnitz,2023,0,1,0,0,0,0",
        "14612,Dresden,2022,0,7,0,0,0,0",
        "14511,Chemnitz,2022,0,9,0,0,0,0",
    )
    assert load_children(table(tmp_path, *rows)) == {"14511": 1, "14612": 7}


def test_an_empty_table_knows_no_district(tmp_path: Path) -> None:
    assert load_children(table(tmp_path)) == {}


@pytest.mark.parametrize("number", ["", "1.234", "12,5", "viele"])
def test_a_number_that_is_none_is_an_error(tmp_path: Path, number: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        load_children(table(tmp_path, f'14511,Chemnitz,2024,0,"{number}",1,1,1,0'))


def test_a_missing_column_is_an_error(tmp_path: Path) -> None:
    found = tmp_path / "population.csv"
    found.write_text("district_ags,year,age_3_5,age_6_9,age_10_14\n14511,2024,1,1,1\n", "utf-8")
    with pytest.raises(KeyError, match="age_15_17"):
        load_children(found)


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_children(tmp_path / "population.csv")


def test_the_real_table_has_every_district() -> None:
    children = load_children(DATA / "population-by-age.csv")
    assert set(children) == {ags for _, _, _, ags, _ in DISTRICTS}
    assert children["14625"] == 7520 + 11625 + 14723 + 8576  # Bautzen at the end of 2024
    assert all(20_000 < number < 100_000 for number in children.values())
