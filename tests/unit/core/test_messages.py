# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages become sentences, in any language, whatever is in them."""

from regard.core.messages import Message


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
