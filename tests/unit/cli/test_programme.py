# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year as a manager asks for it: load, objectives, forecast, assets, the page and its tables."""

import csv
import re
from dataclasses import replace

import openpyxl
import pytest
from regard.core.resources import Zone
from regard.tests.unit.planner.days import agent
from regard.tests.unit.planner.programme.shared.conftest import staffed, two_years, valmont
from regard.tests.unit.planner.programme.years import add
from shapely.geometry import box

__all__ = ["staffed", "two_years", "valmont"]
NOW = ("--now", "2026-06-03 08:00")
EVENTS = """event_id;kind;name;first_day;last_day;weekdays;activities;zones
FE-1;town_event;Fête;2027-06-07;2027-06-18;;hydrants;
MA-1;market;Marché;2020-01-01;;wed;;Z1
"""
YEAR = ("--year", "2027", "--now", "2026-06-03 08:00")


def test_the_year_with_its_page_and_its_table(regard, two_years, tmp_path):
    page, book = tmp_path / "year.html", tmp_path / "year.xlsx"
    run = regard("programme", "show", two_years.url, *YEAR, "--html", page, "--out", book, "--json")
    months = [one for one in run.data["rows"] if one["about"] == "all"]
    assert [one["month"] for one in months] == [f"2027-{n:02}" for n in range(1, 13)]
    assert months[0]["curative_h"] == 43.2
    assert all(one["curative_low_h"] < one["curative_h"] < one["curative_high_h"] for one in months)
    assert run.data["forecast"]["held_back_years"] == 1
    text = page.read_text(encoding="utf-8")
    assert "Work of 2027" in text
    assert "http" not in text
    # the bars of hydrants, which are tested in April, May, June, September and October
    hydrants = next(line for line in text.splitlines() if "Hydrant tests" in line and 'class="bar"' in line)
    cells = re.findall(r"<td[^>]*>", hydrants)[2:]
    assert [n for n, cell in enumerate(cells, start=1) if "bar" in cell] == [4, 5, 6, 9, 10]
    sheet = openpyxl.load_workbook(book).active
    assert [cell.value for cell in sheet[1]][:3] == ["about", "name", "month"]
    assert sheet.max_row == 1 + len(run.data["rows"])


@pytest.fixture
def new_url(tmp_path):
    return str(tmp_path / "town.gpkg")


def test_events_are_imported_listed_written_out_and_imported_again(regard, two_years, tmp_path):
    file, again = tmp_path / "calendar.csv", tmp_path / "again.csv"
    file.write_text(EVENTS, encoding="utf-8")
    assert regard("calendar", "import", two_years.url, file, *NOW, "--json").data["new"] == 2
    run = regard("calendar", "list", two_years.url, "--year", "2027", "--out", again, *NOW)
    assert [line.split()[0] for line in run.out.splitlines()[1:]] == ["MA-1", "FE-1"]
    again.write_text(again.read_text(encoding="utf-8").replace("Fête", "Fête du lac"), encoding="utf-8")
    found = regard("calendar", "import", two_years.url, again, *NOW, "--json").data
    assert found == {"new": 0, "changed": 1, "same": 1}
    rows = regard("programme", "assets", two_years.url, *YEAR, "--activity", "hydrants", "--json").data
    assert not any("2027-06-07" <= one["opens"] <= "2027-06-18" for one in rows["assets"])


