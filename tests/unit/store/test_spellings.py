# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a search, and what is read as a telephone number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.store.spellings import asked_words, holds, is_indexed

NUMBER = ("639981234", "6 39 98 12 34", "6.39.98.12.34", "6-39-98-12-34")


@pytest.mark.parametrize(
    "text",
    [
        "06 39 98 12 34",
        "0639981234",
        "06.39.98.12.34",
        "06-39-98-12-34",
        "+33639981234",
        "+33 6 39 98 12 34",
        "0033 6 39 98 12 34",
    ],
)
def test_a_number_is_one_word_without_what_falls_away_after_the_code_of_the_country(text):
    assert asked_words(f"noel {text} rue") == [("noel",), NUMBER, ("rue",)]


def test_three_pairs_are_the_end_of_a_number():
    assert asked_words(" 98  12 34 ") == [("981234", "98 12 34", "98.12.34", "98-12-34")]


@pytest.mark.parametrize(
    "text", ["12 34", "12 rue 34 56", "123 45 67", "va-2026-aep-29", "98 12 345", "981234"]
)
def test_other_digits_are_words_as_they_stand(text):
    assert asked_words(text) == [(word,) for word in text.split()]


@given(text=st.text(alphabet="a0123 .-+", max_size=30))
def test_what_is_asked_holds_itself(text):
    words = asked_words(text)
    assert holds(" ".join(text.split()), words)
    assert bool(words) is bool(text.split())


def test_a_word_is_indexed_when_each_spelling_is_long_enough():
    assert [is_indexed(word) for word in (("ab",), ("abc",), ("abc", "ab"))] == [False, True, False]
