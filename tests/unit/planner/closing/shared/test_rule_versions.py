# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules as dated versions of a workspace; durations recalibrated as a new version."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.ids import AssetId, OrderId
from regard.planner.assets.asset_base import AssetBase
from regard.planner.closing.recalibrate import accept_recalibration, recalibration
from regard.planner.import_records import import_records
from regard.planner.rule_versions import import_rules, rule_book_of, rule_texts, shipped_book, tour_rules_of
from regard.planner.tour_rules import TOUR_PARTS
from regard.store.workspaces import create_workspace
from regard.workorders.history import ClosedIntervention
from regard.workorders.rule_versions import RuleVersion, in_force
from shapely.geometry import Point

NOW = datetime(2026, 6, 3, 18)


@pytest.fixture
def empty(new_url):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: NOW)
    yield workspace
    workspace.close()


def numbering(workspace, service):
    return {
        "numbering.yaml": rule_texts(workspace, NOW.date())["numbering.yaml"].replace("service: VA", service)
    }


def test_a_version_holds_from_its_day_on_and_names_itself(empty):
    version = import_rules(
        empty, numbering(empty, "service: XY"), valid_from=date(2026, 7, 1), now=NOW, who="D. Martin"
    )
    assert rule_book_of(empty, date(2026, 6, 30)) == shipped_book()
    book = rule_book_of(empty, date(2026, 7, 1))
    assert book.numbering.order_id(417, code="AEP-CASSE", day=NOW.date()) == "XY-2026-AEP-00417"
    assert book.version.startswith(f"{version.version_id}: catalogue ")
    assert shipped_book().numbering.order_id(417, code="AEP-CASSE", day=NOW.date()) == "VA-2026-AEP-00417"
    empty.undo(who="D. Martin")
    assert rule_book_of(empty, date(2026, 7, 1)) == shipped_book()


def test_nothing_new_and_nothing_wrong_is_stored(empty):
    with pytest.raises(InputError, match="nothing differs from the rules in force"):
        import_rules(empty, rule_texts(empty, NOW.date()), valid_from=NOW.date(), now=NOW, who="D. Martin")
    text = rule_texts(empty, NOW.date())["catalogue.yaml"].replace("{p50: 270, p80: 420}", "{p50: 0, p80: 1}")
    line = text[: text.index("{p50: 0, p80: 1}")].count("\n") + 1
    said = rf"catalogue.yaml, line {line}, field jobs.AEP-FUI-CAN.duration_min.p50"
    with pytest.raises(InputError, match=said):
        import_rules(empty, {"catalogue.yaml": text}, valid_from=NOW.date(), now=NOW, who="D. Martin")
    assert empty.all(RuleVersion) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "read"),
    [
        ("life.yaml", "within_days: 10", "within_days: 7", lambda own: own.life.reinstatement.within_days),
        ("communication.yaml", '"6", "7"', '"6"', lambda own: own.communication.phone.mobile_prefixes),
        ("resources.yaml", "daily_rest_h: 11", "daily_rest_h: 12", lambda own: own.settings.daily_rest_h),
        ("planning.yaml", "P1: 20000", "P1: 20001", lambda own: own.planning.value_min["P1"]),
        ("relaxations.yaml", "most: 3", "most: 2", lambda own: own.relaxations.take_out_most),
        ("running_day.yaml", "move_min: 30", "move_min: 31", lambda own: own.running.replan.move_min),
        ("shut_offs.yaml", "valve_stops: auto", "valve_stops: own", lambda own: own.shut_offs.valve_stops),
    ],
)
def test_rules_of_life_tours_and_messages_have_versions_too(empty, file, before, after, read):
    rules_of = tour_rules_of if file in TOUR_PARTS else rule_book_of
    text = rule_texts(empty, NOW.date())[file]
    assert text.count(before) == 1
    since = date(2026, 7, 1)
    import_rules(empty, {file: text.replace(before, after)}, valid_from=since, now=NOW, who="D. Martin")
    assert read(rules_of(empty, date(2026, 6, 30))) != read(rules_of(empty, since))


def test_valves_are_operated_as_a_type_of_work_that_the_catalogue_has(empty):
    text = rule_texts(empty, NOW.date())["shut_offs.yaml"].replace("AEP-VANNE", "AEP-VANNES")
    with pytest.raises(InputError, match=r"shut_offs.yaml, operation"):
        import_rules(empty, {"shut_offs.yaml": text}, valid_from=NOW.date(), now=NOW, who="D. Martin")


