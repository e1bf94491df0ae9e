# SPDX-License-Identifier: GPL-3.0-or-later
"""What the database sums is what the orders add up to one by one, in any work of some weeks."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.people import Crew
from regard.planner.figures.figures import FigureReader, Filters, figure, narrowed
from regard.planner.import_records import import_records
from regard.planner.records import Outage, Plan, PlanStop, PlanTour, PlanUnplanned
from regard.steering.figures.periods import parse_period
from regard.tests.unit.planner.days import DEPOT, agent, order
from regard.workorders.closing.records import Closure, CorrectionRequest
from regard.workorders.history import ClosedIntervention
from regard.workorders.informing.messages import Channel, OrderMessage
from regard.workorders.life.moves import OrderMove
from regard.workorders.orders import OrderState
from shapely.geometry import LineString, MultiLineString

PEOPLE = tuple(f"AG{n:02}" for n in range(8))
START = datetime(2026, 5, 24)
CUT = MultiLineString([LineString([(0, 0), (1, 1)])])
PERIODS = ("2026-W22", "2026-W23", "2026-05", "2026-06", "2026")
CODES = ("AEP-CPT-REM", "AEP-FUI-CAN", "AEP-OUV", "ASS-DEB")


def some_work(rng):
    """Return the records of some weeks in which anything may have happened to any order."""
    staff = [replace(agent(name), zone=f"Z{n % 3}") for n, name in enumerate(PEOPLE)]
    made = [*staff, Crew("C1", "four", PEOPLE[:4]), Crew("C2", "two", PEOPLE[6:])]

    def moment():
        return START + timedelta(minutes=15 * rng.randrange(4 * 24 * 17))

    orders = []
    for n in range(rng.choice((1, 8, 60))):
        begun, state = moment(), rng.choice(list(OrderState))
        ended = begun + timedelta(minutes=rng.randrange(5, 400))
        is_over = state in (OrderState.DONE, OrderState.CLOSED) or rng.random() < 0.3
        own = replace(
            order(f"OI-{n:03}", DEPOT, rng.choice((0, 60, 95)), (), None),
            zone=f"Z{rng.randrange(3)}",
            code=rng.choice(CODES),
            state=state,
            crew=rng.choice((1, 2)),
            asset_id=rng.choice(("", "P1", "P2")),
            received_at=moment(),
            due_at=moment(),
            started_at=begun if is_over else None,
            ended_at=ended if is_over else None,
        )
        orders.append(own)
        made += [own, *of_order(rng, own, moment)]
    return [*made, *plans(rng, orders, moment)]


def of_order(rng, own, moment):
    """Yield what may be kept of one order."""
    name, who = own.order_id, tuple(sorted(rng.sample(PEOPLE, rng.choice((1, 2)))))
    if own.ended_at and rng.random() < 0.7:
        result = rng.choice(("done", "done", "partial", "not_done"))
        cause = rng.choice(("", "usure", "gel"))
        yield ClosedIntervention(
            name,
            own.code,
            own.received_at,
            own.started_at,
            own.ended_at,
            who,
            len(who),
            own.zone,
            "",
            own.asset_id,
            DEPOT,
            result,
            cause,
        )
    for number in range(rng.randrange(4)):
        states = [rng.choice(list(OrderState)) for _ in range(2)]
        if rng.random() < 0.5:
            states = [OrderState.PLANNED, rng.choice((OrderState.RESCHEDULED, OrderState.NOT_DONE))]
        cause = rng.choice(("", "parts", "weather"))
        yield OrderMove(f"{name}/{number}", name, number, *states, moment(), "F", "", cause)
    if rng.random() < 0.5:
        yield Closure(name, own.code, "AG", moment(), {}, {}, {}, {}, (), "{}", "1", {})
    if rng.random() < 0.2:
        yield CorrectionRequest(f"{name}/c", name, "f", "r", who[0], moment(), moment(), "F")
    yield from cut_and_told(rng, name, moment)


def cut_and_told(rng, name, moment):
    """Yield the water cut of an order and who was told of it."""
    if rng.random() < 0.3:
        customers = tuple(f"B{n}" for n in range(rng.randrange(3)))
        yield Outage(name, "P", (), (), (), customers, (), (), 1.0, 1.0, rng.random() < 0.2, CUT)
    if rng.random() < 0.3:
        purpose = rng.choice(("cut_planned", "cut_sensitive", "late"))
        sent = rng.choice((None, moment()))
        yield OrderMessage(
            f"{name}/m",
            name,
            purpose,
            "customer",
            "B1",
            "B",
            Channel.SMS,
            "06",
            "fr",
            moment(),
            moment(),
            sent_at=sent,
        )


def plans(rng, orders, moment):
    """Yield plans of one or two days, of which later ones replace earlier ones."""
    for number in range(rng.randrange(9)):
        first = moment().date()
        name = f"{first}/{number}"
        days = rng.choice((1, 2))
        yield Plan(name, first, days, moment(), 1, 1.0, "balanced", {}, 0.0)
        for one in rng.sample(orders, min(len(orders), 3)):
            yield PlanUnplanned(f"{name}/{one.order_id}", name, one.order_id, [])
        for day in (first + timedelta(days=n) for n in range(days)):
            for who in rng.sample(PEOPLE, 3):
                stops = rng.sample(orders, min(len(orders), rng.randrange(1, 5)))
                for sequence, one in enumerate(stops):
                    begun = datetime.combine(day, datetime.min.time()) + timedelta(hours=8 + sequence)
                    yield PlanStop(
                        f"{name}/{day}/{who}/{sequence}",
                        name,
                        who,
                        day,
                        sequence,
                        one.order_id,
                        0,
                        begun,
                        begun,
                        begun + timedelta(minutes=rng.randrange(10, 90)),
                        rng.randrange(900),
                        rng.randrange(9000),
                        DEPOT,
                    )
                if rng.random() < 0.9:
                    far = (rng.randrange(4000), rng.randrange(40_000))
                    yield PlanTour(
                        f"{name}/{day}/{who}",
                        name,
                        who,
                        day,
                        len(stops),
                        begun,
                        begun,
                        *far,
                        0,
                        0,
                        "#000",
                        None,
                    )


def told(facts, rules):
    """Return every figure of some facts with its parts by name, and its cause."""
    values, causes = {}, {}
    for rule in rules:
        one = figure(rule, facts)
        values[rule.code], causes[rule.code] = one.value, one.cause
        for kind, parts in (("zone", one.zones), ("team", one.teams), ("type", one.types)):
            for part in parts:
                values[rule.code, kind, part.group] = part.value
                values[rule.code, kind, part.group, "without"] = part.without
    return values, causes


@pytest.mark.parametrize("seed", range(8))
def test_the_database_sums_what_the_orders_add_up_to(workspace, seed):
    rng = random.Random(seed)
    import_records(workspace, some_work(rng), name="import", who="test")
    period = parse_period(PERIODS[seed % len(PERIODS)])
    reader = FigureReader.of(workspace, period, as_of=rng.choice((None, datetime(2026, 6, 3, 10))))
    summed = reader.slice(period, with_hot_spots=True)
    plain = reader.orders(period, with_hot_spots=True)
    rules = reader.indicators()
    for filters in (Filters(), Filters(zone="Z1"), Filters(code="AEP-FUI-CAN")):
        own, expected = (narrowed(facts, filters) for facts in (summed, plain))
        if expected is None or own is None:
            assert own is expected
            continue
        values, causes = told(own, rules)
        expected_values, expected_causes = told(expected, rules)
        assert values == pytest.approx(expected_values, abs=1e-3)
        assert causes == expected_causes
