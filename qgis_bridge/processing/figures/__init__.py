# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms that count: indicators, planned against done, durations learned from what was done."""

from .indicators import FiguresOfPeriod
from .orders_behind import OrdersBehind
from .outcomes import Outcomes, Postponements
from .recalibration import Recalibrate

ALGORITHMS = (FiguresOfPeriod, OrdersBehind, Outcomes, Postponements, Recalibrate)
