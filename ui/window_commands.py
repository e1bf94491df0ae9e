# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be asked for by menu, toolbar and keys, in the order of the toolbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..qgis_bridge.messages import tr
from .actions_controller import Command

if TYPE_CHECKING:
    from .window import Window

# the menu of the workspace's name
OPENING = ("open_workspace", "connect", "demo_town", "refresh")


def window_commands(window: Window) -> tuple[Command, ...]:
    """Return the commands of a window; those whose libraries are missing are greyed and never run."""
    return (
        *_first_commands(window),
        *_looking_commands(window),
        *_panel_commands(window),
        *_other_commands(window),
        *_day_commands(window),
        *_opening_commands(window),
    )


def _first_commands(window: Window) -> tuple[Command, ...]:
    """Return what is asked for first, with its name on the toolbar."""
    return (
        Command(
            "new_request",
            tr("New request"),
            tr("Take a call: questions, place, deadlines (Ctrl+N in the docks of Regard)."),
            lambda: window.calling.calls.begin(),
            feature="plan",
            has_text=True,
        ),
        Command(
            "isolate",
            tr("Isolate"),
            tr("Click a pipe: which valves to close, and who loses water (Ctrl+Alt+I)."),
            lambda: window.isolating.begin(),
            feature="isolate",
            keys="Ctrl+Alt+I",
            has_text=True,
        ),
        Command(
            "plan",
            tr("Plan the tours…"),
            tr("Plan the agents' tours, see before and after, accept all or by order (Ctrl+Alt+J)."),
            lambda: window.planning.begin(),
            feature="plan",
            keys="Ctrl+Alt+J",
            has_text=True,
        ),
        Command(
            "emergency",
            tr("Emergency"),
            tr("The cut, the calls and the three best crews for the selected order."),
            lambda: window.calling.crew.begin(),
            feature="plan",
            has_text=True,
        ),
    )


def _looking_commands(window: Window) -> tuple[Command, ...]:
    """Return what is looked up, with its name on the toolbar."""
    return (
        Command(
            "readiness",
            tr("Notices and readiness"),
            tr("What the orders of the next ten days lack, and where each notice stands."),
            lambda: window.panels.readiness.toggle(),
            feature="plan",
            has_text=True,
        ),
        Command(
            "search",
            tr("Search"),
            tr("Orders, addresses, customers, assets, agents, in QGIS's own box (Ctrl+K)."),
            lambda: window.search.begin(),
            feature="plan",
            has_text=True,
        ),
    )


def _panel_commands(window: Window) -> tuple[Command, ...]:
    return (
        Command(
            "orders",
            tr("Orders"),
            tr("Show or hide the list of orders."),
            lambda: window.orders.toggle(),
            feature="orders",
        ),
        Command(
            "board",
            tr("Planning board"),
            tr("Show or hide the agents' tours along the hours."),
            lambda: window.board.toggle(),
            feature="plan",
        ),
        Command(
            "messages",
            tr("Messages"),
            tr("Who is to be told, how and by when; note who was, send what goes by mail."),
            lambda: window.panels.messages.toggle(),
            feature="plan",
        ),
        Command(
            "returning",
            tr("From the field"),
            tr("Take in what came back, send back what is wrong, see what closed (Ctrl+Alt+F)."),
            lambda: window.panels.returning.toggle(),
            feature="plan",
            keys="Ctrl+Alt+F",
        ),
        Command(
            "review",
            tr("Asset changes"),
            tr("What closed orders say of the assets: look, accept, correct, reject, take back."),
            lambda: window.panels.review.toggle(),
            feature="plan",
        ),
    )


def _other_commands(window: Window) -> tuple[Command, ...]:
    return (
        Command(
            "change_day",
            tr("Change of day"),
            tr("An agent leaves, an order takes longer, a road is closed: what follows (Ctrl+Alt+D)."),
            lambda: window.changing.begin(),
            feature="plan",
            keys="Ctrl+Alt+D",
        ),
        Command(
            "slots",
            tr("Appointment"),
            tr("The best windows for the selected order, for the customer on the phone."),
            lambda: window.calling.slots.begin(),
            feature="plan",
        ),
        Command(
            "figures",
            tr("Figures"),
            tr("The figures of a week, month or year, the orders behind each, and the report."),
            lambda: window.panels.figures.toggle(),
            feature="plan",
        ),
        Command(
            "dig",
            tr("Draw the dig…"),
            tr("Draw the dig of the selected order: conflicts, notice and shoring follow."),
            lambda: window.digging.begin(),
            feature="plan",
            on_toolbar=False,
        ),
        Command(
            "dig_of_file",
            tr("Dig from a file…"),
            tr("Take the dig of the selected order from a GeoPackage, GeoJSON, GML, shapefile or DXF."),
            lambda: window.digging.begin_with_file(),
            feature="plan",
            on_toolbar=False,
        ),
        Command(
            "dossiers",
            tr("Dossiers…"),
            tr("Print the dossiers of the selected order, or of all orders of the day."),
            lambda: window.algorithms.dossiers(),
            feature="isolate",
            on_toolbar=False,
        ),
    )


def _day_commands(window: Window) -> tuple[Command, ...]:
    days = (
        ("day_before", tr("The day before"), -1, "Alt+PgUp"),
        ("day_after", tr("The day after"), 1, "Alt+PgDown"),
        ("desk_day", tr("The day of the desk"), 0, "Alt+Home"),
    )
    tip = tr("Shown in list, map, board and readiness.")
    return tuple(
        Command(
            name,
            text,
            tip,
            lambda step=step: window.head.go_to(step),
            feature="orders",
            on_toolbar=False,
            keys=keys,
        )
        for name, text, step, keys in days
    )


def _opening_commands(window: Window) -> tuple[Command, ...]:
    return (
        Command(
            "open_workspace",
            tr("Open a workspace…"),
            tr("Begin: the demo town, a workspace in a file or on a server, a new one, those of late."),
            lambda: window.start.begin(),
            feature="map",
            on_toolbar=False,
        ),
        Command(
            "connect",
            tr("Connect to PostGIS…"),
            tr("Open a workspace that a team shares on a PostgreSQL server."),
            lambda: window.start.ask_for_server(),
            feature="map",
            on_toolbar=False,
        ),
        Command(
            "demo_town",
            tr("Open the demo town"),
            tr("Open the demonstration town: a day with calls, tours and cuts."),
            lambda: window.start.open_demo(),
            feature="map",
            on_toolbar=False,
        ),
        Command(
            "refresh",
            tr("Refresh"),
            tr("Read the workspace again."),
            lambda: window.workspaces.refresh(),
            feature="map",
            on_toolbar=False,
        ),
    )
