# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that operators answer with: journaled, undone, and the digs near them looked at again."""

from dataclasses import replace
from datetime import date, datetime

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.planner.assets.asset_base import AssetBase
from regard.planner.life.advance import gate_findings
from regard.planner.life.gathered import operators_of
from regard.planner.life.paperwork import note_sent
from regard.planner.notices.attach_answer import attach_answer
from regard.planner.notices.dig_changes import changes_of
from regard.planner.notices.third_party import Answer, import_third_party
from regard.planner.records import AnsweredNetwork, DigChange, Footprint, OrderConflict, OrderNotice
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.teleservice.records import NoticeFile
from shapely.geometry import LineString

NOW = datetime(2026, 6, 8, 9, 0)
HEAT = Answer(operator="Chaleur 60", day=date(2026, 6, 8), kind="CHAU", accuracy_class="A", file="plan.gpkg")


@pytest.fixture
def across(valmont):
    """Return a function that gives a plan with a line past the dig of an order, so far from its edge."""

    def across(order_id, *, edge_m=0.0, **columns):
        west, south, east, _ = valmont.get(Footprint, order_id).geometry.bounds
        line = LineString([(west - 5, south - edge_m), (east + 5, south - edge_m)])
        return {"plan": gpd.GeoDataFrame({"n": [1], **columns}, geometry=[line], crs=valmont.crs)}

    return across


def bring(workspace, plans, answer=HEAT):
    return import_third_party(workspace, plans, answer, now=NOW, who="D. Martin")


def two_lines(workspace, across, order_id):
    """Return a plan with lines on both sides of the edge of a dig."""
    lines = [line for edge_m in (-1.0, 2.0) for line in across(order_id, edge_m=edge_m)["plan"].geometry]
    return {"plan": gpd.GeoDataFrame({"n": [1, 2]}, geometry=lines, crs=workspace.crs)}


def said(changes):
    return [change.english() for change in changes]


def test_an_answer_is_a_network_with_its_sizes_and_is_undone(valmont, valve, across):
    found = bring(
        valmont, across(valve, edge_m=3.0, depth_m=["0.9"], diameter_mm=[125], Accuracy_class=["b"])
    )
    assert (found.added, found.known, found.left_out) == (1, 0, 0)
    (row,) = valmont.all(AnsweredNetwork)
    assert (row.operator, row.network_type, row.accuracy_class) == ("Chaleur 60", "CHAU", "B")
    assert (row.depth_m, row.diameter_mm, row.is_sensitive) == (0.9, 125.0, True)
    assert (row.answered_on, row.file) == (date(2026, 6, 8), "plan.gpkg")
    assert row.asset_id in set(AssetBase(valmont).third_party["asset_id"])
    assert {line.command for line in valmont.journal(key=row.asset_id)} == {"import third party"}
    valmont.undo(who="D. Martin")
    assert valmont.all(AnsweredNetwork) == []
    assert "Chaleur 60" not in {one.operator for one in valmont.all(OrderConflict, order_id=valve)}


def test_the_dig_is_looked_at_again_and_what_differs_is_said(valmont, valve, across):
    before = valmont.get(WorkOrder, valve)
    (touched,) = bring(valmont, across(valve)).orders
    assert (touched.order_id, touched.notice_sent) == (valve, False)
    assert said(touched.changes) == ["plan (Chaleur 60) came: in the dig: soft digging, 0.0 m from the edge"]
    near = {one.operator: one.verdict for one in valmont.all(OrderConflict, order_id=valve)}
    assert near["Chaleur 60"] == "in_corridor"
    notice = valmont.get(OrderNotice, valve)
    assert any(contact.startswith("Chaleur 60") for contact in notice.write_to)
    assert valmont.get(WorkOrder, valve).earliest_start == before.earliest_start
    # the same plan again tells nothing new
    again = bring(valmont, across(valve))
    assert (again.added, again.known, again.orders) == (0, 1, ())
    assert len(valmont.all(DigChange)) == 1


