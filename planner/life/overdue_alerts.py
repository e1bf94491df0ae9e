# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts about what somebody has not done in time: an answer, a correction, a notice renewed."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.messages import Message
from ...core.resources import Subcontractor
from ...core.supplies import SubcontractJob
from ...workorders.closing.records import CorrectionRequest
from ...workorders.life.records import Alert
from ...workorders.orders import WorkOrder
from ...workorders.resources.subcontracting import unanswered
from .alert_desk import AlertDesk
from .under_way import renewals_on

UNANSWERED_JOB, OVERDUE_CORRECTION = "unanswered_job", "overdue_correction"
NOTICE_RENEWAL = "notice_renewal"


def overdue_alerts(desk: AlertDesk) -> list[Alert]:
    """Return an alert for each job, correction and renewal of a notice that is overdue and has none yet."""
    made = [*_jobs(desk), *_corrections(desk), *_renewals(desk)]
    known = set(desk.workspace.keys(Alert)) if made else set()
    return [alert for alert in made if alert.alert_id not in known]


def _jobs(desk: AlertDesk) -> Iterator[Alert]:
    companies = {one.subcontractor_id: one.name for one in desk.workspace.all(Subcontractor)}
    jobs = desk.workspace.all(SubcontractJob)
    for job in unanswered(jobs, desk.now.date()):
        order = desk.workspace.get(WorkOrder, job.order_id)
        text = Message(
            "alert.unanswered_job",
            {
                "order": order.order_id,
                "label": order.label,
                "company": companies.get(job.subcontractor_id, job.subcontractor_id),
                "number": job.number,
                "day": job.due_on,
            },
        )
        role = desk.book.life.alerts.unanswered_job
        yield desk.alert(order, f"{order.order_id}/{UNANSWERED_JOB}/{job.number}", UNANSWERED_JOB, role, text)


def _corrections(desk: AlertDesk) -> Iterator[Alert]:
    for one in desk.workspace.all(CorrectionRequest):
        if not one.is_overdue(desk.now):
            continue
        order = desk.workspace.get(WorkOrder, one.order_id)
        text = Message(
            "alert.overdue_correction",
            {
                "order": order.order_id,
                "label": order.label,
                "field": one.field,
                "agent": one.agent_id,
                "due": f"{one.due_at:%Y-%m-%d %H:%M}",
            },
        )
        key = f"{order.order_id}/{OVERDUE_CORRECTION}/{one.correction_id}"
        yield desk.alert(order, key, OVERDUE_CORRECTION, desk.book.life.alerts.overdue_correction, text)


def _renewals(desk: AlertDesk) -> Iterator[Alert]:
    """Yield one for each declaration that works under way outlast: once for its end, once for its days."""
    role = desk.book.life.readiness.resources["notices"].alert
    for order, notice, task in renewals_on(desk.workspace, desk.now.date()):
        text = Message(
            "alert.notice_renewal",
            {"order": order.order_id, "label": order.label, "number": notice.number, "task": task},
        )
        key = f"{order.order_id}/{NOTICE_RENEWAL}/{notice.number}/{task.code.rpartition('.')[2]}"
        yield desk.alert(order, key, NOTICE_RENEWAL, role, text)
