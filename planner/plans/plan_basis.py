# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a plan is made from, read once: days, people, orders, roads, and the plan in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ...routing.model.planning_rules import weights_of
from ...workorders.orders import WorkOrder
from ..life.planned_gate import behind_the_gate
from ..order_chains import PLANNABLE
from ..orders_at_hand import orders_to_plan
from ..ports import Workspace
from ..records import OrderPin
from ..roads.day_roads import DayRoads, roads_of_days
from ..rule_versions import tour_rules_of
from ..tour_rules import TourRules
from ..tours.fillers import comes_later
from ..tours.order_pins import pinned
from ..tours.order_ties import OrderTies, order_ties
from ..tours.plan_options import PlanOptions
from ..tours.sound_input import parts_apart, sound_input
from ..tours.sound_links import without_contradictions
from ..tours.tour_problem import Horizon, Team, TourProblem, shifts_of, tour_problem, valve_rides
from ..tours.valve_rounds import within_work
from .event_days import EventDays, clear_of_events, event_days, events_apart
from .given_away import given_apart
from .legal_times import LegalTimes, legal_times, legally_timed
from .planned_elsewhere import as_done_then, planned_elsewhere
from .stored_plan import StoredPlan

_NOTHING_PLACED: Mapping[str, Collection[date]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlanBasis:
    """What a plan is made from; ``notes`` say what planners should know before they read it.

    ``set_aside`` gives the reasons of the orders whose values or links cannot be meant (see ``SoundInput``),
    ``elsewhere`` the ends of those that plans in force give to other days, ``events`` the days that events of
    the calendar keep orders from.
    """

    horizon: Horizon
    team: Team
    orders: tuple[WorkOrder, ...]
    roads: DayRoads
    notes: tuple[Message, ...]
    set_aside: dict[str, list[dict[str, str]]]
    ties: OrderTies
    rules: TourRules
    in_force: StoredPlan | None = None
    pins: tuple[OrderPin, ...] = ()
    legal: Mapping[str, LegalTimes] = field(default_factory=dict)
    elsewhere: Mapping[OrderId, datetime] = field(default_factory=dict)
    events: EventDays = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace, options: PlanOptions, *, now: datetime) -> PlanBasis:
        """Read the workspace.

        Raises
        ------
        InputError
            No agent works on these days, nothing is left to plan on them, or the objective is not a preset.
        """
        weights_of(options.objective, tour_rules_of(workspace, options.day).planning)
        horizon = Horizon.seen_from(options.day, options.days, now=now)
        elsewhere = planned_elsewhere(workspace, horizon.dates, now=now)
        basis = cls.read(workspace, horizon, elsewhere=elsewhere, now=now)
        if not any(map(basis.team.present, basis.horizon.dates)):
            raise InputError("plan.nobody", day=options.day)
        basis = replace(basis, in_force=StoredPlan.in_force(workspace, options.day, options.days))
        return basis._judged(now)

    def _judged(self, now: datetime) -> PlanBasis:
        """Return the basis, with a note when its days are past; refuse days that nothing is left of."""
        when = {"day": self.horizon.dates[-1], "now": f"{now:%Y-%m-%d %H:%M}"}
        is_past = now.date() > self.horizon.dates[-1]
        if not shifts_of(self.team, self.horizon) or (is_past and not self._known_then()):
            raise InputError("plan.over", **when)
        return replace(self, notes=(Message("plan.past", when), *self.notes)) if is_past else self

    def _known_then(self) -> bool:
        """Tell whether some order could have been begun by the end of the days."""
        return any(
            order.state in PLANNABLE and order.received_at.date() <= self.horizon.dates[-1]
            for order in self.orders
        )

    @classmethod
    def read(
        cls,
        workspace: Workspace,
        horizon: Horizon,
        *,
        team: Team | None = None,
        orders: Sequence[WorkOrder] | None = None,
        placed: Mapping[str, Collection[date]] = _NOTHING_PLACED,
        elsewhere: Mapping[OrderId, datetime] | None = None,
        now: datetime | None = None,
    ) -> PlanBasis:
        """Read what days are planned from, with the team and the orders as given or as they are stored.

        Everything that plans, explains or changes a plan builds its problem from here. Orders pass the gate
        to *planned* and are with no subcontractor, or are set aside with what they lack; those that a plan in
        force has ``placed``, each with its days, keep their place. Those planned ``elsewhere`` stay there.
        Orders as given stay in the problem on days that events keep them from, as visits that nobody can
        make: whoever asks for one is told why. A notice that is not sent can be sent at ``now`` at the
        earliest.
        """
        rules = tour_rules_of(workspace, horizon.first_day)
        if orders is None:
            asked = list(as_done_then(_due_by(workspace, horizon.dates[-1]), elsewhere or {}))
        else:
            asked = list(orders)
        sound = sound_input(team or Team.of(workspace, horizon.first_day), asked)
        sound = given_apart(behind_the_gate(sound, workspace, placed=placed), workspace, placed=placed)
        # what a plan in force has is as it is: beside it, what the vans still hold counts
        sound = parts_apart(sound) if orders is None else sound
        events = event_days(workspace, sound.orders, horizon, placed=placed)
        sound = events_apart(sound, events, horizon) if orders is None else sound
        ties = order_ties(workspace, sound.orders, rules=rules)
        sound, ties = without_contradictions(sound, ties, placed={name for name in placed if placed[name]})
        present = [agent for day in horizon.dates for agent in sound.team.present(day)]
        roads = roads_of_days(workspace, horizon.dates, map(sound.team.vehicle, present))
        return cls(
            horizon=horizon,
            team=sound.team,
            orders=sound.orders,
            roads=roads,
            notes=(*roads.notes, *sound.notes, *_rests(sound.team, horizon)),
            set_aside=sound.set_aside,
            ties=ties,
            rules=rules,
            pins=tuple(workspace.all(OrderPin)),
            legal=legal_times(workspace, sound.orders, horizon=horizon, now=now),
            elsewhere=elsewhere or {},
            events=events,
        )

    def require_sound(self, orders: Iterable[str]) -> None:
        """Refuse orders that were set aside; ``InputError`` says what is wrong with the first."""
        wrong = self.set_aside.keys() & {*orders}
        for note in self.notes:
            if note.params.get("order") in wrong:
                raise InputError(note.code, **note.params)

    def problem(
        self, objective: str, *, team: Team | None = None, orders: Sequence[WorkOrder] | None = None
    ) -> TourProblem:
        """Return the tour problem of everybody and every order, or of a team and some orders; pins hold."""
        tours = tour_problem(
            team or self.team,
            self.orders if orders is None else orders,
            horizon=self.horizon,
            travel=self.roads.travel,
            travel_by=self.roads.travel_by,
            objective=objective,
            rules=self.rules,
            ties=self.ties,
        )
        return pinned(clear_of_events(legally_timed(tours, self.legal), self.events), self.pins)

    def with_valves_at(self, objective: str, own_stops: Collection[OrderId]) -> TourProblem:
        """Return the problem in which only some orders have valve stops of their own.

        Whoever comes to another order operates its valves as a part of the work.
        """
        rounds = self.ties.rounds
        stops = replace(self.ties, rounds={name: own for name, own in rounds.items() if name in own_stops})
        tours = replace(self, ties=stops).problem(objective)
        within = {str(name): own for name, own in rounds.items() if name not in own_stops}
        rides = valve_rides(self.team, self.ties, self.horizon, self.roads.of)
        visits = tuple(
            within_work(visit, within[visit.visit_id], rides=rides, rules=self.rules.shut_offs)
            if visit.visit_id in within
            else visit
            for visit in tours.problem.visits
        )
        return replace(tours, problem=replace(tours.problem, visits=visits))


def _rests(team: Team, horizon: Horizon) -> Iterator[Message]:
    """Yield who begins later because of the daily rest after a call-out."""
    for day in horizon.dates:
        for agent in team.present(day):
            start = team.supplies.day_start(agent, day)
            if start > datetime.combine(day, agent.day_start):
                yield Message("plan.rest", {"agent": agent.agent_id, "start": f"{start:%Y-%m-%d %H:%M}"})


def _due_by(workspace: Workspace, last_day: date) -> list[WorkOrder]:
    """Return the orders to plan, without those made ahead of time whose turn comes after the last day."""
    return [order for order in orders_to_plan(workspace) if not comes_later(order, last_day=last_day)]
