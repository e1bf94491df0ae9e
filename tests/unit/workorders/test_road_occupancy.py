# SPDX-License-Identifier: GPL-3.0-or-later
"""Who allows works on which road (DOMAIN 1.10, CAP-2.2.b), by when, and what an emergency owes."""

from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.workorders.road_occupancy import (
    ROAD_OCCUPANCY,
    RoadSite,
    authorisations_needed,
    emergency_deadlines,
    is_recent_surface,
    load_road_occupancy,
)

RULES = load_road_occupancy()
START = date(2026, 6, 11)


def authorities(number, built_up, **effects):
    site = RoadSite(number, built_up, **{"digs": True, "hinders_traffic": True, **effects})
    return {found.kind: found.authority for found in authorisations_needed(site, start=START, rules=RULES)}


def test_a_departmental_road_in_a_built_up_area_has_two_authorities():
    assert authorities("D 12", True) == {
        "road_permission": "department_president",
        "parking_permit": "mayor",
        "traffic_order": "mayor",
        "coordination": "mayor",
    }


@pytest.mark.parametrize(
    ("number", "built_up", "permission", "traffic"),
    [
        ("", True, "mayor", "mayor"),
        ("", False, "mayor", "mayor"),
        ("RD4", False, "department_president", "department_president"),
        ("N 7", True, "prefect", "mayor"),
        ("N 7", False, "prefect", "prefect"),
        ("M6", False, "metropolis_president", "metropolis_president"),
        ("C12; D 3", False, "department_president", "department_president"),
    ],
)
def test_each_road_has_its_manager_and_its_police(number, built_up, permission, traffic):
    found = authorities(number, built_up)
    assert (found["road_permission"], found["traffic_order"]) == (permission, traffic)


def test_only_what_the_works_do_is_asked_for():
    assert authorities("", True, digs=False, hinders_traffic=False) == {"parking_permit": "mayor"}
    assert authorities("", True, digs=False, occupies=False, hinders_traffic=False) == {}


def test_requests_go_out_a_month_before_and_fifteen_days_at_the_latest():
    site = RoadSite("", True, digs=True)
    first = authorisations_needed(site, start=START, rules=RULES)[0]
    assert (first.ask_by, first.ask_at_latest) == (date(2026, 5, 12), date(2026, 5, 27))


def test_the_mayor_is_told_within_a_day_of_an_urgent_start():
    owed = emergency_deadlines(datetime(2026, 6, 3, 9, 30), done=date(2026, 6, 3), rules=RULES)
    assert owed.inform_mayor_by == datetime(2026, 6, 4, 9, 30)
    assert owed.reinstate_by == date(2026, 6, 13)


@pytest.mark.parametrize(
    ("laid", "recent"), [(date(2023, 6, 12), True), (date(2023, 6, 11), False), (None, False)]
)
def test_a_surface_is_recent_for_three_years(laid, recent):
    assert is_recent_surface(laid, day=START, rules=RULES) is recent


def test_an_authority_that_nobody_knows_is_named(tmp_path):
    wrong = ROAD_OCCUPANCY.read_text(encoding="utf-8").replace("national: prefect,", "national: king,", 1)
    (tmp_path / "road.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError, match=r"road\.yaml, line \d+, .*found 'king'"):
        load_road_occupancy(tmp_path / "road.yaml")


def test_a_bad_form_of_a_road_number_is_refused(tmp_path):
    path = tmp_path / "road_occupancy.yaml"
    text = ROAD_OCCUPANCY.read_text(encoding="utf-8")
    path.write_text(text.replace('{pattern: "A ', '{pattern: "(A ', 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"field numbers\.0\.pattern: .*expected a regular expression"):
        load_road_occupancy(path)
