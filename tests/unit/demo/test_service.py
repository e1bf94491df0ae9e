# SPDX-License-Identifier: GPL-3.0-or-later
"""People, means, the day's calls and the past year, as the ordinary imports read them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from regard.core.calendars import is_working_day
from regard.core.people import OnCallDuty
from regard.core.resources import Absence, Agent, Equipment, SkillGrant, StockLine, Subcontractor, Zone
from regard.demo.settings import settings
from regard.network.isolation.isolate import isolate
from regard.network.layouts.stareau import roles_from_stareau
from regard.network.water.water_network import build_water_network
from regard.store.records_csv import read_records
from regard.store.resource_files import read_resources
from regard.workorders.history import ClosedIntervention
from regard.workorders.informing.contacts import Addressee, CustomerContact
from regard.workorders.requests import ServiceRequest
from regard.workorders.rulebook import load_rule_book
from regard.workorders.suggestion import suggest_codes
from shapely.geometry import box

DAY = date(2026, 6, 3)
FICTION = re.compile(r"(06 39 98|01 99 00) \d\d \d\d")


@pytest.fixture(scope="module")
def rules():
    return load_rule_book()


@pytest.fixture(scope="module")
def resources(town, rules):
    return read_resources(town.folder / "resources", rules=rules, crs=town.crs)


@pytest.fixture(scope="module")
def requests(town, rules):
    codes = {"code": set(rules.catalogue.jobs), "contract_id": set(rules.contracts.contracts)}
    return read_records(town.folder / "requests.csv", ServiceRequest, known=codes)


@pytest.fixture(scope="module")
def history(town, rules):
    return read_records(
        town.folder / "history.csv", ClosedIntervention, known={"code": set(rules.catalogue.jobs)}
    )


def _kind(records, kind):
    return [record for record in records if type(record) is kind]


def test_ten_agents_live_in_the_town_and_hold_valid_skills(resources):
    agents = _kind(resources, Agent)
    assert len(agents) == 10
    assert all(agent.day_start < agent.lunch_start < agent.lunch_end < agent.day_end for agent in agents)
    grants = _kind(resources, SkillGrant)
    assert all(grant.valid_from < grant.valid_until for grant in grants)
    assert {agent.agent_id for agent in agents} == {grant.agent_id for grant in grants}


def test_asbestos_is_scarce_and_some_authorisations_run_out(resources):
    grants = _kind(resources, SkillGrant)
    assert sum(grant.skill == "SS4" for grant in grants) == 1
    assert any(DAY <= grant.valid_until <= date(2026, 6, 30) for grant in grants)
    assert any(grant.valid_until < DAY for grant in grants)


def test_everyone_works_on_the_day_but_not_every_day(resources):
    absences = _kind(resources, Absence)
    assert absences
    assert not any(absence.first_day <= DAY <= absence.last_day for absence in absences)


def test_somebody_for_water_and_somebody_for_sewers_is_on_call_each_night(resources):
    duties, absences = _kind(resources, OnCallDuty), _kind(resources, Absence)
    held = {(grant.agent_id, grant.skill) for grant in _kind(resources, SkillGrant)}
    for night in (datetime.combine(DAY, time(3)) + timedelta(days=n) for n in range(14)):
        who = [duty.agent_id for duty in duties if duty.starts_at <= night < duty.ends_at]
        assert sorted((agent, "HYDROCURAGE") in held for agent in who) == [False, True]
        assert any((agent, "RESEAU") in held for agent in who)
        assert not any(a.agent_id in who and a.first_day <= night.date() <= a.last_day for a in absences)


def test_means_are_on_vans_or_at_the_depot(resources):
    agents = {agent.agent_id for agent in _kind(resources, Agent)}
    assert {item.agent_id for item in _kind(resources, Equipment)} <= agents | {""}
    assert {line.holder for line in _kind(resources, StockLine)} <= agents | {"depot"}
    assert len(_kind(resources, Subcontractor)) == 2


def test_parts_are_listed_in_the_rules(resources, rules):
    assert {line.part for line in _kind(resources, StockLine)} <= set(rules.means.parts)
    assert {skill for one in _kind(resources, Subcontractor) for skill in one.skills} <= set(
        rules.means.skills
    )


def test_three_zones_cover_all_customers_once(resources, read):
    zones = _kind(resources, Zone)
    assert [zone.zone_id for zone in zones] == ["Z1", "Z2", "Z3"]
    points = read("aep_point_livraison").geometry
    inside = np.array([shapely.covers(zone.geometry, points.to_numpy()) for zone in zones])
    assert (inside.sum(axis=0) >= 1).all()
    assert inside.sum(axis=1).min() > 0.25 * len(points)


def test_phones_are_invented(resources, requests, town):
    phones = [record.phone for record in resources if hasattr(record, "phone")]
    phones += [request.phone for request in requests]
    phones += gpd.read_file(town.folder / "third_party.gpkg")["emergency_phone"].unique().tolist()
    assert all(FICTION.fullmatch(phone) for phone in phones)


def test_the_day_has_55_requests_of_which_seven_are_emergencies(requests):
    assert len(requests) == 55
    assert [request.request_id for request in requests] == sorted(request.request_id for request in requests)
    urgent = {"AEP-CASSE", "AEP-FUI-BRT", "ASS-DEB", "ASS-TAMP", "ASS-PR-DEP"}
    words = ("fuite sur canalisation", "toilettes refoulent")
    emergencies = [
        request
        for request in requests
        if request.code in urgent or any(w in request.description for w in words)
    ]
    assert len(emergencies) == 7
    assert sum(request.danger for request in requests) == 4


def test_calls_come_in_before_the_plan_is_made(requests):
    received = [request.received_at for request in requests]
    assert received == sorted(received)
    assert min(received) >= datetime(2026, 6, 2, 14, 0)
    assert max(received) < datetime(2026, 6, 3, 7, 45)


def test_appointments_are_on_the_day(requests):
    windows = [(request.window_start, request.window_end) for request in requests if request.window_start]
    assert len(windows) >= 8
    assert all(start.date() == end.date() == DAY and start < end for start, end in windows)


def test_the_words_alone_give_the_code(requests, rules):
    uncoded = [request for request in requests if not request.code]
    assert len(uncoded) >= 8
    assert all(suggest_codes(request.description, rules.catalogue) for request in uncoded)
    for request in requests:
        if request.code:
            assert suggest_codes(request.description, rules.catalogue)[0].code == request.code


def test_customers_who_call_are_customers(requests, read):
    known = set(read("aep_point_livraison")["ref_client"])
    refs = {request.customer_ref for request in requests} - {""}
    assert len(refs) > 25
    assert refs <= known


def test_calls_point_into_the_town(requests, read):
    limits = box(*read("aep_canalisation").total_bounds).buffer(60)
    assert all(limits.covers(request.place) for request in requests)


@pytest.fixture(scope="module")
def cut_of(read):
    tables = ("aep_canalisation", "aep_vanne", "aep_appareillage", "aep_reservoir", "aep_captage", "pei")
    tables += ("aep_canalisation_branchement", "aep_point_livraison")
    network = build_water_network(roles_from_stareau(read, tables))
    return lambda place: isolate(network, point=place)


def test_the_two_bursts_are_what_the_day_needs(requests, read, cut_of, town):
    mains = read("aep_canalisation").set_index("id_canalisation")
    asbestos = next(request.place for request in requests if request.code == "AEP-CASSE")
    sensitive = next(request.place for request in requests if "fuite sur canalisation" in request.description)
    first, second = cut_of(asbestos), cut_of(sensitive)
    assert mains.loc[first.asset, "materiau"] == "amci"
    assert first.customers
    gas = gpd.read_file(town.folder / "third_party.gpkg").query("network_type == 'GAZ'")
    assert gas.distance(asbestos).min() < 1.2
    assert second.sensitive_customers


def test_the_past_three_years_are_complete_and_grow(history):
    years = Counter(one.started_at.year - (one.started_at.month < 6) for one in history)
    assert 9000 < years[2023] < years[2024] < years[2025]
    assert len({one.order_id for one in history}) == len(history)
    assert min(one.started_at for one in history) >= datetime(2023, 6, 1)
    assert max(one.started_at for one in history) < datetime(2026, 6, 1)
    assert all(one.received_at <= one.started_at < one.ended_at for one in history)
    assert all(len(one.agents) == one.crew for one in history)


def test_nobody_is_in_two_places_at_once(history):
    busy = pd.DataFrame(
        [(agent, one.started_at, one.ended_at) for one in history for agent in one.agents],
        columns=["agent", "start", "end"],
    ).sort_values(["agent", "start"])
    gap = busy.groupby("agent")["start"].shift(-1) - busy["end"]
    assert gap.dropna().min() >= pd.Timedelta(0)


def test_work_starts_in_working_hours(history):
    assert all(is_working_day(one.started_at.date()) for one in history)
    assert all(time(7, 45) <= one.started_at.time() <= time(16, 15) for one in history)


def test_crews_hold_the_skills_of_the_work(history, resources, rules):
    held = {}
    for grant in _kind(resources, SkillGrant):
        held.setdefault(grant.agent_id, set()).add(grant.skill)
    for one in history[:2000]:
        together = set().union(*(held[agent] for agent in one.agents))
        missing = set(rules.catalogue[one.code].skills) - together
        assert not missing, (one.code, one.agents)


def test_history_has_its_seasons(history):
    def share(code, months):
        starts = [one.started_at.month for one in history if one.code == code]
        return sum(month in months for month in starts) / len(starts)

    assert share("AEP-FUI-CAN", {12, 1, 2}) > 0.35
    assert share("ASS-AVAL", {9, 10, 11}) > 0.4
    assert share("AEP-PI-CTL", {12, 1, 2, 7, 8}) < 0.1
    assert {one.cause for one in history if one.code == "AEP-CASSE" and one.started_at.month == 1} == {"gel"}


def test_durations_scatter_around_the_standard(history, rules):
    minutes = np.array(
        [one.duration_min for one in history if one.code == "AEP-REL" and one.result == "done"]
    )
    assert np.median(minutes) == pytest.approx(rules.catalogue["AEP-REL"].duration_min.p50, abs=1)
    assert minutes.std() > 0.5


def test_most_of_the_past_was_done(history):
    results = Counter(one.result for one in history)
    assert results["done"] / len(history) > 0.9
    assert set(results) == {"done", "partial", "not_done"}


def test_messages_have_somebody_to_go_to_and_nobody_of_them_exists(town):
    directory = read_records(town.folder / "directory.csv", Addressee)
    kinds = Counter(entry.kind for entry in directory)
    wanted = {"town_hall", "fire_service", "stores_manager", "equipment_manager", "contract_manager"}
    assert wanted | {"field_manager", "dispatcher", "subcontractor"} <= kinds.keys()
    networks = settings("third_party")["networks"]
    assert {one["operator"] for one in networks} == {one.name for one in directory if one.kind == "operator"}
    customers = read_records(town.folder / "customers.csv", CustomerContact)
    assert len(customers) > 30
    assert all(one.phone for one in customers if one.is_sensitive)
    assert any(one.is_sensitive for one in customers)
    for one in (*directory, *customers):
        assert all(FICTION.fullmatch(number) for number in (one.phone, one.mobile) if number)
        assert not one.email or one.email.endswith(".example")