def own_file(workspace, file, before, after):
    """Import a file of rules with one word changed, in force from July on."""
    text = rule_texts(workspace, NOW.date())[file]
    assert text.count(before) == 1
    changed = {file: text.replace(before, after)}
    import_rules(workspace, changed, valid_from=date(2026, 7, 1), now=NOW, who="D. Martin")


def test_sewers_run_as_fast_as_the_workspace_says(workspace):
    shipped = AssetBase(workspace).sewer.seconds
    own_file(workspace, "sewer_flow.yaml", "slowest_m_s: 0.3", "slowest_m_s: 3.9")
    assert (AssetBase(workspace).sewer.seconds < shipped / 2).all()
    workspace.undo(who="D. Martin")
    assert (AssetBase(workspace).sewer.seconds == shipped).all()


def test_gaps_of_the_maps_are_named_as_the_workspace_says(workspace):
    def named():
        return [one.message.code for one in AssetBase(workspace).water.defects]

    shipped = named()
    own_file(workspace, "audit.yaml", "dangling_m: 0.5", "dangling_m: 250")
    assert len(named()) > len(shipped)


def test_a_mistake_in_the_figures_of_networks_names_its_line(workspace):
    with pytest.raises(InputError, match=r"audit.yaml, line \d+, field dangling_m"):
        own_file(workspace, "audit.yaml", "dangling_m: 0.5", "dangling_m: -1")
    with pytest.raises(InputError, match=r"sewer_flow.yaml, line \d+, field forced_m_s"):
        own_file(workspace, "sewer_flow.yaml", "forced_m_s: 1.0", "forced_m_s: fast")


def test_recalibrated_durations_are_a_version_once_accepted(empty):
    def job(number, minutes):
        start = datetime(2026, 3, 2, 8) + timedelta(days=number)
        return ClosedIntervention(
            order_id=OrderId(f"OI-{number}"),
            code="AEP-FUI-CAN",
            received_at=start,
            started_at=start,
            ended_at=start + timedelta(minutes=minutes),
            agents=(),
            crew=2,
            zone="Z1",
            asset_role="water_pipe",
            asset_id=AssetId("P03"),
            place=Point(687520, 6924000),
            result="done",
            cause="",
            hazards=("asbestos_cement",),
        )

    minutes = [*range(160, 184, 2), 185, *range(200, 212, 2), 240, *[240, 250, 260, 270, 280]]
    old = replace(job(99, 9), started_at=datetime(2025, 1, 1, 8), ended_at=datetime(2025, 1, 1, 20))
    import_records(empty, [*map(job, range(25), minutes), old], name="import", who="test")
    found = recalibration(empty, NOW.date(), least_jobs=10)
    (actual,) = found.actuals
    assert (actual.jobs, actual.p50_min, actual.p80_min) == (25, 185, 240)
    (proposal,) = found.proposals
    assert (proposal.old_p50_min, proposal.new_p50_min, proposal.new_p80_min) == (270, 125, 180)
    assert empty.all(RuleVersion) == []
    since = {"valid_from": date(2026, 7, 1), "now": NOW, "who": "D. Martin"}
    with pytest.raises(InputError, match="AEP-PURGE: no new duration is proposed"):
        accept_recalibration(empty, found, ["AEP-PURGE"], **since)
    accept_recalibration(empty, found, ["AEP-FUI-CAN"], **since)
    july = rule_book_of(empty, date(2026, 7, 1)).catalogue["AEP-FUI-CAN"].duration_min
    assert (july.p50, july.p80) == (125, 180)
    assert rule_book_of(empty, date(2026, 6, 30)).catalogue["AEP-FUI-CAN"].duration_min.p50 == 270


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 20))


@given(st.lists(DAYS, max_size=8), DAYS)
def test_the_version_in_force_against_every_version(days, asked):
    versions = [RuleVersion(f"R{n}", n, day, NOW, "x") for n, day in enumerate(days)]
    expected = None
    for one in sorted(versions, key=lambda one: one.number):
        if one.valid_from <= asked and (expected is None or one.valid_from >= expected.valid_from):
            expected = one
    assert in_force(versions, asked) == expected
