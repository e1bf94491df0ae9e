# SPDX-License-Identifier: GPL-3.0-or-later
"""In French no figure that a person reads has a decimal point, in whatever table."""

import re

import pytest
from regard.tests.unit.cli.conftest import ORDERS

DAY = "2026-06-03"
NOW = ("--now", f"{DAY} 08:15")
PLACE = "687520.5,6924000.5"
# places are written as commands take them; versions of rules are names, P103.2B and such those of the law
NO_FIGURES = re.compile(r"\d+\.\d+,\d+\.\d+|\b20\d\d\.\d+\b|\bP\d+\.\d+B?\b")
ALONE = (
    "plan",
    "summary",
    "explain",
    "slots",
    "replan",
    "emergency",
    "load",
    "overview",
    "close",
    "framework",
)
COMMANDS = f"""
network audit
network isolate --at {PLACE}
network criticality
network upstream --asset E3
network downstream --asset E3
network conflicts --order VA-2026-AEP-00001
requests list
requests show DI-1
requests queue
requests near --at {PLACE}
orders list
orders show VA-2026-AEP-00001
orders show OI-01
orders split OI-01 --minutes 100,50 --dry-run
orders quantity OI-03 2.5
orders judge VA-2026-AEP-00001
orders impact OI-02 --reason weather
notices show --order VA-2026-AEP-00001
notices conflicts --order VA-2026-AEP-00001
customers list --order VA-2026-AEP-00001
slots --order OI-03 --now {DAY}T07:45
plan --day {DAY} --compare --iterations 200 --now {DAY}T07:45
plan --day {DAY} --iterations 500 --now {DAY}T07:45
summary
explain --order OI-02
replan --day {DAY} --absent AG1 --now {DAY}T10:00
emergency --order VA-2026-AEP-00001 --day {DAY} --now {DAY}T10:00
means matrix --day {DAY}
means check --day {DAY}
stock list
skills ahead --day {DAY}
coverage spots --day {DAY}
coverage zones --day {DAY}
load --day {DAY}
overview --day {DAY}
assets figures
catalogue recalibrate
close --order OI-01
framework --order OI-01
"""


@pytest.fixture
def busy(staffed, write, done, requests_csv):
    """Return a workspace with requests, their orders, and those of the golden day."""
    done("requests", "import", staffed, requests_csv)
    done("requests", "qualify", staffed, *NOW)
    done("orders", "import", staffed, write("orders.csv", ORDERS))
    return staffed


def test_no_table_has_a_decimal_point(busy, regard):
    refused = {}
    for line in COMMANDS.strip().splitlines():
        words = line.split()
        # the workspace follows the words of the command
        size = next((n for n, word in enumerate(words) if word.startswith("-") or n == 2), len(words))
        if words[0] in ALONE:
            size = 1
        run = regard(*words[:size], busy, *words[size:], "--lang", "fr")
        if run.code:
            refused[line] = run.err
        rows = NO_FIGURES.sub("", run.out + run.err).splitlines()
        assert [row for row in rows if re.search(r"\d\.\d", row)] == [], line
    assert refused == {}
