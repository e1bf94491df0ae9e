# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts reach whoever answers for what is missing: by mail once each, or on a list of those to tell."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.core.supplies import JobState, SubcontractJob
from regard.planner.import_records import import_records
from regard.planner.informing.send_alerts import send_alerts, tell_alert
from regard.planner.life.alerts import escalate_alerts, raise_alerts, reply_to_alert
from regard.planner.life.readiness_board import readiness_board
from regard.planner.notices.agenda import notices_on
from regard.store.smtp_mail import Security, SmtpMailer, SmtpSettings
from regard.tests.unit.mail_server import Inbox
from regard.workorders.closing.records import CorrectionRequest
from regard.workorders.informing.contacts import Addressee, Channel
from regard.workorders.informing.messages import MessageState, Outcome
from regard.workorders.life.notice_clock import NoticeState
from regard.workorders.life.records import Alert
from regard.workorders.orders import OrderState, WorkOrder

AT = datetime(2026, 6, 3, 10, 12)
STORES = Addressee("D1", "stores_manager", "M. Petit", email="petit@valmont.example")
CONTRACTS = Addressee("D2", "contract_manager", "Mme Roux", phone="02 37 00 00 02")
CHIEF = Addressee("D3", "field_manager", "F. Leroy", email="leroy@valmont.example", zone="Z1")


def mailer(port):
    settings = SmtpSettings("127.0.0.1", port, Security.NONE, "", "eau@valmont.example", 5)
    return SmtpMailer(settings, lambda user, host: "", lambda: AT)


def add(workspace, *records):
    import_records(workspace, records, name="import", who="test")


@pytest.fixture
def short(dig):
    """Return the dig short of a clamp, with people in the directory."""
    workspace = dig.workspace
    add(workspace, STORES, CONTRACTS, CHIEF)
    order = workspace.get(WorkOrder, dig.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(order, parts={**order.parts, "repair_clamp": 1}))
    return dig


def raised(workspace, now=AT):
    board = readiness_board(workspace, now.date(), horizon_days=10)
    return raise_alerts(workspace, board, now=now, who="D. Martin", overdue=True)


def send(workspace, port, now=AT):
    return send_alerts(workspace, mailer(port), clock=lambda: now, who="D. Martin")


def test_whoever_has_a_mail_address_is_written_to_once(short, serve):
    inbox, workspace = Inbox(), short.workspace
    port = serve(inbox)
    (alert,) = raised(workspace)
    assert (alert.addressee, alert.channel, alert.sent_to) == ("M. Petit", Channel.EMAIL, STORES.email)
    done = send(workspace, port)
    assert [(one.to, one.outcome) for one in done.made] == [(STORES.email, Outcome.SENT)]
    assert done.to_tell == ()
    (letter,) = inbox.letters
    assert (letter["To"], letter["Subject"]) == (STORES.email, f"Regard: {short.order_id}, parts")
    assert "repair_clamp short (1 needed)" in letter.get_content()
    assert send(workspace, port).made == ()
    stored = workspace.get(Alert, alert.alert_id)
    assert (stored.state, stored.sent_at) == (MessageState.SENT, AT)
    assert [entry.command for entry in workspace.journal(key=alert.alert_id)] == [
        "raise alerts",
        "begin to send alert",
        "alert",
    ]


def test_one_step_up_is_another_mail(short, serve):
    inbox, workspace = Inbox(), short.workspace
    port = serve(inbox)
    raised(workspace)
    send(workspace, port)
    later = datetime(2026, 6, 4, 10, 12)
    (gone,) = escalate_alerts(workspace, now=later, who="D. Martin")
    assert (gone.escalated_to, gone.sent_to, gone.state) == ("F. Leroy", CHIEF.email, MessageState.PLANNED)
    send(workspace, port, later)
    assert [letter["To"] for letter in inbox.letters] == [STORES.email, CHIEF.email]
    assert len({letter["Message-ID"] for letter in inbox.letters}) == 2


