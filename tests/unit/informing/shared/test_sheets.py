# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets of teams and orders: briefing, framework of execution, job pack, history; all text is escaped."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import geopandas as gpd
import pytest
from regard.core.ids import OrderId
from regard.core.messages import Message
from regard.core.resources import Subcontractor
from regard.planner.assets.asset_base import AssetBase
from regard.planner.import_records import import_records
from regard.planner.informing.attempts import chosen_messages, log_attempts
from regard.planner.informing.briefing import WENT_WELL as BRIEFED
from regard.planner.informing.briefing import (
    add_action,
    briefing_page,
    finish_action,
    team_briefing,
)
from regard.planner.informing.framework import execution_framework, framework_page
from regard.planner.informing.history import history_page, order_dossier
from regard.planner.informing.job_pack import job_pack, job_pack_page
from regard.planner.informing.page import Page, Section, page_html, page_text
from regard.planner.informing.problems import add_option, decide_problem, raise_problem
from regard.planner.informing.remarks import add_remark, answer_remark
from regard.store.job_pack_files import write_job_pack
from regard.tests.unit.planner.days import agent
from regard.tests.unit.planner.days import order as plain_order
from regard.workorders.closing.records import Closure
from regard.workorders.informing.contacts import Channel
from regard.workorders.informing.execution import load_execution
from regard.workorders.informing.job_packs import load_job_packs
from regard.workorders.informing.messages import Outcome
from regard.workorders.informing.remarks import RemarkKind
from regard.workorders.life.moves import Trail
from regard.workorders.orders import OrderState

DAY = date(2026, 6, 5)
NOON = datetime(2026, 6, 5, 12)
HOSTILE = '<script>alert(1)</script> & "quoted" {{ 7*7 }}'


def say(message):
    return message.english()


def walk(workspace, order, *states, at, who="AG1", cause=""):
    """Move an order along its life, each move stored as commands do."""
    for state in states:
        trail = Trail(at, who)
        moved = trail.move(order, state, cause=cause, reason="")
        with workspace.command("move", who=who) as transaction:
            transaction.save(moved)
            transaction.add(trail.made)
        order = workspace.get(type(order), order.order_id)
    return order


@pytest.fixture
def week(valmont):
    """Return Zone Nord with 12 orders of week 23, seven of them not done, and three actions."""
    orders = [
        replace(
            plain_order(f"OI-{n:02}", (687000 + n, 6924000), 30, (), None), order_id=OrderId(f"OI-{n:02}")
        )
        for n in range(1, 13)
    ]
    import_records(valmont, orders, name="import", who="test")
    begun = (OrderState.PLANNED, OrderState.DISPATCHED, OrderState.IN_PROGRESS)
    for number, order in enumerate(orders, start=1):
        at = datetime(2026, 6, 1 + number % 5, 10)
        if number <= 7:
            walk(valmont, order, *begun, OrderState.NOT_DONE, at=at, cause="customer_absent")
        elif number <= 10:
            walk(valmont, order, *begun, OrderState.DONE, at=at)
        elif number == 11:
            walk(valmont, order, OrderState.SUSPENDED, at=at, cause="x")
    waiting = valmont.get(type(orders[0]), "OI-12")
    with valmont.command("ask", who="test") as transaction:
        transaction.save(replace(waiting, window_start=datetime(2026, 6, 9, 9)))
    for text, owner in (
        ("commander des joints", "D. Martin"),
        ("voir V4", "G. Ollier"),
        ("clé PI", "F. Leroy"),
    ):
        add_action(valmont, "Z1", text, owner=owner, due_on=date(2026, 6, 10), now=NOON, who="F. Leroy")
    return valmont


def test_the_briefing_fills_itself_in(week):
    found = team_briefing(week, "Z1", day=DAY, rules=load_execution())
    assert (found.zone.name, found.first, found.next_on) == ("Nord", date(2026, 5, 30), date(2026, 6, 12))
    assert len(found.not_done) == 7
    assert {missed.cause for missed in found.not_done} == {"customer_absent"}
    assert [order.order_id for order in found.done] == ["OI-08", "OI-09", "OI-10"]
    assert [order.order_id for order in found.blocked] == ["OI-11"]
    assert [order.order_id for _, order in found.coming] == ["OI-12"]
    assert len(found.actions) == 3
    text = page_text(briefing_page(found), say)
    assert "next briefing 2026-06-12" in text
    assert "3 done, 7 not done, 1 blocked, 1 to come, 3 actions" in text
    html = page_html(briefing_page(found), say, language="fr")
    assert html.count("<h2>") == 8


