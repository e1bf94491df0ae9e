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
