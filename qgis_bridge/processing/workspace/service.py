# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:setservice``: in whose name messages and letters are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import tr
from ..inputs import Given, Inputs, text_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

NAME, PHONE, ADDRESS = "NAME", "PHONE", "ADDRESS"


class SetService(UseCase):
    """Writes the settings in one journaled command."""

    key = "setservice"
    section = "workspace"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Service in whose name messages are written"), tr(
            "Says the name of the service, the number to call back and its postal address, as they stand "
            "under messages and on letters. All three are replaced."
        )

    def inputs(self) -> Inputs:
        """Yield the name, the number and the address."""
        yield text_input(NAME, tr("Name of the service"), tr("As it stands under messages."))
        phone = tr("The number to call back. Empty: none.")
        yield text_input(PHONE, tr("Telephone"), phone, optional=True)
        address = tr("The postal address, with commas between its lines. Empty: none.")
        yield text_input(ADDRESS, tr("Postal address"), address, optional=True)

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Keep them."""
        from ....planner.informing.texts import SERVICE_ADDRESS, SERVICE_NAME, SERVICE_PHONE
        from ....planner.rule_versions import newest_rules
        from ....workorders.informing.phone_numbers import require_phone

        name, phone, address = (given.text(field) for field in (NAME, PHONE, ADDRESS))
        require_phone(phone, newest_rules(workspace).communication.phone)
        with workspace.command("set service", who=self.who()) as transaction:
            transaction.set_settings({SERVICE_NAME: name, SERVICE_PHONE: phone, SERVICE_ADDRESS: address})
        return Outcome()
