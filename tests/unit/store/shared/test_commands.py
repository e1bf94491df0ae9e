# SPDX-License-Identifier: GPL-3.0-or-later
"""A command's writes happen whole or not at all, and never over someone else's."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.core.resources import Absence, StockLine
from regard.store.errors import StaleWrite


def stock(key, quantity=3):
    return StockLine(stock_id=key, holder="AG1", part="collar", quantity=quantity)


@pytest.fixture
def stored(workspace):
    with workspace.command("stock take", who="F") as transaction:
        transaction.add([stock("S1"), stock("S2")])
    return workspace


def test_what_a_command_adds_is_there_in_key_order(workspace):
    with workspace.command("stock take", who="F") as transaction:
        transaction.add([stock("S2"), stock("S1")])
    assert workspace.all(StockLine) == [stock("S1"), stock("S2")]


def test_a_command_that_fails_leaves_no_write_and_no_journal(stored):
    with pytest.raises(ZeroDivisionError), stored.command("stock take", who="F") as transaction:
        transaction.add([stock("S3")])
        transaction.save(stock("S1", 9))
        transaction.remove(stock("S2"))
        _ = 1 / 0
    assert stored.all(StockLine) == [stock("S1"), stock("S2")]
    assert len(stored.journal()) == 2


def test_saving_raises_the_version(stored):
    with stored.command("use", who="AG1") as transaction:
        transaction.save(stock("S1", 2))
    assert stored.get(StockLine, "S1") == replace(stock("S1", 2), version=1)


def test_a_stale_save_is_refused_with_both_values(stored):
    read_by_both = stored.get(StockLine, "S1")
    with stored.command("use", who="AG1") as transaction:
        transaction.save(replace(read_by_both, quantity=2))
    with pytest.raises(StaleWrite) as refused, stored.command("use", who="AG2") as transaction:
        transaction.save(replace(read_by_both, quantity=1))
    (difference,) = refused.value.differences
    assert (difference.field, difference.stored, difference.wanted) == ("quantity", 2, 1)
    assert "changed by AG1" in str(refused.value)
    assert "quantity is now 2, you wanted 1" in str(refused.value)
    assert stored.get(StockLine, "S1").quantity == 2


def test_the_same_change_made_twice_is_still_stale(stored):
    read_by_both = stored.get(StockLine, "S1")
    with stored.command("use", who="AG1") as transaction:
        transaction.save(replace(read_by_both, quantity=2))
    with pytest.raises(StaleWrite), stored.command("use", who="AG2") as transaction:
        transaction.save(replace(read_by_both, quantity=2))


def test_a_stale_removal_is_refused(stored):
    read = stored.get(StockLine, "S1")
    with stored.command("use", who="AG1") as transaction:
        transaction.save(replace(read, quantity=0))
    with pytest.raises(StaleWrite), stored.command("tidy", who="F") as transaction:
        transaction.remove(read)
    assert stored.get(StockLine, "S1").quantity == 0


def test_saving_what_someone_removed_says_who(stored):
    read = stored.get(StockLine, "S1")
    with stored.command("tidy", who="F") as transaction:
        transaction.remove(read)
    with (
        pytest.raises(StaleWrite, match="'S1' was removed by F"),
        stored.command("x", who="G") as transaction,
    ):
        transaction.save(read)


def test_one_stale_write_undoes_the_whole_command(stored):
    with pytest.raises(StaleWrite), stored.command("use", who="AG1") as transaction:
        transaction.save(stock("S1", 1))
        transaction.save(replace(stock("S2", 1), version=7))
    assert stored.get(StockLine, "S1").quantity == 3


@pytest.mark.parametrize("keys", [["S9", "S1"], ["S9", "S9"]])
def test_a_key_that_is_taken_is_named_and_nothing_is_added(stored, keys):
    taken = pytest.raises(InputError, match=f"stock line '{keys[1]}' exists already")
    with taken, stored.command("stock take", who="F") as transaction:
        transaction.add([stock(key) for key in keys])
    assert len(stored.all(StockLine)) == 2


def test_records_of_several_kinds_go_in_one_command(workspace):
    away = Absence("A1", "AG1", datetime(2026, 6, 5).date(), datetime(2026, 6, 8).date())
    with workspace.command("import", who="F") as transaction:
        transaction.add([stock("S1"), away, stock("S2")])
    assert workspace.all(Absence) == [away]
    assert len(workspace.all(StockLine)) == 2


def test_many_records_are_added_at_once(workspace):
    with workspace.command("import", who="F") as transaction:
        transaction.add([stock(f"S{number:05}") for number in range(3000)])
    assert workspace.count(StockLine) == 3000