def test_an_event_is_added_under_the_next_number_and_replaced_by_the_version_that_was_seen(regard, two_years):
    fair = ("calendar", "add", two_years.url, "--kind", "town_event", "--from", "2027-06-07", *NOW)
    assert [regard(*fair, "--name", name, "--json").data["event_id"] for name in "AB"] == ["EV1", "EV2"]
    listed = regard("calendar", "list", two_years.url, *NOW).out.splitlines()
    assert "Version for --seen" in listed[0]
    seen = listed[1].split()[-1]
    assert regard(*fair, "--name", "C", "--id", "EV1", "--seen", seen).code == 0
    late = regard(*fair, "--name", "D", "--id", "EV1", "--seen", seen)
    assert late.code == 1 and "after you read it" in late.err
    gone = regard(*fair, "--name", "D", "--id", "EV9", "--seen", seen)
    assert gone.code == 1 and "EV9" in gone.err
    events = regard("calendar", "list", two_years.url, *NOW, "--json").data["events"]
    assert [one["event"]["name"] for one in events] == ["C", "B"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("X;fair;Fête;2027-06-07;;;;", "line 2, column kind: found 'fair'"),
        ("X;market;Fête;7 juin;;;;", "line 2, column first_day: found '7 juin'"),
        ("X;market;Fête;2027-06-07;2027-06-01;;;", "line 2, column last_day: found '2027-06-01'"),
        (
            "X;market;Fête;2027-06-07;;wednesday;;",
            "line 2, column weekdays: found 'wednesday'",
        ),
        ("X;market;Fête;2027-06-07;;;;Z9", "line 2, column zones: found 'Z9'"),
        (";market;Fête;2027-06-07;;;;", "line 2, column event_id: found ''"),
    ],
)
def test_a_mistake_in_a_calendar_names_its_line_and_nothing_is_written(
    regard, two_years, tmp_path, line, told
):
    file = tmp_path / "calendar.csv"
    file.write_text(EVENTS.splitlines()[0] + f"\n{line}\n" + EVENTS.splitlines()[2], encoding="utf-8")
    run = regard("calendar", "import", two_years.url, file, *NOW)
    assert run.code == 2 and told in run.err and "calendar.csv" in run.err
    assert regard("calendar", "list", two_years.url, *NOW, "--json").data["events"] == []


def test_scenarios_stand_side_by_side_beside_the_year_as_it_is(regard, two_years, tmp_path):
    file = tmp_path / "scenarios.csv"
    asked = (
        "--scenario",
        "More: add-like=AG2 more=10",
        "--scenario",
        "Dry: quantity=meters=360 in=hydrants=6,7",
    )
    run = regard("programme", "compare", two_years.url, *YEAR, *asked, "--out", file, "--json")
    now, more, dry = run.data["scenarios"]
    assert [one["name"] for one in run.data["scenarios"]] == ["As it is", "More", "Dry"]
    assert more["summary"]["capacity_h"] > now["summary"]["capacity_h"] == dry["summary"]["capacity_h"]
    assert dry["summary"]["load_h"] == pytest.approx(now["summary"]["load_h"] + 10 * 8.5)
    assert len(now["percent"]) == 12
    shown = regard("programme", "compare", two_years.url, *YEAR, *asked).out
    assert "Dry: Hydrant tests in 2027-07: refused, frost and drought window" in shown
    assert "As it is: Hydrant tests in 2027-07" not in shown
    with file.open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table.read().splitlines(), delimiter=";"))
    assert [one["scenario"] for one in rows] == ["As it is"] * 12 + ["More"] * 12 + ["Dry"] * 12


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["less"], "'less' cannot be read"),
        (["A: without:AG1"], "'without:AG1' cannot be read"),
        (["A: more=much"], "'more=much' cannot be read"),
        (["A: quantity=meters=0"], "'quantity=meters=0' cannot be read"),
        (["A: in=hydrants=13"], "'in=hydrants=13' cannot be read"),
        (["A: without=AG9"], "nobody is called 'AG9'"),
        (["A: more=1", "A: more=2"], "two scenarios are called 'A'"),
    ],
)
def test_a_mistake_in_a_scenario_is_told(regard, two_years, asked, told):
    words = [word for one in asked for word in ("--scenario", one)]
    run = regard("programme", "compare", two_years.url, *YEAR, *words)
    assert run.code == 2 and told in run.err


def test_months_that_are_not_allowed_are_refused_with_the_reason(regard, two_years):
    run = regard("programme", "show", two_years.url, *YEAR, "--in", "hydrants=6,7")
    assert "Hydrant tests in 2027-07: refused, frost and drought window" in run.out
    run = regard("programme", "show", two_years.url, *YEAR, "--in", "hydrants=13")
    assert run.code == 2 and "hydrants=13" in run.err


