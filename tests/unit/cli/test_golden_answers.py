# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden cases through the command line."""

import pytest

LEAK = "687520,6924000"


def test_isolating_the_leak(town, done):
    found = done("network", "isolate", town, "--at", LEAK)
    assert found["asset"] == "P03"
    assert found["point"] == [687520, 6924000]
    assert found["close"] == ["V4", "V5"]
    assert found["length_m"] == 400
    assert {"C", "G"} == set(found["nodes"])
    assert found["customer_count"] == len(found["customers"]) == 23
    assert len(found["sensitive_customers"]) == 1
    assert found["hydrants"] == ["PI-014"]
    assert found["already_dry"] is False
    assert found["notes"] == []


def test_isolating_the_leak_with_a_stuck_valve(town, done):
    found = done("network", "isolate", town, "--at", LEAK, "--unusable", "V5")
    assert found["close"] == ["V4", "V6", "V8"]
    assert found["length_m"] == 895
    assert set(found["nodes"]) == {"C", "D", "E", "G"}
    assert found["customer_count"] == 50
    assert found["hydrants"] == ["PI-014"]


@pytest.mark.parametrize(
    ("direction", "asset", "pipes", "length_m"),
    [
        ("upstream", "R03", ["E1", "E2", "E5", "E6"], 175),
        ("downstream", "R03", ["E3", "E4"], 98),
        ("upstream", "PR1", ["E1", "E2", "E3", "E4", "E5", "E6", "E7"], 317),
    ],
)
def test_tracing_the_sewer(town, done, direction, asset, pipes, length_m):
    found = done("network", direction, town, "--asset", asset)
    assert (sorted(found["pipes"]), found["length_m"]) == (pipes, length_m)
    assert {"asset", "nodes", "customers", "customer_count"} <= found.keys()


@pytest.mark.parametrize(
    ("options", "with_sundays", "without"),
    [
        (("--kind", "DICT", "--received", "2026-04-30"), "2026-05-09", "2026-05-11"),
        (("--kind", "DT", "--received", "2026-04-30"), "2026-05-11", "2026-05-13"),
        (("--kind", "DT", "--paper", "--received", "2026-04-30"), "2026-05-18", "2026-05-21"),
        (("--kind", "DICT", "--received", "2026-06-03"), "2026-06-10", "2026-06-11"),
        (("--kind", "reminder", "--received", "2026-05-11"), "2026-05-13", "2026-05-13"),
        (("--kind", "reminder", "--received", "2026-05-12"), "2026-05-15", "2026-05-15"),
    ],
)
def test_last_day_for_answers(done, options, with_sundays, without):
    assert done("deadline", *options)["answer_by"] == with_sundays
    assert done("deadline", *options, "--exclude-sundays")["answer_by"] == without


def test_networks_around_the_trench(town, done):
    found = done("network", "conflicts", town, "--at", LEAK)["conflicts"]
    assert [(c["label"], round(c["edge_m"], 2), c["effective_m"], c["verdict"]) for c in found] == [
        ("GAZ PE63", 0.2, 0, "in_corridor"),
        ("HTA", 2.2, pytest.approx(0.7), "to_mark_out"),
        ("TEL", 5.0, None, "position_unknown"),
        ("Éclairage public", 8.5, pytest.approx(8.0), "consult"),
    ]
    assert [c["is_sensitive"] for c in found] == [True, True, False, True]


@pytest.mark.parametrize(
    ("objective", "kilometres", "orders", "work_min", "returns"),
    [
        (
            "minimum_travel",
            21.99,
            [["OI-01"], ["OI-04", "OI-02", "OI-06", "OI-05", "OI-03"]],
            [150, 265],
            ["10:38", "15:36"],
        ),
        (
            "balanced",
            23.07,
            [["OI-01", "OI-04"], ["OI-02", "OI-06", "OI-05", "OI-03"]],
            [210, 205],
            ["11:43", "15:36"],
        ),
    ],
)
def test_tours_of_two_agents(
    staffed, orders_csv, regard, done, objective, kilometres, orders, work_min, returns
):
    assert done("orders", "import", staffed, orders_csv) == {"imported": 6}
    options = ("--day", "2026-06-03", "--objective", objective, "--seconds", "60", "--iterations", "2000")
    run = regard("plan", staffed, *options, "--json")
    assert run.code == 0
    plan = run.data
    tours = plan["tours"]
    assert round(sum(tour["distance_m"] for tour in tours) / 1000, 2) == kilometres
    assert [tour["agent"] for tour in tours] == ["AG1", "AG2"]
    # a loop is as long either way round
    driven = [[stop["order"] for stop in tour["stops"]] for tour in tours]
    assert [sorted(driven[0]), driven[1]] == orders
    assert [tour["work_s"] / 60 for tour in tours] == work_min
    assert [tour["returns_at"][11:16] for tour in tours] == returns
    assert (plan["unplanned"], plan["violations"]) == ([], [])
    assert plan["total"] >= plan["cost"]["travel"] > 0
