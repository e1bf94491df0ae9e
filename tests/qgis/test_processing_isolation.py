# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard:isolate`` hands out everything that an isolation says, as layers."""

from dataclasses import replace

import pytest
from qgis.core import QgsPointXY, QgsProcessingException
from regard.planner.records import Outage
from regard.store.workspaces import open_workspace

LEAK = "687520,6924000 [EPSG:2154]"


def rows(layer, *names):
    return [tuple(feature[name] for name in names) for feature in layer.getFeatures()]


def column(layer, name):
    return [feature[name] for feature in layer.getFeatures()]


def test_valves_come_in_the_order_of_closing_with_their_reason(answer, built_town):
    valves = answer("isolate", WORKSPACE=str(built_town), POINT=LEAK)["VALVES"]
    order = rows(valves, "number", "reopen", "state")
    assert order == [(1, 2, "to_close"), (2, 1, "to_close")]
    assert sorted(column(valves, "asset_id")) == ["V4", "V5"]
    assert all(
        feature["asset_id"] in feature["reason"] and "water" in feature["reason"]
        for feature in valves.getFeatures()
    )


def test_what_loses_supply_behind_the_cut_is_told_apart(answer, built_town):
    """P01 brings all the water and serves nobody itself."""
    found = answer("isolate", WORKSPACE=str(built_town), ASSET="P01")
    secondary = dict(rows(found["PIPES"], "asset_id", "secondary"))
    assert secondary.pop("P01") is False
    assert secondary == dict.fromkeys(["P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"], True)
    assert found["CUSTOMER_COUNT"] == found["CUSTOMERS"].featureCount() == 89
    assert set(column(found["CUSTOMERS"], "secondary")) == {True}
    leak = answer("isolate", WORKSPACE=str(built_town), POINT=LEAK)
    assert set(column(leak["CUSTOMERS"], "secondary")) == {False}


def test_customers_come_with_their_category_and_the_ones_to_warn_first(answer, built_town):
    customers = answer("isolate", WORKSPACE=str(built_town), POINT=LEAK)["CUSTOMERS"]
    assert rows(customers, "asset_id", "category", "is_sensitive", "customer_ref")[0] == (
        "PL-P09-03",
        "medical",
        True,
        "C-P09-03",
    )
    assert set(column(customers, "category")) == {"medical", "domestique"}


def test_hydrants_out_of_service_are_points(answer, built_town):
    hydrants = answer("isolate", WORKSPACE=str(built_town), POINT=LEAK)["HYDRANTS"]
    assert column(hydrants, "asset_id") == ["PI-014"]
    assert next(hydrants.getFeatures()).geometry().asPoint() == QgsPointXY(687700, 6924000)


@pytest.mark.parametrize("width_m", [5, 30])
def test_the_area_holds_every_customer_and_is_as_wide_as_asked(answer, built_town, width_m):
    found = answer("isolate", WORKSPACE=str(built_town), POINT=LEAK, WIDTH_M=width_m)
    (area,) = found["AREA"].getFeatures()
    shape = area.geometry()
    assert area["customers"] == 23
    assert area["sensitive"] == 1
    assert area["area_m2"] == pytest.approx(shape.area())
    assert all(shape.contains(customer.geometry()) for customer in found["CUSTOMERS"].getFeatures())
    inside = QgsPointXY(687700, 6924000 - width_m + 0.5)
    outside = QgsPointXY(687700, 6924000 - width_m - 0.5)
    assert shape.contains(inside)
    assert not shape.contains(outside)


def test_plan_b_says_what_each_valve_costs_if_it_does_not_hold(answer, built_town):
    found = answer("isolate", WORKSPACE=str(built_town), POINT=LEAK)
    plan_b = {row[0]: row[1:] for row in rows(found["RING_PIPES"], "valve", "close", "extra_customers")}
    assert sorted(plan_b["V5"][0].split(", ")) == ["V4", "V6", "V8"]
    assert plan_b["V5"][1] == 50 - 23
    for valve, (_, extra) in plan_b.items():
        assert column(found["RING_CUSTOMERS"], "valve").count(valve) == extra
    drawn_m = {f["valve"]: f.geometry().length() for f in found["RING_PIPES"].getFeatures()}
    extra_m = dict(rows(found["RING_PIPES"], "valve", "extra_length_m"))
    assert drawn_m == pytest.approx(extra_m, abs=0.1)
    assert drawn_m["V5"] == pytest.approx(895 - 400, abs=0.1)


def test_a_cut_of_another_order_at_the_same_time_counts(answer, town):
    """The loop is fed by P02 and by P06: either may be cut alone, not both."""
    workspace = open_workspace(town)
    outage = workspace.all(Outage)[0]
    with workspace.command("test", who="test") as transaction:
        transaction.save(replace(outage, close=("V3",)))
    workspace.close()
    alone = answer("isolate", WORKSPACE=str(town), ASSET="P06")
    both = answer("isolate", WORKSPACE=str(town), ASSET="P06", BESIDE=outage.order_id)
    assert alone["COMBINED_COUNT"] == alone["COMBINED_CUSTOMERS"].featureCount() == 0
    assert both["COMBINED_COUNT"] == both["COMBINED_CUSTOMERS"].featureCount() > 0
    assert "PL-P09-03" in column(both["COMBINED_CUSTOMERS"], "asset_id")
    assert both["CUSTOMER_COUNT"] == alone["CUSTOMER_COUNT"]


def test_an_order_that_does_not_exist_is_named(answer, built_town):
    with pytest.raises(QgsProcessingException, match="VA-1999"):
        answer("isolate", WORKSPACE=str(built_town), ASSET="P06", BESIDE="VA-1999")


def test_layers_that_nobody_asks_for_are_not_written(answer, built_town):
    found = answer("isolate", WORKSPACE=str(built_town), POINT=LEAK, RING_PIPES=None, AREA=None)
    assert found.get("RING_PIPES") is None
    assert found.get("AREA") is None


def test_loaded_layers_have_a_legend(load, built_town):
    layers = load("isolate", WORKSPACE=str(built_town), POINT=LEAK)
    assert layers["PIPES"].legend == ["Main that loses supply behind the cut", "Main cut off"]
    assert layers["VALVES"].legend == ["Closed already", "To close, in this order"]
    assert layers["HYDRANTS"].legend == ["Hydrant out of service"]
    assert "Cut off as well if the valve does not hold" in layers["RING_PIPES"].legend
    assert layers["AREA"].layer.renderer().symbol().color().alpha() < 60
