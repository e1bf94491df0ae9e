# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in for a missing means, the kept deadlines first, each with its cost (CAP-1.4.f)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from regard.core.ids import AgentId
from regard.core.resources import Agent, Equipment, SkillGrant
from regard.planner.plans.plan_day import plan_days
from regard.planner.resources import equipment, people, subcontracts
from regard.planner.running.alternatives import find_alternatives
from regard.planner.tours.plan_options import PlanOptions
from regard.workorders.orders import WorkOrder

JUNE_3, JUNE_4, JUNE_5 = date(2026, 6, 3), date(2026, 6, 4), date(2026, 6, 5)
NOW = datetime(2026, 6, 3, 16)


def change(workspace, kind, key, **values):
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(workspace.get(kind, key), **values))


def wanted_on_june_4(service):
    """Have OI-01 made on 4 June from 8 to 12, with its deadline on that day (P2)."""
    change(
        service,
        WorkOrder,
        "OI-01",
        window_start=datetime(2026, 6, 4, 8),
        window_end=datetime(2026, 6, 4, 12),
        due_at=datetime(2026, 6, 4, 18),
    )


def ways(service, day=JUNE_4, now=NOW):
    return find_alternatives(service, "OI-01", day=day, now=now)


def test_cap_1_4_f_without_ag1_a_subcontractor_the_same_day_then_ag1_late_never_ag2(service):
    wanted_on_june_4(service)
    people.add_absence(service, "AG1", JUNE_4, JUNE_4, who="D")
    first, second = ways(service)
    assert (first.kind, first.company, first.day, first.breaks_deadline) == (
        "subcontractor",
        "ST-02",
        JUNE_4,
        False,
    )
    assert (first.price_eur, first.cost_min) == (195.0, 30 + 260)
    assert (second.kind, second.agents, second.day, second.breaks_deadline) == (
        "other_day",
        ("AG1",),
        JUNE_5,
        True,
    )
    assert second.late_min == (second.start - datetime(2026, 6, 4, 18)).total_seconds() // 60
    assert second.cost_min >= 60 + 120


def test_an_absence_noted_after_planning_counts(service):
    wanted_on_june_4(service)
    options = PlanOptions(day=JUNE_4, days=1, seconds=20, iterations=20, seed=1, threads=1)
    plan_days(service, options, now=NOW, who="test")
    assert ways(service)[0].agents == ("AG1",)
    people.add_absence(service, "AG1", JUNE_4, JUNE_4, who="D")
    assert [(way.kind, way.day) for way in ways(service)] == [
        ("subcontractor", JUNE_4),
        ("other_day", JUNE_5),
    ]


def test_an_agent_of_another_zone_is_named_so_and_costs_more(service):
    wanted_on_june_4(service)
    near = next(way for way in ways(service) if way.kind == "agent")
    change(service, Agent, "AG1", zone="Z2")
    far = next(way for way in ways(service) if way.kind == "neighbour_zone")
    assert far.cost_min - near.cost_min == 15


def test_who_is_on_call_comes_after_the_ordinary_day(service):
    wanted_on_june_4(service)
    change(service, WorkOrder, "OI-01", window_start=None, window_end=None, due_at=datetime(2026, 6, 4, 23))
    people.add_duty(service, "AG1", datetime(2026, 6, 4, 16), datetime(2026, 6, 5, 7), who="D")
    (duty,) = [way for way in ways(service) if way.kind == "on_call"]
    assert (duty.agents, duty.start) == (("AG1",), datetime(2026, 6, 4, 16, 30))
    people.restrict(service, "AG1", "no_call_out", JUNE_4, JUNE_4, who="F. Leroy")
    assert "on_call" not in {way.kind for way in ways(service)}


def test_equipment_that_is_booked_all_day_can_be_hired(service):
    wanted_on_june_4(service)
    change(service, WorkOrder, "OI-01", equipment=("suction_excavator",))
    assert "hire" not in {way.kind for way in ways(service)}
    start = datetime(2026, 6, 4)
    equipment.book(service, "ASP-1", start, start + timedelta(days=1), who="test")
    (hire,) = [way for way in ways(service) if way.kind == "hire"]
    assert (hire.equipment, hire.price_eur, hire.agents) == (("suction_excavator",), 1450, ("AG1",))


def test_work_that_fits_nobodys_day_is_split_between_two(service):
    wanted_on_june_4(service)
    for skill in ("TERR", "SS4"):
        grant = SkillGrant(f"AG2-{skill}", AgentId("AG2"), skill, date(2025, 1, 1), date(2027, 1, 1))
        with service.command("train", who="test") as transaction:
            transaction.add([grant])
    change(service, WorkOrder, "OI-01", duration_min=360, parts={}, window_start=None, window_end=None)
    change(service, Agent, "AG1", day_end=time(12, 30), lunch_min=0)
    change(service, Agent, "AG2", day_start=time(12), lunch_min=0)
    (split,) = [way for way in ways(service) if way.kind == "split"]
    assert split.agents == ("AG1", "AG2")
    assert split.parts_min == (180, 180)
    assert "agent" not in {way.kind for way in ways(service)}


def test_a_subcontractor_who_has_the_order_is_not_offered_again(service):
    wanted_on_june_4(service)
    subcontracts.send_job(service, "OI-01", "ST-02", on=JUNE_3, who="D")
    assert "subcontractor" not in {way.kind for way in ways(service)}


def test_a_missing_piece_without_a_price_is_not_hired(service):
    wanted_on_june_4(service)
    change(service, WorkOrder, "OI-01", equipment=("hoist",))
    assert {way.kind for way in ways(service)} == {"subcontractor"}
    with service.command("buy", who="test") as transaction:
        transaction.add([Equipment("TR-1", "hoist", AgentId("AG1"))])
    assert "agent" in {way.kind for way in ways(service)}


def test_hired_equipment_is_for_the_day_that_it_was_asked_for(service):
    wanted_on_june_4(service)
    change(service, WorkOrder, "OI-01", equipment=("suction_excavator",), window_start=None, window_end=None)
    start = datetime.combine(JUNE_4, time())
    equipment.book(service, "ASP-1", start, start + timedelta(days=2), who="test")
    options = PlanOptions(day=JUNE_4, days=2, seconds=20, iterations=20, seed=1, threads=1)
    plan_days(service, options, now=NOW, who="test")
    (hire,) = [way for way in ways(service) if way.kind == "hire"]
    assert hire.day == JUNE_4
    people.add_absence(service, "AG1", JUNE_4, JUNE_4, who="D")
    assert "hire" not in {way.kind for way in ways(service)}


def test_another_day_begins_when_the_equipment_is_back(service):
    wanted_on_june_4(service)
    change(service, WorkOrder, "OI-01", equipment=("suction_excavator",), window_start=None, window_end=None)
    people.add_absence(service, "AG1", JUNE_4, JUNE_4, who="D")
    start = datetime.combine(JUNE_5, time())
    equipment.book(service, "ASP-1", start, start + timedelta(hours=11), who="test")
    (other,) = [way for way in ways(service) if way.kind == "other_day"]
    assert other.day == JUNE_5
    assert other.start >= start + timedelta(hours=12)
