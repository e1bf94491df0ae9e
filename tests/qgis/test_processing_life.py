# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of an order through Processing: moves, other days, corrections, messages; all can be undone."""

from datetime import datetime

import pytest
from qgis.core import QgsProcessingException
from regard.planner.life.advance import order_history
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.smtp_mail import Security, SmtpSettings, write_mail_settings
from regard.tests.qgis.tables import rows
from regard.tests.unit.mail_server import Inbox
from regard.workorders.closing.records import CorrectionRequest
from regard.workorders.informing.contacts import Addressee
from regard.workorders.informing.messages import MessageAttempt, OrderMessage
from regard.workorders.orders import OrderState, WorkOrder

BURST = "VA-2026-AEP-00001"
LATER = "2026-06-03T18:30:00"
DUE = "2026-06-04T12:00:00"


def state_of(order):
    return lambda workspace: workspace.get(WorkOrder, order).state


def ask(answer, town, **other):
    given = {"ORDER": BURST, "FIELD": "comment", "AGENT": "AG1", "REASON": "which clamp?"}
    return answer("askcorrection", WORKSPACE=str(town), DUE=DUE, NOW=LATER, **{**given, **other})


def test_a_correction_is_asked_listed_reminded_and_answered(answer, town, burst_closed, asked):
    made = ask(answer, town)
    name = made["CORRECTION"]
    assert asked(state_of(BURST)) is OrderState.TO_CORRECT
    assert [row["correction_id"] for row in rows(made["CORRECTIONS"])] == [name]
    late = "2026-06-04T13:00:00"
    listed = answer("corrections", WORKSPACE=str(town), NOW=late)
    assert (listed["CORRECTION_COUNT"], listed["OVERDUE_COUNT"]) == (1, 1)
    reminded = answer("remindcorrections", WORKSPACE=str(town), NOW=late)
    assert [(row["reminders"], row["flagged_to"]) for row in rows(reminded["CORRECTIONS"])] == [
        (1, "F. Leroy")
    ]
    done = answer("answercorrection", WORKSPACE=str(town), CORRECTION=name, VALUE="clamp 125", NOW=late)
    # the data are right; what a gate still asks for is another matter
    assert (done["STATE"], done["ERROR_COUNT"]) == (asked(state_of(BURST)).value, 0)
    assert any(row["kind"] == "lack" for row in rows(done["FINDINGS"]))
    assert asked(lambda workspace: workspace.get(CorrectionRequest, name).answer) == "clamp 125"
    (changed,) = rows(answer("changedvalues", WORKSPACE=str(town), ORDER=BURST)["CHANGES"])
    assert (changed["field"], changed["new_value"]) == ("comment", "clamp 125")


def test_a_correction_that_makes_no_sense_is_refused(answer, town, burst_closed, asked):
    with pytest.raises(QgsProcessingException, match="old_indx"):
        ask(answer, town, FIELD="old_indx")
    with pytest.raises(QgsProcessingException, match="AG9"):
        ask(answer, town, AGENT="AG9")
    assert asked(lambda workspace: workspace.all(CorrectionRequest)) == []


def test_a_field_is_corrected_directly_and_what_is_wrong_with_it_is_found(answer, town, burst_closed):
    given = {"ORDER": BURST, "FIELD": "dn", "REASON": "read from the plan", "NOW": LATER}
    done = answer("correctfield", WORKSPACE=str(town), VALUE="100", **given)
    assert done["ERROR_COUNT"] == sum(row["kind"] == "error" for row in rows(done["FINDINGS"]))
    with pytest.raises(QgsProcessingException, match="dn"):
        answer("correctfield", WORKSPACE=str(town), VALUE="wide", **given)


def test_an_order_that_has_changed_since_it_was_seen_is_left_alone(answer, town, burst_closed, asked):
    seen = asked(lambda workspace: workspace.order_versions([BURST])[BURST])
    with pytest.raises(QgsProcessingException, match=BURST):
        ask(answer, town, SEEN=seen - 1)
    name = ask(answer, town, SEEN=seen)["CORRECTION"]
    with pytest.raises(QgsProcessingException, match=BURST):
        answer("answercorrection", WORKSPACE=str(town), CORRECTION=name, VALUE="100", SEEN=seen)
    assert asked(state_of(BURST)) is OrderState.TO_CORRECT


def test_corrections_are_undone_as_any_command(answer, town, burst_closed, asked):
    before = asked(state_of(BURST))
    ask(answer, town)
    asked(lambda workspace: workspace.undo(who="test"))
    assert asked(state_of(BURST)) is before
    assert asked(lambda workspace: workspace.all(CorrectionRequest)) == []


