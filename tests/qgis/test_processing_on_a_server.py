# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms that write work on a schema of a server as on a file, journaled and undone there."""

import pytest
from qgis.core import QgsProcessingException
from regard.store.workspaces import open_workspace
from regard.workorders.orders import OrderState, WorkOrder

METER = "VA-2026-AEP-00002"
AT = "2026-06-03T08:00:00"


def test_an_order_is_put_off_and_that_is_taken_back_on_a_server(answer, on_server):
    def asked(question):
        workspace = open_workspace(on_server)
        try:
            return question(workspace)
        finally:
            workspace.close()

    seen = asked(lambda workspace: workspace.order_versions([METER])[METER])
    given = {"ORDER": METER, "CAUSE": "weather", "NOW": AT}
    with pytest.raises(QgsProcessingException, match=METER):
        answer("postpone", WORKSPACE=on_server, SEEN=seen + 1, **given)
    done = answer("postpone", WORKSPACE=on_server, SEEN=seen, **given)
    assert done["STATE"] == "rescheduled"
    assert asked(lambda workspace: workspace.get(WorkOrder, METER)).state is OrderState.RESCHEDULED
    lines = [line["command"] for line in answer("journal", WORKSPACE=on_server)["JOURNAL"].getFeatures()]
    taken_back = answer("undo", WORKSPACE=on_server)["UNDONE"]
    assert taken_back == lines[-1]
    assert asked(lambda workspace: workspace.get(WorkOrder, METER)).state is OrderState.PLANNED
