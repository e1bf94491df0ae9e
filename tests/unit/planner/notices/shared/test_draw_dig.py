# SPDX-License-Identifier: GPL-3.0-or-later
"""A dig drawn on the map stays with its order; surface limits, shoring, conflicts and notice follow."""

from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.dossiers.facts import dossier_facts
from regard.planner.life.gathered import undeclared_m2
from regard.planner.life.study_order import study_order
from regard.planner.notices.draw_dig import draw_dig
from regard.planner.notices.prefill import prefill
from regard.planner.records import Footprint, OrderConflict, OrderNotice
from regard.planner.rule_versions import shipped_book
from regard.workorders.orders import WorkOrder
from regard.workorders.rulebook import load_rule_book
from regard.workorders.teleservice.rules import load_teleservice
from shapely.geometry import LineString, MultiPolygon, Polygon, box

NOW = datetime(2026, 6, 3, 10, 0)


def draw(workspace, order_id, outline=None, **values):
    return draw_dig(workspace, order_id, outline, now=NOW, who="D. Martin", **values)


def around(workspace, order_id, length_m, width_m):
    place = workspace.get(Footprint, order_id).geometry.centroid
    x, y = place.x, place.y
    return box(x - length_m / 2, y - width_m / 2, x + length_m / 2, y + width_m / 2)


def test_a_drawn_dig_is_kept_with_who_and_area_and_is_undone(valmont, burst):
    before = valmont.get(Footprint, burst)
    outline = around(valmont, burst, 12, 3)
    found = draw(valmont, burst, outline, depth_m=1.2)
    kept = valmont.get(Footprint, burst)
    assert (kept.area_m2, kept.depth_m, kept.drawn_by) == (pytest.approx(36.0), 1.2, "D. Martin")
    assert kept.geometry.equals(outline)
    assert [one.english() for one in found.limits] == ["36.0 m²: a unit operation (up to 100 m²)"]
    dig = dossier_facts(valmont, burst, now=NOW).dig
    assert (dig.length_m, dig.width_m, dig.depth_m) == pytest.approx((12, 3, 1.2))
    valmont.undo(who="D. Martin")
    again = valmont.get(Footprint, burst)
    assert again.geometry.equals(before.geometry)
    assert (again.depth_m, again.drawn_by) == (None, "")


def test_conflicts_follow_the_outline(valmont, burst):
    verdicts = {one.label: one.verdict for one in valmont.all(OrderConflict, order_id=burst)}
    assert verdicts["HTA"] == "to_mark_out"
    found = draw(valmont, burst, around(valmont, burst, 12, 6.5))
    verdicts = {one.label: one.verdict for one in valmont.all(OrderConflict, order_id=burst)}
    assert verdicts["HTA"] == "in_corridor"
    assert any(
        "HTA" in one.english() and "mark out before digging →" in one.english() for one in found.changes
    )


@pytest.mark.parametrize(
    ("depth_m", "width_m", "shored"), [(1.45, 0.8, True), (1.45, 1.2, False), (1.3, 0.8, False)]
)
def test_shoring_follows_depth_and_width(valmont, ordered, depth_m, width_m, shored):
    # a riser is 0.3 m deep by the catalogue
    order_id = ordered("AEP-BAC")
    before = valmont.get(WorkOrder, order_id)
    assert "deep_trench" not in before.hazards
    draw(valmont, order_id, around(valmont, order_id, 3, width_m), depth_m=depth_m)
    after = valmont.get(WorkOrder, order_id)
    assert ("deep_trench" in after.hazards) is shored
    assert ("shoring" in after.equipment) is (shored or "shoring" in before.equipment)


@pytest.mark.parametrize(
    ("side_m", "kind", "said"),
    [
        (9.0, "DT-DICT", ["81.0 m²: a unit operation (up to 100 m²)"]),
        (120.0, "DT-DICT", ["14400.0 m²: no unit operation (more than 100 m²)"]),
        (
            200.0,
            "DT",
            [
                "40000.0 m²: no unit operation (more than 100 m²)",
                "40000.0 m²: too large for a joint DT-DICT (up to 20000 m²)",
            ],
        ),
    ],
)
def test_the_limits_of_100_m2_and_2_ha_decide_the_notice(valmont, valve, side_m, kind, said):
    found = draw(valmont, valve, around(valmont, valve, side_m, side_m))
    assert [one.english() for one in found.limits] == said
    assert valmont.get(OrderNotice, valve).kind == kind


def test_beyond_20_ha_nothing_is_kept(valmont, valve):
    before = valmont.get(Footprint, valve)
    with pytest.raises(InputError, match="200000"):
        draw(valmont, valve, around(valmont, valve, 450, 450))
    assert valmont.get(Footprint, valve) == before


def test_a_dig_that_grows_beyond_what_was_declared_is_told(valmont, valve, consult):
    consult(valve, sent_at=datetime(2026, 6, 3, 9))
    sent = valmont.get(OrderNotice, valve)
    found = draw(valmont, valve, around(valmont, valve, 20, 4))
    assert found.undeclared_m2 > 10
    assert undeclared_m2(valmont, valve, shipped_book().teleservice) == found.undeclared_m2
    assert valmont.get(OrderNotice, valve) == sent


def test_a_study_keeps_what_was_drawn(valmont, valve):
    outline = around(valmont, valve, 12, 3)
    draw(valmont, valve, outline, depth_m=1.1)
    study_order(valmont, valve, rules=load_rule_book(), now=NOW, who="D. Martin")
    kept = valmont.get(Footprint, valve)
    assert kept.geometry.equals(outline)
    assert (kept.depth_m, kept.drawn_by) == (1.1, "D. Martin")


def test_the_form_tells_the_size_that_was_drawn(valmont, valve):
    draw(valmont, valve, around(valmont, valve, 12, 3), depth_m=1.1)
    works = prefill(
        valmont, valve, rules=load_teleservice(), book=load_rule_book(), now=NOW
    ).declaration.works
    assert "fouille 12 x 3 x 1.1 m" in works.description
    assert works.max_depth_cm == 110


def test_the_same_dig_again_changes_nothing(valmont, valve):
    outline = around(valmont, valve, 12, 3)
    draw(valmont, valve, outline)
    version = valmont.get(Footprint, valve).version
    assert draw(valmont, valve, outline).changes == ()
    assert valmont.get(Footprint, valve).version == version


def test_what_is_no_dig_is_refused(valmont, valve, ordered):
    x, y = valmont.get(Footprint, valve).geometry.centroid.coords[0]
    bow = Polygon([(x, y), (x + 2, y + 2), (x + 2, y), (x, y + 2)])
    far = box(x + 900, y, x + 903, y + 2)
    two = MultiPolygon([box(x, y, x + 1, y + 1), box(x + 3, y, x + 4, y + 1)])
    for outline, why in (
        (bow, "crosses itself"),
        (far, "m away"),
        (two, "one polygon"),
        (LineString([(x, y), (x + 1, y)]), "one polygon"),
    ):
        with pytest.raises(InputError, match=why):
            draw(valmont, valve, outline)
    with pytest.raises(InputError, match="between 0 and 20 m"):
        draw(valmont, valve, depth_m=-1.0)
    with pytest.raises(InputError, match="does not dig"):
        draw(valmont, ordered("AEP-CPT-REM"), depth_m=1.0)
