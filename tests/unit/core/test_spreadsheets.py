# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells that no spreadsheet runs, and that come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.spreadsheets import plain_cell, typed_cell
from regard.store.csv_text import read_csv
from regard.store.csv_writing import write_csv

HOSTILE = ["=1+1", "+A1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")', " =1", "|cmd", "%0a=1", "\t=1"]


@pytest.mark.parametrize("cell", HOSTILE)
def test_a_formula_becomes_text(cell):
    assert plain_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["+33612345678", "12,5", "Rue d'Alsace", "'quoted'", "", "a=b"])
def test_telephone_numbers_and_words_stay(cell):
    assert plain_cell(cell) == cell


@given(st.text())
def test_what_is_written_is_read_back(text):
    assert typed_cell(plain_cell(text)) == text or text.startswith("'")


def test_exported_cells_are_plain_and_come_back(tmp_path):
    path = tmp_path / "names.csv"
    write_csv(path, ["name", "level"], [{"name": "=cmd|' /C calc'!A0", "level": -1.5}])
    assert path.read_text(encoding="utf-8").splitlines()[1] == "'=cmd|' /C calc'!A0;-1.50"
    assert read_csv(path).rows == ((2, ("=cmd|' /C calc'!A0", "-1.50")),)