def test_what_crews_say_went_well_is_in_the_briefing_without_their_names(week):
    notes = {"OI-08": "riverains ravis", "OI-09": "  ", "OI-11": "pas encore fini", "OI-10": HOSTILE}
    closures = [
        Closure(
            order_id=OrderId(name),
            code="AEP-PURGE",
            author="AG1",
            received_at=NOON,
            fields={"went_well": note},
            parts={},
            valves={},
            valve_notes={},
            photos=(),
            raw="",
            rules_version="",
            taken={},
        )
        for name, note in notes.items()
    ]
    import_records(week, closures, name="closures", who="test")
    found = team_briefing(week, "Z1", day=DAY, rules=load_execution())
    # OI-09 says nothing, OI-11 is not done
    assert [(order.order_id, note) for order, note in found.went_well] == [
        ("OI-08", "riverains ravis"),
        ("OI-10", HOSTILE),
    ]
    page = briefing_page(found)
    text = page_text(page, say)
    told = text.partition("What went well")[2]
    assert "riverains ravis" in told
    assert "AG1" not in text
    assert "<script>" not in page_html(page, say, language="en")
    earlier = team_briefing(week, "Z1", day=DAY - timedelta(days=14), rules=load_execution())
    assert earlier.went_well == ()


def test_the_closure_form_of_every_type_asks_what_went_well(book):
    assert BRIEFED in book.closure.forms["all"].fields
    assert book.closure.forms["all"].fields[BRIEFED].needed == "optional"


def test_an_action_done_leaves_the_open_ones(week):
    finish_action(week, "A-0002", now=datetime(2026, 6, 5, 12), who="G. Ollier")
    found = team_briefing(week, "Z1", day=DAY, rules=load_execution())
    assert [action.action_id for action in found.actions] == ["A-0001", "A-0003", "A-0002"]
    later = team_briefing(week, "Z1", day=DAY + timedelta(days=14), rules=load_execution())
    assert [action.action_id for action in later.actions] == ["A-0001", "A-0003"]
    assert (later.not_done, later.done) == ((), ())


def test_the_framework_says_what_stops_the_work(valmont, order, book):
    found = execution_framework(valmont, order.order_id, rules=load_execution())
    stops = [rule.en for rule in found.recalled.stop_work]
    assert "Stop if a flexible network moved > 10 cm." in stops
    assert "Stop if a connection is not found within 1 m each side of its surface fitting." in stops
    assert any("Asbestos" in rule.en for rule in found.recalled.rules)
    assert found.start == datetime(2026, 6, 11, 9)
    text = page_text(framework_page(found, book=book, language="fr"), say)
    assert "Arrêter si un réseau flexible a été déplacé de plus de 10 cm." in text
    assert "V4, V5" in text


def test_without_a_dig_no_network_stops_the_work(valmont, book):
    import_records(valmont, [plain_order("OI-77", (687000, 6924000), 30, (), None)], name="x", who="test")
    found = execution_framework(valmont, "OI-77", rules=load_execution())
    assert (found.recalled.stop_work, found.start) == ((), None)


@pytest.fixture
def inspection(valmont):
    """Return the CCTV inspection of the sewers below R03, given to ST-03."""
    made = replace(
        plain_order("OI-ITV", (687947, 6923900), 120, (), None),
        code="ASS-ITV",
        asset_role="manhole",
        asset_id="R03",
    )
    company = Subcontractor("ST-03", "Vidéo Réseaux", ("ITV",), "0344556677", 90.0)
    import_records(valmont, [made, company], name="import", who="test")
    return valmont


def pack_of(workspace, along="downstream"):
    return job_pack(
        workspace,
        AssetBase(workspace),
        "OI-ITV",
        company_id="ST-03",
        along=along,
        packs=load_job_packs(),
        execution=load_execution(),
    )


def test_the_pack_of_a_subcontractor(inspection, book, tmp_path):
    pack = pack_of(inspection)
    assert (pack.asset_ids, pack.length_m) == (("E3", "E4"), 98)
    assert (pack.first, pack.last) == (("R03",), ("PR1",))
    assert any("EN 13508-2" in item.format for item in pack.terms.deliverables)
    assert [item.en for item in pack.terms.before] == ["Jetting less than 48 h before"]
    page = job_pack_page(pack, book=book, language="en")
    text = page_text(page, say)
    assert "R03 → PR1" in text
    assert "98 m" in text
    html = page_html(page, say, language="en")
    write_job_pack(tmp_path / "pack", sheet=html, assets=pack.assets, table="asset_id\r\nE3\r\n")
    layer = gpd.read_file(tmp_path / "pack" / "assets.gpkg")
    assert (list(layer["asset_id"]), layer.crs.to_epsg()) == (["E3", "E4"], 2154)
    assert sorted(path.name for path in (tmp_path / "pack").iterdir()) == [
        "assets.csv",
        "assets.gpkg",
        "job_pack.html",
    ]


