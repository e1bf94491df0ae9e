# SPDX-License-Identifier: GPL-3.0-or-later
"""The priority is the more severe of the score and of the catalogue."""

from dataclasses import replace
from itertools import product

import pytest
from regard.workorders.criticality import Factors, assess, factors_of
from regard.workorders.facts import AssetFacts, NetworkNear
from regard.workorders.orders import Priority

P1, P2, P3, P4 = Priority


@pytest.fixture
def judge(rules):
    def judged(code, **levels):
        return assess(Factors(**levels), standard=rules.catalogue[code], rules=rules.criticality)

    return judged


def test_a_burst_that_may_undermine_the_road_scores_p2(judge):
    found = judge("AEP-FUI-CAN", safety=0.5, service=0.5, sensitive=1.0)
    assert (found.score, found.by_score, found.priority) == (47.5, P2, P2)
    assert found.detail == {
        "safety": 20.0,
        "service": 12.5,
        "sensitive": 15.0,
        "environment": 0.0,
        "contract": 0.0,
    }


def test_the_same_burst_scores_p1_once_the_collapse_is_certain(judge):
    found = judge("AEP-FUI-CAN", safety=1.0, service=0.5, sensitive=1.0)
    assert (found.score, found.priority) == (67.5, P1)


def test_a_meter_leak_scores_p4_and_the_catalogue_makes_it_p3(judge):
    found = judge("AEP-FUI-CPT", contract=0.5)
    assert (found.score, found.by_score, found.by_catalogue, found.priority) == (5.0, P4, P3, P3)


def test_full_safety_is_p1_whatever_the_score(judge):
    found = judge("AEP-CPT-REM", safety=1.0)
    assert (found.score, found.priority) == (40.0, P1)


def test_every_combination_follows_the_rule(judge):
    for levels in product((0.0, 0.5, 1.0), repeat=5):
        safety, service, sensitive, environment, contract = levels
        score = 40 * safety + 25 * service + 15 * sensitive + 10 * environment + 10 * contract
        by_score = P1 if safety == 1 or score >= 60 else P2 if score >= 35 else P3 if score >= 15 else P4
        found = judge(
            "AEP-CPT-REM",
            safety=safety,
            service=service,
            sensitive=sensitive,
            environment=environment,
            contract=contract,
        )
        assert (found.score, found.by_score, found.priority) == (score, by_score, by_score)


def test_an_assessment_keeps_the_rules_version(judge, rules):
    assert judge("AEP-REL").rules_version == rules.criticality.version


def test_a_factor_between_the_levels_is_refused():
    with pytest.raises(ValueError, match=r"0, 0\.5 or 1"):
        Factors(safety=0.7)


@pytest.fixture
def weigh(rules, burst_call):
    """Return the factors of the burst call with some facts, answers, type of work and time left."""

    def weighed(*, code="AEP-CASSE", answers=None, danger=False, time_left_share=1.0, **facts):
        return factors_of(
            replace(burst_call, answers=answers, danger=danger),
            AssetFacts(**facts),
            standard=rules.catalogue[code],
            time_left_share=time_left_share,
            rules=rules.criticality,
        )

    return weighed


@pytest.mark.parametrize(("customers", "level"), [(0, 0.0), (1, 0.5), (50, 0.5), (51, 1.0)])
def test_customers_without_water_feed_service(weigh, customers, level):
    assert weigh(customers_cut=customers) == Factors(service=level)


@pytest.mark.parametrize(("share", "level"), [(1.0, 0.0), (0.5, 0.0), (0.49, 0.5), (0.0, 0.5), (-0.01, 1.0)])
def test_the_time_left_feeds_contract(weigh, share, level):
    assert weigh(time_left_share=share) == Factors(contract=level)


def test_sensitive_customers_and_hydrants_feed_sensitive(weigh):
    assert weigh(hydrants_out=1) == Factors(sensitive=0.5)
    assert weigh(hydrants_out=1, sensitive_cut=1) == Factors(sensitive=1.0)


@pytest.mark.parametrize(
    ("code", "is_sensitive", "verdict", "level"),
    [
        ("AEP-FUI-CAN", True, "in_corridor", 0.5),
        ("AEP-FUI-CAN", True, "to_mark_out", 0.0),
        ("AEP-FUI-CAN", False, "in_corridor", 0.0),
        ("AEP-BRT-NEUF", True, "in_corridor", 0.0),
    ],
)
def test_a_leak_on_a_gas_pipe_is_unsafe_and_planned_work_is_not(weigh, code, is_sensitive, verdict, level):
    near = NetworkNear("an operator", "", "GAZ", "a pipe", is_sensitive, verdict)
    assert weigh(code=code, networks=(near,)) == Factors(safety=level)


@pytest.mark.parametrize(
    ("answers", "danger", "expected"),
    [
        (None, False, Factors()),
        ({"road_subsiding": "suspected"}, False, Factors(safety=0.5)),
        ({"road_subsiding": "suspected"}, True, Factors(safety=1.0)),
        ({"road_subsiding": "no"}, False, Factors()),
        ({"overflow_place": "inside"}, False, Factors(safety=0.5, service=0.5)),
        ({"overflow_place": "outside", "reaches_stream": "yes"}, False, Factors(environment=1.0)),
        ({"a question of their own": "yes"}, False, Factors()),
    ],
)
def test_what_the_caller_says_feeds_the_factors(weigh, answers, danger, expected):
    assert weigh(answers=answers, danger=danger) == expected
