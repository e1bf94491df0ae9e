# SPDX-License-Identifier: GPL-3.0-or-later
"""A mistake in a mapping is named with its line before any table is read."""

import pytest
from regard.core.errors import InputError
from regard.network.layouts.mapping import STANDARDS_FOLDER, read_mapping


@pytest.fixture
def read_changed(tmp_path):
    """Return a function that reads the StaR-Eau mapping with one text of it replaced."""
    text = (STANDARDS_FOLDER / "stareau.yaml").read_text(encoding="utf-8")

    def read_changed(old, new):
        assert old in text
        path = tmp_path / "mapping.yaml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return read_mapping(path)

    return read_changed


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("role: hydrant", "role: fountain", "fountain"),
        (
            "label: {column: ref_terr, optional: true}",
            "labels: {column: ref_terr}",
            "found 'labels', expected one of asset_id, label, in_service",
        ),
        ("codes: available", "codes: avail", "found 'avail'.*near: available"),
        ("number: true", "numeric: true", "numeric"),
    ],
)
def test_a_mistake_is_refused_and_named(read_changed, old, new, told):
    with pytest.raises(InputError, match=told) as raised:
        read_changed(old, new)
    assert raised.value.message.params["file"] == "mapping.yaml"
    assert raised.value.message.params["line"] > 1
