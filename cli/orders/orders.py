# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard orders``: import, list, show with all that is known of one; their life is in ``life``."""

from __future__ import annotations

import getpass
from datetime import date
from typing import Annotated

import typer

from ...planner.assets.asset_base import AssetBase
from ...planner.import_records import import_records
from ...planner.intake.order_sheet import order_sheet
from ...planner.intake.reach import Reach
from ...planner.orders_at_hand import orders_of_day
from ...store.order_files import read_orders
from ...store.taken_lines import naming_lines
from ...workorders.orders import OrderState, Priority, WorkOrder
from ..arguments import OrderArgument, Source, Target, parse_day
from ..command import command
from ..session import Session
from . import life, order_steps, paperwork, requeue, split
from . import orders_view as view
from .bundles import bundles

group = typer.Typer(help="Work orders: import, list, show, move along their life.")

StateOption = Annotated[OrderState | None, typer.Option("--state", help="Only those in this state.")]
PriorityOption = Annotated[Priority | None, typer.Option("--priority", help="Only those of this priority.")]
DayOption = Annotated[
    date | None,
    typer.Option(
        "--day",
        parser=parse_day,
        metavar="DATE",
        help="Only what this day is about: planned on it, due by its end, or with an appointment on it.",
    ),
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(group, "bundles")(bundles)
    life.register(group)
    order_steps.add_to(group)
    split.add_to(group)
    paperwork.register(group)
    requeue.register(group)
    root.add_typer(group, name="orders")


@command(group, "import")
def import_(session: Session, target: Target, file: Source) -> None:
    """Import orders made elsewhere from a CSV file: all of them, or none if a line has a mistake."""
    rules = session.rules_of(target)
    with session.workspace(target) as workspace:
        orders = read_orders(file, rules, check_place=Reach(AssetBase(workspace), rules.intake))
        with naming_lines({file: "order_id"}):
            count = import_records(workspace, orders, name="import orders", who=getpass.getuser())
    session.emit({"imported": count}, [session.say("cli.orders_imported", count=count)])


@command(group, "list")
def list_(
    session: Session,
    target: Target,
    *,
    state: StateOption = None,
    priority: PriorityOption = None,
    day: DayOption = None,
) -> None:
    """List the orders, the most urgent first."""
    wanted = {name: value for name, value in (("state", state), ("priority", priority)) if value}
    with session.workspace(target) as workspace:
        found = orders_of_day(workspace, day) if day else workspace.all(WorkOrder, **wanted)
        orders = [
            order for order in found if all(getattr(order, name) is value for name, value in wanted.items())
        ]
        versions = workspace.order_versions([order.order_id for order in orders])
    orders.sort(key=lambda order: (order.priority.value, order.due_at, order.order_id))
    shown = view.order_rows(session, orders, session.rule_book(), versions)
    session.emit({"orders": orders, "seen": versions}, [shown])


@command(group, "show")
def show(session: Session, target: Target, order: OrderArgument) -> None:
    """Show one order with its cut, conflicts, notice and place in the plan."""
    with session.workspace(target) as workspace:
        seen = workspace.order_versions([order])[order]
        sheet = order_sheet(workspace, order)
    session.emit(view.sheet_data(sheet, seen), view.sheet(session, sheet, session.rule_book(), seen))
