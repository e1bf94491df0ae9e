# SPDX-License-Identifier: GPL-3.0-or-later
"""Durations learned from what was done: by type and modifiers, against numpy on each group."""

from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.ids import AssetId, OrderId
from regard.core.rules import parse_rules
from regard.workorders.catalogue import CATALOGUE, Catalogue
from regard.workorders.closing.recalibration import actuals, proposals, with_durations
from regard.workorders.history import ClosedIntervention
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point

BOOK = load_rule_book()
TEXT = CATALOGUE.read_text(encoding="utf-8")


def book_with(code, p50, p80):
    return parse_rules(
        with_durations(TEXT, {code: (p50, p80)}, file="catalogue.yaml"),
        Catalogue,
        file="catalogue.yaml",
        context=BOOK.means,
    )


def job(number, code, minutes, hazards=(), result="done"):
    start = datetime(2026, 3, 2, 8)
    return ClosedIntervention(
        order_id=OrderId(f"OI-{number}"),
        code=code,
        received_at=start,
        started_at=start,
        ended_at=start + timedelta(minutes=minutes),
        agents=(),
        crew=2,
        zone="Z1",
        asset_role="water_pipe",
        asset_id=AssetId("P03"),
        place=Point(0, 0),
        result=result,
        cause="",
        hazards=tuple(hazards),
    )


def jobs_of_the_past():
    """Return 25 leak repairs on asbestos cement of which half took 185 min and eight in ten 240."""
    # the 13th of 25 is the median; linear, the 80th per cent lies a fifth after the 20th
    minutes = [*range(160, 184, 2), 185, *range(200, 212, 2), 240, *[240, 250, 260, 270, 280]]
    assert len(minutes) == 25
    return [job(n, "AEP-FUI-CAN", m, ["asbestos_cement"]) for n, m in enumerate(minutes)]


def test_the_standard_of_the_leak_is_below_half_of_the_actual_times():
    catalogue = book_with("AEP-FUI-CAN", 90, 140)
    (found,) = actuals(jobs_of_the_past(), catalogue=catalogue, resources=BOOK.resources)
    assert (found.jobs, found.p50_min, found.p80_min) == (25, 185, 240)
    # 90 min and 60 more for SS4
    assert found.standard_min == 150
    assert found.is_standard_below
    (proposal,) = proposals(jobs_of_the_past(), catalogue=catalogue, resources=BOOK.resources, least_jobs=10)
    assert (proposal.old_p50_min, proposal.new_p50_min, proposal.new_p80_min) == (90, 125, 180)
    again = book_with("AEP-FUI-CAN", proposal.new_p50_min, proposal.new_p80_min)
    (after,) = actuals(jobs_of_the_past(), catalogue=again, resources=BOOK.resources)
    assert (after.standard_min, after.is_standard_below) == (185, False)


def test_minutes_of_modifiers_are_taken_off_once_and_never_learned():
    """Meters of DN 40 take 95 min more: the standard of both kinds together stays that of small ones."""
    small = [job(n, "AEP-CPT-REM", 30) for n in range(10)]
    large = [job(n, "AEP-CPT-REM", 125, ["time:large_meter"]) for n in range(10, 20)]
    rules = {"catalogue": BOOK.catalogue, "resources": BOOK.resources}
    by_hazards = {one.hazards: one for one in actuals([*small, *large], **rules)}
    assert by_hazards[()].standard_min == 25
    assert by_hazards["time:large_meter",].standard_min == 25 + 95
    (proposal,) = proposals([*small, *large], **rules, least_jobs=10)
    assert (proposal.new_p50_min, proposal.new_p80_min) == (30, 30)
    again = book_with("AEP-CPT-REM", proposal.new_p50_min, proposal.new_p80_min)
    after = actuals(large, catalogue=again, resources=BOOK.resources)
    assert [(one.standard_min, one.p50_min) for one in after] == [(125, 125)]
    (repeated,) = proposals([*small, *large], catalogue=again, resources=BOOK.resources, least_jobs=10)
    assert not repeated.is_changed


def test_few_jobs_and_those_not_done_propose_nothing():
    rules = {"catalogue": BOOK.catalogue, "resources": BOOK.resources}
    few = [job(n, "AEP-PURGE", 30) for n in range(9)]
    assert proposals(few, **rules, least_jobs=10) == ()
    assert len(proposals(few, **rules, least_jobs=9)) == 1
    assert actuals([job(1, "AEP-PURGE", 30, result="not_done"), job(2, "GONE", 30)], **rules) == ()


HAZARDS = st.sets(st.sampled_from(["asbestos_cement", "confined_space", "gone"])).map(sorted)
JOBS = st.lists(
    st.tuples(st.sampled_from(["AEP-PURGE", "AEP-FUI-CAN"]), st.integers(1, 900), HAZARDS), max_size=40
)


@given(JOBS)
def test_actuals_against_numpy_on_each_group(made):
    history = [job(number, *one) for number, one in enumerate(made)]
    found = actuals(history, catalogue=BOOK.catalogue, resources=BOOK.resources)
    assert sum(one.jobs for one in found) == len(made)
    for one in found:
        own = [m for code, m, hazards in made if (code, tuple(hazards)) == (one.code, one.hazards)]
        assert one.p50_min == pytest.approx(np.median(own))
        assert one.p80_min == pytest.approx(np.percentile(own, 80))
        extra = 60 if "asbestos_cement" in one.hazards else 0
        assert one.standard_min == BOOK.catalogue[one.code].duration_min.p50 + extra


@given(st.dictionaries(st.sampled_from(sorted(BOOK.catalogue.jobs)), st.integers(1, 999), max_size=6))
def test_only_the_durations_change(wanted):
    durations = {code: (p50, p50 + 7) for code, p50 in wanted.items()}
    text = with_durations(TEXT, durations, file="catalogue.yaml")
    assert text.count("\n") == TEXT.count("\n")
    after = parse_rules(text, Catalogue, file="catalogue.yaml", context=BOOK.means)
    for standard in BOOK.catalogue.standards():
        new = after[standard.code]
        assert new.model_copy(update={"duration_min": standard.duration_min}) == standard
        p50, p80 = durations.get(standard.code, (standard.duration_min.p50, standard.duration_min.p80))
        assert (new.duration_min.p50, new.duration_min.p80) == (p50, p80)


def test_a_duration_in_block_style_is_replaced_too():
    text = "jobs:\n  A:\n    duration_min:\n      p50: 1\n      p80: 2\n    crew: {}\n"
    assert with_durations(text, {"A": (3, 4)}, file="c") == (
        "jobs:\n  A:\n    duration_min:\n      {p50: 3, p80: 4}\n    crew: {}\n"
    )
    with pytest.raises(InputError, match="'B' is not in c"):
        with_durations(text, {"B": (3, 4)}, file="c")
