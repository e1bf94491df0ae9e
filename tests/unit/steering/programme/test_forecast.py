# SPDX-License-Identifier: GPL-3.0-or-later
"""The forecast of a year: which way is taken, what it is held against, and its spread."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.steering.programme.forecast import UNTESTED, WAYS, Forecast, Past, forecast_year
from scipy.stats import poisson

SEASON = np.array([18, 16, 9, 6, 5, 5, 8, 9, 8, 5, 5, 13.0])


def past(counts, *, next_month=1, group=None):
    table = np.atleast_2d(np.asarray(counts, float))
    return Past(table, np.zeros(len(table), int) if group is None else np.asarray(group), next_month)


def test_the_same_year_again_and_again_is_forecast_without_a_miss():
    found = forecast_year(past(np.tile(SEASON, 3)), untested_spread=1.5)
    assert found.mean[0] == pytest.approx(SEASON)
    assert (found.held_back_years, found.spread, min(found.miss_percent.values())) == (2, 1.0, 0.0)
    assert found.way != "naive"
    assert found.miss_percent["naive"] == pytest.approx(100 * np.abs(13 - SEASON).sum() / SEASON.sum())


@given(st.integers(1, 12))
def test_a_past_that_ends_within_a_year_is_put_from_january_on(next_month):
    seen = np.roll(np.tile(SEASON, 2), 1 - next_month)
    assert forecast_year(past(seen, next_month=next_month), untested_spread=1.5).mean[0] == pytest.approx(
        SEASON
    )


def test_one_year_tests_nothing_and_shares_the_season_of_a_type_among_zones():
    found = forecast_year(past([SEASON * 2, np.full(12, 4.0)], group=[0, 0]), untested_spread=1.7)
    assert (found.way, found.miss_percent, found.held_back_years, found.spread) == (UNTESTED, {}, 0, 1.7)
    together = SEASON * 2 + 4
    assert found.mean.sum(axis=0) == pytest.approx(together)
    assert found.mean[1] == pytest.approx(4 * together / together.mean())


def test_work_that_grew_is_forecast_at_its_present_level():
    grown = np.concatenate([SEASON, SEASON * 2, SEASON * 2, SEASON * 2])
    found = forecast_year(past(grown), untested_spread=1.5)
    assert found.mean[0] == pytest.approx(SEASON * 2)


@pytest.mark.parametrize("way", ["theta", "damped"])
def test_a_trend_goes_on_where_the_last_year_would_stand_still(way):
    months = np.arange(72)
    grown = np.tile(SEASON, 6) + 0.5 * months
    came = SEASON + 0.5 * np.arange(72, 84)
    expected = WAYS[way](past(grown))[0]
    assert np.abs(expected - came).sum() < 0.6 * np.abs(WAYS["last_year"](past(grown))[0] - came).sum()
    assert forecast_year(past(grown), untested_spread=1.5).way in {"theta", "damped"}


@pytest.mark.parametrize("way", ["theta", "damped"])
def test_zones_share_the_trend_of_their_type_as_in_the_last_year(way):
    seen = [np.tile(SEASON, 3) * part for part in (1, 1, 2)]
    seen[1][-12:] = 0
    ahead = WAYS[way](past([*seen, np.zeros(36)], group=[0, 0, 0, 1]))
    assert ahead[1] == pytest.approx(np.zeros(12))
    assert ahead[2] == pytest.approx(2 * ahead[0])
    assert ahead[3] == pytest.approx(np.zeros(12))
    assert (ahead >= 0).all()


@pytest.mark.parametrize("way", ["theta", "damped"])
@pytest.mark.parametrize("counts", [np.zeros(30), np.full(30, 7.0), np.r_[np.full(29, 1.0), 40.0]])
def test_a_model_stays_sound_where_nothing_happens(way, counts):
    expected = WAYS[way](past(counts))[0]
    assert np.isfinite(expected).all() and (expected >= 0).all()
    if np.ptp(counts) == 0:
        assert expected == pytest.approx(counts[:12])


@given(st.lists(st.lists(st.integers(0, 30), min_size=36, max_size=36), min_size=1, max_size=4))
def test_the_way_taken_missed_least_and_no_way_looks_ahead(counts):
    table = np.asarray(counts, float)
    own = past(table, group=range(len(table)))
    found = forecast_year(own, untested_spread=1.5)
    came, misses = table[:, 12:].sum(), {}
    for name, way in WAYS.items():
        wrong = [
            np.abs(way(past(table[:, :seen], group=range(len(table)))) - table[:, seen : seen + 12]).sum()
            for seen in (12, 24)
        ]
        misses[name] = 100 * sum(wrong) / came if came else 0
        assert found.miss_percent[name] == pytest.approx(misses[name])
    assert misses[found.way] == pytest.approx(min(misses.values()))
    assert (found.mean >= 0).all()
    assert found.spread >= 1


@pytest.mark.parametrize("spread", [1.0, 3.0])
def test_counts_end_between_low_and_high_as_often_as_is_said(spread):
    found = Forecast(np.full((1, 12), 40.0), "season", {}, 0, spread)
    low, high = found.count_between(40.0, in_ten=8)
    rng = np.random.default_rng(7)
    shape = 40 / (spread - 1) if spread > 1 else 0
    drawn = rng.negative_binomial(shape, 1 / spread, 20_000) if shape else rng.poisson(40, 20_000)
    inside = np.mean((drawn >= low) & (drawn <= high))
    assert 0.78 <= inside <= 0.86
    assert found.count_between(0.0, in_ten=8) == (0.0, 0.0)


def test_the_load_of_a_month_is_spread_by_the_hours_of_each_intervention():
    found = Forecast(np.array([[50.0] * 12, [400.0] * 12]), "season", {}, 0, 1.0)
    hours = np.array([4.0, 0.5])
    low, high = found.load_between(hours, in_ten=8)
    rng = np.random.default_rng(3)
    drawn = rng.poisson(50, 20_000) * 4.0 + rng.poisson(400, 20_000) * 0.5
    assert np.mean((drawn >= low[0]) & (drawn <= high[0])) == pytest.approx(0.8, abs=0.02)
    assert (low[0] + high[0]) / 2 == pytest.approx(400)


def test_chance_alone_is_not_taken_for_more():
    rng = np.random.default_rng(11)
    counts = poisson.rvs(np.tile(SEASON * 3, (6, 10)), random_state=rng)
    found = forecast_year(past(counts, group=[0] * 6), untested_spread=1.5)
    # what is expected is itself not known exactly, the less so the shorter the past
    assert 1.0 <= found.spread < 1.4
