# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders are closed with what was handed in, sent back when it is wrong, and all of it can be undone."""

from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.core.resources import StockLine
from regard.planner.closing.close_order import closure_of
from regard.planner.life.advance import advance_order, order_history
from regard.planner.records import ValveNote
from regard.workorders.closing.records import AssetReading, Closure
from regard.workorders.history import ClosedIntervention
from regard.workorders.orders import OrderState, WorkOrder

S = OrderState
REPAIR = """started_at: 2026-06-03 08:00
ended_at: 2026-06-03 10:45
agents: [AG1]
result: done
asset: P03
repair_point: 687520, 6924004.1
repaired: 01
defect: 02
material: 02
valves: {V4: open, V5: {state: closed, note: to be packed}}
parts: {repair_clamp: 1}
photos: [trench.jpg]
"""
PURGE = """started_at: 2026-06-03 10:00
ended_at: 2026-06-03 10:25
agents: [AG1]
result: done
photos: [p.jpg]
parts: {repair_clamp: 1}
"""


def quantity(workspace, line):
    return workspace.get(StockLine, line).quantity


def everything(workspace):
    kinds = (WorkOrder, StockLine, Closure, AssetReading, ClosedIntervention, ValveNote)
    # versions count on through an undo
    return [
        [(type(one), *(getattr(one, name) for name in one.__slots__ if name != "version")) for one in found]
        for found in map(workspace.all, kinds)
    ]


def test_an_order_with_sound_data_is_closed_and_lowers_the_stock_of_the_van(workspace, close, meter_data):
    before = everything(workspace)
    done = close("OI-02", meter_data(1512))
    assert (done.order.state, done.findings, done.lacks) == (S.CLOSED, (), ())
    assert (done.order.started_at, done.order.ended_at) == (
        datetime(2026, 6, 3, 9),
        datetime(2026, 6, 3, 9, 25),
    )
    assert quantity(workspace, "AG2-meter") == 4
    assert [one.to_state for one in order_history(workspace, "OI-02")] == [S.DONE, S.CLOSED]
    kept = workspace.get(ClosedIntervention, "OI-02")
    assert (kept.duration_min, kept.agents, kept.code) == (25, ("AG2",), "AEP-CPT-REM")
    # the new meter starts at nothing
    assert workspace.get(AssetReading, "OI-02/index").value == 0
    workspace.undo(who="D. Martin")
    assert everything(workspace) == before


def test_the_same_file_again_changes_nothing(workspace, close, meter_data):
    close("OI-02", meter_data(1512))
    before = everything(workspace), len(workspace.journal())
    again = close("OI-02", meter_data(1512), now=datetime(2026, 6, 4, 8))
    assert again.order.state is S.CLOSED
    assert (everything(workspace), len(workspace.journal())) == before
    with pytest.raises(InputError, match="OI-02 is closed: correct single values"):
        close("OI-02", meter_data(1513))


def test_an_index_below_the_last_reading_sends_the_order_back(workspace, close, meter_data):
    done = close("OI-02", meter_data(1482))
    assert done.order.state is S.TO_CORRECT
    assert [one.message.english() for one in done.errors] == [
        "old_index 1482 is below the last reading 1497 of 2025-11-12"
    ]
    assert order_history(workspace, "OI-02")[-1].reason == "old_index"
    # nothing counts before the data are right
    assert quantity(workspace, "AG2-meter") == 5
    assert workspace.keys(AssetReading) == ["R-1"]
    again = close("OI-02", meter_data(1512))
    assert again.order.state is S.CLOSED
    assert quantity(workspace, "AG2-meter") == 4


def test_a_repair_point_off_the_main_keeps_the_order_open_until_it_is_right(workspace, close):
    done = close("OI-01", REPAIR)
    assert [(one.severity, one.message.english()) for one in done.findings] == [
        (
            "error",
            (
                "repair_point is 4.1 m from P03 (> 2 m): correct the place, or the asset repaired; "
                "a survey of class A shows that the map is off"
            ),
        ),
        ("warning", "valve V5 left closed: to be packed"),
    ]
    assert done.order.state is S.TO_CORRECT
    assert order_history(workspace, "OI-01")[-1].reason == "repair_point"
    again = close("OI-01", REPAIR.replace("6924004.1", "6924000.4"))
    assert again.errors == ()


@pytest.mark.parametrize("point", ["687520, 6924000", "690000, 6990000"])
def test_an_asset_that_no_layer_holds_sends_the_order_back(workspace, close, point):
    text = REPAIR.replace("687520, 6924004.1", point).replace("asset: P03", "asset: P0333")
    done = close("OI-01", text)
    (error,) = done.errors
    assert (error.field, error.found, error.expected.split(", ")[0]) == ("asset", "P0333", "P03")
    assert error.message.english().startswith("asset: no asset is called P0333 (near: P03")
    assert done.order.state is S.TO_CORRECT


def test_a_repair_point_is_measured_from_whatever_asset_is_named(workspace, close):
    """V4 is a valve, the order is about a main: the point has to be at the valve all the same."""
    done = close("OI-01", REPAIR.replace("asset: P03", "asset: V4").replace("6924004.1", "6930000"))
    assert [(one.field, one.message.code) for one in done.errors] == [
        ("repair_point", "closure.far_from_asset")
    ]


def test_agents_that_there_are_not_send_the_order_back(workspace, close):
    done = close("OI-03", PURGE.replace("[AG1]", "[AG1, AG9]"))
    assert [one.message.english() for one in done.errors] == [
        "agents: no agent is called AG9 (near: AG2, AG1)"
    ]
    assert done.order.state is S.TO_CORRECT


