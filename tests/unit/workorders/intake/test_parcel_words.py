# SPDX-License-Identifier: GPL-3.0-or-later
"""A parcel is understood however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.intake.parcel_words import ParcelWords, parcel_words


@pytest.mark.parametrize(
    ("text", "parcel"),
    [
        ("AB 123", ParcelWords("AB", 123)),
        ("ab0123", ParcelWords("AB", 123)),
        ("A 7", ParcelWords("A", 7)),
        ("section AB n° 123", ParcelWords("AB", 123)),
        ("Parcelle AB-123", ParcelWords("AB", 123)),
        ("60159000AB0123", ParcelWords("AB", 123, "60159", "000")),
        ("601590000A0123", ParcelWords("A", 123, "60159", "000")),
        ("2A004000AB0123", ParcelWords("AB", 123, "2A004", "000")),
        ("", None),
        ("AB", None),
        ("123", None),
        ("AB 12345", None),
        ("the field", None),
    ],
)
def test_a_parcel_is_read(text, parcel):
    assert parcel_words(text) == parcel


@given(st.text(max_size=40))
def test_any_text_is_a_parcel_or_none(text):
    found = parcel_words(text)
    assert found is None or (found.section and 0 <= found.number <= 9999)
