# SPDX-License-Identifier: GPL-3.0-or-later
"""What the dock of figures asks for and what it shows: plain texts, free of Qt and of the workspace."""

from __future__ import annotations

from dataclasses import dataclass

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A period by its name (empty: the week of the desk), narrowed to a zone, team or type (empty: all).

    ``step`` is by how many periods to go on from it, ``kind`` the kind of period to change to.
    """

    period: str = ""
    zone: str = ""
    team: str = ""
    code: str = ""
    kind: str = "week"
    step: int = 0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in words.

    ``met`` tells whether its target is met, None where that cannot be told; ``not_over`` why not while the
    period runs.
    """

    code: str
    name: str
    value: str
    target: str
    previous: str
    year_before: str
    sentence: str
    about: str
    met: bool | None
    not_over: str = ""


@dataclass(frozen=True, slots=True)
class FiguresShown:
    """The figures of a period, and what they can be narrowed to: each code with its name.

    ``not_over`` says that the period is not over and when it is seen, empty once it is.
    """

    period: str
    title: str
    rows: tuple[FigureRow, ...]
    zones: Choices
    teams: Choices
    types: Choices
    not_over: str = ""


@dataclass(frozen=True, slots=True)
class OrderBehind:
    """An order behind a figure, with what it adds to it."""

    order_id: str
    code: str
    zone: str
    adds: str
