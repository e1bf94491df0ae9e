# SPDX-License-Identifier: GPL-3.0-or-later
"""The plans of a dossier drawn without QGIS: to scale, in the colours of NF P98-332, readable in grey."""

import re
from datetime import datetime

import pytest
from defusedxml.ElementTree import fromstring
from regard.network.digging.conflicts import load_conflict_rules
from regard.planner.dossiers.facts import dossier_facts
from regard.planner.dossiers.page import dossier_html
from regard.planner.dossiers.plan_ground import plan_ground
from regard.planner.dossiers.plan_svg import HEIGHT_MM, WIDTH_MM, plan_drawings
from regard.workorders.rulebook import load_rule_book

NOW = datetime(2026, 6, 3, 8, 30)
SVG = "{http://www.w3.org/2000/svg}"


def english(message):
    return message.english()


@pytest.fixture
def facts(burst):
    return dossier_facts(burst.workspace, burst.order_id, now=NOW)


@pytest.fixture
def plans(burst, facts):
    return plan_drawings(facts, plan_ground(burst.workspace), english, language="en")


def texts(plan):
    return [one.text for one in fromstring(plan.svg).iter(f"{SVG}text")]


def test_a_metre_of_ground_is_five_or_one_millimetre_of_paper(plans, facts):
    assert [plan.title.english() for plan in plans] == ["Plan at 1/200", "Plan at 1/1000"]
    for plan, mm_per_m in zip(plans, (5, 1), strict=True):
        root = fromstring(plan.svg)
        assert root.get("width") == f"{WIDTH_MM:g}mm"
        (dig,) = (one for one in root.iter(f"{SVG}path") if one.get("fill") == "#b3001b")
        xs = [float(x) for x in re.findall(r"[ML](-?[\d.]+),", dig.get("d"))]
        ys = [float(y) for y in re.findall(r",(-?[\d.]+)", dig.get("d"))]
        assert max(xs) - min(xs) == pytest.approx(facts.dig.length_m * mm_per_m, abs=0.05)
        # in the middle of the paper
        assert (max(xs) + min(xs)) / 2 == pytest.approx(WIDTH_MM / 2, abs=0.05)
        assert (max(ys) + min(ys)) / 2 == pytest.approx(HEIGHT_MM / 2, abs=0.05)


def test_networks_have_the_colours_of_the_norm_a_letter_and_dashes_by_class(plans):
    near = plans[0]
    rules = load_conflict_rules()
    drawn = {
        (one.get("stroke"), one.get("stroke-dasharray")) for one in fromstring(near.svg).iter(f"{SVG}path")
    }
    assert (rules.colours["yellow"], None) in drawn
    assert (rules.colours["red"], "3 1") in drawn
    assert (rules.colours["green"], "0.8 1") in drawn
    said = texts(near)
    assert {"G", "E", "T"} <= set(said)
    assert {"Gas main, class A", "Telecom, class C", "High-voltage electricity, class B"} <= set(said)


def test_valves_are_numbered_and_the_dig_is_measured(plans, facts):
    near, wide = map(texts, plans)
    for number, valve in enumerate(facts.valves, start=1):
        # one lies beyond the sheet: the way to it is told at the frame
        assert str(number) in wide and any(text.startswith(valve) for text in wide)
    assert f"{facts.dig.length_m:.2f} m" in near
    assert f"{facts.dig.length_m:.2f} m" not in wide
    power = next(one for one in facts.near if one.nearest.verdict == "to_mark_out")
    assert f"{power.nearest.edge_m:.2f} m" in near


def test_the_page_holds_both(burst, facts, plans):
    page = dossier_html(facts, english, book=load_rule_book(), language="en", plans=plans)
    assert page.count("<figure><svg") == 2
