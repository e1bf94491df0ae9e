# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard agents list``: whom ``move`` and ``replan`` can be asked for, as they are on a day."""

import pytest

DAY = ("--day", "2026-06-03")


@pytest.fixture
def town_with_absence(staffed, done):
    done("absences", "add", staffed, "--agent", "AG2", "--from", "2026-06-03", "--until", "2026-06-04")
    return staffed


def test_agents_are_listed_as_they_are_on_a_day(town_with_absence, done):
    found = done("agents", "list", town_with_absence, *DAY)
    assert found["day"] == "2026-06-03"
    assert [(one["agent"], one["zone"], one["absent"]) for one in found["agents"]] == [
        ("AG1", "Z1", False),
        ("AG2", "Z1", True),
    ]
    assert found["agents"][0]["skills"] == ["AIPR_OP", "PI", "SS4", "TERR"]
    later = done("agents", "list", town_with_absence, "--day", "2026-06-05")["agents"]
    assert [one["absent"] for one in later] == [False, False]


def test_skills_that_have_expired_by_the_day_are_not_listed(staffed, done):
    assert done("agents", "list", staffed, "--day", "2028-01-05")["agents"][0]["skills"] == []


def test_people_read_names_and_ids(town_with_absence, regard):
    text = regard("agents", "list", town_with_absence, *DAY, "--lang", "fr").out
    (line,) = [line for line in text.splitlines() if line.startswith("AG2")]
    assert line.split()[:5] == ["AG2", "Blaise", "Z1", "08:00-16:30", "oui"]
    assert "COMPTEUR" not in text
