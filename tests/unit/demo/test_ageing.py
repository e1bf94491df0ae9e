# SPDX-License-Identifier: GPL-3.0-or-later
"""Materials, diameters and laying years that fit together."""

from __future__ import annotations

import numpy as np
import pytest
from regard.demo.ageing import bores_for, laying_years, makings, recorded_span, trade_diameters
from regard.demo.chance import stream


def _choose(year, bore, count=4000):
    street = np.arange(count)
    makeup = makings("water_mains")
    return set(makeup.choose(stream(1, "test"), np.full(count, year), np.full(count, bore), street))


@pytest.mark.parametrize("bore", [60, 100, 300])
def test_cast_iron_is_grey_before_1970_and_ductile_after(bore):
    assert "fd" not in _choose(1960, bore)
    assert "fg" not in _choose(1970, bore)


def test_asbestos_cement_was_laid_from_1950_to_1980_only():
    assert "amci" not in _choose(1949, 100)
    assert "amci" in _choose(1950, 100)
    assert "amci" in _choose(1979, 100)
    assert "amci" not in _choose(1980, 100)


def test_large_modern_mains_are_of_ductile_iron():
    assert _choose(2010, 300) == {"fd"}


def test_polyethylene_is_for_small_and_medium_mains_of_late_years():
    assert "pehd" in _choose(2010, 60)
    assert "pehd" not in _choose(1975, 60)


def test_pipes_of_one_street_and_age_are_of_one_material():
    street = np.repeat(np.arange(50), 6)
    chosen = makings("water_mains").choose(stream(3, "test"), np.full(300, 1962), np.full(300, 100), street)
    assert all(len(set(chosen[street == number])) == 1 for number in range(50))


def test_sections_of_a_street_have_one_laying_year():
    xy = np.random.default_rng(0).uniform(0, 5000, (400, 2))
    street = np.repeat(np.arange(40), 10)
    years = laying_years(stream(2, "test"), xy, street)
    assert all(len(set(years[street == number])) == 1 for number in range(40))
    assert years.min() >= 1905
    assert years.max() <= 2024
    assert len(set(years)) > 15


def test_old_years_are_known_by_the_decade():
    first, last = recorded_span(np.array([1958, 1973, 1975, 2004]))
    assert first.tolist() == [1950, 1970, 1975, 2004]
    assert last.tolist() == [1959, 1974, 1975, 2004]


def test_plastic_pipes_are_sold_by_their_outer_diameter():
    material = np.array(["pvc", "pehd", "fd"], dtype=object)
    assert trade_diameters(np.array([100, 100, 100]), material).tolist() == [110, 125, 100]


def test_bores_grow_with_the_load():
    assert bores_for("water", np.array([0, 9, 200, 800, 5000])).tolist() == [60, 80, 100, 150, 300]
