# SPDX-License-Identifier: GPL-3.0-or-later
"""Formulas reckon as arithmetic does, pass on what is not known, and reach nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.steering.figures.formula import parse_formula

NAMES = ("a", "b", "c")
VALUES = {"a": 3.0, "b": 8.0, "c": -2.5}


def no_spread(name, percent):
    return None


def value(text, values=VALUES):
    return parse_formula(text).value(values.get, no_spread)


def expressions():
    leaves = st.sampled_from(NAMES) | st.integers(0, 9).map(str)
    return st.recursive(
        leaves,
        lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(
            lambda p: f"({p[0]} {p[1]} {p[2]})"
        ),
        max_leaves=8,
    )


@given(expressions())
def test_formulas_are_ordinary_arithmetic(text):
    try:
        expected = eval(text, {}, VALUES)
    except ZeroDivisionError:
        expected = None
    found = value(text)
    assert found is None if expected is None else found == pytest.approx(expected)


@given(expressions(), st.sampled_from(NAMES))
def test_what_is_not_known_is_passed_on(text, name):
    known = {**VALUES, name: None}
    if name in parse_formula(text).sums:
        assert value(text, known) is None


def test_nothing_divided_by_nothing_is_not_known():
    assert value("a / (b - b)") is None


def test_percentiles_are_asked_for_by_name():
    formula = parse_formula("p90(open_age_d) - a")
    assert (formula.sums, formula.spreads) == (("a",), ("open_age_d",))
    assert formula.value(VALUES.get, lambda name, percent: percent) == 87


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "a.b",
        "a[0]",
        "a ** 9",
        "'a' * 3",
        "lambda: 1",
        "p50(a + b)",
        "p51(a)",
        "True",
        "",
        "a +",
        "a if b else c",
        "a" * 500,
        "(" * 300 + "a" + ")" * 300,
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):
        parse_formula(text)
