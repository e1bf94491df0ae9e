# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapters of the story of a service: each tells commands that write, in an order that makes sense."""

from regard.tests.unit.cli.shared.chapters.digging import digging, two_declarations
from regard.tests.unit.cli.shared.chapters.informing import informing
from regard.tests.unit.cli.shared.chapters.people import people
from regard.tests.unit.cli.shared.chapters.requests import calls, chains
from regard.tests.unit.cli.shared.chapters.running import at_the_site, planning
from regard.tests.unit.cli.shared.chapters.workspace import rules_and_roads, the_asset_base

ALL = (
    calls,
    chains,
    people,
    planning,
    at_the_site,
    digging,
    two_declarations,
    informing,
    the_asset_base,
    rules_and_roads,
)
