# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever adds a record class decides who may see it: each table is in one group of ``server_roles.yaml``."""

from collections import Counter

from regard.store.role_rules import Right, load_role_rules
from regard.store.tables import RECORD_KINDS

# what a record of a customer, or of somebody's health, is known by
OF_CUSTOMERS = {"caller", "customer_ref", "customer_refs", "reach"}
OF_HEALTH = {"restriction", "restricted_note"}


def test_every_table_of_records_is_in_one_group():
    named = Counter(table for tables in load_role_rules().groups.values() for table in tables)
    assert named == dict.fromkeys(RECORD_KINDS, 1)


def test_a_table_that_no_group_names_is_hidden_from_every_role():
    rules = load_role_rules()
    assert {rules.right(role, "brought_by_somebody") for role in rules.roles} == {Right.HIDDEN}


def test_fields_of_customers_are_in_tables_of_the_group_personal():
    personal = load_role_rules().groups["personal"]
    found = {name for name, kind in RECORD_KINDS.items() if OF_CUSTOMERS & set(kind.__dataclass_fields__)}
    assert found <= set(personal)
    assert {"service_request", "customer_contact", "order_message", "addressee"} <= found


def test_what_is_known_of_health_is_for_those_named_alone():
    rules = load_role_rules()
    seen = {
        role for role in rules.roles for table in OF_HEALTH if rules.right(role, table) is not Right.HIDDEN
    }
    assert seen == {"confidant"}
