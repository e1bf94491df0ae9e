# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages become sentences, in any language, whatever is in them."""

from datetime import date, datetime

import pytest
from regard.core.messages import Message
from regard.core.translations import translator


def test_a_message_within_a_message_is_said_in_the_same_language():
    french = {
        "{file}: has no layer '{layer}'; it has {known}": "{file} : pas de {layer} ; {known}",
        "a polygon": "polygone",
    }
    inner = Message("cell.area")
    outer = Message("layer.not_in_file", {"file": "a.gpkg", "layer": inner, "known": "-"})
    assert outer.render(french.__getitem__) == "a.gpkg : pas de polygone ; -"


def test_an_unknown_code_is_shown_with_what_it_carries():
    assert Message("made.up").english() == "made.up"
    assert Message("made.up", {"found": 3, "file": "a.csv"}).english() == "made.up: found=3, file=a.csv"


def test_a_part_in_brackets_is_said_only_where_it_tells_something():
    told = {"asset": "V55"}
    near = Message("network.valve_unknown", {**told, "near": "V5"})
    assert near.english() == "'V55' is not a valve in service; near: V5"
    nothing = Message("network.valve_unknown", {**told, "near": "-"})
    assert nothing.english() == "'V55' is not a valve in service"
    assert "[binary]" in Message("workspace.no_driver").english()


@pytest.mark.parametrize(
    ("given", "english", "french"),
    [
        (date(2026, 6, 3), "2026-06-03", "03/06/2026"),
        ("2026-06-03", "2026-06-03", "03/06/2026"),
        (datetime(2026, 6, 3, 8, 12, 30), "2026-06-03 08:12", "03/06/2026 08:12"),
        ("2026-06-03 08:12", "2026-06-03 08:12", "03/06/2026 08:12"),
        # no days: a number of the teleservice, one that is none, a range
        ("2026-13-03", "2026-13-03", "2026-13-03"),
        ("2026060300123D", "2026060300123D", "2026060300123D"),
        ("2026-06-03/04", "2026-06-03/04", "2026-06-03/04"),
    ],
)
def test_days_are_written_as_the_language_does(given, english, french):
    message = Message("usage.not_date", {"found": given})
    assert message.english().startswith(f"'{english}'")
    assert f"« {french} »" in message.render(translator("fr")).replace("\u00a0", " ")


def test_figures_are_written_with_the_decimal_sign_of_the_language_but_not_what_was_typed():
    french = {"{whole}.{part}": "{whole},{part}"}
    far = Message(
        "closure.far_from_asset",
        {"field": "repair_point", "found": 4.1, "asset": "P03", "limit": "2.5", "classes": ""},
    )
    said = far.render(lambda template: french.get(template, template))
    assert said.startswith("repair_point is 4,1 m from P03 (> 2,5 m)")
    assert far.english().startswith("repair_point is 4.1 m from P03 (> 2.5 m)")
    typed = Message("closure.value", {"field": "dn", "found": "12.5", "expected": "-"})
    assert "'12.5'" in typed.render(lambda template: french.get(template, template))


def test_a_message_on_screen_names_no_commands_however_deep_it_lies():
    typed = Message("gate.dict_to_follow")
    planned = Message("state.planned")
    refused = Message("gate.refused", {"order": "OI-1", "target": planned, "found": (typed,)})
    assert "(regard notices follow)" in refused.english()
    on_screen = refused.on_screen()
    assert "on the command line" in on_screen.english()
    assert on_screen.english().startswith("OI-1 cannot become planned: ")
    # what has one text alone is said as it is
    assert Message("plan.none").on_screen() == Message("plan.none")
