# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of figures as CSV and workbooks: numbers stay numbers, and no text is a formula."""

import openpyxl
import pytest
from regard.core.errors import InputError
from regard.store.figure_files import write_figures

TABLE = [
    {"name": "Completion", "value": 88.46, "sentence": "all well"},
    {"name": '=HYPERLINK("http://x")', "value": None, "sentence": "+1"},
    {"name": "@SUM(A1)", "value": -3.5, "sentence": "-2+3"},
]


def test_a_workbook_has_numbers_and_no_formula(tmp_path):
    path = tmp_path / "week.xlsx"
    write_figures(path, TABLE)
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]] == ["name", "value", "sentence"]
    assert (sheet["B2"].value, sheet["B3"].value, sheet["B4"].value) == (88.46, None, -3.5)
    texts = [sheet[f"{column}{row}"] for column in "AC" for row in (2, 3, 4)]
    assert all(cell.data_type == "s" and cell.value[0] not in "=+-@" for cell in texts)


def test_a_csv_has_no_formula(tmp_path):
    path = tmp_path / "week.csv"
    write_figures(path, TABLE)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "name;value;sentence"
    assert all(cell.strip('"')[:1] not in ("=", "+", "@") for line in lines for cell in line.split(";"))


def test_another_kind_of_file_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(InputError, match=r"\.xlsx"):
        write_figures(tmp_path / "week.ods", TABLE)
    assert list(tmp_path.iterdir()) == []
