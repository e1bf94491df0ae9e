# SPDX-License-Identifier: GPL-3.0-or-later
"""Every gate says what is missing, and lets through only what a plain list of conditions lets through."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.messages import Message
from regard.tests.unit.workorders.life.bursts import burst_order
from regard.workorders.law import Consultation, load_law
from regard.workorders.life.gate_facts import Cut, Found, GateFacts, Notice, Operator, Reinstatement
from regard.workorders.life.gates import GATES, GateRules, findings
from regard.workorders.life.records import PERMIT_KINDS, OperatorAnswer, Permit
from regard.workorders.life.rules import load_life_rules
from regard.workorders.orders import OrderState

S = OrderState
AFTER = datetime(2026, 6, 3, 15, 0)
DICT = Notice(
    "DT-DICT",
    earliest_start=datetime(2026, 6, 11, 8),
    answer_by=date(2026, 6, 10),
    start_by=date(2026, 9, 3),
    sent_at=datetime(2026, 6, 3, 8),
    number="2026060300123D",
)
DAY = datetime(2026, 6, 11, 9)


def said(target, facts, rules):
    return [found.english() for found in findings(target, facts, rules)]


@pytest.fixture
def later_dig(facts):
    """Return a dig that waited for the answers, all of them there."""
    answered = tuple(
        replace(one, answer=OperatorAnswer(f"OI-01/{one.name}", "OI-01", one.name, answered_at=AFTER))
        for one in facts.operators
    )
    return replace(facts, notice=DICT, starts_at=DAY, operators=answered)


@pytest.mark.parametrize("target", GATES)
def test_nothing_stands_against_an_order_that_lacks_nothing(facts, later_dig, rules, target):
    assert findings(target, facts, rules) == ()
    assert findings(target, later_dig, rules) == ()


def test_planned_asks_for_an_asset(facts, rules):
    lacking = replace(facts, order=replace(facts.order, asset_id=""))
    assert said(S.PLANNED, lacking, rules) == ["has no asset: tie it to the one it is about (AEP-CASSE)"]


def test_planned_asks_for_a_criticality(facts, rules):
    lacking = replace(facts, order=replace(facts.order, score_detail={}))
    assert [found.code for found in findings(S.PLANNED, lacking, rules)] == ["reason.needs_criticality"]


def test_planned_asks_for_the_cut_of_work_on_pressure(facts, rules):
    lacking = replace(facts, cut=None)
    assert [found.code for found in findings(S.PLANNED, lacking, rules)] == ["reason.needs_cut"]
    assert findings(S.PLANNED, replace(lacking, works_on_pressure=False), rules) == ()


def test_planned_asks_for_the_notice_of_a_dig_and_its_legal_start(facts, rules):
    for notice in (None, Notice("DICT")):
        lacking = replace(facts, notice=notice)
        assert [found.code for found in findings(S.PLANNED, lacking, rules)] == ["reason.needs_notice"]
    dry = replace(facts, notice=None, order=replace(facts.order, digs=False))
    assert findings(S.PLANNED, dry, rules) == ()
    assert findings(S.PLANNED, replace(facts, notice=Notice("none")), rules) == ()


def test_an_order_made_elsewhere_brings_its_own_asset_and_priority_but_no_right_to_dig(facts, rules):
    elsewhere = replace(facts.order, request_id="", score_detail={}, asset_id="")
    lacking = replace(facts, order=elsewhere, cut=None, notice=None)
    assert [found.code for found in findings(S.PLANNED, lacking, rules)] == ["reason.needs_notice"]
    assert "reason.needs_cut" in [found.code for found in findings(S.DISPATCHED, lacking, rules)]


def test_dispatched_asks_for_the_call_to_each_sensitive_operator(facts, rules):
    gas = replace(facts.operators[0], answer=None)
    assert said(S.DISPATCHED, replace(facts, operators=(gas,)), rules) == [
        "Gaz (sensitive network) was not telephoned: 0800"
    ]
    nameless = replace(facts.operators[0], answer=replace(facts.operators[0].answer, contact=""))
    assert said(S.DISPATCHED, replace(facts, operators=(nameless,)), rules) == [
        "Gaz (sensitive network): note who was spoken to"
    ]


CALLED = OperatorAnswer("OI-01/Gaz", "OI-01", "Gaz", answered_at=AFTER, contact="M. Roux")


@pytest.mark.parametrize(
    ("operators", "code"),
    [
        ((), "gate.no_network_known"),
        ((Operator("Telecom", sensitive=False),), "gate.no_sensitive_known"),
        ((Operator("Gaz", sensitive=True, answer=CALLED),), "gate.known_from_layers"),
    ],
)
def test_no_urgent_dig_leaves_before_the_teleservice_was_asked_whatever_layers_show(
    facts, rules, operators, code
):
    """R.554-32: the teleservice is asked before the works, for an ATU too; what no layer shows may be gas."""
    blind = replace(facts, operators=operators, notice=replace(facts.notice, sent_at=None))
    assert [found.code for found in findings(S.DISPATCHED, blind, rules)] == [code]
    asked = replace(blind.notice, has_consultation=True)
    assert findings(S.DISPATCHED, replace(blind, notice=asked), rules) == ()
    assert findings(S.DISPATCHED, replace(blind, notice=facts.notice), rules) == ()
    unnumbered = replace(blind, notice=replace(facts.notice, number=""))
    assert [found.code for found in findings(S.DISPATCHED, unnumbered, rules)] == [code]
    dry = replace(blind, order=replace(facts.order, digs=False))
    assert findings(S.DISPATCHED, dry, rules) == ()


def test_a_declaration_without_a_number_of_the_teleservice_stays_here(later_dig, rules):
    unnumbered = replace(later_dig, notice=replace(DICT, number=""))
    assert [found.code for found in findings(S.DISPATCHED, unnumbered, rules)] == ["gate.no_consultation"]
    imported = replace(unnumbered, notice=replace(DICT, number="", has_consultation=True))
    assert findings(S.DISPATCHED, imported, rules) == ()


def test_rules_may_ask_for_the_consultation_before_planning(later_dig, rules):
    unasked = replace(later_dig, notice=replace(DICT, sent_at=None, number=""))
    assert findings(S.PLANNED, unasked, rules) == ()
    early = {"DT-DICT": Consultation(before="planned", source="house rule")}
    strict = replace(rules, law=rules.law.model_copy(update={"consultation": early}))
    assert [found.code for found in findings(S.PLANNED, unasked, strict)] == ["reason.needs_consultation"]
    assert findings(S.PLANNED, later_dig, strict) == ()
    # an urgent dig is not held back by what the rules ask of declarations
    urgent = replace(unasked, notice=replace(unasked.notice, kind="ATU"))
    assert findings(S.PLANNED, urgent, strict) == ()


def test_a_law_written_before_the_rule_was_known_lets_nobody_leave_unasked(facts, rules):
    older = replace(rules, law=rules.law.model_copy(update={"consultation": {}}))
    blind = replace(facts, notice=replace(facts.notice, sent_at=None))
    assert [found.code for found in findings(S.DISPATCHED, blind, older)] == ["gate.known_from_layers"]


def test_dispatched_refuses_a_dig_whose_sensitive_operator_has_not_answered(later_dig, rules):
    gas = Operator("Gaz", sensitive=True, answer=OperatorAnswer("a", "OI-01", "Gaz", date(2026, 6, 4)))
    # a reminder that has run out frees the works near other networks, never near sensitive ones
    assert said(S.DISPATCHED, replace(later_dig, operators=(gas,)), rules) == [
        "Gaz (sensitive network) has not answered: no start without its answer"
    ]


@pytest.mark.parametrize(
    ("reminded", "code"),
    [
        (None, "gate.answer_missing"),
        (date(2026, 6, 9), "gate.reminder_running"),
        (date(2026, 6, 8), None),
    ],
)
def test_another_operator_may_be_left_unanswered_two_working_days_after_a_reminder(
    later_dig, rules, reminded, code
):
    telecom = Operator("Telecom", False, answer=OperatorAnswer("a", "OI-01", "Telecom", reminded))
    found = findings(S.DISPATCHED, replace(later_dig, operators=(telecom,)), rules)
    assert [one.code for one in found] == ([code] if code else [])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sent_at": None}, "gate.notice_not_sent"),
        ({"start_by": date(2026, 6, 10)}, "gate.notice_expired"),
        ({"earliest_start": datetime(2026, 6, 12, 8)}, "gate.too_early"),
    ],
)
def test_dispatched_asks_for_a_notice_that_was_sent_and_holds(later_dig, rules, change, code):
    late = replace(later_dig, notice=replace(DICT, **change))
    assert [one.code for one in findings(S.DISPATCHED, late, rules)] == [code]


def test_dispatched_asks_for_the_permits_of_the_day(later_dig, rules):
    order = Permit("p", "OI-01", "traffic_order", "mairie", asked_at=AFTER)
    granted = replace(order, granted_on=date(2026, 6, 8), valid_until=date(2026, 6, 10))
    for missing in (order, granted):
        assert said(S.DISPATCHED, replace(later_dig, permits=(missing,)), rules) == [
            "traffic order missing (to be granted by mairie)"
        ]
    valid = replace(granted, valid_until=date(2026, 6, 12))
    assert said(S.DISPATCHED, replace(later_dig, permits=(valid,)), rules) == []


def test_oi_01_cannot_close_with_a_hydrant_out_and_no_final_surface(facts, rules):
    lacking = replace(facts, hydrants={}, reinstatements=())
    assert said(S.CLOSED, lacking, rules) == [
        "PI-014 still unavailable: tell the fire service that it is back and note it",
        "final reinstatement not planned (<= 2026-06-13, 10 d local rule)",
    ]


def test_a_final_surface_after_the_limit_is_none(facts, rules):
    for day, count in ((date(2026, 6, 13), 0), (date(2026, 6, 14), 1), (None, 1)):
        planned = replace(facts, reinstatements=(Reinstatement("OI-02", day),))
        assert len(findings(S.CLOSED, planned, rules)) == count


def test_a_valve_left_closed_or_not_looked_at_keeps_an_order_open(facts, rules):
    shut = replace(facts, valves=facts.valves | {"V5": Found(False, AFTER)})
    assert said(S.CLOSED, shut, rules) == ["valve V5 is still closed: open it and note it"]
    before = Found(True, datetime(2026, 6, 2, 9))
    for valves in ({"V4": facts.valves["V4"]}, facts.valves | {"V5": before}):
        assert said(S.CLOSED, replace(facts, valves=valves), rules) == ["valve V5: note how it was left"]


def test_customers_notice_number_mayor_and_closure_data_are_asked_for(facts, rules):
    assert said(S.CLOSED, replace(facts, customers_untold=2), rules) == [
        "2 customers not told that the water is back"
    ]
    unnumbered = replace(facts, notice=replace(facts.notice, number=""))
    assert [one.code for one in findings(S.CLOSED, unnumbered, rules)] == ["gate.notice_unreferenced"]
    assert said(S.CLOSED, replace(facts, permits=()), rules) == [
        "the mayor was not told of the urgent works (by 2026-06-04 09:30)"
    ]
    wrong = Message("order.reason_missing", {"order": "OI-01", "target": "closed"})
    assert findings(S.CLOSED, replace(facts, closure_findings=(wrong,)), rules) == (wrong,)


def test_work_that_never_began_leaves_nothing_to_make_good(facts, rules):
    idle = replace(facts.order, started_at=None, ended_at=None)
    lacking = GateFacts(idle, True, facts.cut, facts.notice, customers_untold=23, leaves_surface=True)
    assert findings(S.CLOSED, lacking, rules) == ()


flags = st.booleans()
notices = st.sampled_from(
    [
        None,
        Notice("none"),
        Notice("ATU", AFTER, number="1"),
        Notice("ATU", AFTER),
        Notice("ATU", AFTER, has_consultation=True),
        Notice("ATU", AFTER, sent_at=AFTER, number="1"),
        DICT,
        replace(DICT, number=""),
        replace(DICT, sent_at=None, has_consultation=True),
    ]
)
founds = st.sampled_from([Found(True, AFTER), Found(False, AFTER), Found(True, datetime(2026, 6, 1))])
answers = st.sampled_from(
    [
        None,
        OperatorAnswer("a", "OI-01", "Gaz"),
        OperatorAnswer("a", "OI-01", "Gaz", answered_at=AFTER),
        OperatorAnswer("a", "OI-01", "Gaz", date(2026, 6, 4), answered_at=AFTER, contact="M. Roux"),
    ]
)
permits = st.builds(
    Permit,
    st.just("p"),
    st.just("OI-01"),
    st.sampled_from(PERMIT_KINDS),
    st.just("mairie"),
    st.sampled_from([None, AFTER]),
    st.sampled_from([None, date(2026, 6, 5)]),
)


@st.composite
def any_facts(draw, burst):
    order = replace(
        burst,
        asset_id=draw(st.sampled_from(["", "P03"])),
        score_detail=draw(st.sampled_from([{}, {"safety": 1.0}])),
        request_id=draw(st.sampled_from(["", "DI-1"])),
        digs=draw(flags),
        started_at=draw(st.sampled_from([None, burst.started_at])),
    )
    return GateFacts(
        order=order,
        works_on_pressure=draw(flags),
        cut=draw(st.sampled_from([None, Cut(("V4",), ("PI-014",), ("C1",))])),
        notice=draw(notices),
        operators=tuple(
            Operator("Gaz", draw(flags), answer=draw(answers)) for _ in range(draw(st.integers(0, 2)))
        ),
        permits=tuple(draw(st.lists(permits, max_size=2))),
        starts_at=draw(st.sampled_from([None, DAY])),
        valves=draw(st.dictionaries(st.just("V4"), founds)),
        hydrants=draw(st.dictionaries(st.just("PI-014"), founds)),
        customers_untold=draw(st.integers(0, 2)),
        leaves_surface=draw(flags),
        reinstatements=draw(
            st.sampled_from([(), (Reinstatement("r", date(2026, 6, 13)),), (Reinstatement("r", None),)])
        ),
        closure_findings=draw(st.sampled_from([(), (Message("cancelled"),)])),
    )


def may_be_planned(facts):
    order = facts.order
    ours = bool(order.request_id or order.score_detail)
    if ours and not (order.asset_id and order.score_detail):
        return False
    if ours and facts.works_on_pressure and not facts.cut:
        return False
    return not order.digs or (
        facts.notice is not None and (facts.notice.kind == "none" or facts.notice.earliest_start is not None)
    )


def may_be_dispatched(facts):
    if facts.works_on_pressure and not facts.cut:
        return False
    if any(p.kind != "mayor_told" and p.granted_on is None for p in facts.permits):
        return False
    if not facts.order.digs:
        return True
    notice = facts.notice
    if notice is None:
        return False
    if notice.kind == "none":
        return True
    is_sent = notice.kind == "ATU" or notice.sent_at is not None
    return is_sent and not is_blind(facts) and all_answered(facts)


def is_blind(facts):
    numbered = facts.notice.sent_at and facts.notice.number
    return not facts.notice.has_consultation and not numbered


def all_answered(facts):
    notice = facts.notice
    for operator in facts.operators:
        answer = operator.answer
        if operator.sensitive and (answer is None or answer.answered_at is None):
            return False
        if operator.sensitive and notice.kind == "ATU" and not answer.contact:
            return False
        if not operator.sensitive and notice.kind != "ATU" and (answer is None or not answer.answered_at):
            return False
    # without a plan the start is now, before the answers to a declaration are due
    return notice.kind == "ATU" or facts.starts_at is not None


def may_be_closed(facts):
    began = facts.order.started_at
    if facts.closure_findings:
        return False
    if facts.cut:
        for notes in (facts.valves.get("V4"), facts.hydrants.get("PI-014")):
            if notes is not None and not notes.in_service:
                return False
            if began and (notes is None or notes.noted_at < began):
                return False
    if began is None:
        return True
    if facts.customers_untold:
        return False
    notice = facts.notice
    if notice and notice.kind != "none" and not notice.number:
        return False
    told = any(p.kind == "mayor_told" and p.asked_at for p in facts.permits)
    if notice and notice.kind == "ATU" and not told:
        return False
    limit = date(2026, 6, 13)
    return not facts.leaves_surface or any(r.day and r.day <= limit for r in facts.reinstatements)


@pytest.mark.parametrize(
    ("target", "oracle"),
    [(S.PLANNED, may_be_planned), (S.DISPATCHED, may_be_dispatched), (S.CLOSED, may_be_closed)],
)
@given(data=st.data())
def test_a_gate_is_open_exactly_where_the_list_of_conditions_says_so(target, oracle, data):
    facts = data.draw(any_facts(burst_order()))
    rules = GateRules(load_life_rules(), load_law(), AFTER)
    assert (findings(target, facts, rules) == ()) is oracle(facts)
