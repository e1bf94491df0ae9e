# SPDX-License-Identifier: GPL-3.0-or-later
"""A refused stale write shows both values as people write them, not as the program keeps them."""

from datetime import datetime

from regard.store.errors import Difference, StaleWrite
from regard.workorders.orders import OrderState, Priority


def test_both_values_are_in_the_words_of_files_and_commands():
    differences = (
        Difference("priority", Priority.P3, Priority.P4),
        Difference("due_at", datetime(2026, 6, 10, 17), datetime(2026, 7, 1, 17)),
        Difference("window_start", None, datetime(2026, 6, 3, 9, 30)),
    )
    said = str(StaleWrite(table="work_order", key="OI-1", who="A", at="09:00", differences=differences))
    assert (
        "priority; deadline; start of the appointment is now P3; 2026-06-10 17:00; -, "
        "you wanted P4; 2026-07-01 17:00; 2026-06-03 09:30" in said
    )


def test_a_state_is_told_in_words_and_a_column_of_a_layer_by_its_own_name():
    differences = (
        Difference("state", OrderState.IN_PROGRESS, OrderState.NOT_DONE),
        Difference("materiau", "fg", "fd"),
    )
    said = str(StaleWrite(table="work_order", key="OI-1", who="A", at="09:00", differences=differences))
    assert "state; materiau is now in progress; fg, you wanted not done; fd" in said
