# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a dossier: scope, valves, networks, contacts, notice and permits, check list."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.messages import Message
from ...network.digging.conflicts import Technique
from ...workorders.life.gate_facts import Operator
from ...workorders.life.records import MAYOR_TOLD, Permit
from ...workorders.rulebook import RuleBook
from ..informing.framework import framework_sections
from ..informing.page import Cell, Section
from ..notices.conflict_report import allowed_near, changes_section, equipment_names, equipment_near
from .facts import DossierFacts
from .hazards import metres
from .near import NearNetworks

Row = tuple[Cell, ...]


def dossier_sections(facts: DossierFacts, *, book: RuleBook, language: str) -> tuple[Section, ...]:
    """Return the tables of a dossier after its dangers; those about a dig only where something is dug."""
    scope, _, rules, stop_work = framework_sections(facts.framework, book=book, language=language)
    sections = [_with_dig(scope, facts, language)]
    if facts.gate.order.digs:
        sections += [stop_work, rules]
    if facts.valves:
        sections.append(
            Section(Message("dossier.valves"), _named("number", "valve"), tuple(valve_rows(facts)))
        )
    if facts.gate.order.digs:
        headings = _named(
            "network", "operator", "accuracy", "from_axis", "edge", "depth", "technique", "equipment"
        )
        sections.append(
            Section(
                Message("dossier.networks"),
                headings,
                tuple(network_rows(facts, book=book, language=language)),
            )
        )
        if facts.changes:
            sections.append(changes_section(facts.changes))
    contacts = tuple(contact_rows(facts, language=language))
    sections += [
        Section(Message("dossier.contacts"), _named("name", "phone", "spoken_to"), contacts),
        Section(Message("dossier.notice"), (), tuple(notice_rows(facts))),
        Section(Message("dossier.check_list"), (), tuple(check_rows(facts, language=language))),
    ]
    return tuple(sections)


def _named(*labels: str) -> tuple[Message, ...]:
    return tuple(Message(f"label.{label}") for label in labels)


def _with_dig(scope: Section, facts: DossierFacts, language: str) -> Section:
    size = dig_size(facts, language)
    return (
        Section(scope.title, scope.headings, (*scope.rows, (Message("dossier.dig"), size))) if size else scope
    )


def dig_size(facts: DossierFacts, language: str) -> Message | None:
    """Return the dimensions of the dig; None where nothing is dug."""
    dig = facts.dig
    if dig is None:
        return None
    sizes = {"length": dig.length_m, "width": dig.width_m, "area": dig.area_m2}
    said: dict[str, object] = {name: metres(value, language) for name, value in sizes.items()}
    depth = "" if dig.depth_m is None else metres(dig.depth_m, language, decimals=2)
    return Message("dossier.dig_size", {**said, "depth": depth})


def valve_rows(facts: DossierFacts) -> Iterator[Row]:
    """Yield the valves to close, numbered as they are operated."""
    yield from enumerate(facts.valves, start=1)


def network_rows(facts: DossierFacts, *, book: RuleBook, language: str) -> Iterator[Row]:
    """Yield the networks near the dig, the most dangerous first, with class, what to do and by what."""
    for near in facts.near:
        yield (
            near.name,
            near.nearest.operator,
            near.nearest.accuracy_class,
            f"{metres(near.axis_m, language)} m",
            f"{metres(near.nearest.edge_m, language)} m",
            "" if near.nearest.depth_m is None else f"{metres(near.nearest.depth_m, language, decimals=2)} m",
            _technique(near, facts).spoken(language),
            _equipment(near, facts, book, language),
        )


def _technique(near: NearNetworks, facts: DossierFacts) -> Technique:
    rules, is_deemed = facts.conflict_rules, _is_deemed(near, facts)
    return rules.techniques[allowed_near(near.nearest, rules, is_deemed=is_deemed).technique]


def _equipment(near: NearNetworks, facts: DossierFacts, book: RuleBook, language: str) -> str:
    kinds = equipment_near(near.nearest, book, is_deemed=_is_deemed(near, facts))
    return ", ".join(equipment_names(kinds, book, language))


def _is_deemed(near: NearNetworks, facts: DossierFacts) -> bool:
    deemed = {one.name for one in facts.gate.operators if one.is_deemed_in_zone}
    return near.nearest.is_sensitive and near.nearest.operator in deemed


def contact_rows(facts: DossierFacts, *, language: str) -> Iterator[Row]:
    """Yield whom to call: operators of sensitive networks first, the crew, the emergency services."""
    for operator in sorted(facts.gate.operators, key=lambda one: not one.sensitive):
        yield operator.name, operator.phone, _spoken(operator)
    for agent in {agent.agent_id: agent for _, agent in facts.sheet.work}.values():
        yield agent.name, agent.phone, ""
    for number in facts.rules.emergency_numbers:
        yield number.spoken(language), number.number, ""


def _spoken(operator: Operator) -> Message:
    answer = operator.answer
    if answer is not None and answer.answered_at is not None:
        at = f"{answer.answered_at:%Y-%m-%d %H:%M}"
        return Message("dossier.spoken_to", {"contact": answer.contact or answer.reference or "✓", "at": at})
    return Message("dossier.not_reached" if operator.sensitive else "dossier.needs_no_call")


def notice_rows(facts: DossierFacts) -> Iterator[Row]:
    """Yield the works notice with its dates, then each permit."""
    notice = facts.sheet.notice
    if notice is None:
        if facts.gate.order.digs:
            yield Message("label.notice"), Message("dossier.no_notice")
    else:
        yield Message("label.notice"), "" if notice.kind == "none" else notice.kind
        yield Message("label.reason"), notice.reason
        if notice.number:
            yield Message("label.number"), notice.number
        if notice.on_paper:
            yield Message("label.notice_way"), Message("notice_way.paper")
        for name, value in (
            ("sent_at", notice.sent_at),
            ("received_on", notice.received_on),
            ("answer_by", notice.answer_by),
            ("earliest_start", notice.earliest_start),
            ("start_by", notice.start_by),
        ):
            if value is not None:
                yield Message(f"label.{name}"), value
    for permit in facts.gate.permits:
        yield permit.label, _permit(permit)


def _permit(permit: Permit) -> Message:
    if permit.kind == MAYOR_TOLD:
        code = "dossier.told" if permit.allows(None) else "dossier.not_told"
    else:
        code = "dossier.granted" if permit.allows(None) else "dossier.not_granted"
    return Message(code, {"authority": permit.granter, "reference": permit.reference})


def check_rows(facts: DossierFacts, *, language: str) -> Iterator[Row]:
    """Yield each item of the check list with whether it is there."""
    for item in facts.score.items:
        yield item.spoken(language), Message("dossier.there" if item.is_there else "dossier.lacking")
