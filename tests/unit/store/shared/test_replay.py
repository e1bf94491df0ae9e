# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever commands are run and undone, the journal replayed is what the tables hold."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.resources import StockLine, Zone
from regard.store.errors import StaleWrite
from regard.store.journal import Change
from regard.store.replay import Discrepancy, replay
from shapely.geometry import MultiPolygon, box

KEYS = ("S1", "S2", "S3")
STEP = st.tuples(
    st.sampled_from(["add", "save", "stale", "remove"]), st.sampled_from(KEYS), st.integers(0, 9)
)
COMMAND = st.lists(STEP, max_size=4) | st.none()


def run(workspace, steps):
    """Run one command of several steps, or an undo; what cannot be done takes the whole command back."""
    try:
        if steps is None:
            workspace.undo(who="F")
            return
        with workspace.command("try", who="F") as transaction:
            for verb, key, quantity in steps:
                do(workspace, transaction, verb, key, quantity)
    except (InputError, StaleWrite):
        pass


def do(workspace, transaction, verb, key, quantity):
    known = {line.stock_id: line for line in workspace.all(StockLine)}
    if verb == "add":
        transaction.add([StockLine(key, "depot", "seal", quantity)])
    elif key in known:
        line = replace(known[key], quantity=quantity)
        if verb == "stale":
            line = replace(line, version=line.version + 1)
        transaction.remove(line) if verb == "remove" else transaction.save(line)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(commands=st.lists(COMMAND, max_size=8))
def test_the_journal_replayed_is_the_state(workspace, commands):
    for steps in commands:
        run(workspace, steps)
    assert workspace.discrepancies() == []
    lines = [entry.change for entry in workspace.journal()]
    state, broken = replay(lines)
    table = workspace.tables.of(StockLine)
    assert not broken
    assert state == {("stock_line", x.stock_id): table.to_json(x) for x in workspace.all(StockLine)}


def test_a_zone_of_one_part_is_journaled_as_it_is_read_back(workspace):
    area = box(700_000, 6_600_000, 701_000, 6_601_000)
    two_parts = MultiPolygon([area, box(703_000, 6_600_000, 704_000, 6_601_000)])
    zones = [Zone("Z1", "Nord", "F. Leroy", MultiPolygon([area])), Zone("Z2", "Sud", "F. Leroy", two_parts)]
    with workspace.command("import", who="test") as transaction:
        transaction.add(zones)
    assert workspace.discrepancies() == []
    with workspace.command("rename", who="test") as transaction:
        transaction.save(replace(workspace.get(Zone, "Z1"), name="Ouest"))
    assert workspace.discrepancies() == []
    workspace.undo(who="test")
    workspace.undo(who="test")
    assert workspace.all(Zone) == []
    assert workspace.discrepancies() == []


def test_a_line_that_does_not_follow_the_one_before_is_seen():
    lines = [Change("t", "a", None, "1"), Change("t", "a", "1", "2"), Change("t", "a", "1", "3")]
    state, broken = replay(lines)
    assert (state, broken) == ({("t", "a"): "3"}, [(lines[2], "2")])


FORGED = """INSERT INTO journal (command_id, "table", key, before, after)
SELECT command_id, "table", key, NULL, after FROM journal WHERE key = 'S1'"""


@pytest.mark.parametrize(
    ("statement", "kind", "key"),
    [
        ("UPDATE stock_line SET quantity = 9 WHERE stock_id = 'S1'", "other", "S1"),
        ("DELETE FROM stock_line WHERE stock_id = 'S1'", "missing", "S1"),
        ("INSERT INTO stock_line SELECT 9, 'X', holder, part, 1, 0 FROM stock_line LIMIT 1", "unknown", "X"),
        (FORGED, "broken", "S1"),
    ],
)
def test_what_was_not_journaled_is_seen(workspace, statement, kind, key):
    with workspace.command("open", who="F") as transaction:
        transaction.add([StockLine("S1", "depot", "seal", 1), StockLine("S2", "depot", "seal", 1)])
    with workspace.backend.writing() as connection:
        connection.exec_driver_sql(statement)
    assert workspace.discrepancies() == [Discrepancy(kind, "stock_line", key)]
