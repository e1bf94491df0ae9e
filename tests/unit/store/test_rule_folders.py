# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules as files and as a table: what is written reads back equal, mistakes name line and column."""

import pytest
from regard.core.errors import InputError
from regard.planner.rule_versions import checked_rules, shipped_book, shipped_texts
from regard.store.rule_folders import read_rule_folder, write_rules
from regard.workorders.rulebook import read_rule_book

BASE = shipped_texts()


@pytest.fixture
def table(tmp_path):
    """Return a folder with the catalogue as a table."""
    write_rules(tmp_path / "rules", BASE, as_table=True)
    return tmp_path / "rules"


def edit(folder, name, old, new):
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_files_read_back_as_they_were_written(tmp_path):
    write_rules(tmp_path / "rules", BASE)
    assert read_rule_folder(tmp_path / "rules", base=BASE) == BASE
    with pytest.raises(InputError, match="is there already: choose an empty folder"):
        write_rules(tmp_path / "rules", BASE)


def test_a_table_reads_back_as_the_same_rules(table):
    assert read_rule_book(read_rule_folder(table, base=BASE)) == shipped_book()


def test_a_duration_edited_in_the_table_counts(table):
    edit(table, "catalogue.csv", ";270;420;", ";125;180;")
    book = read_rule_book(checked_rules(read_rule_folder(table, base=BASE), base=BASE))
    assert book.catalogue["AEP-FUI-CAN"].duration_min.p50 == 125


def test_what_is_counted_is_edited_in_the_table_with_a_decimal_comma_too(table):
    edit(table, "catalogue.csv", ";valves;vannes;20;30;", ";valves;vannes;22,5;31.5;")
    book = read_rule_book(checked_rules(read_rule_folder(table, base=BASE), base=BASE))
    pace = book.catalogue["AEP-VANNE"].pace
    assert (pace.en, pace.fr, pace.p50, pace.p80) == ("valves", "vannes", 22.5, 31.5)
    assert book.catalogue["AEP-VANNE"].duration_of(4).p50 == 90
    assert book.catalogue["AEP-FUI-CAN"].pace is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (";valves;vannes;20;30;", ";valves;vannes;0;30;", "column pace_p50: found '0', expected"),
        (";valves;vannes;20;30;", ";valves;vannes;x;30;", "column pace_p50: found 'x', expected"),
        (";valves;vannes;20;30;", ";valves;vannes;40;30;", "column pace_p80: found '30', expected p80"),
        (";270;420;", ";430;420;", "line 2, column p80: found '420', expected p80"),
        (";valves;vannes;20;30;", ";valves;vannes;20;;", "column pace_p80: found '', expected a value"),
        (";270;420;", ";0;420;", "line 2, column p50: found '0', expected"),
        (";270;420;", ";-5;420;", "line 2, column p50: found '-5', expected"),
        (";270;420;", ";270;x;", "line 2, column p80: found 'x', expected"),
        (";270;420;", ";270;;", "line 2, column p80: found '', expected a value"),
        ("AEP-CASSE;", "AEP-FUI-CAN;", "line 3, column code: 'AEP-FUI-CAN'"),
        ("AEP-CASSE;", "CASSE;", "line 3, column code: found 'CASSE', expected a code such as"),
        ("RESEAU;CONSIGNATION", "RESEAUX;CONSIGNATION", "line 2, column skills"),
        ("code;", "kode;", "kode"),
    ],
)
def test_a_mistake_in_the_table_names_line_and_column(table, old, new, said):
    edit(table, "catalogue.csv", old, new)
    with pytest.raises(InputError) as caught:
        read_rule_folder(table, base=BASE)
    assert said in str(caught.value)


def test_a_catalogue_in_both_forms_a_stray_file_and_an_empty_folder_are_refused(table, tmp_path):
    (table / "catalogue.yaml").write_text(BASE["catalogue.yaml"], encoding="utf-8")
    with pytest.raises(InputError, match=r"catalogue.csv: the types of work are in catalogue.yaml too"):
        read_rule_folder(table, base=BASE)
    (table / "catalog.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"is none of the rule files \(near: catalogue.yaml"):
        read_rule_folder(table, base=BASE)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no rule file"):
        read_rule_folder(tmp_path / "empty", base=BASE)
