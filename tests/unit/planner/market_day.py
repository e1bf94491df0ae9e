# SPDX-License-Identifier: GPL-3.0-or-later
"""A market in one of two streets, and small orders that can wait until it is over."""

from dataclasses import replace
from datetime import date

from regard.planner.import_records import import_records
from regard.planner.intake.addresses import import_addresses
from regard.planner.programme.calendar import bring_events
from regard.steering.programme.calendar import CalendarEvent
from regard.tests.unit.planner.days import DAY, order
from shapely.geometry import Point

# a Wednesday, as DAY
WEEKDAY = "wed"
HERE, THERE = Point(687000, 6924000), Point(688500, 6925000)


def two_streets(workspace):
    """Give a service two streets, and the order OI-90 in the first of them, due next week."""
    streets = [
        ("Rue des Saules", "57000", "Valmont", "1", HERE.x, HERE.y),
        ("Rue du Moulin", "57000", "Valmont", "2", THERE.x, THERE.y),
    ]
    import_addresses(workspace, streets)
    import_records(workspace, [job("OI-90"), job("OI-91", place=THERE)], name="import", who="test")


def job(name, *, place=HERE, **changed):
    return replace(order(name, place, 30, ("COMPTEUR",), None), **{"code": "AEP-CPT-REM", **changed})


def market(**changed):
    own = {"first_day": date(2026, 1, 1), "weekdays": (WEEKDAY,), "streets": ("Rue des Saules",)}
    return CalendarEvent("EV1", "market", "Marché", **{**own, **changed})


def bring(workspace, event):
    bring_events(workspace, [event], day=DAY, who="test")
