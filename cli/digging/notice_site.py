# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard notices conflicts``, ``dig``, ``deem``, ``follow``, ``road``: what is around a dig."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.messages import Message
from ...planner.informing.page import page_html, page_text
from ...planner.notices.conflict_report import ConflictReport, conflict_report, report_page
from ...planner.notices.deem import deem_in_zone
from ...planner.notices.draw_dig import DrawnDig, draw_dig
from ...planner.notices.follow_dt import follow_dt
from ...planner.notices.road import RoadDuties, road_duties
from ...store.whole_file import write_whole
from ...workorders.road_occupancy import Request, RoadOccupancyRules
from ..arguments import By, Now, OrderOption, Target, actor, parse_day, parse_moment
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import moment

OperatorOption = Annotated[str, typer.Option("--operator", metavar="NAME", help="The operator of a network.")]
ContactOption = Annotated[str, typer.Option("--contact", help="Who was spoken to, or what became of it.")]
CalledAt = Annotated[
    datetime, typer.Option("--at", parser=parse_moment, metavar="TIME", help="When it was called.")
]

BuiltUp = Annotated[
    bool | None, typer.Option("--built-up/--outside", help="In a built-up area or not; else by its layer.")
]
NumberOption = Annotated[
    str | None, typer.Option("--number", metavar="NUMBER", help="The road, such as D12; else by the roads.")
]
DtOption = Annotated[
    str, typer.Option("--dt", metavar="NUMBER", help="The number of the DT that was answered.")
]
OutlineOption = Annotated[
    Path | None,
    typer.Option("--outline", metavar="FILE", help="A file with one polygon (GeoJSON, GeoPackage, …)."),
]
DepthOption = Annotated[float | None, typer.Option("--depth", metavar="M", help="How deep it is dug.")]
CrsOption = Annotated[str, typer.Option("--crs", metavar="EPSG:…", help="The CRS of a file that says none.")]
LayerOption = Annotated[
    str, typer.Option("--layer", metavar="NAME", help="The layer of a file that has several.")
]
SurfaceLaid = Annotated[
    date | None,
    typer.Option("--surface-laid", parser=parse_day, metavar="DATE", help="When the road surface was made."),
]
HtmlOut = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write it as HTML too.")]
Traffic = Annotated[bool, typer.Option("--traffic/--no-traffic", help="The works hinder the traffic.")]


def register(group: typer.Typer) -> None:
    """Add the commands to those of notices."""
    command(group, "conflicts")(conflicts)
    command(group, "dig", seen="order")(dig)
    command(group, "deem", seen="order")(deem)
    command(group, "road", seen="order")(road)
    command(group, "follow", seen="order")(follow)


def conflicts(
    session: Session, target: Target, *, order: OrderOption, html: HtmlOut = None, now: Now = None
) -> None:
    """Report the networks of others near a dig: distance, class, corridor, and what may dig there."""
    with session.workspace(target) as workspace:
        found = conflict_report(workspace, order, day=session.now(now).date())
    page = report_page(found, book=session.rule_book(), language=session.language)
    if html is not None:
        write_whole(html, page_html(page, session.text, language=session.language))
    session.emit(_report_data(session, found), [page_text(page, session.text)])


def _report_data(session: Session, found: ConflictReport) -> dict[str, object]:
    networks = [
        {
            "network": one.conflict.label or one.conflict.network_type,
            "network_type": one.conflict.network_type,
            "operator": one.conflict.operator,
            "phone": one.conflict.emergency_phone,
            "sensitive": one.conflict.is_sensitive,
            "accuracy_class": one.conflict.accuracy_class,
            "corridor_m": one.conflict.corridor_m,
            "edge_m": one.conflict.edge_m,
            "effective_m": one.conflict.effective_m,
            "depth_m": one.conflict.depth_m,
            "verdict": one.conflict.verdict,
            "deemed": one.is_deemed,
            "technique": one.technique.spoken(session.language),
            "machine": one.technique.machine,
            "source": one.source,
            "equipment": one.equipment,
        }
        for one in found.networks
    ]
    changes = [
        {"at": one.at, "who": one.who, "change": one.said, "after_notice": one.after_notice}
        for one in found.changes
    ]
    return {
        "order": found.order_id,
        "area_m2": found.area_m2,
        "depth_m": found.depth_m,
        "rules_version": found.rules_version,
        "networks": networks,
        "changes": changes,
        "disclaimer": Message("notices.disclaimer"),
    }


