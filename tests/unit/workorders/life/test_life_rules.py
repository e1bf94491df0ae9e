# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of life.yaml hold together, and a file that does not is refused with the place."""

import pytest
from regard.core.errors import InputError
from regard.workorders.catalogue import load_catalogue
from regard.workorders.life.rules import LIFE, load_life_rules


def test_the_reinstatement_codes_are_in_the_catalogue():
    assert set(load_life_rules().reinstatement.codes) <= set(load_catalogue().jobs)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("red_days: 2, alert: field_manager", "red_days: 9, alert: field_manager", "red_days at most"),
        ("alert: stores_manager", "alert: the_boss", "alerts.roles for the_boss"),
        ("within_days: 10", "within_days: 0", "more than 0"),
        ("group: customer", "group: clients", "not_done.customer_absent.group"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, old, new, said):
    text = LIFE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "life.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        load_life_rules(path)
    assert "life.yaml, line" in str(caught.value)
