# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders are numbered by the service's mask."""

from datetime import date

import pytest
from regard.core.errors import InputError
from regard.workorders.numbering import NUMBERING, load_numbering


def test_the_mask_of_the_sample(rules):
    number = rules.numbering.order_id(417, code="AEP-CASSE", day=date(2026, 6, 3))
    assert number == "VA-2026-AEP-00417"
    assert rules.numbering.order_id(3, code="ASS-DEB", day=date(2027, 1, 1)) == "VA-2027-ASS-00003"


def test_the_next_number_is_one_that_is_free(rules):
    def next_id(*taken):
        return rules.numbering.next_id(taken, code="AEP-CASSE", day=date(2026, 6, 3))

    assert next_id() == "VA-2026-AEP-00001"
    assert next_id("OI-01", "OI-02") == "VA-2026-AEP-00003"
    assert next_id("VA-2026-AEP-00002", "VA-2026-AEP-00004") == "VA-2026-AEP-00003"
    assert next_id("VA-2026-AEP-00002") == "VA-2026-AEP-00003"


def test_a_request_is_numbered_as_wide_as_those_of_its_year(rules):
    def next_id(*taken):
        return rules.numbering.next_request_id(taken, day=date(2026, 6, 3))

    assert next_id() == "DI-2026-0001"
    assert next_id("DI-2026-04255", "DI-2026-0007") == "DI-2026-04256"
    assert next_id("DI-2025-04255", "X-000000009") == "DI-2026-0001"
    assert next_id("DI-2026-9999") == "DI-2026-10000"


@pytest.mark.parametrize(
    "mask", ["{service}-{year}", "{number}-{town}", "{number", "{number:zz}", "{number}-{}"]
)
def test_a_mask_that_cannot_number_is_refused(tmp_path, mask):
    path = tmp_path / "numbering.yaml"
    text = NUMBERING.read_text(encoding="utf-8")
    path.write_text(text.replace("{service}-{year}-{trade}-{number:05d}", mask), encoding="utf-8")
    with pytest.raises(InputError, match=r"numbering\.yaml, line 6, field order_mask"):
        load_numbering(path)
