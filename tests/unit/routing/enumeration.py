# SPDX-License-Identifier: GPL-3.0-or-later
"""The best plan of a small problem by trying everything; written apart from both engine and checker."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

from regard.routing.model.links import LinkKind


@dataclass(frozen=True)
class _Agent:
    """Where an agent is in the enumeration, and what the day has cost so far."""

    place: int
    free_s: int
    taken: int = 0
    stops: int = 0
    work_s: int = 0
    is_loaded: bool = False
    used: tuple[str, ...] = ()
    leaves_s: int = 0
    slack_s: int = 10**9
    waited_s: int = 0


class Enumeration:
    """Try every subset, team, order and place of the breaks.

    Visits tied to start together are one *meeting*: the (visit, role) of all who come.
    """

    def __init__(self, problem):
        self.problem = problem
        work_s = sum(
            visit.duration_s if role.duration_s is None else role.duration_s
            for visit in problem.visits
            for role in visit.roles
        )
        all_s = sum(shift.capacity_s for shift in problem.shifts)
        self.shares = [work_s * shift.capacity_s // all_s if all_s else 0 for shift in problem.shifts]
        self.best = float("inf")
        self.number = {visit.visit_id: number for number, visit in enumerate(problem.visits)}
        self.meetings = self.merged()
        self.has_lags = any(role.lag_s[1] for visit in problem.visits for role in visit.roles)
        agents = tuple(_Agent(shift.start_place, shift.start_s) for shift in problem.shifts)
        self.search(agents, frozenset(range(len(self.meetings))), 0, 0.0, {}, 0)

    def merged(self):
        """Return the meetings, each a tuple of visits."""
        meetings = [{number} for number in range(len(self.problem.visits))]
        for link in self.problem.links:
            if link.kind is LinkKind.TOGETHER:
                pair = {self.number[link.first], self.number[link.second]}
                touched = [own for own in meetings if own & pair]
                meetings = [own for own in meetings if not own & pair] + [set().union(*touched)]
        return [tuple(sorted(own)) for own in meetings]

    def search(self, agents, left, last_start_s, cost, done, worst_s):
        if cost >= self.best:
            return
        self.finish(agents, left, cost + self.problem.weights.largest_lateness * worst_s / 60)
        for number in left:
            parts = [
                (visit, role)
                for visit in self.meetings[number]
                for role in range(len(self.problem.visits[visit].roles))
            ]
            for team in permutations(range(len(agents)), len(parts)):
                if self.fits(self.meetings[number], parts, team) and self.is_linked_well(parts, team, done):
                    self.visit(agents, left, last_start_s, (cost, worst_s), done, number, parts, team)

    def visit(self, agents, left, last_start_s, so_far, done, number, parts, team):
        cost, worst_s = so_far
        visits = self.problem.visits
        bounds = [self.bound(visit, done) for visit in self.meetings[number]]
        ways = [
            list(self.ways_to(agents[i], self.problem.shifts[i], visits[visit], role))
            for i, (visit, role) in zip(team, parts, strict=True)
        ]
        for choice in self.product(ways):
            lags = [visits[visit].roles[role].lag_s for visit, role in parts]
            ready_s = max(way[0] - most_s for way, (_, most_s) in zip(choice, lags, strict=True))
            start_s = self.opening(self.meetings[number], max(ready_s, *bounds, 0))
            # orders by start: any plan has one, but for roles that come later
            if start_s is None or (start_s < last_start_s and not self.has_lags):
                continue
            if any(
                start_s > latest_s for visit in self.meetings[number] for latest_s in self.latest(visit, done)
            ):
                continue
            extra, moved, ends, late_s = 0.0, list(agents), dict(done), worst_s
            for i, part, way, lag_s in zip(team, parts, choice, lags, strict=True):
                begins_s = max(start_s + lag_s[0], choice[team.index(i)][0])
                moved[i], cost_of, over_s = self.serve(agents[i], i, part, way, begins_s, len(parts) == 1)
                extra, late_s = extra + cost_of, max(late_s, over_s)
                before_s, who = ends.get(part[0], (0, i))
                ends[part[0]] = (max(before_s, moved[i].free_s), who)
            self.search(tuple(moved), left - {number}, start_s, cost + extra, ends, late_s)

    def serve(self, agent, i, part, way, begins_s, is_alone):
        """Return the agent after a part of a visit, what it adds to the cost, and how late it starts."""
        (visit, role), (_, drive_s, rest_s, taken, calls) = part, way
        what, shift = self.problem.visits[visit], self.problem.shifts[i]
        loading_s = shift.store.duration_s if calls else 0
        wait_s = begins_s - agent.free_s - drive_s - loading_s - rest_s if agent.stops else 0
        own_s = what.roles[role].duration_s
        end_s = begins_s + (what.duration_s if own_s is None else own_s)
        slack_s = min(agent.slack_s, agent.waited_s) if taken > agent.taken else agent.slack_s
        waited_s = agent.waited_s + wait_s
        leaves_s = agent.leaves_s
        if not agent.stops:
            leaves_s = self.leaving(shift, agent, taken, begins_s, drive_s + loading_s)
        after = _Agent(
            place=what.place,
            free_s=end_s,
            taken=taken,
            stops=agent.stops + 1,
            work_s=agent.work_s + end_s - begins_s,
            is_loaded=agent.is_loaded or calls,
            used=agent.used if agent.is_loaded or calls else self.use_up(agent.used, what, role),
            leaves_s=leaves_s,
            slack_s=min(slack_s, waited_s + (self.room(visit, begins_s) if is_alone else 0)),
            waited_s=waited_s,
        )
        return after, *self.price(what, role, shift, begins_s, drive_s, wait_s)

    def price(self, what, role, shift, begins_s, drive_s, wait_s):
        """Return what a part of a visit adds to the cost in minutes, and how late it starts."""
        weights = self.problem.weights
        cost = (weights.travel * drive_s + weights.waiting * wait_s) / 60
        if what.preferred and shift.agent not in what.preferred:
            cost += weights.preference
        if what.published and (shift.agent, shift.day) not in what.published:
            cost += weights.moves
        over_s = 0
        if what.due_s is not None and (role == 0 or what.roles[role].lag_s != (0, 0)):
            over_s = max(0, begins_s - what.due_s)
            cost += weights.lateness * over_s * what.lateness_factor / 60
        return cost, over_s if what.lateness_factor else 0

    def ways_to(self, agent, shift, what, role):
        """Yield the ways on which the agent has all that is needed, the store called at or not."""
        for calls in (False, True) if shift.store and not agent.is_loaded else (False,):
            is_loaded = agent.is_loaded or calls
            used = self.use_up(agent.used, what, role)
            lacks = any(used.count(part) > shift.stock.get(part, 0) for part in used)
            if (is_loaded or not lacks) and self.brings(shift, what, is_loaded):
                for way in self.ways(agent, shift, what.place, calls):
                    yield (*way, calls)

    @staticmethod
    def use_up(used, what, role):
        return used if role else used + tuple(part for part, n in what.parts.items() for _ in range(n))

    @staticmethod
    def brings(shift, what, is_loaded):
        """Tell whether who comes alone has all equipment; a team is looked at elsewhere."""
        in_store = shift.store.equipment if shift.store and is_loaded else frozenset()
        return len(what.roles) > 1 or what.equipment <= shift.equipment | in_store

    def room(self, visit, start_s):
        """Return how much later a visit could start."""
        what = self.problem.visits[visit]
        if any(what.visit_id in (link.first, link.second) for link in self.problem.links):
            return 0
        ends = [to_s for from_s, to_s in self.opens(what) if from_s <= start_s <= to_s] or [10**9]
        due_s = 10**9 if what.due_s is None else what.due_s
        return max(0, min(max(ends), due_s) - start_s)

    @staticmethod
    def leaving(shift, agent, taken, start_s, way_s):
        home_s, rest_s = agent.free_s, 0
        for pause in shift.breaks[:taken]:
            home_s = max(home_s, pause.from_s) + pause.duration_s
            rest_s += pause.duration_s
        return start_s - way_s if home_s + way_s <= start_s else start_s - way_s - rest_s

    @staticmethod
    def opens(what):
        if what.pin is None or what.pin.start_s is None:
            return what.windows
        at_s = what.pin.start_s
        if what.windows and not any(from_s <= at_s <= to_s for from_s, to_s in what.windows):
            return ((-2, -1),)
        return ((at_s, at_s),)

    def is_linked_well(self, parts, team, done):
        """Tell whether what the visits follow is done, by an agent and on a day that suit them."""
        for (visit, _), i in zip(parts, team, strict=True):
            for link in self.problem.links:
                one, other = self.number[link.first], self.number[link.second]
                if link.kind is LinkKind.AFTER and visit == other and one not in done:
                    return False
                if link.kind is LinkKind.AFTER and visit == one and other in done:
                    return False
                partner = other if visit == one else one
                if visit not in (one, other) or partner not in done:
                    continue
                agents = {self.problem.shifts[who].agent for who in (done[partner][1], i)}
                if link.kind is LinkKind.SAME_AGENT and len(agents) > 1:
                    return False
        return True

    def bound(self, visit, done):
        """Return before when a visit must not start."""
        bound_s = 0
        for link in self.problem.links:
            one, other = self.number[link.first], self.number[link.second]
            if link.kind is LinkKind.AFTER and visit == other:
                bound_s = max(bound_s, done[one][0] + link.min_lag_s)
            partner = other if visit == one else one
            if link.kind is LinkKind.APART and visit in (one, other) and partner in done:
                bound_s = max(bound_s, done[partner][0])
        return bound_s

    def latest(self, visit, done):
        """Yield after when a visit must not start."""
        for link in self.problem.links:
            if (
                link.kind is LinkKind.AFTER
                and visit == self.number[link.second]
                and link.max_lag_s is not None
            ):
                yield done[self.number[link.first]][0] + link.max_lag_s

    def finish(self, agents, left, cost):
        weights = self.problem.weights
        out = [number for meeting in left for number in self.meetings[meeting]]
        for number in out:
            what = self.problem.visits[number]
            prices = [weights.unplanned * what.value_min]
            if what.subcontract_min is not None:
                prices.append(weights.subcontracting * what.subcontract_min)
            cost += min(prices)
        for agent, shift, share_s in zip(agents, self.problem.shifts, self.shares, strict=True):
            if not agent.stops:
                continue
            cost += weights.imbalance * max(0, agent.work_s - share_s) / 60
            ends = []
            for ready_s, drive_s, _, taken in self.ways(agent, shift, shift.end_place):
                missed = any(ready_s > pause.to_s - pause.duration_s for pause in shift.breaks[taken:])
                saved_s = min(agent.slack_s, agent.waited_s) if shift.leaves_late else 0
                longest_s = 10**9 if shift.longest_s is None else shift.longest_s
                if ready_s - agent.leaves_s - saved_s > longest_s:
                    continue
                if not missed and ready_s <= shift.end_s + shift.overtime_s:
                    over_s = max(0, ready_s - shift.end_s)
                    spent = weights.travel * drive_s + weights.overtime * over_s - weights.waiting * saved_s
                    ends.append(spent / 60)
            if not ends:
                return
            cost += min(ends)
        self.best = min(self.best, cost)

    def ways(self, agent, shift, place, calls=False):
        """Yield (ready, drive, rest, breaks taken) for each number of breaks taken on a way."""
        seconds = self.problem.travel_by.get(shift.vehicle, self.problem.travel).seconds
        drive_s, loading_s = int(seconds[agent.place, place]), 0
        if calls:
            drive_s = int(seconds[agent.place, shift.store.place] + seconds[shift.store.place, place])
            loading_s = shift.store.duration_s
        free_s, ready_s, rest_s = agent.free_s, agent.free_s + drive_s + loading_s, 0
        yield ready_s, drive_s, rest_s, agent.taken
        for taken, pause in enumerate(shift.breaks[agent.taken :], agent.taken + 1):
            start_s = max(free_s, pause.from_s)
            if start_s + pause.duration_s > pause.to_s:
                return
            free_s, ready_s = start_s + pause.duration_s, max(ready_s, pause.from_s) + pause.duration_s
            rest_s += pause.duration_s
            yield ready_s, drive_s, rest_s, taken

    def fits(self, meeting, parts, team):
        for number in meeting:
            visit = self.problem.visits[number]
            mine = [
                (visit.roles[role], self.problem.shifts[i])
                for (one, role), i in zip(parts, team, strict=True)
                if one == number
            ]
            for role, shift in mine:
                if not role.skills | visit.team_skills <= shift.skills or shift.agent in visit.forbidden:
                    return False
                if visit.pin and visit.pin.agents and shift.agent not in visit.pin.agents:
                    return False
            skills = frozenset().union(*(shift.skills for _, shift in mine))
            equipment = frozenset().union(*(shift.equipment for _, shift in mine))
            if not visit.skills <= skills:
                return False
            if len(visit.roles) > 1 and not visit.equipment <= equipment:
                return False
        return True

    def opening(self, meeting, ready_s):
        start_s, agreed_s = ready_s, -1
        while start_s != agreed_s:
            agreed_s = start_s
            for number in meeting:
                visit = self.problem.visits[number]
                opens = [
                    max(start_s, from_s, visit.earliest_s)
                    for from_s, to_s in sorted(self.opens(visit)) or [(0, 10**9)]
                    if max(start_s, from_s, visit.earliest_s) <= to_s
                ]
                if not opens:
                    return None
                start_s = opens[0]
        return start_s

    @staticmethod
    def product(ways):
        if not ways:
            yield ()
            return
        for first in ways[0]:
            for rest in Enumeration.product(ways[1:]):
                yield (first, *rest)
