# SPDX-License-Identifier: GPL-3.0-or-later
"""The framework of an order's execution: scope, hours, rules, and what stops the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ...core.messages import Message
from ...workorders.informing.execution import ExecutionRules, Recalled, SiteCondition, SiteRule, recall
from ...workorders.requirements import hazard_messages
from ...workorders.rulebook import RuleBook
from ..intake.order_sheet import OrderSheet, order_sheet
from ..ports import Workspace
from .facts import work_period
from .page import Page, Section

_ASBESTOS = ("asbestos_cement", "asbestos_fibre_cement")
_CONFINED = "confined_space"


@dataclass(frozen=True, slots=True)
class Framework:
    """What an order's sheet recalls; ``start`` and ``end`` are None while nothing is known of them."""

    sheet: OrderSheet
    start: datetime | None
    end: datetime | None
    hazards: tuple[Message, ...]
    recalled: Recalled


def execution_framework(workspace: Workspace, order_id: str, *, rules: ExecutionRules) -> Framework:
    """Return the framework of an order; ``InputError`` when it does not exist."""
    sheet = order_sheet(workspace, order_id)
    order = sheet.order
    is_known = bool(sheet.stops or order.started_at or order.window_start or order.earliest_start)
    start, end = work_period(sheet) if is_known else (None, None)
    return Framework(
        sheet=sheet,
        start=start,
        end=end,
        hazards=hazard_messages(order.hazards),
        recalled=recall(rules, frozenset(_conditions(sheet))),
    )


def _conditions(sheet: OrderSheet) -> Iterator[SiteCondition]:
    order = sheet.order
    if order.digs:
        yield "digs"
    if sheet.notice is not None and sheet.notice.kind == "ATU":
        yield "urgent_dig"
    if any(conflict.is_sensitive for conflict in sheet.conflicts):
        yield "sensitive_near"
    if sheet.outage is not None:
        yield "cut"
    if _CONFINED in order.hazards:
        yield "chamber"
    if any(hazard in order.hazards for hazard in _ASBESTOS):
        yield "asbestos"


def framework_page(found: Framework, *, book: RuleBook, language: str) -> Page:
    """Return the framework as a page for the job sheet."""
    return Page(
        title=Message("page.framework", {"order": found.sheet.order.order_id}),
        subtitle=found.sheet.order.address,
        sections=tuple(framework_sections(found, book=book, language=language)),
    )


def framework_sections(found: Framework, *, book: RuleBook, language: str) -> Iterator[Section]:
    """Yield scope and hours, dangers, rules and stop-work triggers; also a part of other sheets."""
    order, outage = found.sheet.order, found.sheet.outage
    standard = book.catalogue.jobs.get(order.code)
    label = standard.label.spoken(language) if standard else order.label
    scope = [
        (Message("label.job"), f"{order.code} {label}"),
        (Message("label.asset"), order.asset_id),
        (Message("label.address"), order.address),
        (Message("label.start"), found.start),
        (Message("label.end"), found.end),
        (Message("label.agents"), ", ".join(agent.name for _, agent in found.sheet.work)),
        (Message("label.close"), ", ".join(outage.close) if outage else ""),
    ]
    yield Section(Message("page.scope"), (), tuple(row for row in scope if row[1]))
    yield Section(Message("page.dangers"), (), tuple((hazard,) for hazard in found.hazards))
    yield _spoken(Message("page.rules"), found.recalled.rules, language)
    yield _spoken(Message("page.stop_work"), found.recalled.stop_work, language)


def _spoken(title: Message, rules: tuple[SiteRule, ...], language: str) -> Section:
    return Section(title, (), tuple((rule.spoken(language), rule.source) for rule in rules))