def dig(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    outline: OutlineOption = None,
    layer: LayerOption = "",
    depth: DepthOption = None,
    crs: CrsOption = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Keep the dig of an order as drawn (a polygon in a file), its depth, or both; conflicts follow."""
    from ...store.plan_files import read_outline

    with session.workspace(target) as workspace:
        drawn = draw_dig(
            workspace,
            order,
            outline and read_outline(outline, crs=crs, layer=layer, wanted=workspace.crs),
            depth_m=depth,
            now=session.now(now),
            who=actor(by),
        )
    data = {
        "order": order,
        "area_m2": drawn.dig.area_m2,
        "depth_m": drawn.dig.depth_m,
        "drawn_by": drawn.dig.drawn_by,
        "changes": drawn.changes,
        "limits": drawn.limits,
        "undeclared_m2": drawn.undeclared_m2,
    }
    session.emit(data, _drawn(session, order, drawn))


def _drawn(session: Session, order: str, drawn: DrawnDig) -> Iterator[str]:
    yield session.say("cli.dig_drawn", order=order, area_m2=round(drawn.dig.area_m2, 1))
    yield from (session.text(one) for one in (*drawn.limits, *drawn.changes))
    if drawn.undeclared_m2 > 0:
        yield session.say("gate.dig_undeclared", area_m2=round(drawn.undeclared_m2, 1))
    yield session.say("notices.disclaimer")


def deem(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    operator: OperatorOption,
    contact: ContactOption,
    at: CalledAt,
    by: By = "",
) -> None:
    """Note that an operator called about an urgent dig did not answer: its networks count as in the zone."""
    with session.workspace(target) as workspace:
        noted = deem_in_zone(workspace, order, operator, contact=contact, called_at=at, who=actor(by))
    session.emit({"answer": noted}, [session.say("cli.deemed", operator=operator)])


def follow(
    session: Session, target: Target, *, order: OrderOption, dt: DtOption, now: Now = None, by: By = ""
) -> None:
    """Have the contractor's DICT follow the owner's DT, which the operators have answered."""
    with session.workspace(target) as workspace:
        found = follow_dt(workspace, order, number=dt, now=session.now(now), who=actor(by))
    start = moment(found.earliest_start)
    said = session.say("cli.dict_follows", order=order, number=dt, day=moment(found.answer_by), start=start)
    session.emit({"notice": found}, [said])


def road(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    built_up: BuiltUp = None,
    number: NumberOption = None,
    traffic: Traffic = True,
    surface: SurfaceLaid = None,
    now: Now = None,
    by: By = "",
) -> None:
    """Tell who allows the works on the road beside them, by when; keep the permits to ask for."""
    with session.workspace(target) as workspace:
        rules = session.rule_book().roads
        found = road_duties(
            workspace,
            order,
            rules=rules,
            who=actor(by),
            built_up=built_up,
            number=number,
            hinders_traffic=traffic,
            surface_laid=surface,
        )
    session.emit(found, _road(session, found, rules, today=session.now(now).date()))


def _request_row(
    one: Request, found: RoadDuties, rules: RoadOccupancyRules, language: str
) -> tuple[str, ...]:
    contact = found.contacts.get(one.authority)
    # nobody asks ahead for what has begun
    ahead = found.emergency is None
    return (
        rules.authorisations[one.kind].spoken(language),
        rules.authorities[one.authority].spoken(language),
        contact.phone or contact.mobile if contact else "",
        contact.email if contact else "",
        moment(one.ask_by if ahead else None),
        moment(one.ask_at_latest if ahead else None),
    )


def _late(request: Request, today: date) -> str:
    """Return the message for a request that is late to be made, empty for one in time."""
    if today > request.ask_at_latest:
        return "cli.ask_too_late"
    return "cli.ask_late" if today > request.ask_by else ""


def _road(
    session: Session, found: RoadDuties, rules: RoadOccupancyRules, *, today: date
) -> Iterator[RenderableType]:
    speak = session.language
    road_class = rules.roads[found.road].spoken(speak)
    yield session.say("cli.road", road=road_class, number=found.site.number, name=found.name)
    headings = ("permit", "authority", "telephone", "email", "ask_by", "ask_at_latest")
    yield rows(
        [session.say(f"label.{name}") for name in headings],
        (_request_row(one, found, rules, speak) for one in found.requests),
    )
    # urgent works do not wait for an authorisation
    asked = () if found.emergency else found.requests
    for one in asked:
        wanted = rules.authorisations[one.kind]
        if wanted.permit and (late := _late(one, today)):
            yield session.say(late, permit=wanted.spoken(speak), day=one.ask_at_latest)
    if found.recent_surface:
        yield session.say("cli.recent_surface", years=round(rules.recent_surface_years.value))
    if found.emergency is not None:
        yield session.say(
            "cli.road_emergency",
            mayor=moment(found.emergency.inform_mayor_by),
            regularise=moment(found.emergency.regularise_by),
            day=moment(found.emergency.reinstate_by),
        )
