# SPDX-License-Identifier: GPL-3.0-or-later
"""Where parts come from: pick lists are the arithmetic of the stocks."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.resources import StockLine
from regard.workorders.resources.supplies import Supply, moved, short_orders, supplied

PARTS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 4), max_size=3)
STOCK = st.dictionaries(st.sampled_from("abc"), st.integers(0, 6), max_size=3)
ORDERS = st.lists(PARTS, max_size=6).map(lambda parts: [(f"OI-{n}", own) for n, own in enumerate(parts)])


@given(ORDERS, STOCK, STOCK)
def test_pick_lists_equal_the_arithmetic_of_the_stocks(orders, van, depot):
    needs = supplied(orders, van, depot)
    asked = Counter()
    for _, parts in orders:
        asked.update(parts)
    for part in "abc":
        own = [need for need in needs if need.part == part]
        on_board, in_store = van.get(part, 0), depot.get(part, 0)
        assert sum(need.needed for need in own) == asked[part]
        assert sum(need.from_van for need in own) == min(asked[part], on_board)
        assert sum(need.from_depot for need in own) == min(max(0, asked[part] - on_board), in_store)
        assert sum(need.to_order for need in own) == max(0, asked[part] - on_board - in_store)
    assert all(need.needed == need.from_van + need.from_depot + need.to_order for need in needs)


@given(ORDERS, STOCK)
def test_orders_that_are_not_short_can_all_be_made(orders, held):
    short = short_orders(orders, held)
    used = Counter()
    for order_id, parts in orders:
        if order_id not in short:
            used.update(parts)
    assert all(used[part] <= held.get(part, 0) for part in used)
    for order_id, parts in orders:
        for part in short.get(order_id, ()):
            before = Counter()
            for other, taken in orders[: [name for name, _ in orders].index(order_id)]:
                before.update(taken if other not in short else {})
            assert before[part] + parts[part] > held.get(part, 0)


def test_a_part_is_on_the_van_at_the_depot_or_to_be_ordered():
    needs = supplied([("OI-01", {"clamp": 1, "tube": 1, "valve": 1})], {"tube": 1}, {"clamp": 2})
    assert {need.part: need.supply for need in needs} == {
        "clamp": Supply.PICK_UP,
        "tube": Supply.VAN,
        "valve": Supply.ORDER,
    }


def test_five_meters_on_the_van_serve_three_jobs():
    needs = supplied([(f"OI-0{n}", {"meter": 1}) for n in (2, 3, 5)], {"meter": 5}, {"meter": 100})
    assert [need.supply for need in needs] == [Supply.VAN] * 3


@given(st.integers(0, 9), st.integers(0, 9), st.integers(1, 12))
def test_a_move_keeps_the_sum_and_takes_no_more_than_there_is(here, there, quantity):
    lines = [StockLine("D1-a", "D1", "a", here), StockLine("AG1-a", "AG1", "a", there)]
    if quantity > here:
        with pytest.raises(InputError, match=f"holds {here} of a"):
            moved(lines, "a", quantity, origin="D1", target="AG1")
        return
    origin, target = moved(lines, "a", quantity, origin="D1", target="AG1")
    assert (origin.quantity, target.quantity) == (here - quantity, there + quantity)


def test_parts_are_not_moved_to_where_they_are():
    with pytest.raises(InputError, match="cannot be moved from D1 to D1"):
        moved([StockLine("D1-a", "D1", "a", 3)], "a", 1, origin="D1", target="D1")
