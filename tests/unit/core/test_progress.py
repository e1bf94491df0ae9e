# SPDX-License-Identifier: GPL-3.0-or-later
"""A part of a long work reports as a part of the whole, and stops with it."""

import pytest
from regard.core.errors import Cancelled
from regard.core.progress import Span


class Watched:
    """Progress that notes what it is told."""

    def __init__(self):
        self.told = []
        self.stopped = False

    def report(self, fraction, text=""):
        self.told.append((fraction, text))

    def check(self):
        if self.stopped:
            raise Cancelled


def test_a_span_within_a_span_reports_its_share_of_the_whole():
    whole = Watched()
    inner = Span(Span(whole, 0.5, 1.0), 0.0, 0.5)
    inner.report(0.0, "begin")
    inner.report(0.5)
    inner.report(1.0)
    assert whole.told == [(0.5, "begin"), (0.625, ""), (0.75, "")]


def test_a_span_stops_when_the_whole_does():
    whole = Watched()
    part = Span(whole, 0.0, 0.5)
    part.check()
    whole.stopped = True
    with pytest.raises(Cancelled):
        part.check()
