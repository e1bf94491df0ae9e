# SPDX-License-Identifier: GPL-3.0-or-later
"""From closure data to drafts of changes, by the rules; what the layers hold is not looked at here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ..closing.records import Closure
from ..closing.values import items_of, moment_of, number_of, place_of, text_of
from ..informing.remarks import FieldRemark, RemarkKind
from ..orders import WorkOrder
from .rules import ChangeRule, ChangeRules

# what is drawn for repairs and for pipes cleaned or inspected, whatever layout the network has
WATER_REPAIR, SEWER_REPAIR, LENGTH = "water_repair", "sewer_repair", "maintained_length"
REMARK = "remark"

_REPAIRS: Mapping[str, str] = MappingProxyType({"repair_water": WATER_REPAIR, "repair_sewer": SEWER_REPAIR})
_CONNECTIONS: Mapping[str, str] = MappingProxyType(
    {"new_connection_water": "service_connection", "new_connection_sewer": "sewer_connection"}
)
_NUMBERS = ("_mm", "_m", "_bar", "_m3_h", "_year")

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Draft:
    """A change that a closure speaks of: which asset, what of it, where; texts as a person would write them.

    ``line`` is a survey of several places, in metres.
    """

    rule: str
    kind: str
    role: str
    asset_id: str
    after: dict[str, str]
    confidence: str
    place: Place | None = None
    line: tuple[Place, ...] = field(default=())


def drafts(
    order: WorkOrder, closure: Closure, forms: tuple[str, ...], rules: ChangeRules
) -> tuple[Draft, ...]:
    """Return the drafts of a closure; ``forms`` are those that its type of work hands back."""
    if text_of(closure.fields, "result") == "not_done":
        return ()
    found: list[Draft] = []
    for name, rule in rules.rules.items():
        if set(rule.forms) & set(forms) and _speaks(rule, order, closure):
            made = _MAKERS[rule.kind](name, rule, order, closure)
            found += [_graded(one, closure, rules) for one in made]
    return tuple(found)


def remark_draft(remark: FieldRemark, rules: ChangeRules) -> Draft | None:
    """Return the draft of an agent's remark on the map that waits for its answer, None for another."""
    if remark.kind is not RemarkKind.MAP or remark.answered_at is not None:
        return None
    name, rule = next((pair for pair in rules.rules.items() if pair[1].kind == "remark"), ("", None))
    if rule is None:
        return None
    said = {"remark_id": remark.remark_id, "text": remark.text}
    return Draft(name, "remark", REMARK, remark.subject, said, rule.confidence)


def repair_id(order_id: str) -> str:
    """Return the id of the repair of an order: that of OI-2026-0417 is REP-2026-0417."""
    return f"REP-{order_id.removeprefix('OI-')}"


def _speaks(rule: ChangeRule, order: WorkOrder, closure: Closure) -> bool:
    """Tell whether a rule has something to say of a closure."""
    if rule.kind == "remark" or (rule.field and not text_of(closure.fields, rule.field)):
        return False
    if any(text_of(closure.fields, name).lower() not in known for name, known in _lowered(rule)):
        return False
    return rule.kind in ("valve_states", "abandon") or order.asset_role in rule.roles


def _lowered(rule: ChangeRule) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, values in rule.only_if.items():
        yield name, tuple(value.lower() for value in values)


def _graded(draft: Draft, closure: Closure, rules: ChangeRules) -> Draft:
    """Return a draft with the day and way of its survey, where it was surveyed."""
    if draft.kind not in ("move", "connection"):
        return draft
    method = text_of(closure.fields, "survey_method")
    accuracy = text_of(closure.fields, "precision_class") or rules.class_of(method)
    located = {"accuracy_xy": accuracy, "located_on": _day(closure), "located_by": method or closure.author}
    return replace(draft, after={**draft.after, **located})


def _values(rule: ChangeRule, closure: Closure) -> dict[str, str]:
    """Return the attribute of a rule and those beside it, as far as the closure has them."""
    pairs = {rule.attribute: rule.field} if rule.attribute else {}
    found = {}
    for attribute, name in {**pairs, **rule.beside}.items():
        text = text_of(closure.fields, name)
        if not text or (name == rule.field and text in rule.unless):
            continue
        word = rule.values.get(text.lower(), text) if name == rule.field else text
        found[attribute] = _plain(attribute, word)
    return found


