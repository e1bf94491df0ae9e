# SPDX-License-Identifier: GPL-3.0-or-later
"""CAP-3.4.c: the calendar keeps the programme clear of its events, and each wish that is not met is named."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from regard.core.errors import InputError
from regard.core.resources import Equipment
from regard.core.supplies import Booking
from regard.planner.intake.addresses import ADDRESS_LAYER, import_addresses
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.calendar import add_event, bring_events, remove_events, stored_events
from regard.planner.programme.chosen import chosen_assets
from regard.planner.programme.findings import findings
from regard.planner.programme.next_year import Scenario, next_year
from regard.planner.rule_versions import import_rules, programme_rules_of
from regard.steering.programme.calendar import CalendarEvent
from regard.store.errors import StaleWrite
from regard.tests.unit.planner.programme.years import NOW, OBJECTIVES, add, closed, with_objectives
from shapely.geometry import box

JETTING = "  - {activity: jetting, quantity: 1, source: {en: contract, fr: contract}}\n"
SERVICES = """  services:
    label: {en: Service pipes renewed, fr: Branchements renouvelés}
    job: AEP-FUI-BRT
    unit: asset
    per_crew_day: 1
    months: [4, 5, 6]
    assets: [delivery_point]
"""


def event(name, kind="town_event", first=date(2027, 1, 1), last=date(2027, 12, 31), **fields):
    return CalendarEvent(name, kind, fields.pop("called", name), first, last, **fields)


def bring(workspace, *events):
    return bring_events(workspace, events, day=NOW.date(), who="F. Leroy")


def year(workspace, **scenario):
    scenario.setdefault("quantities", {"meters": 12.0})
    found = next_year(workspace, 2027, now=NOW, scenario=Scenario(**scenario))
    return found, asset_schedule(found)


def said(found):
    return [one.english() for one in findings(found, lambda key: key.removesuffix(".window"))]


def weeks(rows, activity):
    return [row.week for row in rows if row.activity == activity]


def use_rules(workspace, more=OBJECTIVES, activity=""):
    text = with_objectives(more)
    rules = text.replace("objectives:\n", f"{activity}objectives:\n")
    import_rules(workspace, {"programme.yaml": rules}, valid_from=date(2026, 2, 1), now=NOW, who="test")


def test_hydrants_wanted_in_july_are_refused_for_frost_and_drought(two_years):
    found, rows = year(two_years, months={"hydrants": (6, 7)})
    shipped = programme_rules_of(two_years, NOW.date()).activities["hydrants"]
    assert (shipped.months, shipped.window.en) == ((4, 5, 6, 9, 10), "frost and drought window")
    named = findings(found, lambda key: shipped.window.en if key == "hydrants.window" else key)
    assert "hydrants in 2027-07: refused, frost and drought window" in [one.english() for one in named]
    assert {row.month for row in rows if row.activity == "hydrants"} == {6}


def test_meters_of_fifteen_years_keep_their_deadline_and_one_that_does_not_is_named(two_years):
    use_rules(two_years, "objectives:\n  - {activity: meters, every_years: 15, source: {en: law, fr: law}}\n")
    names = sorted(next_year(two_years, 2027, now=NOW).owed[0].assets["asset_id"])
    old = names[3:6]
    add(
        two_years,
        *(
            closed(
                "AEP-CPT-REM",
                datetime(2012 if name in old else 2013, 6, 1),
                role="delivery_point",
                asset=name,
            )
            for name in names
        ),
    )
    found, rows = year(two_years, quantities={"meters": 3.0})
    assert {row.asset_id for row in rows} == set(old)
    assert all(row.due <= date(2027, 12, 31) for row in rows)
    assert not any("no turn" in one for one in said(found))
    found, rows = year(two_years, quantities={"meters": 2.0})
    assert len(rows) == 2
    told = f"meters: no turn for 1 asset whose deadline comes by the end of 2027: {old[2]}"
    assert told in said(found)


def test_an_event_of_a_month_leaves_that_month_to_others(two_years):
    before, _ = year(two_years)
    assert before.after.activity("meters")[2] > 0
    bring(two_years, event("EV1", first=date(2027, 3, 1), last=date(2027, 3, 31), activities=("meters",)))
    found, rows = year(two_years)
    assert found.before.activity("meters")[2] == found.after.activity("meters")[2] == 0
    assert sum(found.after.activity("meters")) == pytest.approx(sum(before.after.activity("meters")))
    assert 3 not in {row.month for row in rows if row.activity == "meters"}
    assert found.before.activity("flushing")[2] > 0


def test_an_event_of_a_zone_leaves_the_other_zones_alone(two_years):
    bring(two_years, event("EV1", first=date(2027, 2, 1), last=date(2027, 2, 28), zones=("Z2",)))
    found, _ = year(two_years)
    pieces = {zone: found.pieces["meters", zone] for activity, zone in found.pieces if activity == "meters"}
    assert pieces["Z1"][1] > 0
    assert all(own[1] == 0 for zone, own in pieces.items() if zone == "Z2")


def test_the_weeks_of_a_fair_in_a_street_are_kept_clear_for_its_assets_alone(two_years):
    _, before = year(two_years)
    assets = {row.asset_id: row for row in before if row.activity == "meters"}
    base = next_year(two_years, 2027, now=NOW).owed
    meters = next(one for one in base if one.name == "meters").assets.set_index("asset_id")
    first = min(assets)
    near = meters.loc[first]
    far = max(assets, key=lambda name: abs(meters.loc[name].x - near.x) + abs(meters.loc[name].y - near.y))
    import_addresses(
        two_years,
        [
            ("Rue des Saules", "57000", "Valmont", "1", near.x, near.y),
            ("Rue du Moulin", "57000", "Valmont", "2", meters.loc[far].x, meters.loc[far].y),
        ],
    )
    bring(
        two_years,
        event("EV1", first=date(2027, 1, 1), last=date(2027, 9, 30), streets=("Rue des Saules",)),
    )
    _, rows = year(two_years)
    own = {row.asset_id: row for row in rows if row.activity == "meters"}
    assert (own[first].street, own[first].commune) == ("Rue des Saules", "Valmont")
    saules = [row for row in own.values() if row.street == "Rue des Saules"]
    assert all(row.opens >= date(2027, 10, 1) for row in saules)
    assert any(row.week < date(2027, 9, 1) for row in own.values() if row.street != "Rue des Saules")


def test_roadworks_that_leave_no_day_keep_an_asset_out_and_are_named(two_years):
    found, _ = year(two_years)
    hydrant = next(one for one in found.owed if one.name == "hydrants").assets.iloc[0]
    around = box(hydrant.x - 5, hydrant.y - 5, hydrant.x + 5, hydrant.y + 5)
    bring(two_years, event("RV-7", "roadworks", called="Rue des Saules relaid", area=around))
    found, rows = year(two_years)
    assert hydrant.asset_id not in {row.asset_id for row in rows if row.activity == "hydrants"}
    assert (
        "hydrants: no day is left for 1 asset, because of "
        f"Rue des Saules relaid (roadworks, 2027-01-01 – 2027-12-31): {hydrant.asset_id}"
    ) in said(found)


def test_a_wish_that_leaves_no_day_is_gone_against_and_named(two_years):
    bring(two_years, event("FE-1", "holiday", called="Season", activities=("hydrants",)))
    found, rows = year(two_years)
    hydrants = [row for row in rows if row.activity == "hydrants"]
    assert hydrants and all(row.against == ("FE-1",) for row in hydrants)
    told = (
        "hydrants: against Season (holiday, 2027-01-01 – 2027-12-31), since no other day is left: 1 asset: "
    )
    assert f"{told}{hydrants[0].asset_id}" in said(found)


def test_the_turn_of_an_asset_that_is_kept_out_goes_to_the_next(two_years):
    found, rows = year(two_years, quantities={"meters": 3.0})
    gone = next(row for row in rows if row.activity == "meters")
    places = next(one for one in found.owed if one.name == "meters").assets.set_index("asset_id")
    x, y = places.loc[gone.asset_id, ["x", "y"]]
    bring(two_years, event("RV-1", "roadworks", area=box(x - 1, y - 1, x + 1, y + 1)))
    _, after = year(two_years, quantities={"meters": 3.0})
    names = {row.asset_id for row in after if row.activity == "meters"}
    assert gone.asset_id not in names
    assert len(names) == len({row.asset_id for row in rows if row.activity == "meters"})


@pytest.mark.parametrize("rounds", [1, 2])
def test_an_asset_that_is_kept_out_gives_none_of_the_others_one_turn_more(two_years, rounds):
    found, _ = year(two_years)
    meters = next(one for one in found.owed if one.name == "meters").assets
    gone = meters.iloc[0]
    bring(two_years, event("RV-1", "roadworks", area=box(gone.x - 1, gone.y - 1, gone.x + 1, gone.y + 1)))
    found, rows = year(two_years, quantities={"meters": float(rounds * len(meters))})
    chosen = next(one for one in found.chosen if one.owed.name == "meters")
    assert gone.asset_id in set(chosen.kept_out["asset_id"])
    turns = Counter(row.asset_id for row in rows if row.activity == "meters")
    assert turns == dict.fromkeys(set(meters["asset_id"]) - set(chosen.kept_out["asset_id"]), rounds)


def test_a_zone_of_which_little_stays_open_is_not_done_over_and_over(two_years):
    """All but 100 m is kept out: it has its one turn, not one for each 100 m of the others."""
    found, _ = year(two_years)
    meters = next(one for one in found.owed if one.name == "meters")
    frame = meters.assets.assign(amount=[0.1, *[10.0] * (len(meters.assets) - 1)])
    left = frame.iloc[0]
    bring(
        two_years,
        *(
            event(f"RV-{n}", "roadworks", area=box(one.x - 1, one.y - 1, one.x + 1, one.y + 1))
            for n, one in enumerate(frame.iloc[1:].itertuples())
        ),
    )
    calendar = next_year(two_years, 2027, now=NOW).calendar
    wanted = replace(meters, assets=frame, quantity=float(frame["amount"].sum()))
    chosen = chosen_assets(two_years, wanted, calendar)
    assert chosen.assets["asset_id"].tolist() == [left.asset_id]


def test_only_work_that_digs_keeps_off_a_surface_of_less_than_three_years(two_years):
    services = "  - {activity: services, quantity: 2, source: {en: plan, fr: plan}}\n"
    use_rules(two_years, OBJECTIVES + services, activity=SERVICES)
    laid = event("CH-1", "new_surface", first=date(2024, 5, 17), last=None)
    bring(two_years, laid)
    _, rows = year(two_years)
    # laid on 17 May 2024, the surface is three years old on 17 May 2027
    services = [row for row in rows if row.activity == "services"]
    assert services and all(row.opens >= date(2027, 5, 17) for row in services)
    assert any(row.week < date(2027, 5, 1) for row in rows if row.activity == "meters")


def test_jetting_waits_for_the_only_truck_and_not_for_one_of_two(two_years):
    use_rules(two_years, OBJECTIVES + JETTING)
    add(two_years, Equipment("HC-1", "combined_truck", "AG1"))
    away = event("EQ-1", "equipment_away", first=date(2027, 3, 1), last=date(2027, 6, 30), equipment="HC-1")
    bring(two_years, away)
    found, _ = year(two_years)
    assert found.before.activity("jetting")[2:6] == (0, 0, 0, 0)
    assert found.before.activity("meters")[2] > 0
    add(two_years, Equipment("HC-2", "combined_truck", "AG3"))
    found, _ = year(two_years)
    assert found.before.activity("jetting")[2] > 0
    booked = Booking("B1", "HC-2", datetime(2027, 3, 1, 8), datetime(2027, 3, 31, 17), note="inspection")
    add(two_years, booked)
    found, _ = year(two_years)
    assert (found.before.activity("jetting")[2], found.before.activity("jetting")[3] > 0) == (0, True)


def test_a_market_takes_its_weekday_and_does_not_cut_the_week(two_years):
    whole, _ = year(two_years)
    bring(two_years, event("MA-1", "market", weekdays=("wed",), first=date(2020, 1, 1), last=None))
    found, rows = year(two_years)
    wednesdays = [day for day in found.calendar.days if day.weekday() == 2]
    group = found.chosen[0].open_days.groups[0]
    assert group.open.sum() < whole.chosen[0].open_days.groups[0].open.sum()
    assert not {found.calendar.days[n] for n in group.open.nonzero()[0]} & set(wednesdays)
    assert any(row.due - row.opens > timedelta(days=14) for row in rows)


def test_events_are_replaced_by_id_undone_and_journaled(two_years):
    first = bring(two_years, event("EV1"), event("EV2", "market", weekdays=("sat",)))
    assert (first.new, first.changed, first.same) == (2, 0, 0)
    again = bring(two_years, event("EV1", called="Fête"), event("EV2", "market", weekdays=("sat",)))
    assert (again.new, again.changed, again.same) == (0, 1, 1)
    assert [one.name for one in stored_events(two_years)] == ["Fête", "EV2"]
    two_years.undo(who="F. Leroy")
    assert [one.name for one in stored_events(two_years)] == ["EV1", "EV2"]
    assert [line.who for line in two_years.journal(key="EV1")] == ["F. Leroy"] * 3
    remove_events(two_years, ["EV1"], who="F. Leroy")
    assert [one.event_id for one in stored_events(two_years)] == ["EV2"]
    two_years.undo(who="F. Leroy")
    assert len(stored_events(two_years)) == 2


def test_a_street_that_the_address_base_does_not_name_is_no_name_to_choose(two_years):
    import_addresses(two_years, [("Rue des Saules", "57000", "Valmont", "1", 687500.0, 6924000.0)])
    frame = two_years.read_layer(ADDRESS_LAYER)
    unnamed = frame.assign(name=None, town=None)
    two_years.write_layers({ADDRESS_LAYER: pd.concat([frame, unnamed], ignore_index=True)})
    with pytest.raises(InputError, match="no streets is called 'Rue des Saule'; near: Rue des Saules"):
        bring(two_years, event("EV1", streets=("Rue des Saule",)))
    bring(two_years, event("EV1", streets=("Rue des Saules",), communes=("Valmont",)))


class Between:
    """A workspace in which somebody else writes once, when a method of it is about to be called."""

    def __init__(self, workspace, method, write):
        self.workspace, self.method, self.write = workspace, method, write

    def __getattr__(self, name):
        if name == self.method and self.write is not None:
            write, self.write = self.write, None
            write()
        return getattr(self.workspace, name)


@pytest.mark.parametrize("method", ["layer_names", "command"])
def test_an_event_that_somebody_adds_meanwhile_keeps_its_number(two_years, method):
    desk = Between(two_years, method, lambda: bring(two_years, event("EV1", called="Marathon")))
    made = add_event(desk, event("", called="Fête"), day=NOW.date(), who="F. Leroy")
    assert made.event_id == "EV2"
    assert {one.event_id: one.name for one in stored_events(two_years)} == {"EV1": "Marathon", "EV2": "Fête"}


@pytest.mark.parametrize("method", ["layer_names", "command"])
def test_an_event_that_somebody_changes_meanwhile_is_not_replaced(two_years, method):
    bring(two_years, event("EV1"))
    desk = Between(two_years, method, lambda: bring(two_years, event("EV1", called="Marathon")))
    with pytest.raises(StaleWrite, match="after you read it"):
        bring(desk, event("EV1", called="Fête"), event("EV2"))
    assert [one.name for one in stored_events(two_years)] == ["Marathon"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"kind": "markt"}, "no kind is called 'markt'; near: market"),
        ({"kind": ""}, "no kind is called ''"),
        ({"zones": ("",)}, "no zones is called ''"),
        ({"zones": ("Z9",)}, "no zones is called 'Z9'"),
        ({"activities": ("hydrant",)}, "no activities is called 'hydrant'; near: hydrants"),
        ({"weekdays": ("wednesday",)}, "no weekdays is called 'wednesday'; near: wed"),
        ({"equipment": "HC-9"}, "no equipment is called 'HC-9'"),
        ({"streets": ("Rue X",)}, "no address base was imported"),
        ({"streets": ("",)}, "no address base was imported"),
        ({"last_day": date(2026, 12, 31)}, "ends on 2026-12-31, before it begins on 2027-01-01"),
    ],
)
def test_what_an_event_names_must_be_there(two_years, wrong, told):
    with pytest.raises(InputError, match="event EV1") as caught:
        bring(two_years, replace(event("EV1"), **wrong))
    assert told in caught.value.message.english()
    assert stored_events(two_years) == ()
