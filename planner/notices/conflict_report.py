# SPDX-License-Identifier: GPL-3.0-or-later
"""The conflicts report of an order: what lies near its dig, by which corridor, and what may dig there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...core.errors import InputError
from ...core.messages import Message
from ...network.digging.conflicts import Allowed, ConflictRules, Technique
from ...network.digging.results import Conflict
from ...workorders.orders import WorkOrder
from ...workorders.requirements import equipment_in_corridor
from ...workorders.rulebook import RuleBook
from ..informing.page import Cell, Page, Section
from ..intake.order_sheet import VERDICT_ORDER
from ..life.gathered import first, operators_of
from ..ports import Workspace
from ..records import DigChange, Footprint, OrderConflict
from ..rule_versions import conflict_rules_of, rule_book_of
from .dig_changes import changes_of

# as it is found near a place, or kept with an order
Near = Conflict | OrderConflict


@dataclass(frozen=True, slots=True)
class NetworkFound:
    """A network near the dig: the technique allowed, with its source, and the equipment that it adds.

    ``is_deemed``: its operator did not answer about an urgent dig, so it counts as in the excavation zone.
    """

    conflict: OrderConflict
    technique: Technique
    source: str
    equipment: tuple[str, ...]
    is_deemed: bool


@dataclass(frozen=True, slots=True)
class ConflictReport:
    """The networks near the dig of an order, the most dangerous first; ``depth_m`` is that of the dig."""

    order_id: str
    address: str
    area_m2: float
    depth_m: float | None
    rules_version: str
    networks: tuple[NetworkFound, ...]
    changes: tuple[DigChange, ...]


def conflict_report(
    workspace: Workspace, order_id: str, *, day: date, rules: ConflictRules | None = None
) -> ConflictReport:
    """Return the conflicts report of an order by the rules of a day.

    ``InputError`` when the order is unknown or nothing is dug.
    """
    rules = rules or conflict_rules_of(workspace, day)
    order = workspace.get(WorkOrder, order_id)
    dig = first(workspace.all(Footprint, order_id=order_id))
    if dig is None:
        raise InputError("order.digs_nothing", order=order_id)
    book = rule_book_of(workspace, day)
    standard = book.catalogue.jobs.get(order.code)
    usual_m = standard.excavation.depth_m if standard and standard.excavation else None
    return ConflictReport(
        order_id=order_id,
        address=order.address,
        area_m2=dig.area_m2,
        depth_m=usual_m if dig.depth_m is None else dig.depth_m,
        rules_version=rules.version,
        networks=tuple(networks_found(workspace, order, rules=rules, book=book)),
        changes=changes_of(workspace, order_id),
    )


def networks_found(
    workspace: Workspace, order: WorkOrder, *, rules: ConflictRules, book: RuleBook
) -> Iterator[NetworkFound]:
    """Yield the networks near the dig of an order, the most dangerous first, then the nearest."""
    deemed = deemed_operators(workspace, order.order_id)
    near = workspace.all(OrderConflict, order_id=order.order_id)
    for conflict in sorted(near, key=lambda one: (VERDICT_ORDER.index(one.verdict), one.edge_m)):
        is_deemed = conflict.operator in deemed and conflict.is_sensitive
        allowed = allowed_near(conflict, rules, is_deemed=is_deemed)
        yield NetworkFound(
            conflict=conflict,
            technique=rules.techniques[allowed.technique],
            source=allowed.source,
            equipment=equipment_near(conflict, book, is_deemed=is_deemed),
            is_deemed=is_deemed,
        )


def deemed_operators(workspace: Workspace, order_id: str) -> set[str]:
    """Return the operators whose networks count as in the dig of an order; ``InputError`` for no order."""
    order = workspace.get(WorkOrder, order_id)
    return {one.name for one in operators_of(workspace, order) if one.is_deemed_in_zone}


def what_digs_near(
    conflict: Conflict, rules: ConflictRules, book: RuleBook, language: str, *, is_deemed: bool = False
) -> tuple[str, str]:
    """Return the technique that is allowed near a network and the equipment that it adds, in words."""
    allowed = allowed_near(conflict, rules, is_deemed=is_deemed)
    kinds = equipment_near(conflict, book, is_deemed=is_deemed)
    names = equipment_names(kinds, book, language)
    return rules.techniques[allowed.technique].spoken(language), ", ".join(names)


def equipment_near(conflict: Near, book: RuleBook, *, is_deemed: bool = False) -> tuple[str, ...]:
    """Return the kinds of equipment that digging near a network takes."""
    soft = book.teleservice.soft_digging.equipment if is_deemed else ()
    in_corridor = equipment_in_corridor(conflict.network_type, conflict.verdict, rules=book.resources)
    return tuple(dict.fromkeys((*in_corridor, *soft)))


def allowed_near(conflict: Near, rules: ConflictRules, *, is_deemed: bool = False) -> Allowed:
    """Return which technique the rules allow near a network."""
    return rules.allowed_near(conflict.verdict, is_sensitive=conflict.is_sensitive, is_deemed=is_deemed)


_HEADINGS = (
    *("network", "operator", "phone", "accuracy", "corridor", "edge", "depth", "verdict"),
    *("technique", "equipment"),
)


def report_page(report: ConflictReport, *, book: RuleBook, language: str) -> Page:
    """Return the report as a page; the sentence on open data stands first."""
    rows = tuple(tuple(_row(one, book, language)) for one in report.networks)
    depth = "–" if report.depth_m is None else _metres(report.depth_m, language, 2)
    dig = Message("conflicts.dig", {"area": _number(report.area_m2, language, 1), "depth": depth})
    sources = dict.fromkeys((one.technique.spoken(language), one.source) for one in report.networks)
    sections = [
        Section(Message("notices.report_about"), (), ((Message("notices.disclaimer"),), (dig,))),
        Section(Message("conflicts.networks"), tuple(Message(f"label.{n}") for n in _HEADINGS), rows),
    ]
    if report.changes:
        sections.append(changes_section(report.changes))
    sections.append(Section(Message("conflicts.sources"), (), tuple(sources)))
    title = Message("conflicts.title", {"order": report.order_id, "version": report.rules_version})
    return Page(title=title, subtitle=report.address, sections=tuple(sections))


def changes_section(changes: tuple[DigChange, ...]) -> Section:
    """Return what changed around a dig since it was studied, as a table."""
    headings = tuple(Message(f"label.{name}") for name in ("at", "who", "change", "after_notice"))
    return Section(
        Message("conflicts.changes"),
        headings,
        tuple((one.at, one.who, one.said, one.notice_number if one.after_notice else "") for one in changes),
    )


def _row(one: NetworkFound, book: RuleBook, language: str) -> Iterator[Cell]:
    near = one.conflict
    yield near.label or near.network_type
    yield near.operator
    yield near.emergency_phone
    yield near.accuracy_class
    yield "?" if near.corridor_m is None else f"± {_metres(near.corridor_m, language, 2)}"
    yield _metres(near.edge_m, language, 1)
    yield "?" if near.depth_m is None else _metres(near.depth_m, language, 2)
    yield Message("conflicts.deemed") if one.is_deemed else Message(f"verdict.{near.verdict}")
    yield one.technique.spoken(language)
    yield ", ".join(equipment_names(one.equipment, book, language))


def equipment_names(kinds: tuple[str, ...], book: RuleBook, language: str) -> list[str]:
    """Return kinds of equipment by their names."""
    listed = book.means.equipment
    return [listed[kind].spoken(language) if kind in listed else kind for kind in kinds]


def _metres(value: float, language: str, decimals: int) -> str:
    return f"{_number(value, language, decimals)} m"


def _number(value: float, language: str, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return text.replace(".", ",") if language == "fr" else text
