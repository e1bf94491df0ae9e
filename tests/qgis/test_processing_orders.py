# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions about requests and orders answer through Processing what their use cases answer."""

import getpass
from dataclasses import replace
from datetime import date, datetime

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingException,
)
from regard.core.resources import SkillGrant
from regard.planner.assets.asset_base import AssetBase
from regard.planner.informing.cut_customers import customers_of_order
from regard.planner.life.overview import zone_counters
from regard.planner.life.readiness_board import readiness_board
from regard.planner.plan_versions import current_plan
from regard.planner.plans.explain_order import explain_order
from regard.planner.plans.left_out_orders import left_out_of_day
from regard.planner.records import Outage, PlanStop
from regard.planner.resources.matrix import zone_matrices
from regard.planner.running.emergency import find_offers
from regard.planner.running.slots import find_slots
from regard.store.workspaces import open_workspace
from regard.workorders.informing.contacts import CustomerContact
from regard.workorders.means import load_means
from regard.workorders.orders import OrderState, WorkOrder

TODAY = date(2026, 6, 3)
DAY = "2026-06-03"
NOW = datetime(2026, 6, 3, 8)
AT = "2026-06-03T08:00:00"


def column(layer, name):
    return [feature[name] for feature in layer.getFeatures()]


def by_order(layer, name):
    return {feature["order_id"]: feature[name] for feature in layer.getFeatures()}


@pytest.fixture
def reading(built_town):
    workspace = open_workspace(built_town)
    yield workspace
    workspace.close()


@pytest.fixture
def left_out(reading):
    """Return the order that nobody holds the skill for."""
    (one,) = left_out_of_day(reading, TODAY)
    return one.order.order_id


@pytest.fixture
def new_order(town, asked):
    """Return an order like the planned one of the meter, in no plan."""

    def add(workspace):
        model = next(order for order in workspace.all(WorkOrder) if order.code == "AEP-CPT-REM")
        with workspace.command("test", who="test") as transaction:
            transaction.add([replace(model, order_id="VA-2026-9001", state=OrderState.QUALIFIED, version=0)])
        return "VA-2026-9001"

    return asked(add)


def test_readiness_says_what_each_order_lacks(answer, built_town, reading):
    found = answer("readiness", WORKSPACE=str(built_town), DAY=DAY, HORIZON=10)
    board = readiness_board(reading, TODAY, horizon_days=10)
    assert by_order(found["ORDERS"], "colour") == {one.order.order_id: one.colour.value for one in board}
    assert found["RED_COUNT"] == sum(one.colour.value == "red" for one in board) > 0
    lacking = {one.order.order_id for one in board if any(not item.is_ready for item in one.items)}
    assert {order for order, text in by_order(found["ORDERS"], "lacks").items() if text} == lacking
    red = [text for text in column(found["ORDERS"], "red") if text]
    assert len(red) == found["RED_COUNT"]
    places = {f["order_id"]: f.geometry().asPoint() for f in found["ORDERS"].getFeatures()}
    for one in board:
        assert (places[one.order.order_id].x(), places[one.order.order_id].y()) == one.order.place.coords[0]


def test_orders_without_risk_can_be_left_out(answer, built_town):
    found = answer("readiness", WORKSPACE=str(built_town), DAY=DAY, HORIZON=10, AT_RISK=True)
    assert found["ORDERS"].featureCount() > 0
    assert set(column(found["ORDERS"], "colour")) <= {"red", "amber"}


def test_what_the_plan_leaves_out_comes_with_its_reasons(answer, built_town, reading, left_out):
    found = answer("whynotplanned", WORKSPACE=str(built_town), DAY=DAY)
    assert column(found["ORDERS"], "order_id") == [left_out]
    (one,) = left_out_of_day(reading, TODAY)
    assert found["REASONS"].featureCount() == len(one.reasons)
    assert set(column(found["REASONS"], "code")) == {reason["code"] for reason in one.reasons}
    assert not found["REASONS"].isSpatial()
    assert column(found["ORDERS"], "reason")[0] in column(found["ORDERS"], "reasons")[0]


def test_one_order_is_explained_by_the_workspace_of_now(answer, built_town, reading, left_out):
    found = answer("whynotplanned", WORKSPACE=str(built_town), ORDER=left_out)
    why = explain_order(reading, left_out, authorisations=load_means().authorisations)
    assert found["REASONS"].featureCount() == len(why.reasons) > 0
    assert found["WAYS"].featureCount() == len(why.ways)
    assert column(found["WAYS"], "cost_min") == [way.relaxation.cost_min for way in why.ways]


def test_an_order_that_is_planned_is_not_left_out(answer, built_town, reading):
    planned = reading.all(PlanStop, plan_id=current_plan(reading).plan_id)[0].order_id
    found = answer("whynotplanned", WORKSPACE=str(built_town), ORDER=planned)
    assert found["ORDER_COUNT"] == found["ORDERS"].featureCount() == 0


