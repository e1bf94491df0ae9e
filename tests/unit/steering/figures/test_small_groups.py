# SPDX-License-Identifier: GPL-3.0-or-later
"""No group of fewer than three people is shown, nor can it be told by taking the others off the whole."""

from hypothesis import given
from hypothesis import strategies as st
from regard.steering.figures.small_groups import OTHERS, pooled

GROUPS = st.dictionaries(st.sampled_from("abcdef"), st.sets(st.integers(0, 8), max_size=5), max_size=6)


@given(GROUPS)
def test_what_is_shown_is_of_nobody_or_of_three_at_least(people):
    shown = pooled(people, least=3)
    assert shown.keys() == people.keys()
    together = {name: set() for name in shown.values()}
    for name, who in people.items():
        together[shown[name]] |= who
    everybody = set().union(*people.values()) if people else set()
    for name, who in together.items():
        assert not who or len(who) >= 3 or (name == OTHERS and set(together) - {OTHERS} <= _empty(people))
    assert everybody == set().union(*together.values()) if together else True


def _empty(people):
    return {name for name, who in people.items() if not who}


def test_the_smallest_of_the_others_joins_one_that_is_too_small():
    people = {"a": {1, 2}, "b": {3, 4, 5}, "c": {6, 7, 8, 9}}
    assert pooled(people, least=3) == {"a": OTHERS, "b": OTHERS, "c": "c"}


@given(GROUPS, st.randoms())
def test_however_the_groups_come_the_same_are_shown_together(people, random):
    names = list(people)
    random.shuffle(names)
    assert pooled({name: people[name] for name in names}, least=3) == pooled(people, least=3)


def test_groups_that_are_large_enough_stand_for_themselves():
    people = {"a": {1, 2, 3}, "b": {3, 4, 5}, "": set()}
    assert pooled(people, least=3) == {"a": "a", "b": "b", "": ""}
