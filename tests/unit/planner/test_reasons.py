# SPDX-License-Identifier: GPL-3.0-or-later
"""Reasons why an order is not planned, gathered and worded."""

from regard.planner.tours.reasons import gather_reasons, reason_message


def reason(code, detail, agent="AG1"):
    return {"agent": agent, "day": "2026-06-03", "code": code, "detail": detail}


def test_a_reason_that_holds_for_many_is_told_once_and_first():
    gathered = gather_reasons(
        [
            reason("window", "14:00-16:00"),
            reason("skill_missing", "SS4"),
            reason("skill_missing", "SS4", "AG2"),
        ]
    )
    assert gathered == (("skill_missing", "SS4", 2), ("window", "14:00-16:00", 1))


def test_different_skills_stay_apart():
    gathered = gather_reasons([reason("skill_missing", "SS4"), reason("skill_missing", "PI")])
    assert {detail for _, detail, _ in gathered} == {"SS4", "PI"}


def test_missing_minutes_are_told_once_with_the_fewest():
    gathered = gather_reasons([reason("no_time", "128"), reason("no_time", "23", "AG2")])
    assert gathered == (("no_time", "23", 2),)


def test_a_skill_is_called_by_its_name():
    said = reason_message("skill_missing", "SS4", name_of={"SS4": "asbestos"}.get)
    assert said.english() == "lacks the skill asbestos"


def test_minutes_have_no_name_to_look_up():
    said = reason_message("no_time", "23", name_of={}.__getitem__)
    assert said.english() == "23 min are missing in the day"


def test_an_expired_skill_is_called_by_its_name_and_date():
    said = reason_message("skill_expired", "SS4 2026-05-30", name_of={"SS4": "asbestos"}.get)
    assert said.english() == "the skill asbestos expired on 2026-05-30"


def test_skills_that_nobody_has_together_are_each_called_by_their_name():
    said = reason_message("skills_nobody", "PI + SS4", name_of={"SS4": "asbestos", "PI": "hydrants"}.get)
    assert said.english() == "nobody has these skills together: hydrants + asbestos"
