# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning command by command: calls in, orders out, tours planned, the day summed up."""

import pytest

NOW = "2026-06-03T07:45"


@pytest.fixture
def qualified(staffed, requests_csv, done, regard):
    assert done("requests", "import", staffed, requests_csv) == {"imported": 3}
    run = regard("requests", "qualify", staffed, "--now", NOW, "--json")
    assert run.code == 0
    return staffed, run.data


def test_requests_become_orders_and_unclear_ones_stay(qualified, done):
    town, result = qualified
    assert result["unclear"] == ["DI-3"]
    burst, meter = (done("orders", "show", town, order) for order in result["orders"])
    assert burst["order"]["code"] == "AEP-CASSE"
    assert burst["order"]["asset_id"] == "P03"
    assert burst["outage"]["close"] == ["V4", "V5"]
    assert meter["outage"] is None
    listed = done("requests", "list", town)["requests"]
    assert [request["state"] for request in listed] == ["converted", "converted", "new"]
    new = done("requests", "list", town, "--state", "new")["requests"]
    assert [request["request_id"] for request in new] == ["DI-3"]


def test_orders_are_listed_by_urgency_and_filtered(qualified, done):
    town, _ = qualified
    orders = done("orders", "list", town)["orders"]
    assert [order["code"] for order in orders] == ["AEP-CASSE", "AEP-CPT-REM"]
    assert [o["code"] for o in done("orders", "list", town, "--priority", "P1")["orders"]] == ["AEP-CASSE"]
    assert done("orders", "list", town, "--state", "closed")["orders"] == []


def test_the_notice_of_an_urgent_dig_says_whom_to_call(qualified, done):
    town, result = qualified
    notice = done("notices", "show", town, "--order", result["orders"][0])
    assert notice["kind"] == "ATU"
    assert any("Gaz de Valmont" in contact for contact in notice["call_first"])
    assert notice["earliest_start"] == "2026-06-03T07:45:00"
    assert notice["conflicts"][0]["verdict"] == "in_corridor"
    around = done("network", "conflicts", town, "--order", result["orders"][0])["conflicts"]
    assert {c["asset_id"] for c in around} == {c["network_id"] for c in notice["conflicts"]}


def test_what_is_planned_and_what_is_not_is_explained(qualified, regard, done):
    town, result = qualified
    burst, meter = result["orders"]
    run = regard("plan", town, "--day", "2026-06-03", "--seconds", "1", "--now", NOW, "--json")
    assert run.code == 0
    assert [left["order"] for left in run.data["unplanned"]] == [burst]
    why = done("explain", town, "--order", burst)
    assert not why["planned"]
    assert {"agent", "day", "code", "detail"} <= why["reasons"][0].keys()
    where = done("explain", town, "--order", meter)
    assert where["planned"]
    assert where["stops"][0]["agent"] == "AG2"
    text = regard("explain", town, "--order", burst).out
    assert text.startswith(f"{burst} is left out:\nNearest to fitting: ")
    assert why["headline"]["code"] == "equipment_missing"
    assert why["relaxations"] == []
    assert why["kept"][-1] == "Nobody goes without the authorisation SIGNALISATION."
    assert "reason." not in text


def test_the_summary_adds_the_day_up(qualified, regard, done):
    town, result = qualified
    regard("plan", town, "--day", "2026-06-03", "--seconds", "1", "--now", NOW)
    summary = done("summary", town)
    assert summary["customers_cut"] == 23
    assert [outage["order"] for outage in summary["outages"]] == result["orders"][:1]
    assert [left["order"] for left in summary["left_out"]] == result["orders"][:1]
    assert sum(row["count"] for row in summary["orders"]) == 2
    shown = regard("summary", town).out
    for heading in ("ORDERS", "WATER CUTS", "NOTICES AND NETWORKS NEAR THE DIGS", "TOURS", "LEFT OUT"):
        assert f"\n{heading}\n" in shown
    assert "Main burst" in shown
    assert "1 tour, 1 stop" in shown
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_a_day_without_a_plan_is_summed_up_too(town, done, regard):
    assert done("summary", town)["plan_id"] is None
    assert "ORDERS" in regard("summary", town).out


def test_importing_twice_is_refused_and_changes_nothing(qualified, requests_csv, regard, done):
    town, _ = qualified
    run = regard("requests", "import", town, requests_csv)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        f"error: {requests_csv}, line 2, column request_id: service request 'DI-1' exists already; "
        "nothing was written\n"
    )
    assert len(done("requests", "list", town)["requests"]) == 3


def test_the_journal_and_an_undo_are_told_in_words(qualified, regard):
    town, _ = qualified
    lines = regard("workspace", "journal", town, "--lang", "fr", "--last", "500").out
    assert "demandes importées" in lines
    assert "équipes et moyens importés" in lines
    assert "import requests" not in lines
    assert regard("workspace", "undo", town, "--lang", "fr").out.startswith("Annulé : qualifié ")
    assert "annulé : qualifié" in regard("workspace", "journal", town, "--lang", "fr").out


def test_what_was_done_is_in_the_journal_and_can_be_undone(qualified, done):
    town, _ = qualified
    commands = {entry["command"] for entry in done("workspace", "journal", town, "--last", "500")}
    assert commands == {"import resources", "import requests", "qualify requests"}
    undone = done("workspace", "undo", town)
    assert undone["command"] == "qualify requests"
    assert done("orders", "list", town)["orders"] == []
    assert {request["state"] for request in done("requests", "list", town)["requests"]} == {"new"}
    history = done("workspace", "journal", town, "--key", "DI-1")
    assert [entry["command"] for entry in history] == [
        "import requests",
        "qualify requests",
        "undo qualify requests",
    ]
