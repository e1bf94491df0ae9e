# SPDX-License-Identifier: GPL-3.0-or-later
"""Days and times are shown as the language writes them, and taken as they are shown."""

from datetime import date, datetime

import pytest
from regard.cli.arguments import parse_day, parse_moment
from regard.cli.session import Session
from regard.cli.tables import facts, rows
from regard.cli.usage import WrongValue
from regard.cli.wording import said_moment

NOW = ("--now", "2026-06-03T08:15")
AT = datetime(2026, 6, 3, 8, 12)


def test_tables_show_days_as_the_language_writes_them(town, requests_csv, done, regard):
    done("requests", "import", town, requests_csv, *NOW)
    french = regard("requests", "list", town, *NOW, "--lang", "fr").out
    assert "03/06/2026 07:20" in french
    assert "2026-06-03" not in french
    english = regard("requests", "list", town, *NOW, "--lang", "en").out
    assert "2026-06-03 07:20" in english
    shown = regard("requests", "show", town, "DI-1", *NOW, "--lang", "fr").out
    assert "03/06/2026 07:20" in shown


def test_programs_get_days_as_iso_has_them_in_every_language(town, requests_csv, done):
    done("requests", "import", town, requests_csv, *NOW)
    first = done("requests", "list", town, *NOW, "--lang", "fr")["requests"][0]
    assert first["received_at"] == "2026-06-03T07:20:00"


@pytest.mark.parametrize(
    ("cell", "french"),
    [
        ("2026-06-03", "03/06/2026"),
        (date(2026, 6, 3), "03/06/2026"),
        ("2026-06-03 08:12", "03/06/2026 08:12"),
        # the name of a plan, a sentence, a day that there is not: as they are
        ("2026-06-03/1", "2026-06-03/1"),
        ("--day 2026-06-03", "--day 2026-06-03"),
        ("2026-02-30", "2026-02-30"),
        ("12,5", "12,5"),
    ],
)
def test_a_cell_that_is_a_day_is_written_so_and_nothing_else(cell, french, capsys):
    for part in (rows(["a"], [[cell]]), facts([("a", cell)])):
        Session("fr").emit({}, [part])
        assert capsys.readouterr().out.split("a", 1)[1].strip() == french
        Session("en").emit({}, [part])
        assert capsys.readouterr().out.split("a", 1)[1].strip() == str(cell)


def test_a_moment_within_a_cell_is_written_so_too():
    assert said_moment(Session("fr"), AT) == "03/06/2026 08:12"
    assert said_moment(Session("en"), AT) == "2026-06-03 08:12"
    assert said_moment(Session("fr"), None) == ""


def test_what_is_shown_is_taken_back():
    assert parse_day("03/06/2026") == parse_day("2026-06-03") == date(2026, 6, 3)
    assert parse_moment("03/06/2026 08:12") == parse_moment("2026-06-03T08:12") == AT


@pytest.mark.parametrize(
    "text", ["3/6/2026", "31/02/2026", "06/13/2026", "03/06/26", "03/06/2026x", "03-06-2026"]
)
def test_what_is_no_day_is_told(text):
    with pytest.raises(WrongValue):
        parse_day(text)
    with pytest.raises(WrongValue):
        parse_moment(f"{text} 08:12")
