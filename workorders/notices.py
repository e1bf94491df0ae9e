# SPDX-License-Identifier: GPL-3.0-or-later
"""Which works notice a dig needs, why, whom to call first, and when the work may start.

Rules: code de l'environnement R.554-20, R.554-21 and R.554-32. The figures come from the dated law file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from ..core.calendars import add_months, add_working_days
from ..core.errors import InputError
from ..core.messages import Message
from .catalogue import JobStandard
from .facts import NetworkNear
from .law import AntiDamageLaw, Declaration
from .orders import Priority

_REASONS: Mapping[Declaration, str] = MappingProxyType(
    {"DT-DICT": "notice.joint", "DICT": "notice.dict", "DT": "notice.dt"}
)


@dataclass(frozen=True, slots=True)
class Dig:
    """An excavation to declare.

    ``urgency`` is the ground on which it may start at once (a key of the law file), empty when it can wait;
    ``networks`` lie within the consultation distance. ``own_works`` says that the owner of the network digs
    itself, ``dt_answered`` that the owner's DT is already answered.
    """

    area_m2: float
    urgency: str = ""
    networks: tuple[NetworkNear, ...] = ()
    own_works: bool = True
    dt_answered: bool = False


@dataclass(frozen=True, slots=True)
class OperatorContact:
    """An operator to reach about a dig, its emergency phone (empty: to be found) and its networks there."""

    operator: str
    phone: str
    networks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeDecision:
    """The notice that an order needs.

    ``kind`` is ``none``, ``ATU``, ``DICT``, ``DT-DICT`` or ``DT`` (which a DICT then follows). ``answer_by``
    is the last day for the operators' answers, ``earliest_start`` the first legal start, ``start_by`` the day
    on which the declaration expires. ``call_first`` lists the operators of sensitive networks to telephone
    before an urgent start, ``write_to`` those for whom the written notice is enough.
    """

    kind: str
    reason: Message
    earliest_start: datetime
    law_version: str
    send_by: date | None = None
    answer_by: date | None = None
    start_by: date | None = None
    call_first: tuple[OperatorContact, ...] = ()
    write_to: tuple[OperatorContact, ...] = ()


def urgency_ground(standard: JobStandard, *, priority: Priority, law: AntiDamageLaw) -> str:
    """Return the ground on which an order may dig at once, empty when it must wait for answers.

    Only unforeseeable digs have one in the catalogue, and only the law file's urgent priorities use it.
    """
    return standard.urgency if standard.digs and priority in law.urgent_priorities else ""


def decide_notice(
    dig: Dig | None,
    *,
    received: datetime,
    law: AntiDamageLaw,
    exemption: str = "no_soil_works",
    count_sundays: bool | None = None,
    on_paper: bool = False,
) -> NoticeDecision:
    """Return the notice that an order needs and its earliest legal start.

    ``dig`` is None when the law asks for no declaration, for the reason ``exemption``. ``received`` is when a
    notice sent now reaches the operators, ``on_paper`` that it goes out undigitised; ``count_sundays``
    overrides the law file. An unknown ground or exemption, and a footprint larger than one notice may cover,
    raise ``InputError``.
    """
    if dig is None:
        return _no_notice(exemption, received=received, law=law)
    if dig.urgency:
        return _urgent_notice(dig, received=received, law=law)
    if dig.area_m2 > law.footprint_m2.value:
        raise InputError(
            "notice.footprint_too_large", found=round(dig.area_m2), limit=round(law.footprint_m2.value)
        )
    return _declared(dig, received=received, law=law, count_sundays=count_sundays, on_paper=on_paper)


def declaration(dig: Dig, *, law: AntiDamageLaw) -> Declaration:
    """Return which declaration a dig that can wait needs (R.554-20 ff.)."""
    if dig.dt_answered:
        return "DICT"
    may_join = dig.own_works or dig.area_m2 <= law.unit_operation_m2.value
    return "DT-DICT" if may_join and dig.area_m2 <= law.joint_footprint_m2.value else "DT"


def _no_notice(exemption: str, *, received: datetime, law: AntiDamageLaw) -> NoticeDecision:
    if exemption not in law.exemptions:
        raise InputError("notice.unknown_exemption", found=exemption, known=", ".join(law.exemptions))
    return NoticeDecision(
        kind="none",
        reason=Message(f"notice.none.{exemption}"),
        earliest_start=received,
        law_version=law.version,
    )


def _urgent_notice(dig: Dig, *, received: datetime, law: AntiDamageLaw) -> NoticeDecision:
    if dig.urgency not in law.urgency_grounds:
        raise InputError("notice.unknown_ground", found=dig.urgency, known=", ".join(law.urgency_grounds))
    sensitive = [network for network in dig.networks if network.is_sensitive]
    called = {network.operator for network in sensitive}
    call_first = _by_operator(sensitive)
    code = f"notice.atu.{dig.urgency}" if call_first else f"notice.atu.{dig.urgency}.nobody_to_call"
    return NoticeDecision(
        kind="ATU",
        reason=Message(code, {"operators": ", ".join(contact.operator for contact in call_first)}),
        earliest_start=received,
        law_version=law.version,
        send_by=received.date(),
        call_first=call_first,
        write_to=_by_operator(network for network in dig.networks if network.operator not in called),
    )


@dataclass(frozen=True, slots=True)
class DeclaredDates:
    """When the answers to a declaration are due, the first legal start, and the day on which it expires."""

    answer_by: date
    earliest_start: datetime
    start_by: date


def declared_dates(
    kind: Declaration,
    sent: date,
    *,
    law: AntiDamageLaw,
    count_sundays: bool | None = None,
    on_paper: bool = False,
) -> DeclaredDates:
    """Return the dates of a declaration that the operators receive on a day.

    A DT is followed by a DICT, sent the same way on the working day after its answers; see ``decide_notice``
    for the rest.
    """
    answer_by = law.answer_by(kind, sent, count_sundays=count_sundays, on_paper=on_paper)
    clear = answer_by
    if kind == "DT":
        dict_sent = add_working_days(answer_by, 1, region=law.region)
        received = law.received_on(dict_sent, on_paper=on_paper)
        clear = law.answer_by("DICT", received, count_sundays=count_sundays, on_paper=on_paper)
    start = add_working_days(clear, 1, region=law.region)
    return DeclaredDates(
        answer_by=answer_by,
        earliest_start=datetime.combine(start, law.works_start_at),
        start_by=add_months(sent, law.validity_months),
    )


def dates_when_sent(
    kind: Declaration,
    sent: date,
    *,
    law: AntiDamageLaw,
    count_sundays: bool | None = None,
    on_paper: bool = False,
    received_on: date | None = None,
) -> DeclaredDates:
    """Return the dates of a declaration that goes out on a day.

    The delays run from its receipt, ``received_on`` where that is known, the three months from its sending.
    """
    received = received_on or law.received_on(sent, on_paper=on_paper)
    dates = declared_dates(kind, received, law=law, count_sundays=count_sundays, on_paper=on_paper)
    return replace(dates, start_by=add_months(sent, law.validity_months))


def _declared(
    dig: Dig, *, received: datetime, law: AntiDamageLaw, count_sundays: bool | None, on_paper: bool
) -> NoticeDecision:
    kind = declaration(dig, law=law)
    code = "notice.unit_operation" if kind == "DT-DICT" and not dig.own_works else _REASONS[kind]
    sent = received.date()
    dates = declared_dates(kind, sent, law=law, count_sundays=count_sundays, on_paper=on_paper)
    start = dates.earliest_start.date()
    return NoticeDecision(
        kind=kind,
        reason=Message(code, {"area_m2": round(dig.area_m2), "answer_by": dates.answer_by, "start": start}),
        earliest_start=dates.earliest_start,
        law_version=law.version,
        send_by=sent,
        answer_by=dates.answer_by,
        start_by=dates.start_by,
        write_to=_by_operator(dig.networks),
    )


def _by_operator(networks: Iterable[NetworkNear]) -> tuple[OperatorContact, ...]:
    """Return one contact an operator, in the order given, with the first emergency phone that is known."""
    owned: dict[str, list[NetworkNear]] = {}
    for network in networks:
        owned.setdefault(network.operator, []).append(network)
    return tuple(
        OperatorContact(
            operator=operator,
            phone=next((network.emergency_phone for network in own if network.emergency_phone), ""),
            networks=tuple(network.label for network in own),
        )
        for operator, own in owned.items()
    )
