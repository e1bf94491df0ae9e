# SPDX-License-Identifier: GPL-3.0-or-later
"""SMS for a gateway and letters on paper: one each, with accents, harmless in a spreadsheet."""

import csv
import re
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from pypdf import PdfReader
from regard.core.errors import Failure, InputError
from regard.core.spreadsheets import csv_table
from regard.planner.informing.letters import PRINTED, Sender, letters_of, sender_of
from regard.planner.informing.sms import sms_table
from regard.planner.informing.texts import written_by
from regard.store.letters_pdf import write_letters
from regard.workorders.informing.contacts import Channel, CustomerContact
from regard.workorders.informing.messages import OrderMessage


@pytest.fixture
def written(valmont, order, make_plan, author):
    make_plan(order.order_id)

    def written(*channels):
        messages = valmont.all(OrderMessage, order_id=order.order_id)
        return written_by(author(order.order_id), messages, channels=channels, purpose="cut_planned")

    return written


def test_the_gateway_gets_one_line_a_customer(written):
    rows = list(csv.DictReader(StringIO(sms_table(written(Channel.SMS)))))
    assert len(rows) == 21
    assert {row["number"] for row in rows} >= {"+33639980301", "+33639980909"}
    assert all(re.fullmatch(r"\+336\d{8}", row["number"]) for row in rows)
    assert rows[0]["text"].startswith("Coupure d'eau le jeudi 11 juin 2026 de 9 h 00 à ")


@pytest.mark.parametrize("cell", ["=1+1", "+SUM(A1)", "-2", "@cmd", "\t=1", "  =1", "|x", "%x"])
def test_no_cell_is_a_formula(cell):
    _, row = csv.reader(StringIO(csv_table(["name"], [[cell]]), newline=""))
    assert row[0] == f"'{cell}"


def test_numbers_and_plain_words_stay_as_they_are():
    (_, row) = csv.reader(StringIO(csv_table(["a", "b"], [["+33639980001", 'L\'Été; "x"']])))
    assert row == ["+33639980001", 'L\'Été; "x"']


def test_a_hostile_name_does_no_harm(valmont, order, make_plan, author):
    contact = valmont.get(CustomerContact, "C-P03-01")
    with valmont.command("rename", who="test") as transaction:
        transaction.save(replace(contact, name='=HYPERLINK("http://x")\r\nBcc: all@x.fr{{ 7*7 }}'))
    make_plan(order.order_id)
    messages = valmont.all(OrderMessage, ref="C-P03-01")
    table = sms_table(written_by(author(order.order_id), messages, channels=[Channel.SMS]))
    row = next(csv.DictReader(StringIO(table, newline="")))
    assert row["name"].startswith("'=HYPERLINK")
    assert "49" not in row["name"]


def page_texts(path):
    return [page.extract_text() for page in PdfReader(path).pages]


def test_each_letter_is_a_page_with_accents_and_the_address_in_the_window(written, valmont, rules, tmp_path):
    letters = letters_of(written(*PRINTED))
    assert len(letters) == 2
    path = tmp_path / "avis.pdf"
    sender = replace(sender_of(valmont), address="1 place de l'Église, 60000 Valmont")
    special = replace(letters[0], address=("M. Wałęsa-Œuvré", "3 rue d'Ștefan", "60000 Vâlmont"))
    write_letters(path, [special, letters[1]], sender=sender, window=rules.letter, day=date(2026, 6, 8))
    first, second = page_texts(path)
    assert "M. Wałęsa-Œuvré" in first
    assert "lundi 8 juin 2026" in first
    assert "à votre adresse" in " ".join(second.split())
    assert "9 rue P0" not in first
    assert letters[1].address[1] in second


def test_a_letter_that_cannot_be_written_leaves_the_old_file(written, rules, tmp_path):
    letters = letters_of(written(*PRINTED))
    folder = tmp_path / "avis.pdf"
    folder.mkdir()
    (folder / "kept").write_text("x")
    with pytest.raises(Failure, match=r"avis\.pdf"):
        write_letters(folder, letters, sender=Sender("S"), window=rules.letter, day=date(2026, 6, 8))
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []
    with pytest.raises(InputError, match="no letter"):
        write_letters(folder, [], sender=Sender("S"), window=rules.letter, day=date(2026, 6, 8))
