# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses and the networks near a dig go by the rules in force in the workspace, not by those that ship."""

from datetime import date

import pytest
from regard.core.errors import InputError
from regard.planner.assets.asset_base import AssetBase
from regard.planner.intake.addresses import address_book
from regard.planner.intake.places import sure_address
from regard.planner.records import OrderConflict
from regard.planner.rule_versions import import_rules, shipped_texts

TODAY, LATER = date(2026, 6, 3), date(2026, 6, 10)


def change(desk, file, before, after, *, since):
    text = shipped_texts()[file]
    assert before in text
    import_rules(
        desk.workspace, {file: text.replace(before, after)}, valid_from=since, now=desk.clock.now, who="F"
    )


def verdicts(desk):
    desk.take(request_id="DI-1")
    (order,) = desk.qualify()
    return {
        one.network_type: one.verdict for one in desk.workspace.all(OrderConflict, order_id=order.order_id)
    }


def test_a_wider_strip_to_mark_out_holds_for_digs_from_its_day_on(desk):
    change(desk, "third_party.yaml", "mark_out_m: 2.0", "mark_out_m: 49.0", since=TODAY)
    found = set(verdicts(desk).values())
    assert "to_mark_out" in found
    assert "consult" not in found


def test_a_strip_that_is_to_come_changes_no_dig_of_today(desk):
    before = AssetBase(desk.workspace).conflict_rules
    change(desk, "third_party.yaml", "mark_out_m: 2.0", "mark_out_m: 49.0", since=LATER)
    base = AssetBase(desk.workspace)
    assert base.as_of(TODAY).conflict_rules == before
    assert base.as_of(LATER) is base
    assert base.conflict_rules.mark_out_m == 49
    assert "consult" in verdicts(desk).values()


def test_a_mistake_in_the_networks_of_others_names_file_and_line(desk):
    with pytest.raises(InputError, match=r"third_party\.yaml, line 8, field mark_out_m: found 'far'"):
        change(desk, "third_party.yaml", "mark_out_m: 2.0", "mark_out_m: far", since=TODAY)


def test_an_abbreviation_of_the_service_is_spelled_out(desk):
    change(desk, "addresses.yaml", "abbreviations:\n", "abbreviations:\n  vx: saules\n", since=TODAY)
    book = address_book(desk.workspace)
    assert sure_address(book, "12 rue des vx").label == "12 Rue des Saules, 60000 Valmont"
