# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace of some years: orders that are nearly all closed, their requests, a plan, a long journal."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar, cast

import sqlalchemy as sa
from regard.planner.records import Plan, PlanStop
from regard.store import search
from regard.store.journal import COMMAND, JOURNAL
from regard.store.workspace import SqlWorkspace
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest
from shapely.geometry import Point

T = TypeVar("T")

DAY = date(2026, 6, 3)
OPEN = 2_000
STOPS = 140
_STREETS = (
    "rue du Puits",
    "avenue de l'Église",
    "place du Général-Leclerc",
    "chemin des Œillets",
    "rue Émile-Zola",
)
_NAMES = ("Dupont", "Lefèvre", "Moreau", "Garçon", "Noël", "Besançon", "Petit", "Hélouin", "Cœuré", "Roux")
_JOBS = (
    ("AEP-FUI-CAN", "Fuite sur canalisation"),
    ("AEP-CPT-REM", "Compteur à remplacer"),
    ("ASS-DEB", "Débouchage"),
)
_AT_ONCE = 5_000


def _batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some


def order(number: int, orders: int) -> WorkOrder:
    """Return one order of a service; the last ones are open."""
    rng = random.Random(number)
    code, label = rng.choice(_JOBS)
    received = datetime(2026, 6, 2, 8) - timedelta(minutes=10 * (orders - number))
    open_ = number >= orders - OPEN
    return WorkOrder(
        order_id=f"VA-{received.year}-{code[:3]}-{number:06}",
        request_id=f"DI-{number:06}",
        code=code,
        label=label,
        state=OrderState.QUALIFIED if open_ else OrderState.CLOSED,
        priority=rng.choice(list(Priority)),
        score=rng.uniform(0, 100),
        score_detail={"safety": 40.0, "service": 12.5},
        rules_version="2026.1",
        received_at=received,
        due_at=received + timedelta(days=rng.choice((1, 3, 30))),
        place=Point(680_000 + rng.uniform(0, 20_000), 6_920_000 + rng.uniform(0, 20_000)),
        address=f"{rng.randrange(1, 200)} {rng.choice(_STREETS)}",
        zone=f"Z{rng.randrange(1, 8)}",
        asset_role="water_pipe",
        asset_id=f"CANA-{rng.randrange(200_000):06}",
        asset_distance_m=rng.uniform(0, 20),
        duration_min=90,
        crew=2,
        skills=("AIPR_OP", "TERR"),
        crew_skills=(),
        equipment=("mini_digger",),
        parts={"clamp_150": 1},
        digs=True,
    )


def request(own: WorkOrder, number: int) -> ServiceRequest:
    """Return the call that an order came from."""
    rng = random.Random(-number - 1)
    return ServiceRequest(
        request_id=own.request_id,
        received_at=own.received_at,
        caller=f"M. {rng.choice(_NAMES)} {number % 997}",
        phone=f"06 39 98 {number // 100 % 100:02} {number % 100:02}",
        customer_ref=f"AB-{number:06}",
        address=own.address,
        place=own.place,
        code=own.code,
        description="eau sur la chaussée devant le portail",
        danger=False,
        contract_id="VA-2024",
        state=RequestState.CONVERTED,
        order_id=own.order_id,
    )


def fill(workspace: SqlWorkspace, *, orders: int, lines: int, told: Callable[[str], None]) -> None:
    """Put orders with their requests, a plan of the day and journal lines into an empty workspace."""
    made = (order(number, orders) for number in range(orders))
    last: list[WorkOrder] = []
    for numbers in _batched(range(orders), _AT_ONCE):
        some = [next(made) for _ in numbers]
        _load(workspace, WorkOrder, some)
        _load(workspace, ServiceRequest, [request(o, n) for o, n in zip(some, numbers, strict=True)])
        last = some
    told("orders and requests")
    plan = Plan(f"{DAY}/1", DAY, 1, datetime(2026, 6, 2, 17), 1, 30.0, "balanced", {}, 0.0)
    moment = datetime(2026, 6, 3, 9)
    stops = [
        PlanStop(
            stop_id=f"{plan.plan_id}/{n}",
            plan_id=plan.plan_id,
            agent_id=f"AG{n % 30}",
            day=DAY,
            sequence=n // 30,
            order_id=own.order_id,
            role=0,
            arrive=moment,
            start=moment,
            end=moment,
            travel_s=600,
            distance_m=4000,
            place=own.place,
        )
        for n, own in enumerate(last[-STOPS:])
    ]
    _load(workspace, Plan, [plan])
    _load(workspace, PlanStop, stops)
    _journal(workspace, last[0], orders=orders, lines=lines)
    told("journal")
    if workspace.url.startswith("postgresql://"):
        # a server does so by itself; nobody does in a file
        with workspace.backend.writing() as connection:
            connection.exec_driver_sql("ANALYZE")


def _load(workspace: SqlWorkspace, kind: type[Any], records: list[Any]) -> None:
    table = workspace.tables.of(kind)
    with workspace.backend.writing() as connection:
        connection.execute(sa.insert(table.table), [table.row(record) for record in records])
        search.refresh(connection, workspace.tables)


def _journal(workspace: SqlWorkspace, sample: WorkOrder, *, orders: int, lines: int) -> None:
    """Write commands of ten lines each: orders come in, change their state, and get stops in plans."""
    table = workspace.tables.of(WorkOrder)
    before = table.to_json(sample)
    after = table.to_json(replace(sample, state=OrderState.CLOSED, version=1))
    key = str(sample.order_id)

    def rows() -> Iterator[tuple[int, str, str, str | None, str]]:
        for number in range(lines):
            own = f"VA-{2020 + number % 7}-AEP-{number % orders:06}"
            if number < orders:
                yield number // 10 + 1, "work_order", own, None, before.replace(key, own)
            elif number < 2 * orders:
                yield number // 10 + 1, "work_order", own, before.replace(key, own), after.replace(key, own)
            else:
                yield (
                    number // 10 + 1,
                    "plan_stop",
                    f"{number}/1",
                    None,
                    f'{{"stop_id":"{number}/1","version":0}}',
                )

    at = datetime(2020, 1, 1)
    for numbers in _batched(range(lines // 10 + 1), _AT_ONCE):
        values = [{"command_id": n + 1, "at": at, "who": "F", "name": "import"} for n in numbers]
        with workspace.backend.writing() as connection:
            connection.execute(sa.insert(COMMAND), values)
    columns = ("command_id", "table", "key", "before", "after")
    for some in _batched(rows(), 10 * _AT_ONCE):
        with workspace.backend.writing() as connection:
            if connection.dialect.name == "sqlite":
                connection.execute(sa.insert(JOURNAL), [dict(zip(columns, row, strict=True)) for row in some])
                continue
            cursor = cast("Any", connection.connection.cursor())
            with cursor.copy('COPY journal (command_id, "table", key, before, after) FROM STDIN') as copy:
                for row in some:
                    copy.write_row(row)
    if not workspace.url.startswith("postgresql://"):
        return
    with workspace.backend.writing() as connection:
        connection.exec_driver_sql(
            "SELECT setval('command_command_id_seq', (SELECT max(command_id) FROM command))"
        )
