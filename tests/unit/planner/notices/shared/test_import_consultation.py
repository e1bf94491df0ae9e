# SPDX-License-Identifier: GPL-3.0-or-later
"""A consultation comes to its order whole or not at all; whom it names has to answer."""

from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.planner.life.advance import gate_findings
from regard.planner.life.paperwork import note_answer, note_sent
from regard.planner.records import Footprint, OrderConflict, OrderNotice
from regard.tests.unit.workorders.teleservice.consultations import network, zipped
from regard.workorders.life.records import OperatorAnswer
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.teleservice.records import NoticeConsultation, NoticeFile, NoticeOperator
from shapely.affinity import translate
from shapely.geometry import MultiPolygon

S = OrderState


def said(found):
    return [remark.english() for remark in found.remarks]


def test_a_consultation_gives_its_order_number_footprint_operators_and_files(valmont, valve, consult, folder):
    found = consult(valve)
    notice = valmont.get(OrderNotice, valve)
    assert (notice.number, notice.state, notice.start_by) == ("2026060300123D", "to_send", date(2026, 9, 3))
    kept = valmont.get(NoticeConsultation, valve)
    assert (kept.number, kept.consulted_at, kept.kind) == (
        "2026060300123D",
        datetime(2026, 6, 3, 8, 40),
        "DT-DICT",
    )
    assert kept.geometry.covers(valmont.get(Footprint, valve).geometry)
    operators = {one.operator: one for one in valmont.all(NoticeOperator)}
    assert set(operators) == {"Gaz de Valmont", "Électricité de l'Oise", "Fibre 60"}
    gas = operators["Gaz de Valmont"]
    assert (gas.company, gas.emergency_phone, gas.is_sensitive) == ("GAZ DE VALMONT", "0 800 00 00 00", True)
    assert not operators["Fibre 60"].is_sensitive
    # the numbers of the teleservice go before those of the layers, also where somebody writes or telephones
    assert "Gaz de Valmont 0 800 00 00 00" in notice.write_to
    assert [one for one in notice.write_to if one.startswith("Gaz")] == ["Gaz de Valmont 0 800 00 00 00"]
    assert notice.call_first == ()
    files = valmont.all(NoticeFile, order_id=valve)
    assert [one.name for one in files] == ["1_emprise.pdf", "plans/1_gaz_1.pdf"]
    assert folder.path_of(files[1].stored_as).read_bytes() == b"%PDF gaz"
    assert found.changed and found.outside_m2 == 0


def test_whom_to_telephone_about_an_urgent_dig_has_the_number_of_the_teleservice(
    valmont, burst, consult, declared
):
    before = valmont.get(OrderNotice, burst).call_first
    assert any(one.startswith("Gaz de Valmont ") for one in before)
    number = "2026060300123A"
    consult(burst, declared(burst, number=number, kind="ATU"))
    after = valmont.get(OrderNotice, burst)
    assert "Gaz de Valmont 0 800 00 00 00" in after.call_first
    # an operator that only the layers know stays to be telephoned
    assert {one.split(" 0")[0] for one in before} <= {one.split(" 0")[0] for one in after.call_first}


def test_cap_g_6_six_operators_two_of_them_sensitive_with_emergency_phones(valmont, valve, consult, declared):
    number = "2026060300123D"
    water, telecom = (
        "CANALISATIONS_EAU_POTABLE",
        "COMMUNICATIONS_ELECTRONIQUES_ET_LIGNES_ELECTRIQUES_ECLAIRAGE_TBT",
    )
    more = [
        network("Ville de Valmont", "NS", "CANALISATIONS_EAUX_USEES_OU_ASSAINISSEMENT"),
        network("Eau du Plateau", "NS", water),
        network("Câble Oise", "NS", telecom),
    ]
    found = consult(valve, declared(valve, number=number, more=more))
    assert found.number == number
    kept = valmont.get(NoticeConsultation, valve)
    dig = valmont.get(Footprint, valve).geometry
    assert kept.geometry.equals_exact(MultiPolygon([dig.buffer(1.0)]), tolerance=0.001)
    operators = valmont.all(NoticeOperator, order_id=valve)
    assert len(operators) == 6
    assert {one.operator: one.emergency_phone for one in operators if one.is_sensitive} == {
        "Gaz de Valmont": "0 800 00 00 00",
        "Électricité de l'Oise": "0 800 00 00 00",
    }


