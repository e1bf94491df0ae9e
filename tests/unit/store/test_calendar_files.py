# SPDX-License-Identifier: GPL-3.0-or-later
"""Events that were written to a file are read again as they were, however large their area."""

import csv
from datetime import date

from regard.steering.programme.calendar import CalendarEvent
from regard.store.calendar_files import read_events, write_events
from shapely.geometry import Point


def test_an_event_with_an_area_of_thousands_of_corners_is_read_again(tmp_path):
    file, before = tmp_path / "calendar.csv", csv.field_size_limit()
    area = Point(687500, 6924000).buffer(1000, quad_segs=2000)
    assert len(area.wkt) > before
    event = CalendarEvent("RV-1", "roadworks", "Rocade", date(2027, 3, 1), None, area=area)
    write_events(file, [event])
    (again,) = read_events(file, known={})
    assert again == event
    assert csv.field_size_limit() == before
