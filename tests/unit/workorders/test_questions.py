# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of a caller: danger first, then what the type of work needs."""


def test_danger_is_asked_first_and_of_everyone(rules):
    for job in rules.catalogue.standards():
        assert next(iter(rules.questions.asked(job.questions))) == "danger"


def test_a_leak_is_asked_where_and_how_much(rules):
    asked = rules.questions.asked("leak")
    assert {"caller_kind", "leak_place", "leak_flow", "before_meter", "road_subsiding"} <= asked.keys()
    assert list(asked["leak_flow"].answers) == ["seep", "stream", "gusher"]
    assert asked["leak_flow"].answers["gusher"].fr == "Jaillissement"


def test_a_type_without_a_set_is_asked_the_common_questions_only(rules):
    assert rules.questions.asked("") == rules.questions.sets["common"]


def test_free_text_has_no_answers_to_choose(rules):
    assert rules.questions.asked("")["landmark"].answers == {}
    assert not rules.questions.knows("landmark", "the bakery")
    assert rules.questions.knows("road_subsiding", "suspected")
