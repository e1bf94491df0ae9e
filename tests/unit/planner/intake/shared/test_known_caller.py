# SPDX-License-Identifier: GPL-3.0-or-later
"""A number that is a customer's says who calls and, for work at the customer's, where."""

import pytest
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase
from regard.planner.import_records import import_records
from regard.planner.intake.known_caller import KnownCaller, known_caller
from regard.workorders.informing.contacts import CustomerContact

METER, BURST, OPENING = "AEP-CPT-REM", "AEP-CASSE", "AEP-OUV"


@pytest.fixture
def points(desk):
    """Return the delivery points of the golden network that the contacts here are of."""
    return sorted(desk.base.frames[Role.DELIVERY_POINT]["asset_id"])[:3]


@pytest.fixture
def ask(desk, points):
    """Return a function that asks who calls from a number about a type of work."""
    first, second, third = points
    contacts = [
        CustomerContact(
            first, "Mme Roc", mobile="06 39 98 00 01", address="3 rue des Saules", town="Valmont"
        ),
        CustomerContact(second, "Régie du Parc", phone="+33199001234"),
        CustomerContact(third, "Régie du Parc", phone="01.99.00.12.34"),
        CustomerContact("Z9", "M. Ailleurs", mobile="06 39 98 00 09"),
        CustomerContact("Z10", "M. Un", phone="01 99 00 99 99"),
        CustomerContact("Z11", "M. Deux", phone="01 99 00 99 99"),
    ]
    import_records(desk.workspace, contacts, name="contacts", who="test")

    def ask(phone, code=METER):
        standard = desk.rules.catalogue[code] if code else None
        return known_caller(desk.workspace, desk.base, phone, standard=standard, rules=desk.rules)

    return ask


@pytest.mark.parametrize("written", ["0639980001", "06 39 98 00 01", "06.39.98.00.01", "+33 6 39 98 00 01"])
@pytest.mark.parametrize("code", [METER, OPENING])
def test_the_customer_of_a_number_is_known_with_the_point_however_it_is_written(ask, points, written, code):
    assert ask(written, code) == KnownCaller("Mme Roc", points[0], "3 rue des Saules, Valmont")


@pytest.fixture
def referred(desk):
    """Have the layers name the customers of their points: C1 has one, C2 two."""
    frame = desk.base.frames[Role.DELIVERY_POINT].sort_values("asset_id").reset_index(drop=True)
    before = frame["customer_ref"]
    frame["customer_ref"] = ["C1", "C2", "C2", *before[3:]]
    layers = {**desk.base.frames, Role.DELIVERY_POINT: frame}
    base = AssetBase(desk.workspace)
    base.__dict__["frames"] = layers
    return base


@pytest.mark.parametrize(("ref", "number"), [("C1", 0), ("C2", None)])
def test_the_layers_tell_the_point_of_a_customer_by_his_reference(desk, referred, ref, number):
    contact = CustomerContact(ref, "Mme Roc", mobile="0639980001", address="3 rue des Saules")
    import_records(desk.workspace, [contact], name="contacts", who="test")
    standard = desk.rules.catalogue[METER]
    found = known_caller(desk.workspace, referred, "0639980001", standard=standard, rules=desk.rules)
    point = None if number is None else referred.frames[Role.DELIVERY_POINT]["asset_id"][number]
    assert found == (KnownCaller("Mme Roc", point, "3 rue des Saules") if point else KnownCaller("Mme Roc"))


@pytest.mark.parametrize("code", [BURST, ""])
def test_what_may_be_anywhere_has_no_place_by_the_number_alone(ask, code):
    assert ask("0639980001", code) == KnownCaller("Mme Roc")


def test_somebody_with_several_points_says_which(ask):
    assert ask("01 99 00 12 34") == KnownCaller("Régie du Parc")


def test_a_customer_whom_the_layers_do_not_have_has_a_name_alone(ask):
    assert ask("0639980009") == KnownCaller("M. Ailleurs")


@pytest.mark.parametrize("phone", ["", "06", "0639980002", "01 99 00 99 99", "063998000"])
def test_nobody_or_two_names_is_nobody(ask, phone):
    assert ask(phone) is None
