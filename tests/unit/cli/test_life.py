# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders along their life, command by command."""

import pytest

NOW = "2026-06-03T07:45"


@pytest.fixture
def burst(staffed, requests_csv, done, regard):
    """Return a workspace and the burst on P03 as its order."""
    done("requests", "import", staffed, requests_csv)
    orders = regard("requests", "qualify", staffed, "--now", NOW, "--json").data["orders"]
    return staffed, orders[0]


def test_an_order_moves_with_who_and_when_and_says_what_it_lacks(burst, done, regard):
    town, order = burst
    assert done("orders", "move", town, order, "planned", "--by", "D. Martin", "--now", NOW) == {
        "order": order,
        "state": "planned",
    }
    (move,) = done("orders", "history", town, order)["moves"]
    assert (move["who"], move["at"], move["to_state"]) == ("D. Martin", f"{NOW}:00", "planned")
    direct = regard("orders", "move", town, order, "closed")
    assert direct.code == 2
    assert "closure data missing" in direct.err
    gate = done("orders", "gates", town, order, "dispatched", "--now", NOW)
    assert not gate["is_open"]
    assert any("Gaz de Valmont" in finding for finding in gate["findings"])
    held = regard("orders", "move", town, order, "dispatched", "--lang", "fr")
    assert held.code == 2
    assert "ne peut pas passer à « transmis »" in held.err
    assert "réseau sensible" in held.err
    shown = regard("orders", "history", town, order, "--lang", "fr").out
    assert "qualifié" in shown
    assert "planifié" in shown


def test_the_next_gate_is_told_and_a_state_that_is_not_next_is_no_open_gate(burst, done, regard):
    town, order = burst
    ahead = done("orders", "gates", town, order, "--now", NOW)
    assert (ahead["state"], ahead["is_open"]) == ("planned", True)
    jump = done("orders", "gates", town, order, "dispatched", "--now", NOW)
    assert not jump["is_open"]
    assert "cannot go from qualified to dispatched" in jump["findings"][0]
    said = regard("orders", "gates", town, order, "dispatched", "--now", NOW, "--lang", "fr").out
    assert "ne peut pas passer de qualifié à transmis" in said
    assert "planned" not in said
    done("orders", "move", town, order, "planned", "--now", NOW)
    shown = regard("orders", "gates", town, order, "--now", NOW, "--lang", "fr").out
    assert shown.splitlines()[0] == f"Il manque à {order} pour l'état « transmis » :"
    done("orders", "move", town, order, "cancelled", "--reason", "sold", "--now", NOW)
    over = regard("orders", "gates", town, order, "--now", NOW)
    assert (over.code, "its life ends there" in over.err) == (2, True)


def test_the_calls_open_the_way(burst, done, regard):
    town, order = burst
    done("orders", "move", town, order, "planned", "--now", NOW)
    for finding in done("notices", "show", town, "--order", order)["conflicts"]:
        if finding["is_sensitive"]:
            who = finding["operator"]
            done("orders", "answer", town, order, who, "--at", NOW, "--contact", "M. Roux")
    layers_alone = regard("orders", "move", town, order, "dispatched", "--now", NOW)
    assert (layers_alone.code, "consult the teleservice before you dig" in layers_alone.err) == (2, True)
    done("orders", "notice-sent", town, order, "--number", "2026060300123A", "--sent", NOW)
    assert done("orders", "move", town, order, "dispatched", "--now", NOW)["state"] == "dispatched"
    assert (
        regard("orders", "answer", town, order, who).err
        == "error: give --at, --reminded, --acknowledged or --appointment\n"
    )


def test_what_goes_with_an_order_is_noted(burst, done, regard):
    town, order = burst
    sent = done("orders", "notice-sent", town, order, "--number", "2026060300123A", "--sent", NOW)
    assert sent["notice"]["number"] == "2026060300123A"
    asked = done("orders", "permit", town, order, "mayor_told", "--authority", "mairie", "--asked", NOW)
    assert asked["permit"]["kind"] == "mayor_told"
    assert done("orders", "hydrant", town, "PI-014", "available", "--now", NOW)["hydrant"]["available"]
    assert len(done("orders", "told", town, order, "--now", NOW)["customers"]) == 23
    for arguments in (("orders", "permit", town, order, "parking"), ("orders", "hydrant", town, "X", "out")):
        assert regard(*arguments).code == 2


def test_a_day_is_dispatched_but_for_what_lacks_something(staffed, orders_csv, done, regard):
    done("orders", "import", staffed, orders_csv)
    regard("plan", staffed, "--day", "2026-06-03", "--seconds", "1", "--now", NOW)
    out = done("orders", "dispatch", staffed, "--day", "2026-06-03", "--now", NOW)
    # a leak on a main without its valves to close does not leave
    assert [held["order"] for held in out["refused"]] == ["OI-01"]
    assert len(out["dispatched"]) == 5
    assert (
        "OI-01: has no water cut computed" in regard("orders", "dispatch", staffed, "--day", "2026-06-03").out
    )


