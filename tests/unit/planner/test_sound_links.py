# SPDX-License-Identifier: GPL-3.0-or-later
"""Links that contradict each other set the orders concerned aside, by name; the rest is planned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.planner.import_records import import_records
from regard.planner.plans.explain_order import explain_order
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import OrderLink, PlanStop, PlanUnplanned
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.tours.sound_links import contradictions
from regard.routing.model.links import Link, LinkKind, link_issues
from regard.tests.unit.planner.days import DAY
from regard.tests.unit.planner.plans import NOW

ONE_EACH = dict.fromkeys("ABCDE", 1)


def told(links, roles=None):
    found = contradictions(links, roles or ONE_EACH)
    return {name: (reason.code, reason.detail) for name, reason in found.items()}


def test_orders_in_a_circle_are_named_and_other_links_say_nothing():
    links = [Link(a, b, LinkKind.AFTER) for a, b in (("A", "B"), ("B", "C"), ("C", "A"), ("D", "E"))]
    assert told(links) == {
        "A": ("link_circle", "B, C"),
        "B": ("link_circle", "A, C"),
        "C": ("link_circle", "A, B"),
    }


def test_a_circle_through_orders_that_start_together_is_one():
    links = [Link("A", "B", LinkKind.TOGETHER), Link("A", "B", LinkKind.AFTER)]
    assert told(links) == {"A": ("link_circle", "B"), "B": ("link_circle", "A")}


def test_a_link_to_an_order_that_is_not_there_says_nothing():
    assert told([Link("A", "X", LinkKind.AFTER, 5, 1)]) == {}


@pytest.mark.parametrize("kind", [LinkKind.APART, LinkKind.SAME_AGENT])
def test_together_and_what_keeps_two_from_it_contradict_each_other(kind):
    links = [
        Link("A", "B", LinkKind.TOGETHER),
        Link("B", "C", LinkKind.TOGETHER),
        Link("A", "C", kind),
        Link("C", "D", kind),
    ]
    assert told(links) == {"A": ("link_contradicts", "C"), "C": ("link_contradicts", "A")}


def test_a_lag_that_cannot_be_is_named():
    links = [Link("A", "B", LinkKind.AFTER, 600, 60), Link("C", "D", LinkKind.AFTER, -60, None)]
    assert {code for code, _ in told(links).values()} == {"link_lag"}
    assert told(links).keys() == set("ABCD")


def test_one_agent_cannot_be_a_team():
    links = [Link("A", "B", LinkKind.SAME_AGENT), Link("C", "D", LinkKind.SAME_AGENT)]
    assert told(links, ONE_EACH | {"B": 2}) == {"A": ("link_crew", "B"), "B": ("link_crew", "A")}


LINKS = st.lists(
    st.builds(
        Link,
        st.sampled_from("ABCDE"),
        st.sampled_from("ABCDE"),
        st.sampled_from(LinkKind),
        st.integers(-1, 2),
        st.none() | st.integers(-1, 2),
    ),
    max_size=8,
)


@given(LINKS, st.fixed_dictionaries({name: st.integers(1, 2) for name in "ABCDE"}))
def test_what_is_left_never_contradicts_itself_and_sound_links_are_left_alone(links, roles):
    found = contradictions(links, roles)
    left = {name: count for name, count in roles.items() if name not in found}
    here = [link for link in links if {link.first, link.second} <= left.keys() and link.first != link.second]
    assert list(link_issues(here, left)) == []
    others = [link for link in links if link.first != link.second]
    if not list(link_issues(others, roles)):
        assert found == {}


def linked(workspace, *links):
    records = [
        OrderLink(f"L{number}", first, second, kind, least, most, "chain")
        for number, (first, second, kind, least, most) in enumerate(links)
    ]
    import_records(workspace, records, name="link", who="test")


def test_the_orders_concerned_are_left_out_with_the_reason_and_the_rest_is_planned(golden_day):
    linked(golden_day, ("OI-04", "OI-06", "together", 0, None), ("OI-04", "OI-06", "apart", 0, None))
    made = plan_days(golden_day, PlanOptions(day=DAY, seconds=30, iterations=300), now=NOW, who="test")
    rows = golden_day.all(PlanUnplanned, plan_id=made.plan.plan_id)
    assert {row.order_id: [(r["code"], r["detail"]) for r in row.reasons] for row in rows} == {
        "OI-04": [("link_contradicts", "OI-06")],
        "OI-06": [("link_contradicts", "OI-04")],
    }
    assert len({stop.order_id for stop in golden_day.all(PlanStop, plan_id=made.plan.plan_id)}) == 4
    assert [note.english() for note in made.notes] == [
        "OI-04 cannot be planned: its ties to OI-06 contradict each other",
        "OI-06 cannot be planned: its ties to OI-04 contradict each other",
    ]
    reasons = explain_order(golden_day, "OI-06", authorisations=()).reasons
    assert [reason["code"] for reason in reasons] == ["link_contradicts"]


def test_a_kind_of_link_that_is_none_is_named(golden_day):
    linked(golden_day, ("OI-04", "OI-06", "beside", 0, None))
    with pytest.raises(
        InputError, match=r"'L0', column kind: another program left 'beside', expected one of"
    ):
        plan_days(golden_day, PlanOptions(day=DAY, seconds=30, iterations=1), now=NOW, who="test")