def test_customers_of_a_cut_have_their_channel_and_contact(answer, town, asked):
    def add(workspace):
        cut = max(workspace.all(Outage), key=lambda one: len(one.sensitive_customers))
        with workspace.command("test", who="test") as transaction:
            contact = CustomerContact("C-P09-03", "M. Dialo", phone="0344000001", mobile="0639980002")
            transaction.add([contact])
        return cut.order_id, customers_of_order(workspace, AssetBase(workspace), cut.order_id)

    order, expected = asked(add)
    found = answer("cutcustomers", WORKSPACE=str(town), ORDER=order)
    assert found["CUSTOMER_COUNT"] == found["CUSTOMERS"].featureCount() == expected.count == 23
    assert found["SENSITIVE_COUNT"] == 1
    assert set(column(found["CUSTOMERS"], "asset_id")) == set(expected.delivery_points)
    first = {f["customer_ref"]: f for f in found["CUSTOMERS"].getFeatures()}["C-P09-03"]
    assert (first["name"], first["channel"], first["is_sensitive"]) == ("M. Dialo", "phone", True)
    others = [f for f in found["CUSTOMERS"].getFeatures() if f["customer_ref"] != "C-P09-03"]
    assert {f["channel"] for f in others} == {"leaflet"}
    assert {f["phone"] for f in others} == {""}


def test_past_a_blocked_valve_more_customers_are_cut(answer, built_town, reading):
    order = max(reading.all(Outage), key=lambda one: len(one.customers)).order_id
    found = answer("cutcustomers", WORKSPACE=str(built_town), ORDER=order, UNUSABLE="V5")
    assert found["CUSTOMER_COUNT"] == found["CUSTOMERS"].featureCount() == 50


def test_zones_come_with_their_counters(answer, built_town, reading):
    (zone,) = answer("zoneoverview", WORKSPACE=str(built_town), DAY=DAY)["ZONES"].getFeatures()
    (counted,) = zone_counters(reading, TODAY)
    names = ("orders", "agents", "work_min", "p1", "p2", "notices_pending")
    assert [zone[name] for name in names] == [getattr(counted, name) for name in names]
    assert (zone["zone_id"], zone["field_manager"], zone["agents"]) == ("Z1", "F. Leroy", 3)
    assert zone.geometry().area() == pytest.approx(1300 * 500)


def test_skills_of_a_zone_and_what_hangs_on_one_agent(answer, town, asked):
    def leave_one(workspace):
        gone = [grant for grant in workspace.all(SkillGrant, skill="SS4") if grant.agent_id != "AG1"]
        with workspace.command("test", who="test") as transaction:
            for grant in gone:
                transaction.remove(grant)
        return zone_matrices(workspace, TODAY)[0].matrix

    matrix = asked(leave_one)
    found = answer("skillmatrix", WORKSPACE=str(town), DAY=DAY)
    (zone,) = found["ZONES"].getFeatures()
    assert (zone["single_points"], zone["skills"]) == (1, len(matrix.rows))
    single = [f for f in found["MATRIX"].getFeatures() if f["single_point"]]
    assert [(f["skill"], f["agent_id"], f["coverage"]) for f in single] == [("SS4", "AG1", 1)]
    assert found["MATRIX"].featureCount() == sum(row.coverage for row in matrix.rows)


def test_appointments_are_those_of_the_use_case(answer, town, asked, new_order, golden):
    expected = asked(lambda workspace: find_slots(workspace, new_order, now=NOW, days=2))
    found = answer("slots", WORKSPACE=str(town), ORDER=new_order, DAYS=2, NOW=AT)
    assert found["SLOT_COUNT"] == found["SLOTS"].featureCount() == len(expected) > 0
    opens = [value.toPyDateTime() for value in column(found["SLOTS"], "opens")]
    assert opens == [slot.opens for slot in expected]
    assert column(found["SLOTS"], "cost_min") == [round(slot.cost_min, 3) for slot in expected]
    named = [", ".join(golden.AGENTS[agent] for agent in slot.agents) for slot in expected]
    assert column(found["SLOTS"], "agent_names") == named


def test_offers_for_an_emergency_are_shown_and_nothing_is_stored(answer, town, asked, new_order, golden):
    before, expected = asked(
        lambda workspace: (current_plan(workspace), find_offers(workspace, new_order, day=TODAY, now=NOW))
    )
    found = answer("emergency", WORKSPACE=str(town), ORDER=new_order, DAY=DAY, NOW=AT)
    assert found["OFFER_COUNT"] == found["OFFERS"].featureCount() == len(expected.offers) > 0
    assert column(found["OFFERS"], "agents") == [", ".join(offer.agents) for offer in expected.offers]
    named = [", ".join(golden.AGENTS[agent] for agent in offer.agents) for offer in expected.offers]
    assert column(found["OFFERS"], "agent_names") == named
    assert found["CHANGES"].featureCount() == sum(len(offer.changes) for offer in expected.offers)
    assert found["PLAN_ID"] == ""
    assert asked(current_plan) == before


