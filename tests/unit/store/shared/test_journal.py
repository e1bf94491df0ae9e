# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal says who did what when, cannot be rewritten, and takes commands back."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
import sqlalchemy as sa
from regard.core.errors import InputError
from regard.core.resources import StockLine, Zone
from regard.store.errors import StaleWrite
from regard.store.journal import COMMAND, JOURNAL
from shapely.geometry import Polygon

NORTH = Zone("Z1", "Nord", "F", Polygon([(0, 0), (0.1, 0), (0.1, 0.3)]))
LINE = StockLine("S1", "AG1", "collar", 3)


@pytest.fixture
def stored(workspace):
    with workspace.command("open", who="F") as transaction:
        transaction.add([NORTH, LINE])
    return workspace


def use_one(workspace, who="AG1"):
    line = workspace.get(StockLine, "S1")
    with workspace.command("use", who=who) as transaction:
        transaction.save(replace(line, quantity=line.quantity - 1))


def test_each_write_is_one_line_with_before_and_after(stored, clock):
    clock.now = datetime(2026, 6, 3, 9, 30)
    use_one(stored)
    *_, entry = stored.journal()
    assert (entry.at, entry.who, entry.command) == (datetime(2026, 6, 3, 9, 30), "AG1", "use")
    assert (entry.change.table, entry.change.key) == ("stock_line", "S1")
    assert json.loads(entry.change.before)["quantity"] == 3
    assert json.loads(entry.change.after) == {
        "stock_id": "S1",
        "holder": "AG1",
        "part": "collar",
        "quantity": 2,
        "version": 1,
    }


def test_new_records_have_no_before_and_removed_ones_no_after(stored):
    with stored.command("close", who="F") as transaction:
        transaction.remove(NORTH)
    added, _, removed = stored.journal()
    assert added.change.before is None
    assert removed.change.after is None
    assert added.change.after == removed.change.before


def test_a_command_that_writes_nothing_leaves_no_line(stored):
    lines = len(stored.journal())
    with stored.command("look", who="F"):
        pass
    assert len(stored.journal()) == lines


def test_the_journal_of_one_record_is_its_history(stored):
    use_one(stored)
    use_one(stored, who="AG2")
    assert [entry.who for entry in stored.journal(key="S1")] == ["F", "AG1", "AG2"]


def test_the_journal_of_several_records_is_in_the_order_it_was_written(stored):
    use_one(stored)
    with stored.command("more", who="F") as transaction:
        transaction.add([StockLine(f"M{row:04}", "AG2", "seal", 40) for row in range(1200)])
    use_one(stored, who="AG2")
    found = stored.journal_of(["S1", *(f"M{row:04}" for row in range(1199))])
    assert [entry.who for entry in found if entry.change.key == "S1"] == ["F", "AG1", "AG2"]
    assert len(found) == 3 + 1199
    assert [entry.seq for entry in found] == sorted(entry.seq for entry in found)


@pytest.mark.parametrize("table", [COMMAND, JOURNAL])
@pytest.mark.parametrize("statement", [lambda t: sa.update(t).values(command_id=0), sa.delete])
def test_the_journal_cannot_be_rewritten(stored, table, statement):
    with pytest.raises(sa.exc.DBAPIError, match="append-only"), stored.backend.writing() as connection:
        connection.execute(statement(table))
    assert len(stored.journal()) == 2


def test_replaying_the_journal_gives_the_state(stored):
    use_one(stored)
    with stored.command("more", who="F") as transaction:
        transaction.add([StockLine("S2", "AG2", "seal", 40)])
        transaction.remove(NORTH)
    state = {}
    for entry in stored.journal():
        state[entry.change.table, entry.change.key] = entry.change.after
    kept = {key: text for key, text in state.items() if text is not None}
    tables = stored.tables
    assert kept == {
        ("stock_line", line.stock_id): tables.of(StockLine).to_json(line) for line in stored.all(StockLine)
    }


def test_undoing_a_save_brings_the_values_back_under_a_new_version(stored):
    use_one(stored)
    stored.undo(who="F")
    assert stored.get(StockLine, "S1") == replace(LINE, version=2)
    *_, entry = stored.journal()
    assert (entry.command, entry.who) == ("undo use", "F")


def test_undoing_an_addition_removes_it(stored):
    stored.undo(who="F")
    assert stored.all(StockLine) == []
    assert stored.all(Zone) == []


def test_undoing_a_removal_brings_the_record_back_exactly(stored):
    with stored.command("close", who="F") as transaction:
        transaction.remove(NORTH)
    stored.undo(who="F")
    (zone,) = stored.all(Zone)
    assert zone == replace(NORTH, version=1)


def test_undo_goes_on_to_the_command_before(stored):
    use_one(stored)
    use_one(stored)
    stored.undo(who="F")
    stored.undo(who="F")
    assert stored.get(StockLine, "S1").quantity == 3


def test_an_undo_can_be_undone_by_its_number(stored):
    use_one(stored)
    stored.undo(who="F")
    stored.undo(who="F", command_id=stored.journal()[-1].command_id)
    assert stored.get(StockLine, "S1").quantity == 2


def test_what_was_done_again_is_the_latest_to_undo(stored):
    use_one(stored)
    for quantity in (3, 2, 3, 2):
        if quantity == 3:
            stored.undo(who="F")
        else:
            stored.undo(who="F", command_id=stored.journal()[-1].command_id)
        assert stored.get(StockLine, "S1").quantity == quantity
    stored.undo(who="F")
    assert stored.get(StockLine, "S1").quantity == 3
    # the use is gone for good: what comes next is what was before it
    stored.undo(who="F")
    assert stored.all(StockLine) == []


def test_a_command_is_undone_only_once(stored):
    use_one(stored)
    undone = stored.undo(who="F")
    with pytest.raises(InputError, match=f"no command to undo .asked for: {undone.command_id}"):
        stored.undo(who="F", command_id=undone.command_id)
    assert stored.get(StockLine, "S1").quantity == 3


def test_undo_is_refused_when_the_record_changed_since(stored):
    use_one(stored)
    used = stored.journal()[-1].command_id
    use_one(stored, who="AG2")
    with pytest.raises(StaleWrite, match="changed by AG2"):
        stored.undo(who="F", command_id=used)
    assert stored.get(StockLine, "S1").quantity == 1


def test_there_may_be_nothing_to_undo(workspace):
    with pytest.raises(InputError, match="no command to undo"):
        workspace.undo(who="F")
    with pytest.raises(InputError, match="asked for: 12"):
        workspace.undo(who="F", command_id=12)


def test_the_last_lines_come_oldest_first(stored):
    use_one(stored)
    use_one(stored, who="AG2")
    assert [entry.who for entry in stored.journal(last=2)] == ["AG1", "AG2"]
    assert [entry.who for entry in stored.journal(key="S1", last=1)] == ["AG2"]
    assert [entry.seq for entry in stored.journal()] == sorted(entry.seq for entry in stored.journal())