def test_the_page_colours_the_load_of_zones_and_skills(regard, two_years, tmp_path):
    page = tmp_path / "year.html"
    regard("programme", "show", two_years.url, *YEAR, "--quantity", "meters=9000", "--html", page)
    text = page.read_text(encoding="utf-8")
    shares = re.findall(r'<td class="(over|watch|fine|under)">([0-9.]+)[*]?</td>', text)
    assert {kind for kind, share in shares if float(share) > 100.05} == {"over"}
    assert {kind for kind, share in shares if float(share) < 74.95} == {"under"}


def test_a_scenario_is_shown_beside_the_year_as_it_is(regard, two_years):
    run = regard("programme", "show", two_years.url, *YEAR, "--add-like", "AG2", "--more", "10")
    assert "As it is" in run.out
    plain = regard("programme", "show", two_years.url, *YEAR, "--lang", "fr")
    assert "As it is" not in plain.out
    assert "Agents nécessaires" in plain.out
    assert "1 année connue" in plain.out.replace("\u00a0", " ")


def test_what_is_owed_and_what_is_expected(regard, two_years):
    owed = regard("programme", "objectives", two_years.url, *YEAR, "--json").data["objectives"]
    assert [one["activity"] for one in owed] == ["hydrants", "flushing", "meters"]
    assert "contract" in regard("programme", "objectives", two_years.url, *YEAR).out
    asked = ("--type", "AEP-FUI-CAN", "--zone", "Z1")
    expected = regard("programme", "forecast", two_years.url, *YEAR, *asked, "--json").data["forecast"]
    assert [one["expected"] for one in expected] == [9, 8, 6, 4, 4, 5, 7, 7, 5, 4, 4, 8]
    assert all(one["low"] <= one["expected"] <= one["high"] for one in expected)


def test_the_assets_by_week_as_a_table(regard, two_years, tmp_path):
    table = tmp_path / "assets.csv"
    run = regard("programme", "assets", two_years.url, *YEAR, "--activity", "hydrants", "--out", table)
    assert "2025-05-05" in run.out
    with table.open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["asset_id"], row["last_done"]) == ("PI-014", "2025-05-05")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("show", "--quantity", "meters"), "jetting=60"),
        (("show", "--quantity", "meters=-3"), "jetting=60"),
        (("show", "--quantity", "meters=nan"), "jetting=60"),
        (("show", "--quantity", "metres=3"), "hydrants, flushing, meters"),
        (("show", "--without", "AG9"), "AG1, AG2, AG3"),
        (("show", "--out", "year.ods"), ".xlsx"),
        (("forecast", "--type", "AEP-X"), "AEP-FUI-CAN"),
        (("assets", "--activity", "metres"), "hydrants, flushing, meters"),
        (("weeks", "--zone", "Z11"), "no zone has the id 'Z11'; near: Z1"),
    ],
)
def test_mistakes_are_one_line(regard, two_years, options, told):
    name, *rest = options
    run = regard("programme", name, two_years.url, *YEAR, *rest)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert told in run.err


def test_a_workspace_without_a_history_is_told(regard, staffed):
    run = regard("programme", "show", staffed.url, *YEAR)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "0 whole months" in run.err


def test_the_programme_is_published_ahead_of_time_and_once(regard, two_years):
    asked = ("programme", "publish", two_years.url, *YEAR, "--activity", "hydrants")
    made = regard(*asked, "--json").data
    assert (made["count"], made["known"], made["over"]) == (1, 0, 0)
    assert "0 request" in regard(*asked).out
    listed = regard("requests", "list", two_years.url, "--json").data["requests"]
    assert len(listed) == 1


def test_the_weeks_of_a_zone_are_its_own_where_another_has_its_name(regard, two_years):
    add(two_years, Zone("Z3", "Nord", "F. Leroy", box(690000, 6923000, 691000, 6925000)))
    add(two_years, replace(agent("AG4"), zone="Z3"))
    asked = ("programme", "weeks", two_years.url, *YEAR, "--json")
    whole = regard(*asked).data["weeks"]
    own = regard(*asked, "--zone", "Z1").data["weeks"]
    assert {one["zone"] for one in own} == {"Nord"}
    assert len(whole) == 3 * len(own) and len({one["week"] for one in own}) == len(own)
    assert sum(one["load_h"] for one in own) > 0
