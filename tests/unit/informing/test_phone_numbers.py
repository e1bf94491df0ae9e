# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as a telephone number, French or not, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.informing.phone_numbers import is_phone_number
from regard.workorders.informing.rules import load_communication

RULE = load_communication().phone
# ranges that Arcep keeps for fiction, and those that nobody is given
NUMBERS = [
    "0639981234",
    "06 39 98 12 34",
    "01.99.00.12.34",
    "01-99-00-12-34",
    "06/39/98/12/34",
    "(01) 99 00 12 34",
    "+33 6 39 98 12 34",
    "+33 (0)6 39 98 12 34",
    "0033 639981234",
    "+33639981234",
    "01 99 00 12 34 poste 12",
    "01 99 00 12 34 p. 12",
    "0199001234 ext. 4021",
    "0199001234x12",
    "+44 20 7946 0958",
    "+1 (202) 555-0143",
    "18",
    "112",
    "3949",
    "1014",
    "118 218",
    "01 99 00 12 34 / 06 39 98 12 34",
    "01 99 00 12 34 ou 06 39 98 12 34",
    "01 99 00 12 34; 06 39 98 12 34",
    " 06 39 98 12 34 ",
]
NO_NUMBERS = [
    "abc",
    "06",
    "06 39 98 12 3",
    "06 39 98 12 34 5",
    "0039",
    "00 00 98 12 34",
    "06 39 98 12 3O",
    "+33 6 39 98 12",
    "+33 16 39 98 12 34",
    "+",
    "+0 12 34 56 78",
    "+1234567890123456",
    "poste 12",
    "voisin 06 39 98 12 34",
    "06 39 98 12 34 / abc",
    "0٦٣٩٩٨١٢٣٤",
    "",
    "٠٦٣٩٩٨١٢٣٤",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_that_can_be_dialled(text):
    assert is_phone_number(text, RULE)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_nobody_can_dial(text):
    assert not is_phone_number(text, RULE)


@given(
    st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True), st.lists(st.sampled_from(["", " ", ".", "-", "\u00a0"]))
)
def test_ten_digits_count_however_they_are_set_apart(digits, signs):
    text = "".join(a + (signs[at % len(signs)] if signs else "") for at, a in enumerate(digits))
    assert is_phone_number(text, RULE)
    assert not is_phone_number(text.replace(digits[-1], "", 1), RULE)


@given(st.text(max_size=40))
def test_no_text_makes_it_fail(text):
    found = is_phone_number(text, RULE)
    assert not found or sum(one.isdigit() for one in text) >= 2
