# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of equipment: what is free on a day, booked, given up; nothing is promised twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from ...labels import means_text
from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    day_input,
    moment_input,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.agent_names import Names
    from ....planner.ports import Workspace
    from ....planner.resources.equipment import EquipmentDay

DAY, EQUIPMENT_ID, BOOKING, NOTE = "DAY", "EQUIPMENT_ID", "BOOKING", "NOTE"
STARTS, ENDS = "FROM", "UNTIL"

EQUIPMENT = OutputLayer(
    name="EQUIPMENT",
    label=lambda: tr("Equipment of the day"),
    explanation=lambda: tr("A table: each piece with whom it is, when it is booked and when it is free."),
    fields=(
        *(("equipment_id", "text"), ("kind", "text"), ("label", "text"), ("with", "text")),
        ("with_name", "text"),
        *(("booked", "text"), ("bookings", "text"), ("free", "text")),
    ),
)


class EquipmentOfDay(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "equipment"
    section = "people"
    layers = (EQUIPMENT,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Equipment of a day"), tr(
            "Lists the equipment with its bookings of a day and when it is free."
        )

    def inputs(self) -> Inputs:
        """Yield the day."""
        yield day_input(DAY, tr("Day"), tr("The day to look at."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List it."""
        from ....planner.agent_names import holder_names
        from ....planner.resources.equipment import equipment_on

        found = equipment_on(workspace, given.some_day(DAY))
        called = holder_names(workspace)
        return Outcome({EQUIPMENT: lambda: _rows(found, called)})


class BookEquipment(UseCase):
    """Writes the booking in one journaled command."""

    key = "bookequipment"
    section = "people"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Book equipment"), tr(
            "Books a piece of equipment; a time that is taken is refused with the booking that holds it."
        )

    def inputs(self) -> Inputs:
        """Yield the piece, the time, and what for."""
        yield text_input(EQUIPMENT_ID, tr("Equipment"), tr("The id of the piece of equipment."))
        yield moment_input(STARTS, tr("From"), tr("When it is taken."))
        yield moment_input(ENDS, tr("Until"), tr("When it is back."))
        yield text_input(ORDER, tr("Order"), tr("The order that it is for, if any."), optional=True)
        yield text_input(NOTE, tr("Note"), tr("What it is for, in words."), optional=True)

    def results(self) -> Results:
        """Yield the booking."""
        yield text_result(BOOKING, tr("Booking"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Book it."""
        from ....planner.resources.equipment import book

        made = book(
            workspace,
            given.text(EQUIPMENT_ID),
            given.some_moment(STARTS),
            given.some_moment(ENDS),
            who=self.who(),
            order_id=given.text(ORDER),
            note=given.text(NOTE),
        )
        return Outcome(values={BOOKING: made.booking_id})


class FreeEquipment(UseCase):
    """Takes the booking away in one journaled command."""

    key = "freeequipment"
    section = "people"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Give a booking of equipment up"), tr("Takes a booking away: the equipment is free again.")

    def inputs(self) -> Inputs:
        """Yield the booking."""
        yield text_input(BOOKING, tr("Booking"), tr("The id of the booking."))

    def results(self) -> Results:
        """Yield what is free again."""
        yield text_result(EQUIPMENT_ID, tr("Equipment"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Free it."""
        from ....planner.resources.equipment import free

        gone = free(workspace, given.text(BOOKING), who=self.who())
        return Outcome(values={EQUIPMENT_ID: gone.equipment_id})


def _rows(found: Iterable[EquipmentDay], called: Names) -> Rows:
    for own in found:
        piece = own.equipment
        booked = _spans((one.starts_at, one.ends_at) for one in own.bookings)
        names = ", ".join(one.booking_id for one in own.bookings)
        whose = piece.agent_id or piece.depot
        about = (piece.equipment_id, piece.kind, means_text(piece.kind), whose, called.get(whose, whose))
        yield None, (*about, booked, names, _spans(own.free))


def _spans(spans: Iterable[tuple[datetime, datetime]]) -> str:
    return ", ".join(f"{start:%d/%m %H:%M} - {end:%d/%m %H:%M}" for start, end in spans)