@pytest.mark.parametrize(
    ("spoil", "match"),
    [
        (lambda text: text[: len(text) // 2], "cannot be read as XML"),
        (
            lambda text: text.replace(
                b"?>", b'?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1
            ).replace(b"GAZ DE VALMONT", b"&x;"),
            "DTD|entit",
        ),
    ],
)
def test_cap_g_6_a_file_that_is_broken_or_reads_others_imports_nothing(
    valmont, valve, consult, declared, folder, spoil, match
):
    lines = valmont.journal()
    document = spoil(declared(valve, as_zip=False))
    with pytest.raises(InputError, match=match):
        consult(valve, zipped({"2026060300123D_description.xml": document, "plan.pdf": b"%PDF"}))
    assert valmont.journal() == lines
    assert valmont.all(NoticeConsultation) == valmont.all(NoticeOperator) == []
    assert not folder.root.exists()


def test_the_same_file_twice_changes_nothing(valmont, valve, consult):
    consult(valve)
    lines = valmont.journal()
    again = consult(valve, day=date(2026, 6, 5))
    assert not again.changed
    assert valmont.journal() == lines


def test_an_import_is_undone_as_one(valmont, valve, consult):
    before = valmont.get(OrderNotice, valve)
    consult(valve, sent_at=datetime(2026, 6, 3, 9))
    valmont.undo(who="D. Martin")
    for kind in (NoticeConsultation, NoticeOperator, NoticeFile, OperatorAnswer):
        assert valmont.all(kind) == []
    after = valmont.get(OrderNotice, valve)
    assert (after.number, after.sent_at, after.start_by) == (before.number, None, before.start_by)


def test_an_operator_of_the_teleservice_alone_blocks_dispatch_until_it_answers(valmont, valve, consult):
    consult(valve, sent_at=datetime(2026, 6, 3, 9))
    now = datetime(2026, 6, 12, 8)

    def lacks():
        order = valmont.get(WorkOrder, valve)
        found = gate_findings(valmont, order, S.DISPATCHED, now=now)
        return [one.english() for one in found if "Oise" in one.english()]

    (lack,) = lacks()
    assert lack.startswith("Électricité de l'Oise (sensitive network) has not answered: no start")
    assert lack.endswith("telephone 0 800 00 00 00")
    note_answer(valmont, valve, "Électricité de l'Oise", who="D. Martin", answered_at=datetime(2026, 6, 8, 9))
    assert lacks() == []


def test_who_is_not_in_the_layers_or_not_in_the_consultation_is_told(valmont, valve, consult):
    missing = {near.operator for near in valmont.all(OrderConflict, order_id=valve)} - {"Gaz de Valmont"}
    found = said(consult(valve))
    assert "Fibre 60 is in none of our layers: ask it, its networks are not on the map." in found
    for operator in missing:
        assert any(text.startswith(f"{operator} has networks near the dig") for text in found)


def test_a_company_is_told_to_be_an_operator_of_ours(valmont, valve, consult):
    ours = sorted({near.operator for near in valmont.all(OrderConflict, order_id=valve)} - {"Gaz de Valmont"})
    consult(valve, same={"Fibre 60": ours[0]})
    assert valmont.all(NoticeOperator, operator=ours[0])[0].company == "Fibre 60"
    with pytest.raises(InputError, match="names no company 'Fibre'; near: Fibre 60"):
        consult(valve, same={"Fibre": ours[0]})


def test_a_dig_that_sticks_out_is_not_declared(valmont, valve, consult, declared):
    dig = valmont.get(Footprint, valve).geometry
    half = MultiPolygon([translate(dig, 1.0, 0.0)])
    found = consult(valve, declared(valve, footprint=half), sent_at=datetime(2026, 6, 3, 9))
    assert found.outside_m2 == pytest.approx(dig.difference(half).area, rel=0.15)
    assert any("of the dig lie outside the declared footprint" in text for text in said(found))
    order = valmont.get(WorkOrder, valve)
    lacks = gate_findings(valmont, order, S.DISPATCHED, now=datetime(2026, 6, 12, 8))
    assert any("outside the declared footprint" in one.english() for one in lacks)


def test_the_consultation_of_another_place_is_refused_whole(valmont, valve, consult, declared, folder):
    dig = valmont.get(Footprint, valve).geometry
    lines = valmont.journal()
    with pytest.raises(InputError, match=r"lies 9\d m away from the declared footprint"):
        consult(valve, declared(valve, footprint=MultiPolygon([translate(dig, 97.0, 0.0)])))
    assert valmont.journal() == lines
    assert not folder.root.exists()


def test_another_consultation_replaces_the_first_only_when_asked_and_asks_anew(
    valmont, valve, consult, declared
):
    consult(valve, sent_at=datetime(2026, 6, 3, 9))
    note_answer(valmont, valve, "Gaz de Valmont", who="D. Martin", answered_at=datetime(2026, 6, 8, 9))
    other = declared(valve, number="2026090100456K")
    with pytest.raises(InputError, match="has the consultation 2026060300123D already"):
        consult(valve, other)
    consult(valve, other, replaces=True)
    notice = valmont.get(OrderNotice, valve)
    assert (notice.number, notice.sent_at, notice.state) == ("2026090100456K", None, "to_send")
    assert valmont.all(OperatorAnswer) == []


def test_three_months_run_from_the_consultation_not_from_the_sending(valmont, valve, consult):
    consult(valve)
    sent = note_sent(valmont, valve, number="2026060300123D", sent_at=datetime(2026, 6, 20, 9), who="D.")
    assert sent.start_by == date(2026, 9, 3)
    with pytest.raises(InputError, match="before the consultation of 2026-06-03"):
        note_sent(valmont, valve, number="2026060300123D", sent_at=datetime(2026, 6, 2, 9), who="D.")


def test_a_notice_that_is_renewed_asks_anew_and_runs_three_months_from_its_own_sending(
    valmont, valve, consult
):
    consult(valve, sent_at=datetime(2026, 6, 3, 9))
    note_answer(valmont, valve, "Gaz de Valmont", who="D. Martin", answered_at=datetime(2026, 6, 8, 9))
    same = note_sent(
        valmont, valve, number="2026060300123D", sent_at=datetime(2026, 6, 4, 9), who="D. Martin"
    )
    assert (same.start_by, len(valmont.all(OperatorAnswer))) == (date(2026, 9, 3), 1)
    again = note_sent(
        valmont, valve, number="2026090100456K", sent_at=datetime(2026, 9, 1, 9), who="D. Martin"
    )
    assert (again.number, again.start_by) == ("2026090100456K", date(2026, 12, 1))
    assert again.answer_by == date(2026, 9, 10)
    assert valmont.all(OperatorAnswer) == []
    valmont.undo(who="D. Martin")
    assert len(valmont.all(OperatorAnswer)) == 1


def test_the_call_written_in_an_urgent_notice_is_its_answer(valmont, burst, consult, declared):
    call = (
        "<pourLesReseauxSensiblesPourLaSecuriteUniquement>"
        "<nomDuRepresentantDeLExploitantContacte>M. Roux</nomDuRepresentantDeLExploitantContacte>"
        "<dateDuContactTelephonique>2026-06-03</dateDuContactTelephonique>"
        "<heureDuContactTelephonique>08:55:00</heureDuContactTelephonique>"
        "</pourLesReseauxSensiblesPourLaSecuriteUniquement>"
    )
    data = declared(burst, "ATU", more=[network("Chaleur Urbaine", extra=call)])
    consult(burst, data)
    (answer,) = valmont.all(OperatorAnswer)
    assert (answer.operator, answer.contact, answer.answered_at) == (
        "Chaleur Urbaine",
        "M. Roux",
        datetime(2026, 6, 3, 8, 55),
    )


def test_a_failed_write_leaves_no_file(valmont, valve, consult, folder, monkeypatch):
    class Broken(Exception):
        pass

    def broken(*_, **__):
        raise Broken

    monkeypatch.setattr("regard.planner.notices.import_consultation._Changes.write", broken)
    with pytest.raises(Broken):
        consult(valve)
    assert [path for path in folder.root.rglob("*") if path.is_file()] == []
    assert valmont.all(NoticeConsultation) == []


def test_names_in_the_archive_cannot_leave_the_folder(valmont, valve, consult, declared, folder):
    document = declared(valve, as_zip=False)
    odd = {"plans/…/.htaccess": b"a", "plans/CON": b"b", f"{'x' * 300}.pdf": b"c", "é/ü.pdf": b"d"}
    consult(valve, zipped({"1_description.xml": document, **odd}))
    paths = [path for path in folder.root.rglob("*") if path.is_file()]
    assert len(paths) == 4
    assert all(len(path.name) < 120 and not path.name.startswith(".") for path in paths)
    assert {path.read_bytes() for path in paths} == {b"a", b"b", b"c", b"d"}
