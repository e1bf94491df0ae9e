# SPDX-License-Identifier: GPL-3.0-or-later
"""Every record class comes back from its table, and from the journal, as it went in."""

from dataclasses import fields, replace
from datetime import date, datetime, time
from enum import Enum
from typing import get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.resources import Agent, StockLine, Zone
from regard.planner.records import Outage, PlanTour
from regard.store.columns import alternatives
from regard.store.tables import RECORD_KINDS, record_tables
from regard.workorders.orders import OrderState, WorkOrder
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)
NUMBER = st.floats(allow_nan=False)
PLACE = st.tuples(*[st.floats(-1e7, 1e7)] * 2)
LINE = st.lists(PLACE, min_size=2, max_size=5, unique=True).map(LineString)
LINES = st.lists(LINE, min_size=2, max_size=3).map(MultiLineString)
SQUARE = st.builds(lambda p, side: Point(p).buffer(side), PLACE, st.floats(1, 50))
MOMENT = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)

SIMPLE = {
    str: TEXT,
    int: st.integers(-(2**31), 2**31 - 1),
    float: NUMBER,
    bool: st.booleans(),
    date: st.dates(),
    datetime: MOMENT,
    time: st.times(),
    Point: PLACE.map(Point),
    LineString: LINE,
    MultiLineString: LINES,
    Polygon: SQUARE,
    MultiPolygon: st.lists(SQUARE, min_size=2, max_size=2).map(MultiPolygon),
    BaseGeometry: st.one_of(LINE, LINES, SQUARE),
}


def values(hint):
    kinds, optional = alternatives(hint)
    drawn = st.one_of([plain_values(kind) for kind in kinds])
    return st.none() | drawn if optional else drawn


def plain_values(kind):
    if kind in SIMPLE:
        return SIMPLE[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    item, *rest = get_args(kind)
    if get_origin(kind) is dict:
        return st.dictionaries(values(item), values(rest[0]), max_size=3)
    listed = st.lists(values(item), max_size=3)
    return listed.map(tuple) if get_origin(kind) is tuple else listed


def records(kind):
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values(hints[field.name]) for field in fields(kind)})


@pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=lambda kind: kind.__name__)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_record_comes_back_as_it_went_in(workspace, kind, data):
    record = data.draw(records(kind))
    table = workspace.tables.of(kind)
    with workspace.command("try", who="test") as transaction:
        transaction.add([record])
    assert workspace.all(kind) == [record]
    assert table.from_json(table.to_json(record)) == record
    with workspace.command("tidy", who="test") as transaction:
        transaction.remove(record)


def test_numpy_scalars_and_unknown_numbers_are_stored(workspace, order):
    given = replace(order, crew=np.int64(2), digs=np.bool_(True), asset_distance_m=float("nan"))
    with workspace.command("try", who="test") as transaction:
        transaction.add([given])
    found = workspace.get(WorkOrder, order.order_id)
    assert (found.crew, found.digs) == (2, True)
    assert np.isnan(found.asset_distance_m)


def test_an_unknown_number_does_not_make_a_record_differ_from_itself(workspace, order):
    unknown = replace(order, asset_distance_m=float("nan"))
    with workspace.command("try", who="test") as transaction:
        transaction.add([unknown])
        transaction.save(unknown)
    assert workspace.get(WorkOrder, order.order_id).version == 1


def test_empty_and_missing_geometries_are_stored(workspace):
    cut = Outage("OI-1", "P1", *[()] * 6, 0.0, 0.0, True, MultiLineString())
    moment = datetime(2026, 6, 3, 8)
    tour = PlanTour("T1", "PL1", "AG1", moment.date(), 0, moment, moment, 0, 0, 0, 0, "#123456", None)
    with workspace.command("try", who="test") as transaction:
        transaction.add([cut, tour])
    assert workspace.get(Outage, "OI-1").geometry.is_empty
    assert workspace.get(PlanTour, "T1").geometry is None


def test_a_single_polygon_comes_back_single_from_a_multi_column(workspace):
    zone = Zone("Z1", "Nord", "F", Polygon([(0, 0), (1, 0), (1, 1)]))
    with workspace.command("try", who="test") as transaction:
        transaction.add([zone])
    assert workspace.all(Zone)[0].geometry.geom_type == "Polygon"


def test_records_are_found_by_any_field(workspace, order):
    others = [
        replace(order, order_id="OI-2", state=OrderState.PLANNED),
        replace(order, order_id="OI-3", earliest_start=datetime(2026, 6, 12)),
    ]
    with workspace.command("try", who="test") as transaction:
        transaction.add([order, *others])
    assert [o.order_id for o in workspace.all(WorkOrder, state=OrderState.PLANNED)] == ["OI-2"]
    assert [o.order_id for o in workspace.all(WorkOrder, earliest_start=None)] == ["OI-01", "OI-2"]
    assert workspace.all(WorkOrder, state=OrderState.PLANNED, crew=99) == []


def test_records_come_in_the_order_of_their_keys(workspace):
    keys = ["OI-10", "OI-2", "OI2", "Zone", "agent", "Élan", "é", "Œ", "a b", "a-b", "ab"]
    with workspace.command("try", who="test") as transaction:
        transaction.add([StockLine(key, "AG1", "seal", 1) for key in keys])
    assert [line.stock_id for line in workspace.all(StockLine)] == sorted(keys)


def test_an_unknown_key_names_the_near_ones(workspace):
    lines = [StockLine(key, "AG1", "seal", 1) for key in ("VAN-1", "VAN-2", "DEPOT")]
    with workspace.command("try", who="test") as transaction:
        transaction.add(lines)
    with pytest.raises(InputError, match="stock line 'VAN-3' does not exist; near: VAN-2, VAN-1"):
        workspace.get(StockLine, "VAN-3")
    with pytest.raises(InputError, match=r"agent 'AG1' does not exist$"):
        workspace.get(Agent, "AG1")


def test_settings_are_kept_by_name(workspace):
    assert workspace.setting("plan.current", "none yet") == "none yet"
    workspace.set_setting("plan.current", "PL-1")
    workspace.set_setting("plan.current", "PL-2")
    assert workspace.setting("plan.current") == "PL-2"


def test_every_table_has_one_key_and_at_most_one_geometry():
    for table in record_tables(2154).by_name.values():
        assert table.key.unique
        assert "version" in table.names
