# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard skills``: what is missing when, and what one agent more or better trained changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.informing.briefing import add_action
from ...planner.informing.page import page_html
from ...planner.resources.matrix import zone_matrices
from ...planner.skills.gap_sheet import NameOf, gap_rows, gap_sheet, proposal
from ...planner.skills.skill_outlook import SkillOutlook, skill_outlook
from ...planner.skills.what_if import MoreSkills, SkillEffect, effect_of
from ...planner.tours.plan_options import PlanOptions
from ...store.figure_files import write_figures
from ...store.whole_file import write_whole
from ..arguments import By, Day, Now, Target, actor
from ..command import command
from ..planning.plan import Days, Iterations, Objective, Seconds, Seed
from ..session import Session, require_zone
from ..tables import listed, rows
from ..wording import means_name, number

group = typer.Typer(help="Skills ahead: demand and supply, expiries, gaps, what training or hiring changes.")

Ahead = Annotated[int, typer.Option("--days", min=1, max=400, help="How many days from --day on.")]
Back = Annotated[
    int, typer.Option("--back", min=0, max=400, help="Orders that waited in so many days before.")
]
ZoneFilter = Annotated[str, typer.Option("--zone", metavar="ID", help="Only this zone.")]
SkillNames = Annotated[list[str] | None, typer.Option("--skill", metavar="KEY", help="May be repeated.")]
Train = Annotated[str, typer.Option("--train", metavar="AGENT", help="This agent would hold the skills too.")]
Hire = Annotated[
    str, typer.Option("--hire-like", metavar="AGENT", help="One more, with this one's home and skills.")
]
HtmlFile = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="The sheet as a page.")]
TableFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The weeks as .csv or .xlsx.")]
HandTo = Annotated[str, typer.Option("--hand-to", metavar="NAME", help="Note as an action of this manager.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="skills")


@command(group, "ahead")
def ahead(
    session: Session, target: Target, *, day: Day, days: Ahead = 28, back: Back = 30, zone: ZoneFilter = ""
) -> None:
    """Hold the hours that work asks of each skill against those of the people who validly hold it."""
    with session.workspace(target) as workspace:
        require_zone(workspace, zone)
        found = skill_outlook(workspace, day, days=days, back_days=back, zone=zone)
    session.emit(_data(found), _shown(session, found))


@command(group, "sheet")
def sheet(
    session: Session,
    target: Target,
    *,
    day: Day,
    days: Ahead = 28,
    back: Back = 30,
    zone: ZoneFilter = "",
    html: HtmlFile = None,
    out: TableFile = None,
    hand_to: HandTo = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Write the gap sheet with its evidence; note it as an action of a manager if asked."""
    with session.workspace(target) as workspace:
        found = skill_outlook(workspace, day, days=days, back_days=back, zone=zone)
        matrices = zone_matrices(workspace, day, zone=zone)
        said = [session.text(proposal(found, skill, _names(session))) for skill in _lacking(found)]
        actions = (
            add_action(
                workspace,
                zone or matrices[0].matrix.zone,
                text,
                owner=hand_to,
                due_on=found.until,
                now=session.now(now),
                who=actor(by),
            )
            for text in (said if hand_to else ())
        )
        noted = [one.action_id for one in actions]
    if html is not None:
        page = gap_sheet(found, matrices, _names(session))
        write_whole(html, page_html(page, session.text, language=session.language))
    if out is not None:
        write_figures(out, list(gap_rows(found)))
    session.emit(_data(found) | {"proposals": said, "actions": noted}, said or [session.say("skills.fine")])


@command(group, "effect")
def effect(
    session: Session,
    target: Target,
    *,
    day: Day,
    skill: SkillNames = None,
    train: Train = "",
    hire_like: Hire = "",
    days: Days = 1,
    seconds: Seconds = 8.0,
    iterations: Iterations = 0,
    seed: Seed = 1,
    objective: Objective = "balanced",
    now: Now = None,
) -> None:
    """Plan days as they are and with one agent trained or hired: orders, kilometres, overtime."""
    options = PlanOptions(
        day=day, days=days, seconds=seconds, iterations=iterations or None, seed=seed, objective=objective
    )
    more = MoreSkills(tuple(skill or ()), agent=train, like=hire_like)
    with session.workspace(target) as workspace, session.progress() as progress:
        found = effect_of(workspace, more, options, now=session.now(now), progress=progress)
    data = {"now": found.now, "then": found.then, "difference": found.difference}
    session.emit(data | {"gained": found.gained, "lost": found.lost}, _effect(session, found))


def _names(session: Session) -> NameOf:
    rules = session.rule_book()
    return lambda key: means_name(session, rules, key)


def _lacking(found: SkillOutlook) -> list[str]:
    return list(dict.fromkeys([*(w.skill for w in found.waiting), *(g.skill for g in found.gaps)]))


def _data(found: SkillOutlook) -> dict[str, object]:
    return {
        "day": found.day,
        "until": found.until,
        "weeks": [
            {
                "skill": one.skill,
                "week": one.first_day,
                "demand_h": one.demand_h,
                "supply_h": one.supply_h,
                "gap": one.is_gap,
                "uncovered_days": one.uncovered_days,
                "orders": one.orders,
            }
            for one in found.weeks
        ],
        "expiries": found.expiries,
        "waiting": found.waiting,
    }


def _shown(session: Session, found: SkillOutlook) -> Iterator[RenderableType]:
    name_of = _names(session)

    def heading(*names: str) -> list[str]:
        return [session.say(f"label.{name}") for name in names]

    yield rows(
        heading("week", "skill", "demand_h", "supply_h", "uncovered_days", "orders", "finding"),
        (
            (
                one.first_day,
                name_of(one.skill),
                number(session, one.demand_h, 1),
                number(session, one.supply_h, 1),
                len(one.uncovered_days) or " ",
                len(one.orders),
                session.say("skills.gap") if one.is_gap else " ",
            )
            for one in found.weeks
        ),
        right=[2, 3, 4, 5],
    )
    if found.expiries:
        yield ""
        yield rows(
            heading("agent", "skill", "valid_until"),
            ((one.agent_id, name_of(one.skill), one.valid_until) for one in found.expiries),
        )
    if found.waiting:
        yield ""
        yield rows(
            heading("order", "skill", "day", "why"),
            (
                (one.order_id, name_of(one.skill), one.day, session.say(f"skills.why.{one.why}"))
                for one in found.waiting
            ),
        )


def _effect(session: Session, found: SkillEffect) -> Iterator[RenderableType]:
    lines = [
        (
            session.say(f"skills.effect.{name}"),
            f"{before:.{digits}f}",
            f"{after:.{digits}f}",
            f"{after - before:+.{digits}f}",
        )
        for name, before, after, digits in (
            ("planned", found.now.planned, found.then.planned, 0),
            ("late", found.now.late, found.then.late, 0),
            ("km", found.now.distance_m / 1000, found.then.distance_m / 1000, 1),
            ("overtime", found.now.cost["overtime"], found.then.cost["overtime"], 0),
        )
    ]
    headings = ["", *(session.say(f"label.{name}") for name in ("as_it_is", "with_more", "difference"))]
    yield rows(headings, lines, right=[1, 2, 3])
    yield session.say("skills.gained", orders=listed(found.gained), lost=listed(found.lost))
