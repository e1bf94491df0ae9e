# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of monthly counts ahead, with season and trend, by the time-series models of statsmodels."""

from __future__ import annotations

import warnings
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.errors import Failure
from .year_load import MONTHS

Array = NDArray[np.float64]

# a season is told from a trend by the second year only
AT_LEAST = 2 * MONTHS


def theta(counts: Array) -> Array:
    """Return the next twelve months by the theta method: season, level, and half the trend.

    Assimakopoulos and Nikolopoulos, "The theta model: a decomposition approach to forecasting",
    International Journal of Forecasting 16 (2000). At least two years of one series; raises ``Failure``
    without the library.
    """
    model = _models().theta(counts, period=MONTHS, deseasonalize=True, use_test=False, method="additive")
    return _ahead(model, counts, use_mle=False)


def damped(counts: Array) -> Array:
    """Return the next twelve months by exponential smoothing with season and a trend that fades.

    Gardner and McKenzie, "Forecasting trends in time series", Management Science 31 (1985). At least two
    years of one series; raises ``Failure`` without the library.
    """
    model = _models().smoothing(
        counts,
        trend="add",
        damped_trend=True,
        seasonal="add",
        seasonal_periods=MONTHS,
        initialization_method="heuristic",
    )
    return _ahead(model, counts)


def _models() -> SimpleNamespace:
    # half a second, which only a forecast needs
    try:
        from statsmodels.tsa import holtwinters
        from statsmodels.tsa.forecasting.theta import ThetaModel
    except ImportError as error:
        raise Failure("programme.library", reason=str(error)) from error
    return SimpleNamespace(theta=ThetaModel, smoothing=holtwinters.ExponentialSmoothing)


def _ahead(model: Any, counts: Array, **how: bool) -> Array:
    """Return what a model expects, never below nothing; a series without a change goes on as it is."""
    if np.ptp(counts) == 0:
        return counts[-MONTHS:].copy()
    with warnings.catch_warnings():
        # that a best weight was not found to the last digit; the forecast is held against the past anyhow
        warnings.simplefilter("ignore")
        expected = np.asarray(model.fit(**how).forecast(MONTHS), dtype=float)
    return np.maximum(expected, 0.0)
