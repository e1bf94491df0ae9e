# SPDX-License-Identifier: GPL-3.0-or-later
"""Work that is counted takes as long as there is to do: metres, valves, meters, hydrants."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.ids import AssetId, OrderId
from regard.core.rules import parse_rules
from regard.workorders.catalogue import CATALOGUE, Catalogue, load_catalogue
from regard.workorders.closing.recalibration import actuals, proposals, with_paces
from regard.workorders.facts import AssetFacts
from regard.workorders.history import ClosedIntervention
from regard.workorders.requirements import require
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point

BOOK = load_rule_book()
DAY_MIN = 420


def minutes(code, quantity):
    standard = load_catalogue()[code]
    return require(standard, AssetFacts(), urgent=False, rules=BOOK.resources, quantity=quantity).duration_min


def done(number, metres, each_min, part_of=""):
    start = datetime(2026, 3, 2, 8)
    return ClosedIntervention(
        order_id=OrderId(f"OI-{number}"),
        code="ASS-CUR-P",
        received_at=start,
        started_at=start,
        ended_at=start + timedelta(minutes=metres * each_min),
        agents=(),
        crew=2,
        zone="Z1",
        asset_role="sewer_pipe",
        asset_id=AssetId("E3"),
        place=Point(0, 0),
        result="done",
        cause="",
        quantity=metres,
        part_of=part_of,
    )


@pytest.mark.parametrize(
    ("code", "least", "most"),
    [("ASS-CUR-P", 300, 800), ("ASS-ITV", 300, 600), ("ASS-AVAL", 25, 40)],
)
def test_a_day_holds_what_the_domain_says(code, least, most):
    """DOMAIN 3.2: 300 to 800 m of jetting a day, 300 to 600 m of CCTV, 25 to 40 gullies."""
    pace = load_catalogue()[code].pace
    assert least <= DAY_MIN / pace.p50 <= most
    assert pace.source


def test_time_grows_with_the_quantity_and_is_the_usual_one_without():
    usual = load_catalogue()["ASS-CUR-P"].duration_min.p50
    assert minutes("ASS-CUR-P", None) == usual
    assert minutes("ASS-CUR-P", 550) == 418
    assert minutes("AEP-VANNE", 3) == 60
    assert minutes("AEP-FUI-CAN", 3) == minutes("AEP-FUI-CAN", None)


def test_eight_in_ten_of_a_quantity():
    standard = load_catalogue()["AEP-PI-CTL"].duration_of(4)
    assert (standard.p50, standard.p80) == (120, 160)


def test_a_pace_is_learned_from_the_quantities_done_and_parts_count_by_theirs():
    history = [done(n, metres, 1.0 + n / 100, "OI-0") for n, metres in enumerate(range(100, 600, 50))]
    (one,) = proposals(history, catalogue=BOOK.catalogue, resources=BOOK.resources, least_jobs=5)
    assert (one.new_p50_min, one.new_p80_min) == (one.old_p50_min, one.old_p80_min)
    assert one.new_each_min == pytest.approx((1.04, 1.07), abs=0.011)
    assert one.is_changed
    text = CATALOGUE.read_text(encoding="utf-8")
    learned = parse_rules(
        with_paces(text, {"ASS-CUR-P": one.new_each_min}), Catalogue, file="c", context=BOOK.means
    )
    pace = learned["ASS-CUR-P"].pace
    assert (pace.p50, pace.p80) == one.new_each_min
    assert actuals(history, catalogue=BOOK.catalogue, resources=BOOK.resources) == ()


def test_the_time_of_a_part_says_nothing_of_the_whole():
    parts = [replace(done(n, 100, 1.0, "OI-0"), quantity=None) for n in range(10)]
    assert proposals(parts, catalogue=BOOK.catalogue, resources=BOOK.resources, least_jobs=5) == ()
