# SPDX-License-Identifier: GPL-3.0-or-later
"""How somebody can be reached: numbers as a gateway wants them, and the channel for a purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.informing.contacts import (
    Channel,
    Reachable,
    choose_channel,
    is_mail_address,
    mobile_number,
)

FRENCH = {"country": "33", "prefixes": ("6", "7")}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("06 39 98 00 01", "+33639980001"),
        ("0639980001", "+33639980001"),
        ("+33 6 39 98 00 01", "+33639980001"),
        ("0033 7 39 98 00 01", "+33739980001"),
        ("06.39.98.00.01", "+33639980001"),
        ("+33 (0)6 39 98 00 01", "+33639980001"),
        ("+32 470 12 34 56", "+32470123456"),
        ("03 44 01 02 03", ""),
        ("06 39 98 00", ""),
        ("06 39 98 00 01 02", ""),
        ("", ""),
        ("inconnu", ""),
        ("+32 abc", ""),
    ],
)
def test_mobile_numbers(written, number):
    assert mobile_number(written, **FRENCH) == number


@given(st.text(max_size=20))
def test_a_mobile_number_is_empty_or_fit_for_a_gateway(text):
    number = mobile_number(text, **FRENCH)
    assert number == "" or (number[0] == "+" and number[1:].isascii() and number[1:].isdigit())


@pytest.mark.parametrize("text", ["a@b", "a b@c.fr", "a@b.fr,c@d.fr", "<a@b.fr>", "", "a@b.fr\nBcc: x@y.fr"])
def test_what_is_no_mail_address(text):
    assert not is_mail_address(text)


def test_a_landline_kept_as_a_mobile_gets_a_leaflet():
    who = Reachable("C1", "M. Roc", mobile="03 44 01 02 03", place="3 rue du Puits")
    assert choose_channel(who, "cut_planned", [Channel.SMS, Channel.LEAFLET], **FRENCH) == (
        Channel.LEAFLET,
        "3 rue du Puits",
    )


def test_a_preferred_channel_that_cannot_reach_is_passed_over():
    who = Reachable("C1", "M. Roc", mobile="0639980001", channels={"cut_planned": "email", "any": "phone"})
    usual = [Channel.SMS, Channel.LEAFLET]
    assert choose_channel(who, "cut_planned", usual, **FRENCH)[0] is Channel.SMS
    assert choose_channel(who, "cut_restored", usual, **FRENCH)[0] is Channel.PHONE


def test_nobody_is_reached_without_any_way():
    who = Reachable("C1", "M. Roc")
    assert choose_channel(who, "x", [Channel.SMS, Channel.LETTER], **FRENCH) == (Channel.NONE, "")
