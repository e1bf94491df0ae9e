# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos that closure data name are kept with the order, like those from the field, and undone with it."""

from contextlib import closing

import pytest
from regard.cli.main import main
from regard.planner.notices.photos import photos_of
from regard.store.workspaces import open_workspace
from regard.tests.unit.cli.shared.chapters.telling import BY, DAY, EIGHT, LATER, staff

JPEG = b"\xff\xd8\xff\xe0" + bytes(40)
DATA = f"""author: AG2
started_at: {DAY} 09:00
ended_at: {DAY} 09:10
agents: [AG2]
result: done
reading_type: real
old_index: 1482
photos: [index.jpg]
"""
HEAD = "order_id;code;x;y;duration_min;priority;received_at;due_at;state;started_at"


@pytest.fixture
def at_work(story):
    """Have an order at work, its data and a photo beside them; return how it is closed."""
    staff(story)
    row = f"OI-1;AEP-REL;688900;6925100;10;P4;{EIGHT};2026-06-10 17:00;in_progress;{DAY} 09:00"
    story.run("orders import", story.file("orders.csv", f"{HEAD}\n{row}\n"))
    (story.folder / "index.jpg").write_bytes(JPEG)
    data = ("--data", story.file("data.yaml", DATA), "--files", story.folder / "files")
    return ("--order", "OI-1", *data, "--now", LATER, *BY)


def photos(story):
    with closing(open_workspace(story.url)) as workspace:
        return {one.name: one.stored_as for one in photos_of(workspace, "OI-1")}


def kept(story):
    folder = story.folder / "files"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_photo_is_kept_with_its_order_and_undone_with_the_closure(story, at_work):
    assert story.run("close", *at_work)["state"] == "closed"
    found = photos(story)
    assert set(found) == {"index.jpg"}
    stored = found["index.jpg"]
    assert stored.startswith("OI-1/photos/")
    assert (story.folder / "files" / stored).read_bytes() == JPEG
    # the same again changes nothing, and puts back a file that has gone
    (story.folder / "files" / stored).unlink()
    story.run("close", *at_work)
    assert (photos(story), kept(story)) == (found, {stored})
    story.run("workspace undo")
    assert photos(story) == {}


def test_another_picture_of_the_same_name_comes_beside_the_first(story, at_work):
    story.file("data.yaml", DATA.replace("old_index: 1482\n", ""))
    assert story.run("close", *at_work)["state"] == "to_correct"
    (story.folder / "index.jpg").write_bytes(JPEG + b"sharper")
    assert story.run("close", *at_work)["state"] == "to_correct"
    with closing(open_workspace(story.url)) as workspace:
        assert {one.stored_as for one in photos_of(workspace, "OI-1")} == kept(story)
    assert len(kept(story)) == 2


def test_data_that_are_refused_leave_no_photo(story, at_work):
    assert main(["close", story.url, *map(str, at_work[:-4]), "--now", f"{DAY} 08:00"]) == 2
    assert kept(story) == set()
    assert photos(story) == {}
