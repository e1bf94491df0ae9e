# SPDX-License-Identifier: GPL-3.0-or-later
"""What an order needs before its day as rows: people, parts, equipment, a subcontractor. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ...qgis_bridge.figures import day_text, number_text
from ...qgis_bridge.labels import lack_text, means_text, rules_read, spoken_language
from ...qgis_bridge.messages import counted, say, tr
from ...qgis_bridge.wording import word
from ..acting.rows import AMBER, GREEN, RED, Act, Cell, Pressed, Row

if TYPE_CHECKING:
    from ...core.supplies import SubcontractJob
    from ...planner.life.readiness_board import OrderReadiness
    from ...planner.resources.subcontracts import CompanyOffer
    from ...workorders.life.readiness import ReadinessItem
    from ...workorders.orders import WorkOrder

_JOB_MARK = {"sent": AMBER, "accepted": GREEN, "done": GREEN, "refused": RED}


def readiness_rows(ready: OrderReadiness | None) -> tuple[Row, ...]:
    """Return a row for each resource of an order that is still ahead, those at risk first."""
    if ready is None:
        return ()
    order = sorted(ready.items, key=lambda item: ("red", "amber", "green").index(item.colour.value))
    return tuple(_readiness_row(ready, item) for item in order)


def tell_acts(ready: OrderReadiness, resource: str) -> tuple[Act, ...]:
    """Return whom to tell of what is missing, or how to note the reply of whoever was told."""
    item = next(one for one in ready.items if one.resource == resource)
    told = next((a for a in ready.alerts if a.resource == resource and a.replied_at is None), None)
    if told is not None:
        reply = partial(_reply, told.alert_id)
        return (Act(f"reply.{resource}", tr("Reply received"), reply, asks=tr("What was replied")),)
    if item.colour.value == GREEN:
        return ()
    rules = rules_read().life
    role = rules.readiness.resources[item.resource].alert
    name = rules.alerts.roles[role].spoken(spoken_language())
    tell = partial(_tell, replace(ready, items=(item,)))
    return (Act(f"tell.{resource}", tr("Tell the {role}").format(role=name), tell),)


def subcontract_rows(
    order: WorkOrder, job: SubcontractJob | None, offers: Sequence[CompanyOffer]
) -> tuple[Row, ...]:
    """Return the order's subcontractor, or who could make it."""
    order_id = str(order.order_id)
    if job is not None:
        names = {one.company.subcontractor_id: one.company.name for one in offers}
        text = f"{names.get(job.subcontractor_id, job.subcontractor_id)}, {job.number}"
        state = _job_state(job)
        cells = (Cell(tr("Subcontractor")), Cell(state, _JOB_MARK[job.state.value]), Cell(text))
        return (Row("subcontract", cells, order_id, tuple(_job_acts(job))),)
    able = tuple((str(one.company.subcontractor_id), _offer(one)) for one in offers if not one.missing)
    send = Act("send", tr("Send to a subcontractor"), partial(_send, order_id), tr("To whom"), choices=able)
    text = counted(tr("{count} can make it"), count=len(able)) if able else tr("none holds the skills")
    cells = (Cell(tr("Subcontractor")), Cell(tr("own people")), Cell(text))
    return (Row("subcontract", cells, order_id, (send,) if able else ()),)


def lacks_text(item: ReadinessItem) -> str:
    """Return everything that a resource lacks, one a line."""
    return "\n".join(lack_text(lack) for lack in item.lacks)


def _readiness_row(ready: OrderReadiness, item: ReadinessItem) -> Row:
    state = tr("ready") if item.is_ready else tr("missing")
    mark = item.colour.value if not item.is_ready else GREEN
    told = [a for a in ready.alerts if a.resource == item.resource]
    parts = [lack_text(lack) for lack in item.lacks]
    for alert in told:
        line = tr("{addressee} told on {day}").format(
            addressee=alert.addressee or alert.role, day=day_text(alert.raised_at.date())
        )
        parts.append(f"{line}: {alert.reply}" if alert.reply else line)
    return Row(
        key=f"resource/{item.resource}",
        order_id=str(ready.order.order_id),
        cells=(
            Cell(word(f"resource.{item.resource}")),
            Cell(state, mark),
            Cell(parts[0] if parts else "", tip="\n".join(parts)),
        ),
        acts=tell_acts(ready, item.resource),
        details="<br>".join(parts),
    )


def _job_state(job: SubcontractJob) -> str:
    return {
        "sent": tr("sent, answer by {day}").format(day=day_text(job.due_on)),
        "accepted": tr("accepted"),
        "refused": tr("refused"),
        "done": tr("done"),
    }[job.state.value]


def _job_acts(job: SubcontractJob) -> Iterator[Act]:
    from ...workorders.resources.subcontracting import JOB_MOVES

    texts = {"accepted": tr("Accepted"), "refused": tr("Refused"), "done": tr("Done")}
    for target in JOB_MOVES[job.state]:
        yield Act(f"job.{target.value}", texts[target.value], partial(_advance, job.number, target))


def _offer(one: CompanyOffer) -> str:
    price = number_text(one.price_eur, 0)
    return tr("{company}, {price} €").format(company=one.company.name, price=price)


def named_skills(skills: Sequence[str]) -> str:
    """Return skills by their names."""
    return ", ".join(means_text(skill) for skill in skills)


def _tell(ready: OrderReadiness, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.alerts import raise_alerts

    raise_alerts(workspace, [ready], now=pressed.now, who=pressed.who, say=say)


def _reply(alert_id: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.alerts import reply_to_alert

    reply_to_alert(workspace, alert_id, pressed.text, now=pressed.now, who=pressed.who)


def _send(order_id: str, workspace: Any, pressed: Pressed) -> None:
    """Give an order away; one that a plan has is taken out of it in the same gesture."""
    from ...planner.life.gathered import planned_start
    from ...planner.running.hand_move import HandMoves
    from ..board.commands import hand_over

    start = planned_start(workspace, order_id)
    moves = HandMoves.read(workspace, day=start.date(), now=pressed.now) if start else None
    hand_over(workspace, order_id, pressed.text, moves, now=pressed.now, who=pressed.who)


def _advance(number: str, target: Any, workspace: Any, pressed: Pressed) -> None:
    from ...planner.resources.subcontracts import advance_job

    advance_job(workspace, number, target, on=pressed.now.date(), who=pressed.who)