def test_gas_in_the_corridor_brings_the_suction_excavator(valmont, ordered, across):
    order_id = ordered("AEP-BAC")
    order = valmont.get(WorkOrder, order_id)
    bare = replace(
        order,
        equipment=tuple(one for one in order.equipment if one != "suction_excavator"),
        hazards=tuple(one for one in order.hazards if one != "gas_in_corridor"),
    )
    with valmont.command("bare", who="test") as transaction:
        transaction.save(bare)
        for one in valmont.all(OrderConflict, order_id=order_id):
            transaction.remove(one)
    gas = replace(HEAT, operator="Gaz 60", kind="GAZ")
    touched = next(one for one in bring(valmont, across(order_id), gas).orders if one.order_id == order_id)
    after = valmont.get(WorkOrder, order_id)
    assert "suction_excavator" in after.equipment
    assert "gas_in_corridor" in after.hazards
    assert any("Gas pipe in the trench's corridor" in text for text in said(touched.changes))


def test_after_the_notice_was_sent_the_difference_is_kept_and_the_operator_is_to_ask(valmont, valve, across):
    note_sent(valmont, valve, number="2026060300123D", sent_at=datetime(2026, 6, 3, 9), who="D. Martin")
    sent = valmont.get(OrderNotice, valve)
    (touched,) = bring(valmont, across(valve)).orders
    assert touched.notice_sent
    assert said(touched.changes)[1].startswith("Chaleur 60 was not asked: the notice 2026060300123D was sent")
    assert valmont.get(OrderNotice, valve) == sent
    kept = changes_of(valmont, valve)
    assert {(one.after_notice, one.notice_number) for one in kept} == {(True, "2026060300123D")}
    # no start before it answered: a sensitive network
    missing = gate_findings(valmont, valmont.get(WorkOrder, valve), OrderState.DISPATCHED, now=NOW)
    assert "Chaleur 60" in {one.params.get("operator") for one in missing}
    # what came of it later is a difference of its own; the first ones stay
    bring(valmont, two_lines(valmont, across, valve), replace(HEAT, replaces=True))
    assert len(changes_of(valmont, valve)) > len(kept)
    assert changes_of(valmont, valve)[: len(kept)] == kept


def test_replacing_takes_away_what_the_operator_answered_before(valmont, valve, across):
    bring(valmont, across(valve))
    found = bring(valmont, two_lines(valmont, across, valve), replace(HEAT, replaces=True))
    assert (found.added, found.removed) == (2, 1)
    (touched,) = found.orders
    assert any("is not near the dig any more" in text for text in said(touched.changes))


def test_orders_that_are_over_are_left_alone(valmont, valve, across):
    order = valmont.get(WorkOrder, valve)
    with valmont.command("close", who="test") as transaction:
        transaction.save(replace(order, state=OrderState.CLOSED))
    assert bring(valmont, across(valve)).orders == ()


def test_a_pdf_alone_is_kept_under_the_operators_name_and_undone(valmont, valve, folder):
    def attach(data=b"%PDF-1.7 plan", operator="Gaz de Valmont"):
        return attach_answer(
            valmont,
            valve,
            data,
            file="réponse/../plan.pdf",
            operator=operator,
            day=date(2026, 6, 8),
            attachments=folder,
            who="D. Martin",
        )

    assert "Gaz de Valmont" in {one.name for one in operators_of(valmont, valmont.get(WorkOrder, valve))}
    kept = attach()
    assert (kept.operator, kept.received_on, kept.size_bytes) == ("Gaz de Valmont", date(2026, 6, 8), 13)
    assert folder.path_of(kept.stored_as).read_bytes() == b"%PDF-1.7 plan"
    assert attach() == kept
    with pytest.raises(InputError, match="no PDF"):
        attach(b"MZ")
    with pytest.raises(InputError, match="Gaz"):
        attach(operator="Gaz")
    valmont.undo(who="D. Martin")
    assert valmont.all(NoticeFile) == []


def test_an_operator_that_the_teleservice_named_was_asked(valmont, valve, across, consult):
    consult(valve, sent_at=datetime(2026, 6, 3, 9))
    fibre = replace(HEAT, operator="Fibre 60", kind="COM")
    (touched,) = bring(valmont, across(valve), fibre).orders
    assert len(touched.changes) == 1
    assert not any("was not asked" in one for one in said(touched.changes))


def test_the_layer_0_of_a_dxf_is_no_name(valmont, valve, across):
    bring(valmont, {"0": across(valve)["plan"]})
    assert valmont.all(AnsweredNetwork)[0].label == ""
