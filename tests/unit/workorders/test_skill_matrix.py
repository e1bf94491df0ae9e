# SPDX-License-Identifier: GPL-3.0-or-later
"""The skills of a zone: who holds them until when, and which hang on one agent."""

from dataclasses import replace
from datetime import date

from regard.core.ids import AgentId
from regard.core.resources import SkillGrant
from regard.tests.unit.planner.days import agent
from regard.workorders.resources.skill_matrix import skill_matrix

DAY = date(2026, 5, 28)
AGENTS = [agent("AG1"), agent("AG2"), replace(agent("AG3"), zone="Z2")]


def grant(who, skill, until=date(2027, 1, 1), since=date(2025, 1, 1)):
    return SkillGrant(f"{who}-{skill}-{until}", AgentId(who), skill, since, until)


def matrix(*grants):
    return skill_matrix("Z1", AGENTS, grants, skills=("AIPR_OP", "SS4", "PI"), day=DAY, single_point=1)


def test_a_skill_of_one_agent_is_a_single_point_of_failure():
    found = matrix(grant("AG1", "SS4"), grant("AG1", "PI"), grant("AG2", "PI"))
    assert [(row.skill, row.coverage, row.is_single_point) for row in found.rows] == [
        ("SS4", 1, True),
        ("PI", 2, False),
    ]
    assert found.single_points == ("SS4",)


def test_agents_of_other_zones_and_what_is_not_valid_do_not_count():
    found = matrix(
        grant("AG3", "SS4"),
        grant("AG1", "SS4", until=date(2026, 5, 27)),
        grant("AG2", "SS4", since=date(2026, 5, 29)),
    )
    assert found.rows == ()


def test_the_latest_validity_counts():
    found = matrix(grant("AG1", "SS4", until=date(2026, 6, 1)), grant("AG1", "SS4"))
    assert found.rows[0].until == {"AG1": date(2027, 1, 1)}


def test_the_digest_changes_with_an_agent_a_skill_or_a_date_only():
    held = grant("AG1", "SS4")
    same = replace(matrix(held), day=date(2026, 6, 1))
    assert same.digest == matrix(held).digest
    assert (
        len({matrix(held).digest, matrix().digest, matrix(grant("AG1", "SS4", date(2026, 9, 1))).digest}) == 3
    )
