# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of week 23, the page for managers, the skills ahead: as a manager asks for them."""

import csv
import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.resources import Absence
from regard.planner.import_records import import_records
from regard.planner.rule_versions import import_rules, shipped_texts
from regard.store.workspaces import open_workspace
from regard.tests.unit.planner.days import DEPOT, order
from regard.tests.unit.planner.figures.shared.conftest import golden_week, workspace

__all__ = ["golden_week", "workspace"]
WEEK = ("--period", "2026-W23")


@pytest.fixture
def new_url(tmp_path):
    """Return the path of a workspace that does not exist yet."""
    return str(tmp_path / "town.gpkg")


def test_indicators_with_targets_and_what_drives_them(regard, golden_week, tmp_path):
    table = tmp_path / "week.csv"
    found = regard("kpi", "show", golden_week.url, *WEEK, "--out", table, "--json").data
    by_code = {one["code"]: one for one in found["indicators"]}
    assert round(by_code["completion_rate"]["value"], 1) == 88.5
    assert by_code["completion_rate"]["meets_target"] is False
    assert "customer absent 5/12" in by_code["completion_rate"]["sentence"]
    assert by_code["P106_3"]["value"] is None
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {"indicator", "value", "formula", "group"} <= rows[0].keys()
    shown = regard("kpi", "show", golden_week.url, *WEEK, "--lang", "fr").out
    assert "n.d." in shown
    assert "première cause : client absent 5/12" in shown


def test_a_week_that_still_runs_is_said_to_run_and_not_judged(regard, golden_week, tmp_path):
    wednesday = (*WEEK, "--now", "2026-06-03 10:00")
    data = regard("kpi", "show", golden_week.url, *wednesday, "--json").data
    assert data["not_over_as_of"].startswith("2026-06-03")
    assert {one["meets_target"] for one in data["indicators"]} == {None}
    shown = regard("kpi", "show", golden_week.url, *wednesday, "--lang", "en").out
    assert "not over yet, as of" in shown
    assert "So far: " in shown
    french = regard("kpi", "show", golden_week.url, *wednesday, "--lang", "fr").out
    assert "période non terminée, vue le" in french
    page = tmp_path / "w.html"
    regard("report", golden_week.url, *wednesday, "--html", page, "--lang", "en")
    assert "✗ target missed</span>" not in page.read_text(encoding="utf-8")
    over = (*WEEK, "--now", "2026-06-08 00:00")
    assert "not over" not in regard("kpi", "show", golden_week.url, *over, "--lang", "en").out


def test_first_time_fix_says_from_when_on_it_is_known(regard, golden_week):
    early = (*WEEK, "--now", "2026-06-08 08:00", "--indicator", "first_time_fix")
    (found,) = regard("kpi", "show", golden_week.url, *early, "--json").data["indicators"]
    assert (found["value"], found["known_on"]) == (None, "2026-07-08")
    assert "can be told from" in regard("kpi", "show", golden_week.url, *early, "--lang", "en").out


def test_orders_behind_a_figure_and_its_formula(regard, golden_week):
    found = regard("kpi", "orders", golden_week.url, *WEEK, "--indicator", "load", "--json").data
    assert len(found["orders"]) == 104
    formulas = regard("kpi", "formulas", golden_week.url, *WEEK, "--json").data["indicators"]
    assert {"code": "load", "formula": "planned_h"}.items() <= next(
        one for one in formulas if one["code"] == "load"
    ).items()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--period", "2026-W60"), "2026-W23"),
        ((*WEEK, "--indicator", "lod"), "load"),
        ((*WEEK, "--out", "week.ods"), ".xlsx"),
    ],
)
def test_mistakes_are_one_line(regard, golden_week, options, told):
    run = regard("kpi", "show", golden_week.url, *options)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert told in run.err


def test_the_page_and_its_tables_are_written(regard, golden_week, tmp_path):
    page, book = tmp_path / "w.html", tmp_path / "w.xlsx"
    run = regard("report", golden_week.url, "--week", "2026-W23", "--html", page, "--out", book, "--json")
    assert run.data["files"] == [str(page), str(book)]
    text = page.read_text(encoding="utf-8")
    assert "88.5" in text
    assert "http" not in text.replace("http-equiv", "")
    assert book.exists()


def test_a_skill_that_will_lack_is_in_the_overview_and_in_the_sheet(regard, golden_week, tmp_path):
    late = datetime(2026, 6, 10, 17)
    jobs = [replace(order(f"SS-{n}", DEPOT, 60, ("SS4",), None), due_at=late) for n in range(2)]
    import_records(golden_week, jobs, name="import", who="test")
    assert golden_week.all(Absence)
    overview = regard("overview", golden_week.url, "--day", "2026-06-01", "--json").data
    (gap,) = [one for one in overview["ahead"] if one["skill"] == "SS4"]
    assert gap["jobs"] == ["SS-0", "SS-1"]
    assert "nobody" in regard("overview", golden_week.url, "--day", "2026-06-01").out
    page = tmp_path / "gaps.html"
    found = regard(
        *("skills", "sheet", golden_week.url, "--day", "2026-06-01", "--html", page, "--hand-to", "F. Leroy"),
        "--json",
    ).data
    assert any("2 ahead need it" in text for text in found["proposals"])
    assert len(found["actions"]) == len(found["proposals"])
    assert "SS-0, SS-1" in page.read_text(encoding="utf-8")
    with_actions = open_workspace(golden_week.url)
    assert any("note action" in line.command for line in with_actions.journal())
    with_actions.close()
    assert regard("skills", "ahead", golden_week.url, "--day", "2026-06-01", "--json").data["weeks"]


def test_a_day_is_told_by_the_rules_of_that_day(regard, golden_week):
    """The name of a skill that lacks is that of the day asked for, not that of the day of the question."""
    late = datetime(2026, 6, 10, 17)
    jobs = [replace(order(f"SS-{n}", DEPOT, 60, ("SS4",), None), due_at=late) for n in range(2)]
    import_records(golden_week, jobs, name="import", who="test")
    shipped = shipped_texts()["means.yaml"]
    for first, name in ((date(2026, 5, 1), "Asbestos of June"), (date(2026, 8, 1), "Asbestos of August")):
        own = re.sub(r"(?m)^(  SS4:.*\{ ?en: )[^,]+", rf"\g<1>{name}", shipped)
        assert name in own
        import_rules(golden_week, {"means.yaml": own}, valid_from=first, now=datetime(2026, 4, 1), who="test")
    for command in ("overview", "lookahead"):
        said = regard(command, golden_week.url, "--day", "2026-06-01", "--lang", "en").out
        assert "Asbestos of June" in said
        assert "Asbestos of August" not in said