METER, TEST, SEWER = "VA-2026-AEP-00002", "VA-2026-AEP-00004", "VA-2026-ASS-00003"
AT = "2026-06-03T08:00:00"


def test_a_gate_tells_what_is_missing_and_a_move_through_it_is_refused(answer, town, asked):
    gate = answer("gate", WORKSPACE=str(town), ORDER=BURST, NOW=AT)
    lacks = rows(gate["LACKS"])
    assert gate["STATE"] == "dispatched"
    assert gate["LACK_COUNT"] == len(lacks) > 0
    assert any("Gaz de Valmont" in row["text"] for row in lacks)
    with pytest.raises(QgsProcessingException, match="Gaz de Valmont"):
        answer("moveorder", WORKSPACE=str(town), ORDER=BURST, STATE="dispatched", NOW=AT)
    assert asked(state_of(BURST)) is OrderState.PLANNED


def test_a_move_without_a_moment_is_made_at_that_of_the_desk(answer, town, asked, tmp_path):
    """By the clock of the machine it would lock out every move of the window, which goes by the desk."""
    asked(lambda workspace: workspace.set_setting(DESK_MOMENT, "2031-06-03T08:15:00"))
    given = {"WORKSPACE": str(town), "ORDER": METER, "STATE": "dispatched"}
    answer("moveorder", **given)
    answer("moveorder", **{**given, "STATE": "in_progress"}, NOW="2031-06-03T08:40:00")
    moves = asked(lambda workspace: order_history(workspace, METER))
    assert [one.at for one in moves[-2:]] == [datetime(2031, 6, 3, 8, 15), datetime(2031, 6, 3, 8, 40)]
    # so do the algorithms that are asked for a day
    late = datetime(2031, 6, 3, 17, 30)
    asked(lambda workspace: workspace.set_setting(DESK_MOMENT, late.isoformat()))
    data = tmp_path / "data.yaml"
    data.write_text("result: done\n", encoding="utf-8")
    assert answer("closeorder", WORKSPACE=str(town), ORDER=METER, DATA=str(data))["STATE"] == "to_correct"
    assert {one.at for one in asked(lambda workspace: order_history(workspace, METER))[-2:]} == {late}


def test_the_orders_of_a_day_leave_and_those_that_lack_something_stay(answer, town, asked):
    done = answer("dispatchday", WORKSPACE=str(town), DAY="2026-06-03", NOW=AT)
    assert {row["order_id"] for row in rows(done["ORDERS"])} == {METER, TEST, SEWER}
    assert done["ORDER_COUNT"] == 3
    assert {row["order_id"] for row in rows(done["LACKS"])} == {BURST}
    assert asked(state_of(METER)) is OrderState.DISPATCHED
    answer("moveorder", WORKSPACE=str(town), ORDER=METER, STATE="in_progress", NOW=AT)
    assert asked(state_of(METER)) is OrderState.IN_PROGRESS
    history = rows(answer("orderhistory", WORKSPACE=str(town), ORDER=METER)["HISTORY"])
    assert [row["after"] for row in history][-2:] == ["dispatched", "in progress"]


