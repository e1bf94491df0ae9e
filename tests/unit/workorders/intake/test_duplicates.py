# SPDX-License-Identifier: GPL-3.0-or-later
"""Duplicates are found as by comparing every pair of requests."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from regard.core.ids import RequestId
from regard.workorders.intake.duplicates import kind_of, possible_duplicates
from regard.workorders.intake.intake_rules import load_intake_rules
from regard.workorders.requests import RequestState, ServiceRequest
from shapely.geometry import Point

RULES = load_intake_rules().duplicates
START = datetime(2026, 6, 3, 8)


def request(number, x=0, y=0, minutes=0, code="A", state=RequestState.NEW):
    return ServiceRequest(
        request_id=RequestId(f"DI-{number:02d}"),
        received_at=START + timedelta(minutes=minutes),
        caller="x",
        phone="06",
        customer_ref="",
        address="",
        place=Point(x, y),
        code=code,
        description="",
        danger=False,
        contract_id="VA-2024",
        state=state,
    )


CALLS = st.lists(
    st.builds(
        dict,
        x=st.integers(0, 150),
        y=st.integers(0, 60),
        minutes=st.integers(0, 300),
        code=st.sampled_from(["A", "B", ""]),
        state=st.sampled_from([RequestState.NEW, RequestState.CONVERTED, RequestState.REJECTED]),
    ),
    max_size=14,
)


def by_pairs(requests):
    found = {}
    for one in requests:
        near = []
        for other in requests:
            gone = RequestState.REJECTED in (one.state, other.state)
            earlier = (other.received_at, other.request_id) < (one.received_at, one.request_id)
            apart = one.received_at - other.received_at > timedelta(hours=RULES.hours)
            far = one.place.distance(other.place) > RULES.distance_m
            unlike = one.code and other.code and one.code != other.code
            if earlier and not (gone or apart or far or unlike):
                near.append((one.place.distance(other.place), other.request_id))
        if near:
            found[one.request_id] = tuple(key for _, key in sorted(near))
    return found


@given(CALLS)
def test_duplicates_are_those_of_every_pair(calls):
    requests = [request(number, **call) for number, call in enumerate(calls)]
    found = possible_duplicates(requests, rules=RULES, kind=lambda one: one.code)
    assert found == by_pairs(requests)


def test_nothing_repeats_nothing():
    assert possible_duplicates([], rules=RULES, kind=lambda one: one.code) == {}


def test_leaks_of_every_type_are_one_kind_and_words_tell_the_kind_too(catalogue):
    def kind(code, description=""):
        return kind_of(replace(request(1), code=code, description=description), catalogue)

    assert kind("AEP-CASSE") == kind("AEP-FUI-CAN") == kind("", "grosse fuite dans la rue")
    assert kind("ASS-DEB") != kind("AEP-CASSE")
    assert kind("", "bonjour") == ""
    assert kind("AEP-PURGE") == "AEP-PURGE"
