# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard coverage``: who can be where in how long, holes, what a change brings, load, recurring points."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from shapely.geometry import Point

from ...core.errors import InputError
from ...planner.assets.asset_base import AssetBase
from ...planner.coverage.areas import CoverFigures, Wanted
from ...planner.coverage.changes import compared_coverage
from ...planner.coverage.failures import failure_densities
from ...planner.coverage.layers import coverage_frames
from ...planner.coverage.recurring import recurring_points
from ...planner.coverage.study import Coverage, CoverageOptions, coverage_of
from ...planner.coverage.what_if import TeamChange
from ...planner.coverage.who_comes import who_comes
from ...planner.coverage.zone_work import zone_work
from ...store.coverage_files import write_coverage
from ..arguments import Day, Target, parse_point
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import figure, means_name, number, share, word

group = typer.Typer(help="Coverage: who can be where in how long, holes, load of zones, recurring points.")

Hours = Annotated[list[int] | None, typer.Option("--hour", min=0, max=23, help="Only this hour; repeatable.")]
Hour = Annotated[int, typer.Option("--hour", min=0, max=23, help="The hour of the day.")]
Bands = Annotated[list[int] | None, typer.Option("--minutes", min=1, max=600, help="Limit of an area.")]
Hole = Annotated[int, typer.Option("--hole", min=0, max=600, help="Later than so many minutes is a hole.")]
SkillNames = Annotated[list[str] | None, typer.Option("--skill", metavar="KEY", help="May be repeated.")]
KindNames = Annotated[list[str] | None, typer.Option("--equipment", metavar="KEY", help="May be repeated.")]
EveryMeans = Annotated[bool, typer.Option("--all-means", help="A map for each skill and equipment too.")]
Without = Annotated[list[str] | None, typer.Option("--without", metavar="AGENT", help="As if not there.")]
Like = Annotated[
    str, typer.Option("--add-like", metavar="AGENT", help="As if there were one more like this.")
]
LikeAt = Annotated[
    Point | None, typer.Option("--at", parser=parse_point, metavar="X,Y", help="Who lives there.")
]
Moved = Annotated[str, typer.Option("--move", metavar="ID", help="As if this agent or depot were elsewhere.")]
To = Annotated[Point | None, typer.Option("--to", parser=parse_point, metavar="X,Y", help="There.")]
LayerFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The maps as a .gpkg.")]
Place = Annotated[Point, typer.Option("--at", parser=parse_point, metavar="X,Y", help="The place.")]
Days = Annotated[int, typer.Option("--days", min=1, max=92, help="How many days from --day on.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="coverage")


@command(group, "map")
def draw(
    session: Session,
    target: Target,
    *,
    day: Day,
    hour: Hours = None,
    minutes: Bands = None,
    hole: Hole = 0,
    skill: SkillNames = None,
    equipment: KindNames = None,
    all_means: EveryMeans = False,
    without: Without = None,
    add_like: Like = "",
    at: LikeAt = None,
    move: Moved = "",
    to: To = None,
    out: LayerFile = None,
) -> None:
    """Draw who can be where in how long, hour by hour; count what is outside, before and after a change."""
    change = TeamChange(tuple(without or ()), add_like, at, move, to)
    is_changed = change != TeamChange()
    with session.workspace(target) as workspace:
        wanted = _wanted(session, skill or (), equipment or ())
        hours = tuple(sorted(set(hour))) if hour else CoverageOptions().hours
        options = CoverageOptions(tuple(minutes or ()), hole, hours, wanted, all_means)
        with session.progress() as progress:
            if is_changed:
                compared = compared_coverage(workspace, day, options, change, progress=progress)
                before, after, changes = compared.before, compared.after, compared.changes
            else:
                before = after = coverage_of(workspace, day, options, progress=progress)
                changes = ()
        crs = workspace.crs
    if out is not None:
        frames = coverage_frames(after, changes, lambda one: wanted_text(session, one), crs=crs)
        write_coverage(out, frames)
    data = {"day": day, "bands_min": after.bands_min, "hole_min": after.hole_min, "figures": after.figures}
    data |= {"before": before.figures} if is_changed else {}
    data |= {"holes": [_hole_data(after, number) for number in range(len(after.holes))], "out": out}
    tables = [session.say("coverage.limit", minutes=after.hole_min), _figures(session, after.figures)]
    if is_changed:
        tables = [session.say("coverage.before"), _figures(session, before.figures), "", *tables]
    session.emit(data, tables)


@command(group, "who")
def who(
    session: Session,
    target: Target,
    *,
    day: Day,
    hour: Hour,
    at: Place,
    skill: SkillNames = None,
    equipment: KindNames = None,
) -> None:
    """List who can come to a place in an hour, the soonest first, to send somebody there."""
    with session.workspace(target) as workspace:
        _wanted(session, skill or (), equipment or ())
        found = who_comes(workspace, day, hour, at, skills=skill or (), equipment=equipment or ())
    table = rows(
        [
            session.say(f"label.{name}")
            for name in ("agent", "name", "agent_phone", "minutes", "from", "order")
        ],
        (
            (
                one.agent,
                one.name,
                one.phone,
                figure(session, one.minutes),
                word(session, f"presence.{one.reason}"),
                one.order,
            )
            for one in found
        ),
        right=[3],
    )
    data = {"day": day, "hour": hour, "at": at, "agents": found}
    session.emit(data, [table] if found else [session.say("coverage.none")])


@command(group, "zones")
def zones(session: Session, target: Target, *, day: Day, days: Days = 5) -> None:
    """Hold the work of each zone against its people, with the planned and the late shares."""
    with session.workspace(target) as workspace:
        found = zone_work(workspace, day, days)
    names = ("orders", "load_min", "capacity_min", "load_share", "planned_share", "late_share")
    data = [{"zone": one.zone, **{name: getattr(one, name) for name in names}} for one in found]
    table = rows(
        [session.say(f"label.{name}") for name in ("zone", *names)],
        (
            (
                one.zone or session.say("label.no_zone"),
                *(figure(session, getattr(one, name)) for name in names[:3]),
                *(_share(session, getattr(one, name)) for name in names[3:]),
            )
            for one in found
        ),
        right=range(1, 7),
    )
    session.emit({"day": day, "days": days, "zones": data}, [table])


@command(group, "spots")
def spots(session: Session, target: Target, *, day: Day) -> None:
    """List the points to which work comes back, and the failures by kilometre of material and age."""
    with session.workspace(target) as workspace:
        points = recurring_points(workspace, day)
        densities = failure_densities(workspace, AssetBase(workspace), day)
    recurring = rows(
        [session.say(f"label.{name}") for name in ("asset", "zone", "times", "last", "codes")],
        (
            (one.asset_id, one.zone, one.times, one.last_at.date(), ", ".join(one.codes))
            for one in points[:_MOST_SHOWN]
        ),
        right=[2],
    )
    failing = rows(
        [
            session.say(f"label.{name}")
            for name in ("role", "material", "age", "km", "failures", "per_km_year")
        ],
        (
            (
                word(session, f"role.{one.role}"),
                one.material,
                _age(session, one.age_from, one.age_until),
                number(session, one.km, 2),
                one.failures,
                number(session, one.per_km_year, 2),
            )
            for one in densities
        ),
        right=[3, 4, 5],
    )
    told = session.say("coverage.recurring", count=len(points))
    session.emit({"day": day, "points": points, "failures": densities}, [told, recurring, "", failing])


_MOST_SHOWN = 20


def wanted_text(session: Session, wanted: Wanted) -> str:
    """Return who is wanted in words."""
    if wanted.kind == "any":
        return session.say("coverage.any")
    return means_name(session, session.rule_book(), wanted.key)


def _wanted(session: Session, skills: Iterable[str], equipment: Iterable[str]) -> tuple[Wanted, ...]:
    means = session.rule_book().means
    for key in skills:
        if key not in means.skills:
            raise InputError("skills.unknown", found=key, expected=", ".join(means.skills))
    for key in equipment:
        if key not in means.equipment:
            raise InputError("coverage.equipment", found=key, expected=", ".join(means.equipment))
    named = [*(Wanted("skill", key) for key in skills), *(Wanted("equipment", key) for key in equipment)]
    return tuple(dict.fromkeys(named)) or (Wanted(),)


def _hole_data(found: Coverage, number: int) -> dict[str, object]:
    hole = found.holes[number]
    return {
        "kind": hole.wanted.kind,
        "means": hole.wanted.key,
        "first_hour": hole.hours.first,
        "end_hour": hole.hours.end,
        "customers": hole.customers,
        "sensitive": hole.sensitive,
        "pipe_km": round(hole.pipe_km, 3),
        "place": hole.geometry.representative_point(),
    }


def _figures(session: Session, figures: Iterable[CoverFigures]) -> Table:
    names = ("wanted", "hours", "agents", "outside", "sensitive", "pipe_km", "second_outside")
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                wanted_text(session, one.wanted),
                f"{one.hours.first:02d}:00-{one.hours.end:02d}:00",
                one.agents,
                f"{one.customers_outside}/{one.customers}",
                one.sensitive_outside,
                f"{number(session, one.pipe_km_outside, 1)}/{number(session, one.pipe_km, 1)}",
                one.second_customers_outside,
            )
            for one in figures
        ),
        right=range(2, 7),
    )


def _share(session: Session, part: float | None) -> str:
    return session.say("figure.unknown") if part is None else share(session, part)


def _age(session: Session, low: int | None, high: int | None) -> str:
    if low is None:
        return session.say("coverage.age_unknown")
    return f"{low}+" if high is None else f"{low}-{high - 1}"