@pytest.mark.parametrize(
    ("algorithm", "given", "words"),
    [
        ("moveorder", {"ORDER": METER, "STATE": "gone"}, "gone"),
        ("moveorder", {"ORDER": METER, "STATE": "closed"}, METER),
        ("moveorder", {"ORDER": "VA-1999-1", "STATE": "cancelled"}, "VA-1999-1"),
        ("dispatchday", {"DAY": "2027-01-04"}, "2027-01-04"),
        ("gate", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("orderhistory", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("notdone", {"ORDER": METER, "CAUSE": "tired"}, "tired"),
        ("postpone", {"ORDER": "VA-2026-AEP-00005", "CAUSE": "weather"}, "VA-2026-AEP-00005"),
        ("impact", {"ORDER": METER, "CAUSE": "weather", "DAY": "2026-06-01"}, "2026-06-01"),
        ("planmessages", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("messages", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("sendmessages", {"ORDER": BURST}, "mail server"),
        ("logmessages", {"ORDER": BURST, "PURPOSE": "cut_planned"}, "message"),
        ("changedvalues", {"ORDER": "VA-1999-1"}, "VA-1999-1"),
        ("answercorrection", {"CORRECTION": "COR-9", "VALUE": "1"}, "COR-9"),
        ("answercorrection", {"CORRECTION": "COR-9", "VALUE": "1", "SEEN": 1}, "COR-9"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(answer, built_town, algorithm, given, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), NOW=AT, **given)


def test_an_order_is_put_off_with_what_its_new_day_touches(answer, town, asked):
    given = {"ORDER": BURST, "CAUSE": "weather", "NOW": AT}
    looked = answer("impact", WORKSPACE=str(town), **given)
    assert asked(state_of(BURST)) is OrderState.PLANNED
    done = answer("postpone", WORKSPACE=str(town), **given)
    assert done["DAY"] == looked["DAY"] == "2026-06-04"
    assert (done["IN_TIME"], done["COVERED"]) == (0, 1)
    touched = rows(done["IMPACTS"])
    assert done["IMPACT_COUNT"] == len(touched) > 0
    assert [row["text"] for row in touched] == [row["text"] for row in rows(looked["IMPACTS"])]
    assert any("PL-P09-03" in row["refs"] for row in touched)
    assert asked(state_of(BURST)) is OrderState.RESCHEDULED
    asked(lambda workspace: workspace.undo(who="test"))
    assert asked(state_of(BURST)) is OrderState.PLANNED


def test_an_order_that_was_not_done_waits_for_the_day_that_was_asked_for(answer, town, asked):
    answer("dispatchday", WORKSPACE=str(town), DAY="2026-06-03", NOW=AT)
    given = {"CAUSE": "customer_absent", "NOTE": "nobody opened", "DAY": "2026-06-12", "NOW": LATER}
    done = answer("notdone", WORKSPACE=str(town), ORDER=METER, **given)
    assert (done["DAY"], done["STATE"], done["IN_TIME"]) == ("2026-06-12", "rescheduled", 1)
    last = rows(answer("orderhistory", WORKSPACE=str(town), ORDER=METER)["HISTORY"])[-1]
    assert (last["cause"], last["reason"]) == ("customer_absent", "nobody opened")


def test_causes_are_those_of_the_rules(answer, built_town):
    found = rows(answer("causes", WORKSPACE=str(built_town))["CAUSES"])
    known = {row["code"]: row["cause"] for row in found}
    assert known["customer_absent"] == "customer absent"
    assert {row["group"] for row in found} == {"customer", "resources", "organisation", "outside"}


def test_messages_are_planned_listed_and_logged(answer, town, asked):
    planned = answer("planmessages", WORKSPACE=str(town), ORDER=BURST, NOW=AT)
    stored = asked(lambda workspace: workspace.all(OrderMessage, order_id=BURST))
    assert {row["message_id"] for row in rows(planned["MESSAGES"])} == {one.message_id for one in stored}
    assert planned["MESSAGE_COUNT"] == len(stored) > 0
    told = next(one for one in stored if one.purpose == "cut_urgent")
    given = {"MESSAGE": told.message_id, "OUTCOME": 1, "USED": 1, "NOTE": "M. Dialo", "NOW": AT}
    assert answer("logmessages", WORKSPACE=str(town), ORDER=BURST, **given)["ATTEMPT_COUNT"] == 1
    (attempt,) = asked(lambda workspace: workspace.all(MessageAttempt, order_id=BURST))
    assert (attempt.outcome.value, attempt.channel.value, attempt.note) == ("answered", "phone", "M. Dialo")
    listed = answer("messages", WORKSPACE=str(town), ORDER=BURST, NOW=AT)["MESSAGES"]
    states = {row["message_id"]: row["state"] for row in rows(listed)}
    assert states[told.message_id] == "answered"


def test_mails_leave_once_through_the_mail_server_of_the_workspace(answer, town, asked, serve):
    inbox = Inbox()
    settings = SmtpSettings("127.0.0.1", serve(inbox), Security.NONE, "", "eau@valmont.example")

    def ready(workspace):
        write_mail_settings(workspace, settings, who="test")
        hall = Addressee("MAIRIE", "town_hall", "Mairie", email="mairie@valmont.example")
        with workspace.command("test", who="test") as transaction:
            transaction.add([hall])

    asked(ready)
    answer("planmessages", WORKSPACE=str(town), ORDER=BURST, NOW=AT)
    done = answer("sendmessages", WORKSPACE=str(town), ORDER=BURST, NOW=AT)
    assert (done["SENT_COUNT"], done["FAILED_COUNT"]) == (len(inbox.letters), 0)
    assert {letter["To"] for letter in inbox.letters} == {"mairie@valmont.example"}
    assert {row["to"] for row in rows(done["DELIVERIES"])} == {"mairie@valmont.example"}
    assert answer("sendmessages", WORKSPACE=str(town), ORDER=BURST, NOW=AT)["SENT_COUNT"] == 0
