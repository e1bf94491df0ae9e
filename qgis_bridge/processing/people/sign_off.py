# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:signoffskills``: the skill matrix of a zone, signed by its field manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import tr
from ..inputs import Given, Inputs, Results, day_input, text_input, text_result
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

ZONE, SIGNED_BY, DAY, SIGNATURE = "ZONE", "SIGNED_BY", "DAY", "SIGNATURE"


class SignOffSkills(UseCase):
    """Writes the signature in one journaled command."""

    key = "signoffskills"
    section = "people"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Sign the skills of a zone off"), tr(
            "Signs the skill matrix of a zone off as it is on a day; only its field manager may, once a day."
        )

    def inputs(self) -> Inputs:
        """Yield the zone, who signs and when."""
        yield text_input(ZONE, tr("Zone"), tr("The id of the zone."))
        yield text_input(SIGNED_BY, tr("Signed by"), tr("The field manager of the zone, by name."))
        yield day_input(DAY, tr("Day"), tr("The day on which the skills must be valid."))

    def results(self) -> Results:
        """Yield the signature."""
        yield text_result(SIGNATURE, tr("Id of the signature"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Sign it."""
        from ....planner.resources.matrix import sign_off

        by, day = given.text(SIGNED_BY), given.some_day(DAY)
        signed = sign_off(workspace, given.text(ZONE), by=by, on=day, who=self.who())
        return Outcome(values={SIGNATURE: signed.sign_off_id})
