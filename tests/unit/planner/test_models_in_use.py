# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel models that are kept: built once each, and one does not wait for another."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Lock

import pytest
from regard.planner.roads.models_in_use import ModelsInUse

LONG_S = 10


def test_the_models_of_two_vehicles_are_built_at_the_same_time():
    models, both_inside = ModelsInUse(), Barrier(2, timeout=LONG_S)

    def build(name):
        # breaks where only one of the two gets in at a time
        both_inside.wait()
        return name

    with ThreadPoolExecutor(2) as threads:
        found = [threads.submit(models.of, "state", name, lambda name=name: build(name)) for name in "vt"]
        assert [one.result(LONG_S) for one in found] == ["v", "t"]


def test_whoever_asks_for_a_model_that_is_being_built_waits_for_that_one():
    models, begun, go_on, counted, builds = ModelsInUse(), Event(), Event(), Lock(), []

    def build():
        with counted:
            builds.append(object())
        begun.set()
        assert go_on.wait(LONG_S)
        return builds[-1]

    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(models.of, "state", "van", build)
        assert begun.wait(LONG_S)
        others = [threads.submit(models.of, "state", "van", build) for _ in range(3)]
        go_on.set()
        assert {id(one.result(LONG_S)) for one in (first, *others)} == {id(builds[0])}
    assert len(builds) == 1


def test_the_models_of_another_state_let_those_before_go():
    models = ModelsInUse()
    assert models.of("before", "van", lambda: 1) == 1
    assert models.of("after", "van", lambda: 2) == 2
    assert models.of("before", "van", lambda: 3) == 3


def test_a_state_that_changes_while_a_model_is_built_does_not_get_it():
    models, begun, go_on = ModelsInUse(), Event(), Event()

    def build():
        begun.set()
        assert go_on.wait(LONG_S)
        return "old"

    with ThreadPoolExecutor(1) as threads:
        old = threads.submit(models.of, "before", "van", build)
        assert begun.wait(LONG_S)
        assert models.of("after", "van", lambda: "new") == "new"
        go_on.set()
        assert old.result(LONG_S) == "old"
    assert models.of("after", "van", lambda: "again") == "new"


def test_a_model_that_could_not_be_built_is_tried_again():
    models = ModelsInUse()

    def fails():
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        models.of("state", "van", fails)
    assert models.of("state", "van", lambda: 1) == 1
