# SPDX-License-Identifier: GPL-3.0-or-later
"""How an order is to be split, as it stands in the dialog, and what that would make. Free of Qt widgets."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ...qgis_bridge.figures import duration_text, number_text
from ...qgis_bridge.messages import say, tr
from ..rich_text import bullets, paragraph

if TYPE_CHECKING:
    from ...planner.intake.split import Split, SplitAsked
    from ...planner.intake.split_basis import SplitBasis
    from ...workorders.intake.splitting import PartAsked

DURATION, DAYS, QUANTITY, PHASE = "duration", "days", "quantity", "phase"
WAYS = (DURATION, DAYS, QUANTITY, PHASE)


@dataclass(frozen=True, slots=True)
class SplitForm:
    """What the dialog holds: the way, and minutes, quantity and name of each part."""

    way: str
    minutes: tuple[int, ...]
    quantities: tuple[float, ...]
    names: tuple[str, ...]
    in_turn: bool = True
    one_cut: bool = False
    material_in: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a form would make, as rich text; ``asked`` is None where it cannot be done: the text says why."""

    text: str
    asked: SplitAsked | None


def usual(basis: SplitBasis, way: str, count: int) -> SplitForm:
    """Return the form of a way with so many equal parts; phases end with the steps that lie evenly apart."""
    from ...workorders.intake.splitting import in_equal_parts, shares

    order = basis.order
    minutes = tuple(one.minutes for one in in_equal_parts(order, count, basis.rules.intake.split))
    whole = order.quantity or 100 * count
    quantities = tuple(round(whole / count, 2) for _ in range(count))
    keys = [step.key for step in basis.steps]
    ends = shares(len(keys), [1.0] * count) if len(keys) >= count else ()
    names = tuple(keys[sum(ends[: number + 1]) - 1] for number in range(count)) if ends else ("",) * count
    return SplitForm(way, minutes, quantities, names)


def outcome(basis: SplitBasis, form: SplitForm) -> Outcome:
    """Return the parts that a form makes with what to know of them, or why it makes none."""
    from ...core.errors import RegardError
    from ...planner.intake.split import SplitAsked, draft_split

    try:
        asked = SplitAsked(
            _parts(basis, form),
            in_turn=form.in_turn,
            lag_min=basis.rules.intake.split.overnight_min if form.way == DAYS and form.in_turn else 0,
            one_cut=form.one_cut,
            by_steps=form.way == PHASE,
            material_in=form.material_in,
        )
        made = draft_split(basis, asked)
    except RegardError as error:
        return Outcome(paragraph(f"<b>✗ {escape(say(error.message))}</b>"), None)
    return Outcome(_text(made), asked)


def _parts(basis: SplitBasis, form: SplitForm) -> tuple[PartAsked, ...]:
    from ...workorders.intake.splitting import PartAsked, by_quantities

    if form.way == QUANTITY:
        return by_quantities(basis.order, form.quantities, basis.rules.intake.split)
    if form.way == PHASE:
        both = zip(form.minutes, form.names, strict=True)
        return tuple(PartAsked(minutes, name=name.strip()) for minutes, name in both)
    return tuple(PartAsked(minutes) for minutes in form.minutes)


def _text(made: Split) -> str:
    """Return the parts, each after the one it waits for, and the notes."""
    lines = []
    for part in made.parts:
        said = [f"<b>{escape(part.order_id)}</b>", escape(part.label), duration_text(60 * part.duration_min)]
        if part.quantity is not None:
            said.append(number_text(part.quantity, 0 if part.quantity == int(part.quantity) else 2))
        lines.append(" · ".join(said))
    tied = bool(made.links) and any(link.second_id == made.parts[1].order_id for link in made.links)
    order = tr("Each part starts after the end of the one before it.") if tied else tr("In any order.")
    return bullets(lines) + paragraph(order) + bullets(escape(say(note)) for note in made.notes)