def test_what_gives_way_to_an_emergency_has_its_reason_and_new_day(answer, town, asked, new_order, golden):
    gives_way = asked(lambda workspace: golden.crowd_out(workspace, new_order))
    found = answer("emergency", WORKSPACE=str(town), ORDER=new_order, DAY=DAY, NOW=AT)
    assert column(found["OFFERS"], "dropped") == [gives_way]
    layer = found["GIVING_WAY"]
    assert column(layer, "order_id") == [gives_way]
    assert column(layer, "reason") == ["gave way to an emergency"]
    assert column(layer, "new_day") == ["2026-06-04"]
    assert column(layer, "in_time") == [True]
    assert next(layer.getFeatures()).geometry().asPoint().x() > 0


def test_an_accepted_offer_is_the_plan_in_force_under_the_users_name(answer, town, asked, new_order):
    found = answer("emergency", WORKSPACE=str(town), ORDER=new_order, DAY=DAY, NOW=AT, ACCEPT=1)
    assert asked(lambda workspace: current_plan(workspace).plan_id) == found["PLAN_ID"] != ""
    stops = asked(lambda workspace: workspace.all(PlanStop, plan_id=found["PLAN_ID"], order_id=new_order))
    assert [stop.agent_id for stop in stops] == column(found["OFFERS"], "agents")[:1]
    assert asked(lambda workspace: workspace.journal()[-1].who) == getpass.getuser()


def test_an_offer_that_does_not_exist_is_refused(answer, town, asked, new_order):
    before = asked(current_plan)
    with pytest.raises(QgsProcessingException, match="9"):
        answer("emergency", WORKSPACE=str(town), ORDER=new_order, DAY=DAY, NOW=AT, ACCEPT=9)
    assert asked(current_plan) == before


def test_another_plan_than_the_one_looked_at_stops_all(answer, town, new_order):
    with pytest.raises(QgsProcessingException, match="2026-06-03/7"):
        answer("emergency", WORKSPACE=str(town), ORDER=new_order, DAY=DAY, NOW=AT, PLAN="2026-06-03/7")


def test_an_absent_agents_orders_go_to_others(answer, town, asked):
    before = asked(current_plan)
    stops = asked(lambda workspace: workspace.all(PlanStop, plan_id=before.plan_id, task="work"))
    agent = max(stops, key=lambda stop: stop.start).agent_id
    gone = {stop.order_id for stop in stops if stop.agent_id == agent and stop.start > NOW}
    found = answer("replan", WORKSPACE=str(town), DAY=DAY, NOW=AT, ABSENT=agent)
    changed = {f["order_id"]: f for f in found["CHANGES"].getFeatures() if f["task"] == "Work on site"}
    assert gone <= changed.keys()
    assert all(agent not in (changed[order]["agents_after"] or "") for order in gone)
    assert found["CHANGE_COUNT"] == found["CHANGES"].featureCount()
    assert found["SHORT_MIN"] > 0
    assert asked(current_plan) == before
    stored = answer("replan", WORKSPACE=str(town), DAY=DAY, NOW=AT, ABSENT=agent, ACCEPT=True)["PLAN_ID"]
    assert asked(lambda workspace: current_plan(workspace).plan_id) == stored != before.plan_id


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Give one of"),
        ({"ABSENT": "AG1", "CLOSED_ROADS": True}, "Give one of"),
        ({"LATE": "VA-2026-0001"}, "needs its minutes"),
        ({"ABSENT": "AG9"}, "AG9"),
    ],
)
def test_a_disruption_that_makes_no_sense_is_refused(answer, built_town, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer("replan", WORKSPACE=str(built_town), DAY=DAY, NOW=AT, **given)


@pytest.mark.parametrize(
    ("algorithm", "given", "words"),
    [
        ("whynotplanned", {"DAY": "2027-01-04"}, "2027-01-04"),
        ("whynotplanned", {}, "day is not a date"),
        ("whynotplanned", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("cutcustomers", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("skillmatrix", {"DAY": DAY, "ZONE": "Z9"}, "Z9"),
        ("slots", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("emergency", {"ORDER": "VA-1999-1", "DAY": DAY}, "VA-1999-1"),
    ],
)
def test_what_does_not_exist_is_named(answer, built_town, algorithm, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), **given)


def test_loaded_layers_have_a_legend(load, built_town):
    ready = load("readiness", WORKSPACE=str(built_town), DAY=DAY)["ORDERS"]
    assert ready.legend == ["Red", "Amber", "Green"]
    zones = load("skillmatrix", WORKSPACE=str(built_town), DAY=DAY)["ZONES"]
    assert zones.legend == ["Skills that hang on one agent", "Every skill is held by several"]
    assert zones.layer.labelsEnabled()


def test_labels_are_made_for_every_zone(load, built_town):
    layer = load("zoneoverview", WORKSPACE=str(built_town), DAY=DAY)["ZONES"].layer
    expression = QgsExpression(layer.labeling().settings().fieldName)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    feature = next(layer.getFeatures())
    context.setFeature(feature)
    figures = f"orders {feature['orders']} · agents 3\nP1 {feature['p1']} · P2 {feature['p2']}"
    assert expression.evaluate(context) == f"Nord\n{figures}"
