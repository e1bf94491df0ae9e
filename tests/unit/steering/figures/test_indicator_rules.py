# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators as a file: what is in it, and how a mistake is told."""

from datetime import date

import pytest
from regard.core.errors import InputError
from regard.core.rules import RULES_FOLDER, Label, parse_rules
from regard.steering.figures.givens import Given, GivenFigure, given_value
from regard.steering.figures.indicator_rules import FILE, IndicatorRules, load_indicator_rules
from regard.steering.figures.periods import parse_period

TEXT = (RULES_FOLDER / FILE).read_text(encoding="utf-8")


def test_every_indicator_says_where_it_comes_from_and_who_answers_for_it():
    rules = load_indicator_rules()
    assert len(rules.report) <= 8
    for one in rules.indicators.values():
        assert all(
            (one.source.fr, one.owner.fr, one.meaning.fr, one.label.fr, "{value}" in one.sentence.fr)
        ), one.code
    wanted = {"P151_1", "P152_1", "P155_1", "P252_2", "P106_3", "P104_3", "P103_2B_located", "repairs_per_km"}
    assert wanted < rules.indicators.keys()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("planned_done_orders / planned_orders", "planed_orders", "planned_orders"),
        ("planned_done_orders / planned_orders", "open('x')", "arithmetic"),
        ("least_people: 3", "least_people: 1", "3"),
        ("of: deadline_orders", "of: deadlines", "one of"),
        ("report: [planning_rate_orders,", "report: [planning,", "planning"),
        ("loss: missed_orders", "loss: misses", "missed_orders"),
    ],
)
def test_a_mistake_is_told_with_its_line(old, new, told):
    with pytest.raises(InputError) as error:
        parse_rules(TEXT.replace(old, new, 1), IndicatorRules, file=FILE)
    text = error.value.message.english() if hasattr(error.value, "message") else str(error.value)
    assert FILE in text
    assert "line" in text
    assert told in text


def given(kind, *spans):
    figures = tuple(
        GivenFigure(first_day=date.fromisoformat(a), last_day=date.fromisoformat(b), value=v, source="test")
        for a, b, v in spans
    )
    return Given(label=Label(en="x", fr="x"), kind=kind, unit="m3", figures=figures)


def test_a_flow_is_known_only_where_its_days_make_up_the_period():
    halves = [("2026-01-01", "2026-06-30", 4.0), ("2026-07-01", "2026-12-31", 6.0)]
    assert given_value(given("flow", *halves), parse_period("2026")) == 10
    assert given_value(given("flow", halves[0]), parse_period("2026")) is None
    assert given_value(given("flow", *halves), parse_period("2026-06")) is None
    assert given_value(given("flow", halves[0], halves[0]), parse_period("2026")) is None


def test_a_stock_is_the_latest_that_holds_on_the_last_day():
    stock = given("stock", ("2026-01-01", "2026-12-31", 412.0), ("2026-06-01", "2026-12-31", 415.0))
    assert given_value(stock, parse_period("2026-W10")) == 412
    assert given_value(stock, parse_period("2026-W23")) == 415
    assert given_value(stock, parse_period("2025")) is None
