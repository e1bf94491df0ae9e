# SPDX-License-Identifier: GPL-3.0-or-later
"""What the field says back: remarks and answers, problems and decisions, notes for few."""

from datetime import date, datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.planner.assets.asset_base import AssetBase
from regard.planner.import_records import import_records
from regard.planner.informing.attempts import log_attempts
from regard.planner.informing.history import order_dossier
from regard.planner.informing.problems import add_option, decide_problem, problems_of, raise_problem
from regard.planner.informing.remarks import add_remark, answer_remark, remark_book
from regard.planner.informing.restricted_notes import note_for, notes_for, write_note
from regard.tests.unit.planner.days import agent
from regard.workorders.informing.messages import MessageState, OrderMessage, Outcome
from regard.workorders.informing.remarks import RemarkKind, remark_figures
from regard.workorders.informing.restricted_notes import RestrictedNote, may_read

NOW = datetime(2026, 6, 3, 14, 0)
ANSWERED = datetime(2026, 6, 5, 9, 0)


@pytest.fixture
def staffed(valmont):
    import_records(valmont, [agent("AG1"), agent("AG2")], name="import people", who="test")
    return valmont


def test_a_remark_on_the_map_is_answered_and_the_agent_told(staffed, order):
    remark = add_remark(
        staffed,
        order.order_id,
        agent_id="AG1",
        kind=RemarkKind.MAP,
        subject="V4",
        text="V4 est sur l'autre trottoir",
        now=NOW,
        who="D. Martin",
    )
    assert (remark.remark_id, remark.subject, remark.answered_at) == ("R-0001", "V4", None)
    done = answer_remark(
        staffed, "R-0001", "Corrigé sur le plan", accepted=True, now=ANSWERED, who="G. Ollier"
    )
    assert (done.accepted, done.answered_at.date(), done.answered_by) == (True, date(2026, 6, 5), "G. Ollier")
    (told,) = staffed.all(OrderMessage, purpose="feedback_answer")
    assert (told.ref, told.state, told.text) == ("AG1", MessageState.PLANNED, "Corrigé sur le plan")
    log_attempts(staffed, [told], Outcome.SENT, at=ANSWERED, who="G. Ollier")
    assert staffed.get(OrderMessage, told.message_id).state is MessageState.SENT
    with pytest.raises(InputError, match="answer already, from G"):
        answer_remark(staffed, "R-0001", "Encore", accepted=True, now=ANSWERED, who="D. Martin")


def test_a_remark_on_a_standard_is_about_the_type_of_work(staffed, order):
    remark = add_remark(
        staffed,
        order.order_id,
        agent_id="AG2",
        kind=RemarkKind.STANDARD,
        text="standard trop court",
        now=NOW,
        who="D. Martin",
    )
    assert remark.subject == order.code


def test_the_answer_can_be_undone_with_its_message(staffed, order):
    add_remark(
        staffed, order.order_id, agent_id="AG1", kind=RemarkKind.MAP, text="x", now=NOW, who="D. Martin"
    )
    answer_remark(staffed, "R-0001", "oui", accepted=False, now=ANSWERED, who="D. Martin")
    staffed.undo(who="D. Martin")
    assert remark_book(staffed).figures.answered == 0
    assert staffed.all(OrderMessage, purpose="feedback_answer") == []


def test_seven_remarks_received_seven_answered_in_a_median_of_two_days(staffed, order):
    for number, days in enumerate([1, 2, 2, 0, 5, 3, 2]):
        said = add_remark(
            staffed,
            order.order_id,
            agent_id="AG1" if number % 2 else "AG2",
            kind=RemarkKind.STANDARD,
            text="standard trop court",
            now=NOW + timedelta(minutes=number),
            who="D. Martin",
        )
        answered = NOW + timedelta(days=days, hours=1)
        answer_remark(staffed, said.remark_id, "vu", accepted=False, now=answered, who="D. Martin")
    figures = remark_book(staffed, zone=order.zone).figures
    assert (figures.received, figures.answered, figures.median_days) == (7, 7, 2)
    # the figures have no place for an agent
    assert {name for name in dir(figures) if not name.startswith("_")} == {
        "received",
        "answered",
        "median_days",
    }


