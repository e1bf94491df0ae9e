# SPDX-License-Identifier: GPL-3.0-or-later
"""Agents, absences, restrictions and duty in a workspace."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from regard.core.errors import InputError
from regard.core.resources import Absence, Agent
from regard.planner.resources import people
from regard.store.errors import StaleWrite

JUNE_1, JUNE_30 = date(2026, 6, 1), date(2026, 6, 30)


def test_an_agent_is_edited_and_the_change_can_be_undone(service):
    people.edit_agent(service, "AG2", {"phone": "0639980002", "contact": "sms"}, who="dispatcher")
    assert service.get(Agent, "AG2").contact == "sms"
    assert service.journal(key="AG2")[-1].who == "dispatcher"
    service.undo(who="dispatcher")
    assert service.get(Agent, "AG2").contact == ""


def test_a_stale_agent_is_refused(service):
    stale = service.get(Agent, "AG2")
    people.edit_agent(service, "AG2", {"phone": "3949"}, who="one")
    with pytest.raises(StaleWrite), service.command("edit", who="two") as transaction:
        transaction.save(stale)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"zone": "Z9"}, "zone: found 'Z9', expected one of Z1"),
        ({"depot": "D9"}, "depot: found 'D9', expected one of D1"),
        ({"contact": "pigeon"}, "contact: found 'pigeon', expected one of email, phone, radio, sms"),
        ({"phone": "abc"}, "phone: found 'abc', expected a telephone number"),
        ({"vehicle": "lorry"}, "vehicle: found 'lorry', expected one of van, truck"),
        ({"vehicle": ""}, "vehicle: found '', expected one of van, truck"),
        ({"day_end": time(6)}, "the day of AG2 ends at 06:00:00"),
        ({"fone": "1"}, "'fone' is no field of an agent"),
        ({"name": "AG2"}, "nothing changes for the agent AG2"),
    ],
)
def test_what_cannot_be_meant_is_refused(service, values, said):
    with pytest.raises(InputError, match=said):
        people.edit_agent(service, "AG2", values, who="test")


def test_an_agent_with_a_vehicle_that_no_road_is_read_for_is_not_added(service):
    wrong = replace(service.get(Agent, "AG1"), agent_id="AG7", vehicle="Van", version=0)
    with pytest.raises(InputError, match="vehicle: found 'Van', expected one of van, truck"):
        people.add_agent(service, wrong, who="test")
    assert not service.all(Agent, agent_id="AG7")


def test_an_absence_is_added_once_and_taken_back(service):
    made = people.add_absence(service, "AG1", date(2026, 6, 4), date(2026, 6, 5), who="test")
    with pytest.raises(InputError, match="AG1 is away already from 2026-06-04 to 2026-06-05"):
        people.add_absence(service, "AG1", date(2026, 6, 5), date(2026, 6, 9), who="test")
    people.remove_absence(service, made.absence_id, who="test")
    assert service.all(Absence) == []
    with pytest.raises(InputError, match="the last day 2026-06-03 lies before the first, 2026-06-04"):
        people.add_absence(service, "AG1", date(2026, 6, 4), date(2026, 6, 3), who="test")


def test_the_card_has_skills_restrictions_and_no_reason(service):
    people.restrict(service, "AG2", "no_night_call_out", JUNE_1, JUNE_30, who="F. Leroy")
    card = people.agent_card(service, "AG2")
    assert [own.kind for own in card.restrictions] == ["no_night_call_out"]
    assert {own.skill for own in card.skills} == {"COMPTEUR", "AIPR_OP", "PI", "CATEC_I"}
    with pytest.raises(InputError, match="'bad back' is no restriction"):
        people.restrict(service, "AG2", "bad back", JUNE_1, JUNE_30, who="F. Leroy")


def test_nobody_is_on_call_against_a_restriction(service):
    people.restrict(service, "AG2", "no_night_call_out", JUNE_1, JUNE_30, who="F. Leroy")
    with pytest.raises(InputError, match="AG2 is not to be called out on 2026-06-03 21:00"):
        people.add_duty(service, "AG2", datetime(2026, 6, 3, 17), datetime(2026, 6, 4, 7), who="test")
    people.add_duty(service, "AG2", datetime(2026, 6, 6, 8), datetime(2026, 6, 6, 20), who="test")
    with pytest.raises(InputError, match="noted already"):
        people.add_duty(service, "AG2", datetime(2026, 6, 6, 12), datetime(2026, 6, 6, 14), who="test")


def test_duty_over_a_night_in_the_midst_of_days_is_seen(service):
    people.restrict(service, "AG2", "no_night_call_out", JUNE_30, JUNE_30, who="F. Leroy")
    with pytest.raises(InputError, match="AG2 is not to be called out on 2026-06-30"):
        people.add_duty(service, "AG2", datetime(2026, 6, 28, 8), datetime(2026, 7, 3, 8), who="test")
