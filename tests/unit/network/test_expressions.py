# SPDX-License-Identifier: GPL-3.0-or-later
"""Expressions of a mapping are read as text of a few kinds, never run."""

import numpy as np
import pytest
from regard.network.layouts.expressions import Expression, ExpressionMistake

COLUMNS = {
    "inches": np.array([4, "6", None], dtype=object),
    "state": np.array(["Open", "shut", None], dtype=object),
    "an id": np.array(["a", "b", "c"], dtype=object),
}


def values(text):
    return Expression.of(text).values(COLUMNS.__getitem__, rows=3).tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inches * 25.4", [101.6, pytest.approx(152.4), pytest.approx(np.nan, nan_ok=True)]),
        ("inches > 4", [False, True, False]),
        ("-inches / 2 + 1", [-1, -2, pytest.approx(np.nan, nan_ok=True)]),
        ("state == 'open'", [True, False, False]),
        ("state != 'OPEN' and inches > 4", [False, True, False]),
        ("state in ['open', 'shut']", [True, True, False]),
        ("not (state in ['open']) or inches == 4", [True, True, True]),
        ("state not in ['open', 'ajar']", [False, True, True]),
        ("concat(state, '-', col('an id'))", ["Open-a", "shut-b", "-c"]),
        ("upper(state)", ["OPEN", "SHUT", ""]),
        ("lower(concat(state))", ["open", "shut", ""]),
        ("7", [7, 7, 7]),
        ("inches / 0", [pytest.approx(np.nan, nan_ok=True)] * 3),
    ],
)
def test_values_follow_the_rows(text, expected):
    assert values(text) == expected


def test_the_columns_that_are_read_are_known():
    assert Expression.of("concat(state, col('an id')) == 'x' and inches > 2").columns == (
        "state",
        "an id",
        "inches",
    )


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "inches.__class__",
        "open('x')",
        "[x for x in inches]",
        "lambda: 1",
        "inches ** 9",
        "1 < inches < 3",
        "state[0]",
        "concat(a=1)",
        "col(inches)",
        "",
        "inches *",
        "None",
        "(" * 300 + "1" + ")" * 300,
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ExpressionMistake):
        Expression.of(text)
