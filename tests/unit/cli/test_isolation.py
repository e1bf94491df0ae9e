# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``regard network`` tells of a cut beside its valves: why, and what next; the valve register."""

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