def test_no_remark_no_median():
    figures = remark_figures([], first=date(2026, 6, 1), last=date(2026, 6, 7))
    assert (figures.received, figures.answered, figures.median_days) == (0, 0, None)


def test_a_problem_has_options_with_figures_of_the_network_and_a_decision(valmont, order):
    problem = raise_problem(valmont, order.order_id, "pas d'accès, voiture garée sur V5", now=NOW, who="AG1")
    base = AssetBase(valmont)
    wider = add_option(
        valmont, base, problem.problem_id, "fermer plus loin", unusable=["V5"], who="D. Martin"
    )
    assert (sorted(wider.close), wider.customers, wider.length_m) == (["V4", "V6", "V8"], 50, 895)
    assert wider.sensitive == 1
    tow = add_option(valmont, base, problem.problem_id, "fourrière", wait_min=40, who="AG1")
    assert (tow.customers, tow.wait_min) == (None, 40)
    sheet = decide_problem(
        valmont,
        problem.problem_id,
        tow.option_id,
        now=NOW + timedelta(minutes=10),
        by="F. Leroy",
        reason="27 abonnés de moins",
    )
    assert (sheet.chosen.text, sheet.problem.decided_by) == ("fourrière", "F. Leroy")
    assert problems_of(valmont, order.order_id) == [sheet]
    with pytest.raises(InputError, match="decided already, by F"):
        decide_problem(valmont, problem.problem_id, wider.option_id, now=NOW, by="AG1")
    other = raise_problem(valmont, order.order_id, "vanne grippée", now=NOW, who="AG1")
    for text in ("forcer", "attendre"):
        add_option(valmont, base, other.problem_id, text, who="AG1")
    with pytest.raises(InputError, match=rf"'3'.*{other.problem_id}/1, {other.problem_id}/2"):
        decide_problem(valmont, other.problem_id, "3", now=NOW, by="F. Leroy")
    by_number = decide_problem(valmont, other.problem_id, "2", now=NOW, by="F. Leroy")
    assert (by_number.chosen.text, by_number.problem.decision) == ("attendre", f"{other.problem_id}/2")
    with pytest.raises(InputError, match="V55"):
        other = raise_problem(valmont, order.order_id, "autre", now=NOW, who="AG1")
        add_option(valmont, base, other.problem_id, "x", unusable=["V55"], who="AG1")


@pytest.fixture
def note(valmont, order):
    return write_note(
        valmont,
        order.order_id,
        facts="désaccord sur le blindage",
        positions="AG1 : refuse de descendre ; chef : pas nécessaire",
        next_step="visite commune",
        readers=("D. Martin", "F. Leroy", "AG1", "role:safety"),
        now=NOW,
        who="D. Martin",
    )


def test_a_note_is_for_those_named(valmont, order, note):
    for reader in ("D. Martin", "F. Leroy", "AG1"):
        assert notes_for(valmont, order.order_id, reader=reader) == (note,)
    assert notes_for(valmont, order.order_id, reader="S. Roc", role="safety") == (note,)
    for reader, role in (("AG2", ""), ("", ""), ("AG", ""), ("S. Roc", "manager"), ("role:safety", "")):
        assert notes_for(valmont, order.order_id, reader=reader, role=role) == ()
    with pytest.raises(InputError, match="no note 'N-0001' that you may read"):
        note_for(valmont, "N-0001", reader="AG2")
    with pytest.raises(InputError, match="no note 'N-0099' that you may read"):
        note_for(valmont, "N-0099", reader="AG2")


def test_a_name_that_looks_like_a_role_reads_nothing(note):
    assert not may_read(note, "role:safety")


def test_a_note_is_in_no_history(valmont, order, note):
    told = repr(order_dossier(valmont, order.order_id))
    assert "blindage" not in told
    assert "N-0001" not in told


def test_a_note_without_a_reader_is_refused(valmont, order):
    with pytest.raises(InputError, match="at least one reader"):
        write_note(valmont, order.order_id, facts="x", readers=(" ",), now=NOW, who="D. Martin")
    assert valmont.all(RestrictedNote) == []
