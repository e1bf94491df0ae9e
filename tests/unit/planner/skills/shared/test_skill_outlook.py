# SPDX-License-Identifier: GPL-3.0-or-later
"""Skills ahead: SS4 without anybody from 8 to 12 June, a CATEC that expires, orders that waited."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId, PlanId
from regard.core.resources import Absence, SkillGrant, Zone
from regard.planner.import_records import import_records
from regard.planner.informing.page import page_html
from regard.planner.life.requeue import postpone
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import Plan, PlanUnplanned
from regard.planner.resources.matrix import zone_matrices
from regard.planner.skills.gap_sheet import gap_rows, gap_sheet, proposal
from regard.planner.skills.skill_outlook import skill_outlook
from regard.planner.skills.what_if import MoreSkills, effect_of
from regard.planner.tours.plan_options import PlanOptions
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import agent, order
from regard.workorders.orders import OrderState, WorkOrder
from shapely.geometry import box

JUNE_1 = date(2026, 6, 1)
NOW = datetime(2026, 6, 1, 8)
PLACE = (687000, 6924000)


def grant(name, skill, until=date(2027, 12, 31), since=date(2024, 1, 1)):
    return SkillGrant(f"{name}-{skill}-{since}", AgentId(name), skill, since, until)


def job(name, *, day, hours, skill="SS4"):
    made = order(name, PLACE, round(hours * 60), (skill,), None)
    return replace(made, due_at=datetime.combine(day, time(17)), received_at=datetime(2026, 5, 20, 8))


@pytest.fixture
def workspace(new_url):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: NOW)
    yield workspace
    workspace.close()


@pytest.fixture
def june(workspace):
    """Return AG1 with SS4, away from 8 to 12 June, AG2 with CATEC until 15 July, 42 hours of SS4."""
    records = [
        *(replace(agent(name), day_end=time(15)) for name in ("AG1", "AG2")),
        Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000)),
        grant("AG1", "SS4"),
        grant("AG1", "TERR"),
        grant("AG2", "CATEC_I", until=date(2026, 7, 15)),
        Absence("A1", AgentId("AG1"), date(2026, 6, 8), date(2026, 6, 12)),
        job("OI-1", day=date(2026, 6, 3), hours=3),
        *(job(f"OI-{n}", day=date(2026, 6, 8 + n % 5), hours=5) for n in range(2, 5)),
        *(job(f"OI-{n}", day=date(2026, 6, 15 + n % 5), hours=6) for n in range(5, 9)),
    ]
    import_records(workspace, records, name="import", who="test")
    return workspace


def test_42_hours_asked_in_june_and_nobody_from_8_to_12_june(june):
    found = skill_outlook(june, JUNE_1, days=30, back_days=30)
    weeks = [week for week in found.weeks if week.skill == "SS4"]
    assert sum(week.demand_h for week in weeks) == 42
    (gap,) = found.gaps
    assert (gap.skill, gap.supply_h, gap.orders) == ("SS4", 0, ("OI-2", "OI-3", "OI-4"))
    assert gap.uncovered_days == tuple(date(2026, 6, day) for day in range(8, 13))


def test_catec_until_15_july_is_told_from_16_may_on(june):
    assert skill_outlook(june, date(2026, 5, 15), days=10, back_days=0).expiries == ()
    (one,) = skill_outlook(june, date(2026, 5, 16), days=10, back_days=0).expiries
    assert (one.agent_id, one.skill, one.valid_until) == ("AG2", "CATEC_I", date(2026, 7, 15))
    assert one.alert_on == date(2026, 5, 16)


def test_a_skill_that_is_granted_on_does_not_expire(june):
    longer = grant("AG2", "CATEC_I", since=date(2026, 7, 16), until=date(2029, 7, 15))
    import_records(june, [longer], name="import", who="test")
    assert skill_outlook(june, JUNE_1, days=10, back_days=0).expiries == ()


@pytest.fixture
def waited(june):
    """Return June with one order left out for want of SS4 and one put off because AG1 was away."""
    plan = Plan(PlanId("2026-05-28/1"), date(2026, 5, 28), 1, NOW, 1, 1.0, "balanced", {}, 0.0)
    both = [
        {"agent": name, "day": "2026-05-28", "code": "skill_missing", "detail": "SS4"}
        for name in ("AG1", "AG2")
    ]
    other = [both[0], {"agent": "AG2", "day": "2026-05-28", "code": "no_time", "detail": "30"}]
    away = Absence("A2", AgentId("AG1"), date(2026, 5, 29), date(2026, 5, 29))
    rows = [
        PlanUnplanned("u1", plan.plan_id, "OI-5", both),
        PlanUnplanned("u2", plan.plan_id, "OI-6", other),
    ]
    import_records(june, [plan, away, *rows], name="import", who="test")
    with june.command("edit", who="test") as transaction:
        transaction.save(replace(june.get(WorkOrder, "OI-7"), state=OrderState.PLANNED))
    postpone(june, "OI-7", "people", now=datetime(2026, 5, 29, 9), who="D. Martin")
    return june


def test_orders_that_waited_for_a_skill_are_named_and_no_others(waited):
    found = skill_outlook(waited, JUNE_1, days=30, back_days=30)
    assert [(one.order_id, one.skill, one.why) for one in found.waiting] == [
        ("OI-5", "SS4", "left_out"),
        ("OI-7", "SS4", "put_off"),
    ]
    assert skill_outlook(waited, JUNE_1, days=30, back_days=2).waiting == ()


def test_the_sheet_tells_the_manager_what_to_do_and_shows_why(waited):
    found = skill_outlook(waited, JUNE_1, days=30, back_days=30)
    said = proposal(found, "SS4", str).english()
    assert said == "2 orders waited for SS4, 3 ahead need it: train or hire 1 agent"
    page = page_html(
        gap_sheet(found, zone_matrices(waited, JUNE_1), str), lambda one: one.english(), language="en"
    )
    for text in (said, "OI-5", "08/06, 09/06, 10/06, 11/06, 12/06", "2026-07-15"):
        assert text in page
    rows = list(gap_rows(found))
    assert [row["gap"] for row in rows].count("yes") == 1


@pytest.fixture
def tuesday(workspace):
    """Return two agents and six orders of 150 minutes of SS4, which AG1 alone holds."""
    jobs = [job(f"OI-{n}", day=date(2026, 6, 2), hours=2.5) for n in range(6)]
    people = [replace(agent(name), day_end=time(16)) for name in ("AG1", "AG2")]
    import_records(workspace, [*people, grant("AG1", "SS4"), *jobs], name="import", who="test")
    return workspace


def options():
    return PlanOptions(date(2026, 6, 2), seconds=30, iterations=300)


def test_training_one_agent_is_planned_again_not_guessed(tuesday):
    found = effect_of(tuesday, MoreSkills(("SS4",), agent="AG2"), options(), now=NOW)
    assert (found.now.planned, found.then.planned, len(found.gained), found.lost) == (3, 6, 3, ())
    assert found.difference["unplanned_orders"] == -3
    assert tuesday.all(Plan) == []
    with tuesday.command("train", who="test") as transaction:
        transaction.add([grant("AG2", "SS4")])
    plan_days(tuesday, options(), now=NOW, who="test")
    assert tuesday.all(PlanUnplanned) == []


def test_hiring_one_like_another_brings_a_tour_more(tuesday):
    found = effect_of(tuesday, MoreSkills((), like="AG1"), options(), now=NOW)
    assert (found.now.planned, found.then.planned) == (3, 6)
    unskilled = effect_of(tuesday, MoreSkills((), like="AG2"), options(), now=NOW)
    assert unskilled.then.planned == 3


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (MoreSkills(("XYZ",), agent="AG2"), "XYZ"),
        (MoreSkills(("SS4",), agent="AG1"), "holds SS4 already"),
        (MoreSkills(("SS4",), agent="AG9"), "AG9"),
        (MoreSkills(("SS4",)), "--train"),
        (MoreSkills(("SS4",), agent="AG1", like="AG2"), "--train"),
    ],
)
def test_mistakes_are_told(tuesday, more, told):
    with pytest.raises(InputError, match=told):
        effect_of(tuesday, more, options(), now=NOW)


def test_overdue_orders_count_with_the_first_day(june):
    found = skill_outlook(june, date(2026, 6, 15), days=5, back_days=0)
    (week,) = found.weeks
    assert week.demand_h == 42
    assert week.first_day == date(2026, 6, 15)
    assert found.until - timedelta(days=4) == found.day


def test_three_orders_put_off_for_ss4_ask_to_train_one_agent(june):
    away = Absence("A2", AgentId("AG1"), date(2026, 5, 29), date(2026, 5, 29))
    import_records(june, [away], name="import", who="test")
    names = ("OI-5", "OI-6", "OI-7")
    with june.command("edit", who="test") as transaction:
        for name in names:
            transaction.save(replace(june.get(WorkOrder, name), state=OrderState.PLANNED))
    for name in names:
        postpone(june, name, "people", now=datetime(2026, 5, 29, 9), who="D. Martin")
    found = skill_outlook(june, JUNE_1, days=30, back_days=30)
    assert [(one.order_id, one.why) for one in found.waiting] == [(name, "put_off") for name in names]
    said = proposal(found, "SS4", str).english()
    assert said == "3 orders waited for SS4, 3 ahead need it: train or hire 1 agent"
