# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``regard network`` tells of a cut beside its valves: why, and what next; the valve register."""

import pytest
from regard.cli.networks import isolation_view

LEAK = "687520,6924000"


def test_each_valve_has_a_reason_and_a_next_ring(town, done):
    found = done("network", "isolate", town, "--at", LEAK)
    assert found["reopen"] == ["V5", "V4"]
    assert set(found["reasons"]) == {"V4", "V5"}
    assert "RES-1" in found["reasons"]["V4"]
    assert found["ring2"]["V5"]["close"] == ["V4", "V6", "V8"]
    assert found["ring2"]["V5"]["extra_customer_count"] == 27
    assert found["ring2"]["V5"]["can_isolate"] is True
    assert found["customers_by_category"] == {"domestique": 22, "medical": 1}
    assert found["customers"][0] == found["sensitive_customers"][0]


def test_the_register_changes_the_answer(town, done, regard):
    assert done("network", "valve", town, "--asset", "V5", "--state", "stuck_open")["state"] == "stuck_open"
    found = done("network", "isolate", town, "--at", LEAK)
    assert found["close"] == ["V4", "V6", "V8"]
    assert "V5" in found["reasons"]["V8"]
    done("network", "valve", town, "--asset", "V5", "--state", "open", "--note", "turns again")
    assert done("network", "isolate", town, "--at", LEAK)["close"] == ["V4", "V5"]


def test_a_mistake_in_the_register_is_refused(town, regard):
    unknown = regard("network", "valve", town, "--asset", "V55", "--state", "open")
    assert (unknown.code, unknown.out) == (2, "")
    assert "near: V5" in unknown.err
    wrong = regard("network", "valve", town, "--asset", "V5", "--state", "ajar")
    assert wrong.code == 2
    assert "'ajar'" in wrong.err
    assert "stuck_open" in wrong.err


def test_the_criticality_map_begins_with_the_worst(town, regard):
    # it shows its progress on stderr where it takes its time
    found = regard("network", "criticality", town, "--json").data
    assert found["pipes"][0] == {"asset": "P01", "customer_count": 89, "sensitive_count": 1}
    extra = {valve["asset"]: valve["extra_customer_count"] for valve in found["valves"]}
    assert extra["V5"] == 27


def test_people_are_told_of_the_lines_that_are_not_shown(town, regard, monkeypatch):
    assert "more (--json" not in regard("network", "criticality", town).out
    monkeypatch.setattr(isolation_view, "_MOST_LINES", 2)
    shown = regard("network", "criticality", town).out
    assert "… and 7 more (--json lists all)" in shown
    assert "… and 6 more (--json lists all)" in shown
    assert "A pipe counts at its worst place." in shown


def test_customers_of_no_kind_are_shown_as_nothing(town, regard):
    shown = regard("network", "isolate", town, "--at", LEAK, "--unusable", "V4", "--unusable", "V5").out
    assert "Kinds of customers" in shown
    nobody = regard("network", "isolate", town, "--asset", "V1").out
    assert all(len(line.split()) > 1 for line in nobody.splitlines() if line.startswith("Kinds"))


@pytest.mark.parametrize(
    ("options", "said", "in_french"),
    [
        (("conflicts", "--order"), "order OI-03 does not dig", "ordre OI-03 ne comporte pas de fouille"),
        (
            ("isolate", "--asset", "P03", "--with"),
            "order OI-03 cuts no water",
            "ordre OI-03 ne coupe pas l'eau",
        ),
    ],
)
def test_an_order_that_has_no_dig_or_no_cut_is_said_so(
    staffed, done, regard, orders_csv, options, said, in_french
):
    done("orders", "import", staffed, orders_csv)
    question, *rest = options
    run = regard("network", question, staffed, *rest, "OI-03")
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert in_french in regard("network", question, staffed, *rest, "OI-03", "--lang", "fr").err
    unknown = regard("network", question, staffed, *rest, "OI-33", "--lang", "fr").err
    assert "ordre d'intervention « OI-33 » n'existe pas" in unknown
    assert "OI-03" in unknown
