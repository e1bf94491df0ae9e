# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at few teams first and giving up dear seats early finds the cheapest seats all the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.routing.engine.book import Book
from regard.routing.engine.kernel_choice import cheapest
from regard.routing.engine.kernel_schedule import reschedule
from regard.routing.engine.kernel_seats import close_ranks, insert
from regard.routing.model.problem import Problem

# so seldom that no candidate is skipped; 0 would look at all candidates
ALMOST_NEVER = 1e-15


@settings(max_examples=max(150, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_bounds_of_lateness_hide_no_cheaper_seat(data, linked, stocked):
    """Insert visits in turn: the price is that of looking at every candidate."""
    problem = data.draw(st.one_of(st.from_type(Problem), linked, stocked))
    book = Book.of(problem)
    plan, desk, draws = book.plan_of(book.opening), book.new_desk(), np.ones(1, np.uint64)
    for row in data.draw(st.permutations(list(book.visits))):
        if plan["rank"][row] >= 0:
            continue
        args = (book.facts, plan, desk, book.travel, book.fits, row, np.inf)
        quick = cheapest(*args, ALMOST_NEVER, draws)
        exact = cheapest(*args, 0.0, draws)
        assert quick == pytest.approx(exact)
        if exact < np.inf:
            insert(book.facts, plan, desk, row)
            assert reschedule(book.facts, plan, book.travel, book.fits, row)
            close_ranks(book.facts, plan)
