# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of types of work for people: as rows, and one type with what makes it take longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table

from ...workorders.catalogue import JobStandard
from ...workorders.requirements import DurationModifier, ResourceRule
from ...workorders.rulebook import RuleBook
from ..session import Session
from ..tables import facts, listed, rows
from ..wording import means_name, number


def job_rows(session: Session, standards: Sequence[JobStandard]) -> Table:
    """Return types of work as rows."""
    names = ("code", "job", "p50", "p80", "crew", "priority")
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                one.code,
                one.label.spoken(session.language),
                one.duration_min.p50,
                one.duration_min.p80,
                _span(one.crew.min, one.crew.max),
                _span(one.priority.most.value, one.priority.least.value),
            )
            for one in standards
        ),
        right=(2, 3),
    )


def _pace(session: Session, standard: JobStandard) -> Iterator[tuple[str, str]]:
    """Yield how long each unit takes, with the source, where the work is counted."""
    if (pace := standard.pace) is not None:
        each, p80 = number(session, pace.p50, 2), number(session, pace.p80, 2)
        unit = pace.spoken(session.language)
        yield session.say("label.pace"), f"{unit}: {each} min (P80 {p80}) · {pace.source}"


def job_sheet(
    session: Session,
    standard: JobStandard,
    longer: Sequence[ResourceRule | DurationModifier],
    book: RuleBook,
) -> Iterator[RenderableType]:
    """Yield the standard of a type of work, and each rule that adds minutes with its source."""
    duration = standard.duration_min

    def named(keys: Sequence[str]) -> object:
        return listed([means_name(session, book, key) for key in keys])

    yield facts(
        [
            (session.say("label.job"), f"{standard.code}  {standard.label.spoken(session.language)}"),
            (session.say("label.standard_min"), f"{duration.p50} (P80 {duration.p80})"),
            *_pace(session, standard),
            (session.say("label.crew"), _span(standard.crew.min, standard.crew.max)),
            (session.say("label.skills"), named([*standard.skills, *standard.crew_skills])),
            (session.say("label.equipment"), named(standard.equipment)),
            (session.say("label.tools"), named(standard.tools)),
            (session.say("label.parts"), named(tuple(standard.parts))),
            (session.say("label.rules_version"), book.version),
        ]
    )
    if longer:
        yield ""
        yield rows(
            [session.say("label.longer"), session.say("label.min_more"), session.say("label.source")],
            (
                (
                    one.label.spoken(session.language) if one.label else "",
                    f"+{one.add.minutes}",
                    one.source,
                )
                for one in longer
            ),
            right=(1,),
        )


def _span(least: object, most: object) -> str:
    return str(least) if least == most else f"{least}-{most}"
