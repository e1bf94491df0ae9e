# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders whose links contradict each other: named and set aside, so that the rest is planned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import networkx as nx

from ...routing.explain.reason import Reason
from ...routing.model.links import Link, LinkKind, link_issues, together
from ..order_chains import PLANNABLE, chains, tour_links
from .order_ties import OrderTies
from .reasons import stored_reason
from .sound_input import SoundInput, order_note

# what is said of the orders at both ends of a link that no plan can hold
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "tour.link_contradicts": "link_contradicts",
        "tour.link_lag": "link_lag",
        "tour.link_crew": "link_crew",
    }
)


def contradictions(links: Sequence[Link], roles: Mapping[str, int]) -> dict[str, Reason]:
    """Return what is wrong with each order whose links no plan can hold; ``roles`` gives the crew of each.

    Orders that would come after themselves are wrong by that alone. A link to an order that is not there says
    nothing.
    """
    here = [link for link in links if {link.first, link.second} <= roles.keys() and link.first != link.second]
    found = dict(_circles(here, list(roles)))
    for issue in link_issues(here, roles):
        if code := _REASONS.get(issue.code):
            first, second = str(issue.params["first"]), str(issue.params["second"])
            for order, other in ((first, second), (second, first)):
                found.setdefault(order, Reason(code, detail=other))
    return found


def _circles(links: Sequence[Link], orders: Sequence[str]) -> Iterator[tuple[str, Reason]]:
    """Yield the orders that would come after themselves, each with the others of its circle."""
    group = {orders[i]: number for number, own in enumerate(together(links, orders)) for i in own}
    graph = nx.DiGraph((group[k.first], group[k.second]) for k in links if k.kind is LinkKind.AFTER)
    circles = [own for own in nx.strongly_connected_components(graph) if len(own) > 1]
    circles += [{node} for node in nx.nodes_with_selfloops(graph)]
    for circle in circles:
        names = [name for name in orders if group[name] in circle]
        for name in names:
            others = ", ".join(other for other in names if other != name)
            yield name, Reason("link_circle", detail=others)


def without_contradictions(
    sound: SoundInput, ties: OrderTies, *, placed: Collection[str] = ()
) -> tuple[SoundInput, OrderTies]:
    """Return what can be planned without the orders whose links contradict each other, and its ties.

    Orders ``placed`` by a plan stay, without their links: the plan was made before those contradicted, or had
    them wait for an order that nobody can plan.
    """
    links, apart = ties.links, ties.apart
    asked = chains(links, sound.orders)
    roles = {
        str(order.order_id): order.crew
        for order in sound.orders
        if order.state in PLANNABLE and order.order_id not in asked.held
    }
    kept_apart = (Link(one, other, LinkKind.APART) for one, other in apart)
    wrong = contradictions([*tour_links(asked.links), *kept_apart], roles)
    wrong |= {
        str(name): Reason("predecessor", detail=str(other))
        for name, other in asked.held.items()
        if name in placed
    }
    out = {name: reason for name, reason in wrong.items() if name not in placed}
    sound = replace(
        sound,
        orders=tuple(order for order in sound.orders if order.order_id not in out),
        set_aside=sound.set_aside | {name: [stored_reason(reason, ())] for name, reason in out.items()},
        notes=(*sound.notes, *(order_note(name, reason) for name, reason in wrong.items())),
    )
    stay = wrong.keys() - out.keys()
    if not stay:
        return sound, ties
    return sound, replace(
        ties,
        links=tuple(link for link in links if stay.isdisjoint({link.first_id, link.second_id})),
        apart=tuple(pair for pair in apart if stay.isdisjoint(pair)),
    )
