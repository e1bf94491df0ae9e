# SPDX-License-Identifier: GPL-3.0-or-later
"""The example files of the guide can be imported, and it describes each column of an order."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from regard.workorders.orders import WorkOrder

DOCS = Path(__file__).resolve().parents[3] / "docs"
NOW = ("--now", "2026-06-03T08:45")


def test_the_example_of_orders_is_imported_listed_and_undone(town, done):
    assert done("orders", "import", town, DOCS / "examples" / "orders.csv") == {"imported": 3}
    listed = {one["order_id"]: one for one in done("orders", "list", town)["orders"]}
    meter, hydrant, valve = (listed[f"VA-2026-AEP-9000{number}"] for number in (1, 2, 3))
    assert (meter["parts"], meter["skills"], meter["window_end"]) == (
        {"meter": 1},
        ["COMPTEUR"],
        "2026-06-03T11:00:00",
    )
    assert (hydrant["address"], hydrant["priority"], hydrant["state"]) == (
        "Avenue de la Gare, 1",
        "P4",
        "qualified",
    )
    assert (valve["digs"], valve["asset_id"]) == (False, "")
    done("orders", "study", town, valve["order_id"], *NOW)
    studied = done("orders", "show", town, valve["order_id"])["order"]
    assert studied["digs"] is True
    assert studied["asset_id"] == "V4"
    done("workspace", "undo", town)
    done("workspace", "undo", town)
    assert done("orders", "list", town)["orders"] == []


def test_the_example_of_requests_becomes_orders(town, done):
    assert done("requests", "import", town, DOCS / "examples" / "requests.csv") == {"imported": 2}
    shown = done("requests", "show", town, "DI-2026-9001", *NOW)
    assert shown["registered"]["request"]["answers"]["road_subsiding"] == "suspected"
    assert len(done("requests", "qualify", town, *NOW)["orders"]) == 2


def test_the_guide_describes_each_column_of_an_order():
    text = (DOCS / "intake.md").read_text(encoding="utf-8")
    table = text[text.index("| Column | What |") :].split("\n\n")[0]
    described = {name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    columns = {field.name for field in fields(WorkOrder)} - {"place", "version"}
    assert described == columns | {"x", "y"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("road_subsiding=perhaps", "expected one of road_subsiding="),
        ("danger=unknown", "expected one of danger="),
        ("road_sinking=no", "expected one of road_subsiding"),
    ],
)
def test_an_answer_that_the_question_does_not_offer_is_refused_with_its_line(
    town, regard, write, said, expected
):
    text = (DOCS / "examples" / "requests.csv").read_text(encoding="utf-8")
    key = said.partition("=")[0].replace("sinking", "subsiding")
    wrong = write("wrong.csv", re.sub(rf"{key}=\w+", said, text))
    run = regard("requests", "import", town, wrong)
    assert run.code == 2
    assert "wrong.csv, line 2, column answers: found 'danger=" in run.err
    assert expected in run.err
    assert regard("requests", "list", town, *NOW).err == ""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # asked of a cover, never of a leak
        ("traffic_lane=yes", "found 'traffic_lane=yes', expected one of danger, "),
        ("overflow_place=inside", "found 'overflow_place=inside', expected one of danger, "),
    ],
)
def test_an_answer_to_a_question_of_another_type_is_refused_with_its_line(
    town, regard, write, said, expected
):
    text = (DOCS / "examples" / "requests.csv").read_text(encoding="utf-8")
    wrong = write("wrong.csv", text.replace("leak_place=road", said))
    run = regard("requests", "import", town, wrong)
    assert run.code == 2
    assert "wrong.csv, line 2, column answers" in run.err
    assert expected in run.err


def test_unknown_and_free_answers_are_taken_and_danger_counts(town, write, done):
    text = (DOCS / "examples" / "requests.csv").read_text(encoding="utf-8")
    text = text.replace("subsiding=suspected", "subsiding=unknown").replace("danger=no;", "danger=yes;")
    done("requests", "import", town, write("danger.csv", text))
    request = done("requests", "show", town, "DI-2026-9001", *NOW)["registered"]["request"]
    assert (request["danger"], request["answers"]["road_subsiding"]) == (True, "unknown")


@pytest.mark.parametrize("kind", ["requests", "orders"])
def test_a_place_far_from_the_network_is_refused_with_its_line_and_distance(town, regard, write, kind):
    text = (DOCS / "examples" / f"{kind}.csv").read_text(encoding="utf-8")
    far = write("far.csv", text.replace("688900;6925100", "1055894;6302624"))
    run = regard(kind, "import", town, far)
    line = 3 if kind == "requests" else 2
    assert run.code == 2
    assert f"far.csv, line {line}, column x, y: found '1055894.0, 6302624.0', expected within 5 km" in run.err
    assert "in EPSG:2154 (it is 72" in run.err