def test_a_mail_that_the_server_refuses_is_left_to_tell(short, serve):
    workspace = short.workspace
    (alert,) = raised(workspace)
    done = send(workspace, serve(Inbox(refused=(STORES.email,))))
    assert [one.outcome for one in done.made] == [Outcome.FAILED]
    assert [one.alert_id for one in done.to_tell] == [alert.alert_id]
    told = {"now": AT, "who": "D. Martin", "channel": Channel.PHONE}
    tell_alert(workspace, alert.alert_id, note="comes on Friday", **told)
    assert send_alerts(workspace, None, clock=lambda: AT, who="D. Martin").to_tell == ()
    with pytest.raises(InputError, match="was told on 2026-06-03 10:12"):
        tell_alert(workspace, alert.alert_id, **told)


def test_a_mail_of_a_run_that_broke_down_is_never_sent_by_itself(short, serve):
    inbox, workspace = Inbox(), short.workspace
    (alert,) = raised(workspace)
    with workspace.command("begin to send alert", who="test") as transaction:
        transaction.save(replace(workspace.get(Alert, alert.alert_id), state=MessageState.SENDING))
    done = send(workspace, serve(inbox))
    assert (done.made, done.unknown, inbox.letters) == ((), (alert.alert_id,), [])


def test_a_subcontractor_who_has_not_answered_in_time_is_told_once(dig):
    workspace = dig.workspace
    add(workspace, CONTRACTS)
    job = SubcontractJob(
        "BC-2026-051", "ST-03", dig.order_id, JobState.SENT, 1, "u", 100.0, date(2026, 6, 1), date(2026, 6, 2)
    )
    add(workspace, job)
    alerts = {one.resource: one for one in raised(workspace, datetime(2026, 6, 3, 8))}
    alert = alerts["unanswered_job"]
    assert (alert.addressee, alert.channel, alert.sent_to) == ("Mme Roux", Channel.PHONE, CONTRACTS.phone)
    assert "ST-03 has not answered BC-2026-051, due on 2026-06-02" in alert.text
    reply_to_alert(workspace, alert.alert_id, "they come", now=AT, who="Mme Roux")
    assert "unanswered_job" not in {one.resource for one in raised(workspace)}


def test_a_correction_that_is_overdue_is_told_to_the_field_manager(dig):
    workspace = dig.workspace
    due = datetime(2026, 6, 2, 12)
    asked = CorrectionRequest(
        "COR-1",
        dig.order_id,
        "old_index",
        "missing",
        AgentId("AG1"),
        due,
        datetime(2026, 6, 1, 12),
        "D. Martin",
    )
    add(workspace, asked)
    before = {one.resource for one in raised(workspace, due)}
    assert "overdue_correction" not in before
    (alert,) = [one for one in raised(workspace) if one.resource == "overdue_correction"]
    assert (alert.role, alert.addressee) == ("field_manager", "F. Leroy")
    assert "AG1 has not corrected old_index" in alert.text
    workspace.undo(who="D. Martin")
    assert [one for one in workspace.all(Alert) if one.resource == "overdue_correction"] == []


def test_a_notice_that_works_under_way_outlast_is_told_to_the_dispatcher_once(dig):
    workspace = dig.workspace
    order = workspace.get(WorkOrder, dig.order_id)
    begun = replace(order, state=OrderState.IN_PROGRESS, started_at=datetime(2026, 6, 11, 8))
    with workspace.command("edit", who="test") as transaction:
        transaction.save(begun)

    def renewals(now):
        return [one for one in raised(workspace, now) if one.resource == "notice_renewal"]

    assert renewals(datetime(2026, 6, 11, 17)) == []
    (longer,) = renewals(datetime(2026, 6, 12, 8))
    assert longer.role == "dispatcher"
    assert "the works last longer than the 1 day declared: renew the DICT" in longer.text
    assert renewals(datetime(2026, 6, 13, 8)) == []
    (near,) = renewals(datetime(2026, 12, 1, 8))
    assert "it serves these works until 2026-12-11" in near.text
    (over,) = renewals(datetime(2026, 12, 12, 8))
    assert "the DICT expired on 2026-12-11" in over.text
    (one,) = [n for n in notices_on(workspace, date(2026, 12, 12)) if n.order.order_id == dig.order_id]
    assert one.clock.state is NoticeState.EXPIRED
