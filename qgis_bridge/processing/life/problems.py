# SPDX-License-Identifier: GPL-3.0-or-later
"""Problems of orders: noted, with ways out that the network weighs, and who decided for which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    now_input,
    number_result,
    order_input,
    text_input,
    text_result,
    whole_input,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.informing.problems import ProblemSheet
    from ....planner.ports import Workspace

PROBLEM, OPTION, TEXT, REASON = "PROBLEM", "OPTION", "TEXT", "REASON"

PROBLEMS = OutputLayer(
    name="PROBLEMS",
    label=lambda: tr("Problems"),
    explanation=lambda: tr("A table: each problem, who raised it when, and what was decided."),
    fields=(
        *(("problem_id", "text"), ("order_id", "text"), ("text", "text"), ("raised_at", "datetime")),
        *(("raised_by", "text"), ("decision", "text"), ("reason", "text")),
        *(("decided_at", "datetime"), ("decided_by", "text")),
    ),
)
OPTIONS = OutputLayer(
    name="OPTIONS",
    label=lambda: tr("Ways out"),
    explanation=lambda: tr("A table: each way out with the valves to close, whom it cuts off, and the wait."),
    fields=(
        *(("option_id", "text"), ("problem_id", "text"), ("text", "text"), ("wait_min", "integer")),
        *(("close", "text"), ("customers", "integer"), ("sensitive", "integer"), ("length_m", "real")),
        ("chosen", "boolean"),
    ),
)


class NoteProblem(UseCase):
    """Writes the problem in one journaled command."""

    key = "noteproblem"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note a problem of an order"), tr("Notes a problem that a team met with an order.")

    def inputs(self) -> Inputs:
        """Yield the order and the problem."""
        yield order_input(tr("The number of the order."))
        yield text_input(TEXT, tr("Problem"), tr("What the problem is."))
        yield now_input(tr("When it was raised. Empty: now."))

    def results(self) -> Results:
        """Yield its number."""
        yield text_result(PROBLEM, tr("Number of the problem"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.informing.problems import raise_problem

        order, text = given.text(ORDER), given.text(TEXT)
        noted = raise_problem(workspace, order, text, now=given.now, who=self.who())
        return Outcome(values={PROBLEM: noted.problem_id})


class AddWayOut(UseCase):
    """Writes the way out in one journaled command."""

    UNUSABLE, WAIT = "UNUSABLE", "WAIT_MIN"

    key = "addwayout"
    section = "life"
    layers = (OPTIONS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Put a way out of a problem forward"), tr(
            "Puts a way out of a problem forward. With valves to do without, the network tells which ones "
            "are closed instead and whom that cuts off."
        )

    def inputs(self) -> Inputs:
        """Yield the problem and the way out."""
        yield _problem_input()
        yield text_input(TEXT, tr("Way out"), tr("What could be done."))
        valves = tr("The ids of valves to do without, with commas between them.")
        yield text_input(self.UNUSABLE, tr("Unusable valves"), valves, optional=True)
        yield whole_input(self.WAIT, tr("Minutes to wait"), tr("How long the team waits for it."), 0)

    def results(self) -> Results:
        """Yield its number."""
        yield text_result(OPTION, tr("Number of the way out"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Weigh it and note it."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.informing.problems import add_option, problem_sheet

        made = add_option(
            workspace,
            AssetBase(workspace),
            given.text(PROBLEM),
            given.text(TEXT),
            unusable=given.texts(self.UNUSABLE),
            wait_min=given.whole(self.WAIT) or 0,
            who=self.who(),
        )
        sheet = problem_sheet(workspace, made.problem_id)
        return Outcome({OPTIONS: lambda: _option_rows([sheet])}, {OPTION: made.option_id})


class DecideProblem(UseCase):
    """Writes the decision in one journaled command."""

    key = "decideproblem"
    section = "life"
    layers = (PROBLEMS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Decide a problem"), tr("Keeps who decided for which way out of a problem, when and why.")

    def inputs(self) -> Inputs:
        """Yield the problem and the decision."""
        yield _problem_input()
        yield text_input(OPTION, tr("Way out"), tr("The number of the way out, such as P-0001/1."))
        yield text_input(REASON, tr("Reason"), tr("Why this one."), optional=True)
        yield now_input(tr("When it was decided. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.informing.problems import decide_problem

        problem, option, reason = (given.text(name) for name in (PROBLEM, OPTION, REASON))
        sheet = decide_problem(workspace, problem, option, now=given.now, by=self.who(), reason=reason)
        return Outcome({PROBLEMS: lambda: _problem_rows([sheet])})


class ProblemsOfOrder(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "PROBLEM_COUNT"

    key = "problems"
    section = "life"
    layers = (PROBLEMS, OPTIONS)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Problems of an order"), tr("Lists the problems of an order, their ways out and decisions.")

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield order_input(tr("The number of the order."))

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(self.COUNT, tr("Number of problems"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.informing.problems import problems_of

        found = problems_of(workspace, given.text(ORDER))
        rows = {PROBLEMS: lambda: _problem_rows(found), OPTIONS: lambda: _option_rows(found)}
        return Outcome(rows, {self.COUNT: len(found)})


def _problem_input() -> Input:
    return text_input(PROBLEM, tr("Problem"), tr("The number of the problem, such as P-0001."))


def _problem_rows(found: Iterable[ProblemSheet]) -> Rows:
    for one in (sheet.problem for sheet in found):
        raised = (one.problem_id, one.order_id, one.text, one.raised_at, one.raised_by)
        yield None, (*raised, one.decision, one.reason, one.decided_at, one.decided_by)


def _option_rows(found: Iterable[ProblemSheet]) -> Rows:
    for sheet in found:
        for one in sheet.options:
            about = (one.option_id, one.problem_id, one.text, one.wait_min, ", ".join(one.close))
            chosen = one.option_id == sheet.problem.decision
            yield None, (*about, one.customers, one.sensitive, one.length_m, chosen)