def test_the_board_names_means_and_alerts_are_drafted_once(burst, done, regard):
    town, order = burst
    board = done("readiness", town, "--day", "2026-06-03")
    (own,) = (one for one in board["orders"] if one["order"] == order)
    assert own["colour"] == "red"
    assert set(own["items"][0]["ahead"]) == {"D-10", "D-5", "D-2", "D-1"}
    shown = regard("readiness", town, "--day", "2026-06-03", "--lang", "fr").out
    assert "mini_digger" not in shown
    assert "rouge" in shown
    raised = done("alerts", "raise", town, "--day", "2026-06-03", "--now", NOW)["alerts"]
    assert raised
    assert done("alerts", "raise", town, "--day", "2026-06-03", "--now", NOW)["alerts"] == []
    done("alerts", "reply", town, raised[0]["alert_id"], "on its way", "--now", NOW)
    gone = done("alerts", "escalate", town, "--now", "2026-06-04T08:00")["alerts"]
    assert raised[0]["alert_id"] not in [alert["alert_id"] for alert in gone]
    assert len(done("alerts", "list", town)["alerts"]) == len(raised)


@pytest.fixture
def planned(staffed, orders_csv, done, regard):
    """Return a workspace with the golden orders planned on 3 June."""
    done("orders", "import", staffed, orders_csv)
    regard("plan", staffed, "--day", "2026-06-03", "--seconds", "1", "--now", NOW)
    return staffed


def test_what_was_not_done_is_queued_again_and_counted(planned, done, regard):
    at = ("--now", "2026-06-03T12:00")
    seen = done("orders", "impact", planned, "OI-03", "--reason", "customer_absent", *at)
    found = done("orders", "not-done", planned, "OI-03", "--reason", "customer_absent", *at, "--by", "AG2")
    assert (found["day"], found["in_time"], found["state"]) == ("2026-06-09", True, "rescheduled")
    assert seen["day"] == found["day"]
    put_off = done("orders", "postpone", planned, "OI-05", "--reason", "parts", "--on", "2026-06-11", *at)
    assert not put_off["in_time"]
    assert [one["kind"] for one in put_off["impacts"]] == ["deadline", "appointment"]
    week = ("--from", "2026-06-01", "--until", "2026-06-07")
    outcomes = done("outcomes", planned, *week)
    assert outcomes["by_cause"] == {"customer_absent": 1, "parts": 1}
    assert outcomes["whole"] == {"planned": 6, "done": 0, "not_done": 2, "open": 4}
    pareto = done("postponements", planned, *week)["pareto"]
    assert (pareto["total"], pareto["by_group"]) == (2, {"customer": 1, "resources": 1})
    assert "client absent" in regard("postponements", planned, *week, "--lang", "fr").out
    assert "pièces manquantes" in regard("outcomes", planned, *week, "--lang", "fr").out
    assert (
        "EN RETARD"
        in regard(
            "orders",
            "impact",
            planned,
            "OI-06",
            "--reason",
            "parts",
            "--on",
            "2026-06-11",
            *at,
            "--lang",
            "fr",
        ).out
    )
    assert regard("outcomes", planned, "--from", "2026-06-07", "--until", "2026-06-01").code == 2
    assert "customer_absent" in done("orders", "causes")["causes"]
    assert "intempéries" in regard("orders", "causes", "--lang", "fr").out


def test_a_wrong_cause_is_told_with_those_there_are(planned, regard):
    run = regard("orders", "not-done", planned, "OI-03", "--reason", "holiday")
    assert run.code == 2
    assert run.err.startswith("error: no cause is called 'holiday'; there are customer_absent, no_access")


def test_the_field_manager_sees_zones_load_and_skills_ahead(planned, done, regard):
    zones = done("overview", planned, "--day", "2026-06-03")["zones"]
    assert sum(zone["orders"] for zone in zones) == 6
    assert sum(zone["work_min"] for zone in zones) == 415
    days = done("load", planned, "--day", "2026-06-03", "--days", "1", "--absent", "AG1")["days"]
    assert days == [{"day": "2026-06-03", "capacity_min": 1020, "load_min": 415, "short_min": 510}]
    gone = regard("replan", planned, "--day", "2026-06-03", "--absent", "AG1", "--now", NOW, "--json").data
    assert gone["short_min"] == 510
    assert done("lookahead", planned, "--day", "2026-06-03")["gaps"] == []
    done("absences", "add", planned, "--agent", "AG1", "--from", "2026-06-03", "--until", "2026-06-05")
    (gap, *_) = done("lookahead", planned, "--day", "2026-06-01")["gaps"]
    assert (gap["first_day"], gap["last_day"], gap["lead_days"]) == ("2026-06-03", "2026-06-05", 2)
    assert done("lookahead", planned, "--day", "2026-06-01", "--alert", "--now", NOW)["alerts"]
    risky = done("readiness", planned, "--day", "2026-06-01", "--at-risk")["orders"]
    assert risky
    assert all(one["colour"] != "green" for one in risky)
    for arguments in (
        ("overview", planned, "--day", "2026-06-03"),
        ("load", planned, "--day", "2026-06-03"),
        ("lookahead", planned, "--day", "2026-06-01"),
    ):
        assert regard(*arguments, "--lang", "fr").code == 0


def test_an_order_made_elsewhere_is_studied(planned, done):
    done("orders", "postpone", planned, "OI-01", "--reason", "permit", "--now", "2026-06-03T07:50")
    sheet = done("orders", "study", planned, "OI-01", "--now", "2026-06-03T07:55")
    assert (sheet["order"]["asset_id"], sheet["outage"]["close"]) == ("P03", ["V4", "V5"])
    assert sheet["notice"]["kind"] == "DT-DICT"
