# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of the work of a period is, after any commands, what reading all of it anew would give."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from regard.core.errors import RegardError
from regard.planner.figures.figures import FigureReader
from regard.planner.import_records import import_records
from regard.planner.records import Plan, PlanStop, PlanTour, PlanUnplanned
from regard.steering.figures.periods import parse_period
from regard.store.sums import kept_rows
from regard.store.sums.order_rows import read_rows
from regard.tests.unit.planner.figures.shared.test_sums import some_work, told
from regard.workorders.closing.records import Closure, CorrectionRequest
from regard.workorders.history import ClosedIntervention
from regard.workorders.life.moves import OrderMove
from regard.workorders.orders import OrderState, WorkOrder

PERIODS = ("2026-W22", "2026-W23", "2026-05", "2026")
CHANGED = (WorkOrder, ClosedIntervention, OrderMove, Closure, CorrectionRequest)
STEPS = 10
PLANS = (Plan, PlanStop, PlanTour, PlanUnplanned)


@pytest.fixture
def read(monkeypatch, tmp_path):
    """Keep all periods, however small, and count what is read anew and what for some orders alone."""
    monkeypatch.setenv("REGARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_rows, "WORTH_ROWS", 0)
    counts = Counter()

    def counted(connection, sought):
        counts["all" if sought.orders is None else "some"] += 1
        return read_rows(connection, sought)

    monkeypatch.setattr(kept_rows, "read_rows", counted)
    return counts


def changed(rng, record):
    """Return a record with another value of what figures are made of."""
    later = timedelta(hours=rng.randrange(-100, 100))
    match record:
        case WorkOrder():
            return rng.choice(
                (
                    replace(record, zone=f"Z{rng.randrange(3)}"),
                    replace(record, state=rng.choice(list(OrderState))),
                    replace(record, received_at=record.received_at + later),
                    replace(record, due_at=record.due_at + later),
                    replace(record, ended_at=None, started_at=None),
                    replace(record, duration_min=rng.choice((0, 30, 120))),
                )
            )
        case ClosedIntervention():
            return rng.choice(
                (
                    replace(record, cause=rng.choice(("", "usure", "gel"))),
                    replace(record, asset_id=rng.choice(("", "P1", "P2"))),
                    replace(record, ended_at=record.ended_at + later),
                    replace(record, received_at=record.received_at + later),
                    replace(record, result=rng.choice(("done", "not_done"))),
                )
            )
        case OrderMove():
            return replace(record, at=record.at + later, cause=rng.choice(("", "parts", "weather")))
        case Closure():
            return replace(record, received_at=record.received_at + later)
        case Plan():
            return replace(record, created_at=record.created_at + later)
        case PlanStop():
            return replace(record, travel_s=rng.randrange(900), end=record.end + timedelta(minutes=7))
        case PlanTour():
            return replace(record, distance_m=rng.randrange(60_000))
    return record


def some_command(rng, workspace, spare):
    """Write something by one command: records added, changed or taken out, or a command taken back."""
    what = rng.random()
    if what < 0.25:
        try:
            workspace.undo(who="test")
        except RegardError:
            return
        return
    with workspace.command("any", who="test") as transaction:
        for _ in range(rng.randrange(1, 4)):
            if spare and rng.random() < 0.5:
                transaction.add(spare.pop())
                continue
            known = workspace.all(rng.choice((*CHANGED, *CHANGED, *PLANS)))
            if not known:
                continue
            one = rng.choice(known)
            try:
                if rng.random() < 0.3:
                    transaction.remove(one)
                else:
                    transaction.save(changed(rng, one))
            except RegardError:
                # written already by this command
                continue


def spare_of(rng, records):
    """Take some plans with what they hold, and some other records, out of those to be stored first."""
    groups = {}
    for one in records:
        if isinstance(one, PLANS):
            groups.setdefault(one.plan_id, []).append(one)
        elif isinstance(one, CHANGED):
            groups.setdefault((type(one), id(one)), []).append(one)
    chosen = [own for own in groups.values() if rng.random() < 0.3]
    left = {id(one) for own in chosen for one in own}
    return [one for one in records if id(one) not in left], chosen


def asked_of(workspace, period, as_of):
    """Return the reader of a period and its facts, as kept rows give them."""
    reader = FigureReader.of(workspace, period, as_of=as_of)
    return reader, reader.slice(period, with_hot_spots=True)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_kept_is_what_would_be_read_anew(workspace, monkeypatch, tmp_path, read, seed):
    rng = random.Random(seed)
    first, spare = spare_of(rng, some_work(rng))
    import_records(workspace, first, name="import", who="test")
    period = parse_period(PERIODS[seed % len(PERIODS)])
    for step in range(STEPS):
        for _ in range(rng.randrange(3)):
            some_command(rng, workspace, spare)
        as_of = rng.choice((None, datetime(2026, 5, 30, 10), datetime(2026, 6, 3, 10)))
        monkeypatch.setenv("REGARD_CACHE_DIR", str(tmp_path / "cache"))
        reader, kept = asked_of(workspace, period, as_of)
        monkeypatch.setenv("REGARD_CACHE_DIR", str(tmp_path / f"other{step}"))
        _, anew = asked_of(workspace, period, as_of)
        assert kept.facts.sources.keys() == anew.facts.sources.keys()
        for name, frame in kept.facts.sources.items():
            pd.testing.assert_frame_equal(
                frame, anew.facts.sources[name], check_exact=True, check_categorical=False
            )
    values, causes = told(kept, reader.indicators())
    plain = reader.orders(period, with_hot_spots=True)
    expected_values, expected_causes = told(plain, reader.indicators())
    assert values == pytest.approx(expected_values, abs=1e-3)
    assert causes == expected_causes
    assert read["all"] == 1 + STEPS
    # a service of a few orders seldom has anything to change
    assert read["some"] > 2 or len(workspace.keys(WorkOrder)) < 20


def test_nothing_is_read_again_while_nothing_changes(workspace, read):
    import_records(workspace, some_work(random.Random(5)), name="import", who="test")
    period = parse_period("2026")
    _, first = asked_of(workspace, period, None)
    _, again = asked_of(workspace, period, datetime(2026, 6, 3, 10))
    assert read == {"all": 1}
    assert first.facts.sources["done"].equals(again.facts.sources["done"])


def test_a_plan_that_is_not_in_force_changes_nothing(workspace, read):
    import_records(workspace, some_work(random.Random(5)), name="import", who="test")
    period = parse_period("2026")
    asked_of(workspace, period, None)
    elsewhere = Plan("2019-01-01/1", date(2019, 1, 1), 1, datetime(2019, 1, 1), 1, 1.0, "balanced", {}, 0.0)
    import_records(workspace, [elsewhere], name="import", who="test")
    asked_of(workspace, period, None)
    assert read == {"all": 1}


def test_what_another_workspace_at_the_same_place_kept_is_not_used(workspace, read):
    import_records(workspace, some_work(random.Random(5)), name="import", who="test")
    period = parse_period("2026")
    reader, _ = asked_of(workspace, period, None)
    copy = replace(workspace, meta=replace(workspace.meta, created_at=datetime(2020, 1, 1)))
    replace(reader, workspace=copy).slice(period)
    assert read["all"] == 2


def test_a_file_that_is_damaged_is_read_anew(workspace, read, tmp_path):
    import_records(workspace, some_work(random.Random(5)), name="import", who="test")
    period = parse_period("2026")
    asked_of(workspace, period, None)
    (entry,) = (tmp_path / "cache" / "networks").glob("*.sums.npz")
    entry.write_bytes(entry.read_bytes()[:200])
    _, kept = asked_of(workspace, period, None)
    assert read["all"] == 2
    assert len(kept.facts.sources["done"])