def test_a_survey_of_class_a_off_the_main_and_a_title_against_content_are_warnings(workspace, close):
    done = close("OI-01", REPAIR + "precision_class: A\n")
    assert [(one.severity, one.message.english()) for one in done.findings] == [
        (
            "warning",
            "repair_point, surveyed in class A, is 4.1 m from P03 (> 2 m): the map is to be corrected",
        ),
        ("warning", "valve V5 left closed: to be packed"),
    ]
    assert workspace.get(ValveNote, "V5").state == "closed"
    purge = close("OI-03", PURGE)
    assert purge.order.state is S.CLOSED
    assert [one.message.english() for one in purge.findings] == [
        "title inconsistent with content: 'Flushing' with repair_clamp used",
        "1 repair_clamp used that no van of these agents held",
    ]


def test_the_gates_hold_what_is_not_in_order(workspace, close):
    from regard.core.ids import AssetId, OrderId
    from regard.planner.import_records import import_records
    from regard.planner.records import Outage
    from shapely.geometry import MultiLineString

    lines = MultiLineString([[(687500, 6924000), (687540, 6924000)]])
    cut = Outage(OrderId("OI-03"), AssetId("P03"), ("V4",), (), ("P03",), (), (), (), 40.0, 1.0, False, lines)
    import_records(workspace, [cut], name="import", who="test")
    held = close("OI-03", PURGE)
    assert held.order.state is S.DONE
    assert [one.english() for one in held.lacks] == ["valve V4: note how it was left"]
    closed = close("OI-03", PURGE + "valves: {V4: open}\n")
    assert closed.order.state is S.CLOSED


def test_nobody_closes_by_hand_what_has_errors(workspace, close, meter_data):
    close("OI-02", meter_data(1482))
    with pytest.raises(InputError, match="OI-02 cannot become closed: old_index 1482 is below"):
        advance_order(workspace, "OI-02", S.CLOSED, now=datetime(2026, 6, 3, 19), who="D. Martin")


def test_what_was_handed_in_is_kept_as_it_was(workspace, close, meter_data):
    close("OI-02", meter_data(1482))
    kept = closure_of(workspace, "OI-02")
    assert kept.raw == meter_data(1482)
    assert (kept.author, kept.photos, kept.fields["old_index"]) == (
        "AG2",
        ("before.jpg", "after.jpg"),
        "1482",
    )
    with pytest.raises(InputError, match="OI-03: nothing was handed in yet"):
        closure_of(workspace, "OI-03")


def test_not_done_waits_for_its_new_day(workspace, close):
    done = close(
        "OI-03",
        "started_at: 2026-06-03 10:00\nended_at: 2026-06-03 10:05\nagents: AG1\n"
        "result: not_done\ncause: customer_absent\ncomment: porte close\n",
    )
    assert done.order.state is S.NOT_DONE
    last = order_history(workspace, "OI-03")[-1]
    assert (last.cause, last.reason) == ("customer_absent", "porte close")


MISTAKES = [
    ("result: done\nold_idex: 12\n", "line 2: no field is called 'old_idex' here (near: old_index"),
    ("result: done\nold_index: twelve\n", "line 2, column old_index: found 'twelve', expected a number"),
    ("result: done\nparts: {meter: one}\n", "line 2, column parts.meter: found 'one', expected 1, 2, 3"),
    ("order_id: OI-09\n", "line 1, column order_id: found 'OI-09', expected OI-02"),
    ("result: done\nresult: partial\n", "line 2: 'result' is already given on line 1"),
    ("- 1\n", "line 1: cannot be read as closure data"),
    ("a: [b\n", "line 2: cannot be read as closure data"),
    ("a: {b: {c: {d: {e: {f: 1}}}}}\n", "too deep"),
]


def test_a_file_with_mistakes_changes_nothing(workspace, close):
    before = everything(workspace)
    for text, said in MISTAKES:
        with pytest.raises(InputError) as caught:
            close("OI-02", text)
        assert said in str(caught.value)
    assert everything(workspace) == before


def test_json_and_csv_say_the_same(workspace, close):
    csv = (
        "order_id;started_at;ended_at;agents;result;photos;parts;valves\n"
        "OI-01;x;x;x;x;x;;\n"
        "OI-03;2026-06-03 10:00;2026-06-03 10:25;AG1;done;p.jpg;;V4=open\n"
    )
    assert close("OI-03", csv, name="day.csv").order.state is S.CLOSED
    workspace.undo(who="test")
    json = (
        '{"started_at": "2026-06-03 10:00", "ended_at": "2026-06-03 10:25", "agents": ["AG1"],'
        ' "result": "done", "photos": ["p.jpg"], "valves": {"V4": "open"}}'
    )
    assert close("OI-03", json, name="one.json").order.state is S.CLOSED
    with pytest.raises(InputError, match="0 rows for OI-02, expected one"):
        close("OI-02", csv, name="day.csv")


def test_data_that_come_in_before_the_work_began_are_refused_and_late_ones_are_not(
    workspace, close, meter_data
):
    with pytest.raises(InputError, match=r"OI-02 cannot become done at .* 07:54: it became in progress"):
        close("OI-02", meter_data(1512), now=datetime(2026, 6, 3, 7, 54))
    assert workspace.get(WorkOrder, "OI-02").state is S.IN_PROGRESS
    assert close("OI-02", meter_data(1512), now=datetime(2026, 6, 9, 18)).order.state is S.CLOSED