@pytest.fixture
def told_and_done(valmont, order, make_plan, clock):
    """Return the order once its customers were told, it was planned, met a problem, and was done."""
    import_records(valmont, [agent("AG1")], name="import people", who="test")
    clock.now = datetime(2026, 6, 3, 10, 30)
    make_plan(order.order_id)
    (call,) = chosen_messages(valmont, order.order_id, purpose="cut_sensitive")
    log_attempts(valmont, [call], Outcome.NO_ANSWER, at=datetime(2026, 6, 3, 11), who="D. Martin")
    call = valmont.get(type(call), call.message_id)
    log_attempts(
        valmont, [call], Outcome.ANSWERED, at=datetime(2026, 6, 3, 11, 30), who="D. Martin", note="citerne"
    )
    sms = chosen_messages(valmont, order.order_id, purpose="cut_planned", channel=Channel.SMS)
    log_attempts(valmont, sms, Outcome.SENT, at=datetime(2026, 6, 4, 9), who="D. Martin")
    walk(valmont, order, OrderState.PLANNED, at=datetime(2026, 6, 4, 10), who="D. Martin")
    order = walk(
        valmont, valmont.get(type(order), order.order_id), OrderState.DISPATCHED, at=datetime(2026, 6, 10, 17)
    )
    problem = raise_problem(
        valmont, order.order_id, "voiture sur V5", now=datetime(2026, 6, 11, 9), who="AG1"
    )
    option = add_option(valmont, AssetBase(valmont), problem.problem_id, "fourrière", wait_min=40, who="AG1")
    decide_problem(
        valmont, problem.problem_id, option.option_id, now=datetime(2026, 6, 11, 9, 10), by="F. Leroy"
    )
    walk(valmont, order, OrderState.IN_PROGRESS, OrderState.DONE, at=datetime(2026, 6, 11, 9, 50))
    remark = add_remark(
        valmont,
        order.order_id,
        agent_id="AG1",
        kind=RemarkKind.MAP,
        text="V4 est en face",
        now=datetime(2026, 6, 11, 16),
        who="AG1",
    )
    answer_remark(
        valmont, remark.remark_id, "corrigé", accepted=True, now=datetime(2026, 6, 12, 9), who="G. Ollier"
    )
    return order


def test_the_history_has_every_event_in_order_with_author_and_time(valmont, told_and_done):
    found = order_dossier(valmont, told_and_done.order_id)
    assert [event.kind for event in found.events] == [
        "request",
        *["change"] * 5,
        "call",
        "call",
        "message",
        "move",
        "move",
        "problem",
        "problem",
        "move",
        "move",
        "remark",
        "remark",
    ]
    assert len(found.events) == 17
    assert [event.at for event in found.events] == sorted(event.at for event in found.events)
    assert all(event.who for event in found.events)
    text = page_text(history_page(found), say)
    for part in ("Mme Martin", "no answer", "citerne", "F. Leroy", "fourrière", "outage", "V4, V5 (23)"):
        assert part in text, part


def test_hostile_text_is_escaped_everywhere(valmont, order, book, inspection):
    with valmont.command("rename", who=HOSTILE) as transaction:
        transaction.save(replace(order, address=HOSTILE, label=HOSTILE, code="X"))
    raise_problem(valmont, order.order_id, HOSTILE, now=datetime(2026, 6, 4), who=HOSTILE)
    company = valmont.get(Subcontractor, "ST-03")
    with valmont.command("rename", who="test") as transaction:
        transaction.save(replace(company, name=HOSTILE))
    add_action(valmont, "Z1", HOSTILE, owner=HOSTILE, due_on=DAY, now=datetime(2026, 6, 5), who=HOSTILE)
    execution = load_execution()
    pages = [
        briefing_page(team_briefing(valmont, "Z1", day=DAY, rules=execution)),
        history_page(order_dossier(valmont, order.order_id)),
        framework_page(
            execution_framework(valmont, order.order_id, rules=execution), book=book, language="fr"
        ),
        job_pack_page(pack_of(valmont), book=book, language="fr"),
        Page(Message("page.done"), HOSTILE, (Section(Message("page.done"), (), ((HOSTILE,),)),)),
    ]
    for page in pages:
        html = page_html(page, say, language="fr")
        assert "<script" not in html
        assert "&lt;script&gt;" in html
        assert "{{ 7*7 }}" in html
        assert html.startswith("<!DOCTYPE html>")