def _plain(attribute: str, text: str) -> str:
    """Return a number without needless digits, another text as it is."""
    number = number_of(text) if attribute.endswith(_NUMBERS) else None
    return text if number is None else f"{number:g}"


def _asset(order: WorkOrder, closure: Closure) -> str:
    return text_of(closure.fields, "asset") or order.asset_id


def _day(closure: Closure) -> str:
    at = moment_of(text_of(closure.fields, "ended_at")) or closure.received_at
    return at.date().isoformat()


def _attribute(name: str, rule: ChangeRule, order: WorkOrder, closure: Closure) -> Iterator[Draft]:
    after = _values(rule, closure)
    if rule.attribute in after:
        yield Draft(name, rule.kind, order.asset_role, _asset(order, closure), after, rule.confidence)


def _repair(name: str, rule: ChangeRule, order: WorkOrder, closure: Closure) -> Iterator[Draft]:
    after = {**_values(rule, closure), "idsuprepar": _asset(order, closure), "daterepar": _day(closure)}
    place = place_of(text_of(closure.fields, rule.field))
    role = _REPAIRS.get(name, WATER_REPAIR)
    yield Draft(name, rule.kind, role, repair_id(order.order_id), after, rule.confidence, place)


def _valves(name: str, rule: ChangeRule, order: WorkOrder, closure: Closure) -> Iterator[Draft]:  # noqa: ARG001
    for valve, state in sorted(closure.valves.items()):
        yield Draft(name, rule.kind, rule.roles[0], valve, {"state": state}, rule.confidence)


def _placed(name: str, rule: ChangeRule, order: WorkOrder, closure: Closure) -> Iterator[Draft]:
    place = place_of(text_of(closure.fields, rule.field))
    if place is not None:
        after = _values(rule, closure)
        asset = _asset(order, closure)
        yield Draft(name, rule.kind, order.asset_role, asset, after, rule.confidence, place)


def _abandoned(name: str, rule: ChangeRule, order: WorkOrder, closure: Closure) -> Iterator[Draft]:
    role = order.asset_role if order.asset_role in rule.roles else rule.roles[0]
    for asset in items_of(text_of(closure.fields, rule.field)):
        after = {"in_service": "false", "abandoned_year": _day(closure)[:4]}
        yield Draft(name, rule.kind, role, asset, after, rule.confidence)


def _connection(name: str, rule: ChangeRule, order: WorkOrder, closure: Closure) -> Iterator[Draft]:
    places = [place_of(item) for item in items_of(text_of(closure.fields, rule.field))]
    line = tuple(place for place in places if place is not None)
    after = {**_values(rule, closure), "laid_year": _day(closure)[:4], "address": order.address}
    asset = after.pop("asset_id", "")
    role = _CONNECTIONS.get(name, "service_connection")
    # a sketch that is no list of places has to be drawn by who reviews it
    drawn = line if len(line) > 1 and len(line) == len(places) else ()
    yield Draft(name, rule.kind, role, asset, after, rule.confidence, line=drawn)


def _lengths(name: str, rule: ChangeRule, order: WorkOrder, closure: Closure) -> Iterator[Draft]:
    for pipe in items_of(text_of(closure.fields, rule.field)):
        after = {**_values(rule, closure), "pipe_id": pipe, "done": name, "done_on": _day(closure)}
        key = f"{order.order_id}/{pipe}"
        yield Draft(name, rule.kind, LENGTH, key, after, rule.confidence)


_Maker = Callable[[str, ChangeRule, WorkOrder, Closure], Iterator[Draft]]
_MAKERS: Mapping[str, _Maker] = MappingProxyType(
    {
        "attribute": _attribute,
        "repair": _repair,
        "valve_states": _valves,
        "move": _placed,
        "through": _placed,
        "split": _placed,
        "abandon": _abandoned,
        "connection": _connection,
        "lengths": _lengths,
    }
)
