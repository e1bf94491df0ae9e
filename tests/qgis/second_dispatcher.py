# SPDX-License-Identifier: GPL-3.0-or-later
"""Another dispatcher, in a process of her own: obeys lines of JSON, answers each with one."""

import json
import sys
from datetime import datetime

sys.path.insert(0, "tests")
import conftest  # noqa: F401
from regard.core.errors import RegardError
from regard.planner.life.advance import advance_order
from regard.planner.plan_versions import current_plan
from regard.planner.running.replan import Disruption, replan
from regard.planner.running.running_day import accept_proposal
from regard.store.workspaces import open_workspace
from regard.workorders.orders import OrderState, WorkOrder

WHO = "second"


class Second:
    """Keeps the last proposal, so that it can be accepted when it is stale."""

    def __init__(self, url):
        self.workspace = open_workspace(url)
        self.proposal = None

    def sees(self, order_id):
        return self.workspace.get(WorkOrder, order_id).state.value

    def suspend(self, order_id, now):
        moment = datetime.fromisoformat(now)
        advance_order(
            self.workspace, order_id, OrderState.SUSPENDED, now=moment, who=WHO, reason="nobody opens"
        )

    def propose(self, absent, now):
        moment = datetime.fromisoformat(now)
        disruption = Disruption(absent=absent or None)
        found = replan(self.workspace, disruption, day=moment.date(), now=moment, iterations=200)
        self.proposal = found.proposal

    def accept(self, now):
        moment = datetime.fromisoformat(now)
        accept_proposal(self.workspace, self.proposal, name="replan", now=moment, who=WHO)
        return current_plan(self.workspace).plan_id


second = Second(sys.argv[1])
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    name, *arguments = json.loads(line)
    try:
        answer = getattr(second, name)(*arguments)
    except RegardError as error:
        answer = {"refused": error.message.code}
    print(json.dumps(answer), flush=True)
