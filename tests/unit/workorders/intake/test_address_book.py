# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses are found in spite of slips, abbreviations and missing words, and quickly."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.intake.address_book import AddressBook, Street, streets_by_name
from regard.workorders.intake.address_words import addresses_in, load_address_rules, taken_apart

RULES = load_address_rules()
ROWS = [
    *(
        ("Rue des Saules", "60000", "Valmont", number, 0.0, float(n))
        for n, number in enumerate(("2", "12", "12 bis"))
    ),
    ("Rue du Général Leclerc", "60000", "Valmont", "7", 5.0, 0.0),
    ("Avenue de Saint-Germain", "60000", "Valmont", "7", 6.0, 0.0),
    ("Rue des Saules", "60200", "Beauval", "12", 7.0, 0.0),
    ("Rue de l'Œuvre", "60000", "Valmont", "3", 8.0, 0.0),
    ("Allée du 8 Mai 1945", "60000", "Valmont", "4", 9.0, 0.0),
]
BOOK = AddressBook(streets_by_name(ROWS), RULES)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("12 rue des Saules Valmont", "12 Rue des Saules, 60000 Valmont"),
        ("12 rue des saules, 60200", "12 Rue des Saules, 60200 Beauval"),
        ("12bis, r. des Saules Valmont", "12 bis Rue des Saules, 60000 Valmont"),
        ("7 rue gal leclerc", "7 Rue du Général Leclerc, 60000 Valmont"),
        ("7 av. de st germain", "7 Avenue de Saint-Germain, 60000 Valmont"),
        ("7 Avenue de Saint Germian", "7 Avenue de Saint-Germain, 60000 Valmont"),
        ("3 rue de l'oeuvre", "3 Rue de l'Œuvre, 60000 Valmont"),
        ("4 allee du 8 mai 1945", "4 Allée du 8 Mai 1945, 60000 Valmont"),
    ],
)
def test_the_first_address_is_the_one_that_is_meant(text, label):
    found = BOOK.search(text)[0]
    assert (found.label, found.is_exact_number) == (label, True)


@pytest.mark.parametrize("text", ["", "   ", "12", "60000", "zzz", "0x7f ????"])
def test_what_is_no_address_finds_nothing(text):
    assert BOOK.search(text) == ()


def test_a_house_number_that_there_is_not_leads_to_the_nearest_one_and_says_so():
    found = BOOK.search("13 rue des Saules, Valmont")[0]
    assert (found.number, found.is_exact_number, (found.x, found.y)) == ("13", False, (0.0, 1.0))
    assert found.score < BOOK.search("12 rue des Saules, Valmont")[0].score


def test_a_street_without_a_number_is_its_middle():
    found = BOOK.search("rue des Saules Valmont")[0]
    assert (found.label, found.number, found.is_exact_number) == ("Rue des Saules, 60000 Valmont", "", False)


def test_an_empty_book_finds_nothing():
    assert AddressBook((), RULES).search("12 rue des Saules") == ()


def test_a_text_is_searched_for_its_surest_address():
    text = "Bonjour,\nrue des Saules : fuite.\nDevant le 12, rue des Sauls a Valmont depuis hier, merci"
    assert BOOK.search_in_text(text).label == "12 Rue des Saules, 60000 Valmont"
    assert BOOK.search_in_text("il y a une fuite rue de la Paix") is None
    assert BOOK.search_in_text("") is None


def test_spans_of_a_text_begin_with_a_number_or_a_kind_of_street():
    text = "Au 12 bis, rue X. Puis avenue Y\nle 3 place Z"
    assert list(addresses_in(text, RULES)) == ["12 bis, rue X", "avenue Y", "3 place Z"]


def test_a_road_that_is_only_spoken_of_does_not_hide_the_address():
    text = "de l'eau sur la route devant le 12 rue des Saules Valmont, tel 06 00 00 00 02."
    assert BOOK.search_in_text(text).label == "12 Rue des Saules, 60000 Valmont"


def test_a_postcode_is_no_house_number():
    words = taken_apart("60000 Valmont rue Haute", RULES)
    assert (words.number, words.postcode, words.words) == ("", "60000", "valmont rue haute")


@given(st.sampled_from(ROWS), st.integers(0, 1_000_000))
def test_one_slip_of_the_keys_still_finds_the_street(row, seed):
    chance = random.Random(seed)
    name, _, town, number, *_ = row
    letters = [at for at, letter in enumerate(name) if letter.isalpha() and at > 3]
    at = chance.choice(letters)
    slip = chance.choice(["drop", "double", "swap"])
    written = {
        "drop": name[:at] + name[at + 1 :],
        "double": name[: at + 1] + name[at:],
        "swap": name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
    }[slip]
    found = BOOK.search(f"{number} {written} {town}")
    assert (found[0].street, found[0].town) == (name, town)


@given(st.text(max_size=200))
def test_any_text_is_searched_without_an_error(text):
    for found in BOOK.search(text):
        assert 0 <= found.score <= 100
    BOOK.search_in_text(text)


def test_two_hundred_thousand_addresses_are_searched_in_a_tenth_of_a_second():
    chance = random.Random(7)
    words = [
        "saules",
        "martin",
        "beauval",
        "clairet",
        "fontaine",
        "verdun",
        "moulin",
        "gare",
        "vignes",
        "lac",
    ]
    streets = [
        Street(
            f"Rue {chance.choice(words)} {chance.choice(words)} {number}",
            f"{60000 + number % 600}",
            f"Ville {number % 600}",
            tuple(str(house) for house in range(1, 21)),
            tuple((float(number), float(house)) for house in range(20)),
        )
        for number in range(10_000)
    ]
    book = AddressBook(streets, RULES)
    assert len(book) == 200_000
    texts = [f"{n} rue {streets[n * 37].name[4:-1]}x {streets[n * 37].town}" for n in range(1, 12)]
    spent = []
    for text in texts:
        started = time.perf_counter()
        book.search(text)
        spent.append(time.perf_counter() - started)
    assert sorted(spent)[len(spent) // 2] < 0.1
