# SPDX-License-Identifier: GPL-3.0-or-later
"""A contract's delays become instants, on the calendar that it counts in."""

from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.workorders.contracts import CONTRACTS, deadlines, load_contracts
from regard.workorders.orders import Priority

P1, P2, P3, P4 = Priority
WEDNESDAY = datetime(2026, 6, 3, 8, 12)


@pytest.fixture
def town(rules):
    return rules.contracts["VA-2024"]


def on_site(contract, priority, received, code="AEP-FUI-CAN"):
    return deadlines(contract, priority=priority, code=code, received=received).on_site_by


def test_p1_is_on_site_within_the_hour(town):
    found = deadlines(town, priority=P1, code="AEP-CASSE", received=WEDNESDAY)
    assert found.acknowledge_by == datetime(2026, 6, 3, 8, 42)
    assert found.on_site_by == datetime(2026, 6, 3, 9, 12)
    assert found.done_by == datetime(2026, 6, 3, 16, 12)


def test_p3_counts_working_days_over_the_holidays_of_may(town):
    assert on_site(town, P3, datetime(2026, 5, 6, 10, 0)) == datetime(2026, 5, 15, 17, 0)


def test_p2_runs_day_and_night(town):
    assert on_site(town, P2, datetime(2026, 6, 3, 23, 0)) == datetime(2026, 6, 4, 3, 0)


def test_another_contract_counts_working_hours(rules):
    villages = rules.contracts["VA-2024-RURAL"]
    assert on_site(villages, P2, datetime(2026, 6, 3, 15, 0)) == datetime(2026, 6, 4, 14, 0)


def test_a_commitment_on_the_type_of_work_binds_when_it_is_earlier(town):
    assert on_site(town, P3, WEDNESDAY, code="AEP-OUV") == datetime(2026, 6, 5, 17, 0)
    assert on_site(town, P4, WEDNESDAY, code="AEP-BRT-NEUF") == datetime(2026, 6, 24, 17, 0)
    assert on_site(town, P1, WEDNESDAY, code="ASS-DEB") == datetime(2026, 6, 3, 9, 12)


def test_no_done_by_where_the_contract_sets_none(town):
    assert deadlines(town, priority=P4, code="AEP-REL", received=WEDNESDAY).done_by is None


def test_an_unknown_contract_names_the_known_ones(rules):
    with pytest.raises(InputError, match="known: VA-2024, VA-2024-RURAL"):
        rules.contracts["VA-1999"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("P1: {hours: 1}", "P1: {hours: 1, minutes: 5}", "one of minutes, hours and working_days"),
        ("P1: {hours: 1}", "P1: {hours: 0}", "more than 0"),
        ("P4: {working_days: 20}", "", "on_site for P4"),
        ('closes: "17:00"', 'closes: "07:00"', "closes after opens"),
        ("P3: {working_days: 5}", "P5: {working_days: 5}", "one of P1, P2, P3, P4"),
    ],
)
def test_a_contract_that_cannot_be_right_is_refused(tmp_path, old, new, expected):
    path = tmp_path / "contracts.yaml"
    path.write_text(CONTRACTS.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_contracts(path)
    assert str(caught.value).startswith("contracts.yaml, line ")
    assert expected in str(caught.value)
