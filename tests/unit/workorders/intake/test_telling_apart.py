# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that tell types of work apart, on the questions of a leak."""

import pytest
from regard.workorders.intake.telling_apart import likeliest_code
from regard.workorders.questions import Between

FLOW = Between(question="flow", codes={"seep": "LEAK", "stream": "LEAK", "gusher": "BURST"})
PLACE = Between(question="place", codes={"road": "LEAK", "pavement": "SERVICE", "pit": "METER"})


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, "LEAK"),
        ({"flow": "gusher"}, "BURST"),
        ({"flow": "gusher", "place": "road"}, "BURST"),
        ({"flow": "gusher", "place": "pavement"}, "BURST"),
        ({"flow": "stream", "place": "pavement"}, "SERVICE"),
        ({"place": "pit"}, "METER"),
        ({"flow": "unknown", "place": "cellar"}, "LEAK"),
    ],
)
def test_the_answers_that_speak_for_a_type_win_over_the_words(answers, code):
    assert likeliest_code(["LEAK", "BURST", "SERVICE"], [FLOW, PLACE], answers) == code


def test_nothing_said_means_no_type():
    assert likeliest_code([], [], {}) == ""
