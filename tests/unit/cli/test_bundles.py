# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that can share a water cut, through the command line."""

import pytest

HEADER = "request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id\n"
BURSTS = (("DI-1", 687520, 6924000), ("DI-2", 687700, 6924000))


@pytest.fixture
def bursts(staffed, write, done):
    """Return a workspace with two bursts behind the same two valves."""
    rows = [
        f"{name},2026-06-03 07:20,Mme Élan,0600000001,,au Puits,{x},{y},AEP-CASSE,Conduite cassée,no,VA-2024"
        for name, x, y in BURSTS
    ]
    done("requests", "import", staffed, write("requests.csv", HEADER + "\n".join(rows)))
    done("requests", "qualify", staffed, "--now", "2026-06-03T07:45")
    return staffed


def test_a_bundle_is_listed_accepted_and_listed_no_more(bursts, done, regard):
    (bundle,) = done("orders", "bundles", bursts)["bundles"]
    assert (bundle["valves"], bundle["operations_spared"]) == (["V4", "V5"], 4)
    assert len(bundle["customers_spared"]) == 23
    shown = regard("orders", "bundles", bursts).out
    assert bundle["bundle_id"] in shown
    for order in bundle["orders"]:
        due = order["due_at"].replace("T", " ")[:16]
        assert any(order["order_id"] in line and due in line for line in shown.splitlines())
    assert len(bundle["orders"]) == 2
    accepted = done("orders", "bundles", bursts, "--accept", bundle["bundle_id"])
    assert [link["origin"] for link in accepted["links"]] == ["shut_off"]
    assert regard("orders", "bundles", bursts).out == "No orders can share a water cut.\n"


def test_a_bundle_that_is_not_offered_is_a_mistake_of_the_user(bursts, regard):
    run = regard("orders", "bundles", bursts, "--accept", "OI-1+OI-2")
    assert (run.code, run.out) == (2, "")
    assert "OI-1+OI-2" in run.err
