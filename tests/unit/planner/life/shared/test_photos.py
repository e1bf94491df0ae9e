# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos of an order are kept with it, journaled and undone, and shown in its dossier (CAP-2.2.a)."""

from base64 import b64encode
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.planner.dossiers.facts import dossier_facts
from regard.planner.dossiers.page import dossier_data, dossier_html
from regard.planner.import_records import import_records
from regard.planner.notices.photos import attach_photo, photos_of
from regard.store.attachment_folder import AttachmentFolder
from regard.workorders.closing.records import Closure
from regard.workorders.rulebook import load_rule_book
from regard.workorders.teleservice.records import NoticeFile

JPEG = b"\xff\xd8\xff\xe0" + bytes(40)
DAY = date(2026, 6, 3)


@pytest.fixture
def keep(burst, tmp_path):
    """Return a function that attaches a photo, and the folder that it goes to."""
    folder = AttachmentFolder(tmp_path / "files")

    def keep(data, file="trou rue.jpg", order_id=burst.order_id, day=DAY):
        return attach_photo(
            burst.workspace, order_id, data, file=file, day=day, attachments=folder, who="D. Martin"
        )

    keep.folder = folder
    return keep


def page(town, folder):
    facts = dossier_facts(town.workspace, town.order_id, now=datetime(2026, 6, 3, 8, 30))
    pictures = folder.contents(one.stored_as for one in facts.photos)
    book = load_rule_book()
    html = dossier_html(facts, lambda said: said.english(), book=book, language="en", pictures=pictures)
    return facts, html


def test_a_photo_is_kept_once_shown_and_undone(burst, keep):
    kept = keep(JPEG)
    assert keep(JPEG) == kept == burst.workspace.get(NoticeFile, kept.file_id)
    assert (kept.is_photo, keep.folder.path_of(kept.stored_as).read_bytes()) == (True, JPEG)
    facts, html = page(burst, keep.folder)
    assert [(one.name, one.day) for one in facts.photos] == [("trou rue.jpg", DAY)]
    assert f"data:image/jpeg;base64,{b64encode(JPEG).decode()}" in html
    assert "trou rue.jpg · 2026-06-03" in html
    data = dossier_data(facts, lambda said: said.english(), language="en")
    assert [one.stored_as for one in data["photos"]] == [kept.stored_as]
    burst.workspace.undo(who="D. Martin")
    assert photos_of(burst.workspace, burst.order_id) == ()
    assert "Photos" not in page(burst, keep.folder)[1]


def test_photos_that_came_back_with_the_closure_are_shown_too_each_once(burst, keep):
    kept = keep(JPEG)
    back = f"{burst.order_id}/photos/0123456789ab_apres.png"
    closure = Closure(
        order_id=burst.order_id,
        code="AEP-CASSE",
        author="AG1",
        received_at=datetime(2026, 6, 4, 9),
        fields={},
        parts={},
        valves={},
        valve_notes={},
        photos=(back, kept.stored_as, "only a name.jpg", "OI-99/photos/0123456789ab_other.jpg"),
        raw="",
        rules_version="1",
        taken={},
    )
    import_records(burst.workspace, [closure], name="close", who="test")
    shown = [(one.stored_as, one.name, one.day) for one in photos_of(burst.workspace, burst.order_id)]
    assert shown == [(kept.stored_as, "trou rue.jpg", DAY), (back, "apres.png", date(2026, 6, 4))]


def test_a_photo_that_went_from_the_folder_is_named_and_comes_back(burst, keep):
    kept = keep(JPEG)
    keep.folder.path_of(kept.stored_as).unlink()
    assert "the photo is not in the folder of attachments" in page(burst, keep.folder)[1]
    keep(JPEG)
    assert keep.folder.path_of(kept.stored_as).read_bytes() == JPEG


def test_what_is_no_picture_is_refused_and_names_do_no_harm(burst, keep):
    with pytest.raises(InputError, match=r"a\.svg: neither a JPEG nor a PNG"):
        keep(b"<svg onload='alert(1)'/>", file="a.svg")
    with pytest.raises(InputError, match="OI-99"):
        keep(JPEG, order_id="OI-99")
    assert not keep.folder.root.exists()
    kept = keep(JPEG, file="../../<script>x.jpg")
    assert keep.folder.path_of(kept.stored_as).is_relative_to(keep.folder.root)
    assert "<script>" not in page(burst, keep.folder)[1]
