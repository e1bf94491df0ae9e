# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps from one schema version of a workspace to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import sqlalchemy as sa

from .growth import grow

Step = Callable[[sa.Connection], None]

# the step that leads to a version, by that version; version 1 is the first. Version 2 brought ties between
# orders and the valves of a stop, version 3 the whole life of an order, version 4 networks answered with,
# digs drawn on the map, what changed around them, the valves that a cut does without, and changes of assets,
# version 5 logins of the journal, alerts that are sent and roads closed by command, version 6 quantities
# of work and the parts of an order that is split, version 7 the calendar of next year and until when a
# request has to be done: all only added
STEPS: Mapping[int, Step] = MappingProxyType(dict.fromkeys(range(2, 8), grow))
