# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders made elsewhere and contacts, from CSV files: all of a file or none."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile

from ...messages import tr
from ..inputs import Given, Inputs, Results, choice_input, now_input, number_result
from ..order_columns import order_rows, orders_layer
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

SOURCE, KIND = "SOURCE", "KIND"

ORDERS = orders_layer(
    "ORDERS",
    lambda: tr("Imported orders"),
    lambda: tr("The orders that were taken in, where they are."),
    optional=True,
)


class ImportOrders(UseCase):
    """Writes the orders in one journaled command."""

    COUNT = "ORDER_COUNT"

    key = "importorders"
    section = "orders"
    layers = (ORDERS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Import orders"), tr(
            "Takes in orders made elsewhere from a CSV file: all of them, or none if a line has a mistake, "
            "which is named by line and column."
        )

    def inputs(self) -> Inputs:
        """Yield the file."""
        file = QgsProcessingParameterFile(SOURCE, tr("Orders (CSV)"))
        yield file, tr("A file with the columns of orders; those that are left out have their usual values.")
        yield now_input(tr("By which rules types and skills are known. Empty: now."))

    def results(self) -> Results:
        """Yield how many came in."""
        yield number_result(self.COUNT, tr("Number of orders"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take them in."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.import_records import import_records
        from ....planner.intake.reach import Reach
        from ....store.order_files import read_orders
        from ....store.taken_lines import naming_lines

        file, rules = given.file(SOURCE), given.rules(workspace)
        orders = read_orders(file, rules, check_place=Reach(AssetBase(workspace), rules.intake))
        with naming_lines({file: "order_id"}):
            count = import_records(workspace, orders, name="import orders", who=self.who())
        return Outcome({ORDERS: lambda: order_rows(orders)}, {self.COUNT: count})


class ImportContacts(UseCase):
    """Writes the contacts in one journaled command."""

    COUNT = "CONTACT_COUNT"

    key = "importcontacts"
    section = "orders"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Import contacts"), tr(
            "Takes in the contacts of customers, or the town halls, fire services, schools and operators of "
            "the directory, from a CSV file: all of them, or none if a line has a mistake."
        )

    def inputs(self) -> Inputs:
        """Yield the file and what it holds."""
        kinds = [tr("contacts of customers"), tr("entries of the directory")]
        yield choice_input(KIND, tr("What the file holds"), tr("Of whom the contacts are."), kinds)
        file = QgsProcessingParameterFile(SOURCE, tr("Contacts (CSV)"))
        yield file, tr("A file with the names, numbers and addresses of those whom the service tells.")
        yield now_input(tr("By which rules numbers are checked. Empty: now."))

    def results(self) -> Results:
        """Yield how many came in."""
        yield number_result(self.COUNT, tr("Number of contacts"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take them in."""
        from ....planner.import_records import import_records
        from ....store.contact_files import read_contacts
        from ....store.taken_lines import naming_lines
        from ....workorders.informing.contacts import Addressee, CustomerContact

        file, kind = given.file(SOURCE), given.choice(KIND, (CustomerContact, Addressee))
        records = read_contacts(file, kind, given.rules(workspace))
        with naming_lines({file: fields(kind)[0].name}):
            count = import_records(workspace, records, name="import contacts", who=self.who())
        return Outcome(values={self.COUNT: count})
