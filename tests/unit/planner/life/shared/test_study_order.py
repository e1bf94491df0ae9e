# SPDX-License-Identifier: GPL-3.0-or-later
"""An order made elsewhere is studied on the maps, and lacks nothing of what they tell from then on."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.import_records import import_records
from regard.planner.life.advance import advance_order, gate_findings
from regard.planner.life.paperwork import note_sent
from regard.planner.life.study_order import study_order
from regard.planner.records import OrderNotice, Outage, ValveNote
from regard.tests.unit.planner.days import order
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.rulebook import load_rule_book

NOW = datetime(2026, 6, 3, 8)
S = OrderState


@pytest.fixture
def imported(valmont):
    """Return the golden network with a leak on P03 that came from elsewhere, bare."""
    bare = order("OI-01", (687520, 6924000), 150, ("AIPR_OP",), None)
    import_records(
        valmont, [replace(bare, code="AEP-FUI-CAN", priority=Priority.P3)], name="import", who="test"
    )
    return valmont


def study(workspace, **values):
    return study_order(workspace, "OI-01", rules=load_rule_book(), now=NOW, who="D. Martin", **values)


def codes(workspace, target):
    found = gate_findings(workspace, workspace.get(WorkOrder, "OI-01"), target, now=NOW)
    return {one.code for one in found}


def test_the_maps_give_what_the_gate_asks_for(imported):
    assert "reason.needs_cut" in codes(imported, S.DISPATCHED)
    found = study(imported)
    assert (found.asset_id, found.digs, found.priority) == ("P03", True, Priority.P3)
    assert imported.get(Outage, "OI-01").close == ("V4", "V5")
    notice = imported.get(OrderNotice, "OI-01")
    assert notice.kind == "DT-DICT"
    assert found.earliest_start == notice.earliest_start
    assert codes(imported, S.PLANNED) == set()
    assert "reason.needs_cut" not in codes(imported, S.DISPATCHED)


def test_what_is_found_as_it_was_leaves_no_line(imported):
    study(imported)
    written = imported.journal()
    assert study(imported) == imported.get(WorkOrder, "OI-01")
    assert imported.journal() == written
    with imported.command("stuck", who="test") as transaction:
        transaction.add([ValveNote("V5", "stuck_open", NOW, "")])
    study(imported)
    assert {line.change.table for line in imported.journal()[len(written) + 1 :]} == {"outage"}
    assert "V5" not in imported.get(Outage, "OI-01").close


def test_an_asset_may_be_named_and_what_was_found_is_replaced_and_undone(imported):
    study(imported)
    assert study(imported, asset_id="P09").asset_id == "P09"
    assert len(imported.all(Outage)) == 1
    imported.undo(who="D. Martin")
    assert imported.get(WorkOrder, "OI-01").asset_id == "P03"
    assert imported.get(Outage, "OI-01").asset_id == "P03"


def test_what_has_left_or_was_declared_is_not_studied_again(imported):
    study(imported)
    note_sent(imported, "OI-01", number="1", sent_at=NOW, who="D. Martin")
    with pytest.raises(InputError, match="notice is sent"):
        study(imported)
    advance_order(imported, "OI-01", S.PLANNED, now=NOW, who="D. Martin")
    with pytest.raises(InputError, match="OI-01 is planned"):
        study(imported)
