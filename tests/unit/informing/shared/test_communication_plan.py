# SPDX-License-Identifier: GPL-3.0-or-later
"""The communication plan of the golden cut: CAP-2.2.d, CAP-2.4.a, CAP-2.4.d."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.planner.assets.asset_base import AssetBase
from regard.planner.informing.attempts import chosen_messages, log_attempts
from regard.planner.informing.cut_customers import customers_of_order
from regard.planner.informing.plan_messages import communication_plan
from regard.workorders.informing.contacts import Addressee, Channel, CustomerContact
from regard.workorders.informing.messages import MessageState, OrderMessage, Outcome
from regard.workorders.orders import OrderState, Priority
from regard.workorders.teleservice.records import NoticeOperator

NOW = datetime(2026, 6, 3, 10, 0)
NOTICE = datetime(2026, 6, 9, 9, 0)
CUT_AT = datetime(2026, 6, 11, 9, 0)


def of(plan, purpose):
    return [message for message in plan.messages if message.purpose == purpose]


def test_every_actor_of_a_planned_cut_is_told_in_time(make_plan, order):
    plan = make_plan(order.order_id)
    customers = of(plan, "cut_planned")
    assert len(customers) == 23
    assert {message.due_at for message in customers} == {NOTICE}
    (town_hall,) = of(plan, "town_hall_cut")
    assert (town_hall.name, town_hall.channel) == ("Mairie de Valmont", Channel.EMAIL)
    assert town_hall.due_at == NOTICE
    (fire_service,) = of(plan, "hydrant_out")
    assert (fire_service.name, fire_service.due_at) == ("SDIS 60", NOTICE)
    (school,) = of(plan, "cut_establishment")
    assert (school.name, school.if_valve, school.due_at) == ("École des Saules", "V5", NOTICE)
    assert plan.late == plan.gaps == plan.unknown == ()


def test_sms_and_leaflets_cover_every_customer(make_plan, order):
    covered = make_plan(order.order_id).coverage
    assert covered.by_channel == {Channel.SMS: 21, Channel.LEAFLET: 2}
    assert (covered.covered, covered.total, covered.told, covered.missing) == (23, 23, 0, ())


def test_the_sensitive_customer_is_called_and_comes_first(valmont, order, make_plan):
    found = customers_of_order(valmont, AssetBase(valmont), order.order_id)
    assert (found.close, found.count, found.hydrants) == (("V4", "V5"), 23, ("PI-014",))
    assert Counter(who.ref[2:5] for who in found.customers) == {"P03": 14, "P09": 9}
    first, *others = found.customers
    assert (first.ref, first.is_sensitive, first.phone) == ("C-P09-03", True, "0344010203")
    assert not any(who.is_sensitive for who in others)
    (call,) = of(make_plan(order.order_id), "cut_sensitive")
    assert (call.channel, call.reach) == (Channel.PHONE, "0344010203")


def test_past_a_blocked_valve_more_customers_are_cut(valmont, order):
    found = customers_of_order(valmont, AssetBase(valmont), order.order_id, unusable=["V5"])
    assert (sorted(found.close), found.count) == (["V4", "V6", "V8"], 50)


def test_operators_of_sensitive_networks_are_called_then_sent_the_document(valmont, order, make_plan):
    urgent = replace(valmont.all(type_of_notice())[0], kind="ATU", call_first=("Gaz de Valmont 0800000001",))
    with valmont.command("urgent", who="test") as transaction:
        transaction.save(urgent)
    plan = make_plan(order.order_id)
    calls, documents = of(plan, "operator_call"), of(plan, "operator_document")
    assert {(m.name, m.channel) for m in calls} >= {("Gaz de Valmont", Channel.PHONE)}
    assert {m.name for m in calls} == {m.name for m in documents}
    assert {m.channel for m in documents} == {Channel.FORM}
    assert {m.name for m in of(plan, "operator_written")} == {"Télécom de Valmont"}
    (mayor,) = of(plan, "town_hall_urgent_works")
    assert mayor.due_at == CUT_AT + timedelta(hours=24)


def test_operators_that_the_teleservice_names_are_called_under_its_numbers(valmont, order, make_plan):
    def named(operator, phone):
        key = f"{order.order_id}/{operator}"
        return NoticeOperator(
            key, order.order_id, operator, operator, "", (), (), True, emergency_phone=phone
        )

    urgent = replace(valmont.all(type_of_notice())[0], kind="ATU")
    with valmont.command("urgent", who="test") as transaction:
        transaction.save(urgent)
        transaction.add(
            [named("Gaz de Valmont", "0 800 47 33 33"), named("Oléoduc du Nord", "0 800 11 22 33")]
        )
    calls = of(make_plan(order.order_id), "operator_call")
    reached = {call.name: call.reach for call in calls}
    assert reached["Gaz de Valmont"] == "0 800 47 33 33"
    # no layer shows it
    assert reached["Oléoduc du Nord"] == "0 800 11 22 33"


def test_an_operator_of_the_directory_is_reached_as_it_says(valmont, order, make_plan):
    gas = Addressee(
        "GAZ",
        "operator",
        "Gaz de Valmont",
        phone="0344009999",
        email="travaux@gaz.example",
        channels={"operator_document": "email"},
    )
    (notice,) = valmont.all(type_of_notice())
    with valmont.command("urgent", who="test") as transaction:
        transaction.save(replace(notice, kind="ATU"))
        transaction.add([gas])
    plan = make_plan(order.order_id)
    (document,) = (m for m in of(plan, "operator_document") if m.name == "Gaz de Valmont")
    assert (document.channel, document.reach) == (Channel.EMAIL, "travaux@gaz.example")
    # the emergency phone of its maps comes before the one of its office
    (call,) = (m for m in of(plan, "operator_call") if m.name == "Gaz de Valmont")
    assert (call.channel, call.reach) == (Channel.PHONE, "0800000001")


def type_of_notice():
    from regard.planner.records import OrderNotice

    return OrderNotice


def test_an_urgent_cut_is_told_at_once(valmont, order, make_plan):
    with valmont.command("urgent", who="test") as transaction:
        transaction.save(replace(order, priority=Priority.P1))
    plan = make_plan(order.order_id)
    assert {message.due_at for message in of(plan, "cut_urgent")} == {NOW}
    assert of(plan, "cut_planned") == []


def test_a_preferred_channel_comes_first_for_its_purpose_only(valmont, order, make_plan):
    entry = valmont.get(Addressee, "SDIS")
    contact = valmont.get(CustomerContact, "C-P03-01")
    with valmont.command("prefer", who="test") as transaction:
        transaction.save(replace(entry, channels={"hydrant_out": "phone"}))
        transaction.save(replace(contact, email="a@b.fr", channels={"any": "email"}))
    plan = make_plan(order.order_id)
    assert of(plan, "hydrant_out")[0].channel is Channel.PHONE
    assert of(plan, "hydrant_back")[0].channel is Channel.EMAIL
    assert Counter(message.channel for message in of(plan, "cut_planned"))[Channel.EMAIL] == 1


def test_a_missing_addressee_is_a_gap_that_is_shown(valmont, order, make_plan):
    with valmont.command("forget", who="test") as transaction:
        transaction.remove(valmont.get(Addressee, "SDIS"))
    plan = make_plan(order.order_id)
    assert f"{order.order_id}/hydrant_out/-" in plan.gaps


def test_planning_again_changes_nothing(valmont, order, make_plan):
    first = make_plan(order.order_id)
    lines = len(valmont.journal())
    assert make_plan(order.order_id, now=NOW + timedelta(hours=1)).messages == first.messages
    assert len(valmont.journal()) == lines


def test_told_customers_are_told_the_new_time_and_the_change_can_be_undone(valmont, order, make_plan):
    make_plan(order.order_id)
    sms = chosen_messages(valmont, order.order_id, purpose="cut_planned", channel=Channel.SMS)
    log_attempts(valmont, sms, Outcome.SENT, at=NOW, who="D. Martin")
    assert communication_plan(valmont, order.order_id, now=NOW).coverage.told == 21
    later = CUT_AT + timedelta(days=1)
    plan = make_plan(order.order_id, start=later)
    again = [message for message in of(plan, "cut_planned") if message.replaces]
    assert len(again) == 21
    assert {(m.about_start, m.due_at, m.state) for m in again} == {
        (later, later - timedelta(hours=48), MessageState.PLANNED)
    }
    assert (plan.coverage.total, plan.coverage.told) == (23, 0)
    valmont.undo(who="D. Martin")
    assert communication_plan(valmont, order.order_id, now=NOW).coverage.told == 21


def test_going_back_to_the_first_time_is_told_too(valmont, order, make_plan):
    make_plan(order.order_id)
    sms = chosen_messages(valmont, order.order_id, purpose="cut_planned", channel=Channel.SMS)
    log_attempts(valmont, sms, Outcome.SENT, at=NOW, who="D. Martin")
    later = CUT_AT + timedelta(days=1)
    make_plan(order.order_id, start=later)
    again = [
        m
        for m in chosen_messages(valmont, order.order_id, purpose="cut_planned", channel=Channel.SMS)
        if m.replaces
    ]
    log_attempts(valmont, again, Outcome.SENT, at=NOW + timedelta(hours=1), who="D. Martin")
    back = make_plan(order.order_id, start=CUT_AT)
    to_do = [m for m in of(back, "cut_planned") if m.state is MessageState.PLANNED]
    assert [m.about_start for m in to_do] == [CUT_AT] * 23
    assert make_plan(order.order_id, start=CUT_AT).messages == back.messages


def test_who_is_no_longer_cut_is_told_so(valmont, order, make_plan):
    make_plan(order.order_id)
    sms = chosen_messages(valmont, order.order_id, purpose="cut_planned", channel=Channel.SMS)
    log_attempts(valmont, sms, Outcome.SENT, at=NOW, who="D. Martin")
    from regard.planner.records import Outage

    (outage,) = valmont.all(Outage)
    with valmont.command("smaller cut", who="test") as transaction:
        transaction.save(replace(outage, customers=tuple(c for c in outage.customers if "P09" not in c)))
    plan = make_plan(order.order_id)
    # eight of the nine customers of P09 were told by SMS
    assert len(of(plan, "cut_cancelled")) == 8
    # and that the network says otherwise is told to the dispatcher
    assert [note.code for note in plan.notes] == ["message.cut_changed"]


def test_restoration_is_written_once_the_work_is_over(valmont, order, make_plan, author):
    make_plan(order.order_id)
    (back,) = valmont.all(OrderMessage, purpose="hydrant_back")
    assert not author(order.order_id).is_due(back)
    with valmont.command("done", who="test") as transaction:
        transaction.save(replace(order, state=OrderState.DONE, started_at=CUT_AT, ended_at=CUT_AT))
    assert author(order.order_id).is_due(back)


def test_attempts_are_logged_with_who_when_and_answer(valmont, order, make_plan):
    make_plan(order.order_id)
    (call,) = chosen_messages(valmont, order.order_id, purpose="cut_sensitive")
    log_attempts(valmont, [call], Outcome.NO_ANSWER, at=NOW, who="D. Martin")
    call = valmont.get(OrderMessage, call.message_id)
    assert call.state is MessageState.PLANNED
    later = NOW + timedelta(minutes=20)
    log_attempts(valmont, [call], Outcome.ANSWERED, at=later, who="A. Roc", note="citerne demandée")
    call = valmont.get(OrderMessage, call.message_id)
    assert (call.state, call.answer) == (MessageState.ANSWERED, "citerne demandée")
    with pytest.raises(InputError, match="told already"):
        log_attempts(valmont, [call], Outcome.NO_ANSWER, at=NOW, who="A. Roc")


def test_a_stale_log_is_refused(valmont, order, make_plan):
    from regard.store.errors import StaleWrite

    make_plan(order.order_id)
    (call,) = chosen_messages(valmont, order.order_id, purpose="cut_sensitive")
    log_attempts(valmont, [call], Outcome.SENT, at=NOW, who="D. Martin")
    with pytest.raises(StaleWrite):
        log_attempts(valmont, [call], Outcome.ANSWERED, at=NOW, who="A. Roc")
    assert len(valmont.all(type(call), message_id=call.message_id)) == 1
