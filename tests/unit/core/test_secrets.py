# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords do not reach what is printed or logged."""

import pytest
from regard.core.secrets import without_secrets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://ada:s3@db:5432/town?schema=x: no", "postgresql://ada@db:5432/town?schema=x: no"),
        ("postgresql://:s3@db/town", "postgresql://@db/town"),
        ("postgres://a:s3:@x@db/town, postgres://b:s3@db/t", "postgres://a@db/town, postgres://b@db/t"),
        ("host=db password=s3 user=a", "host=db password=… user=a"),
        ("password = 's3 s3' user=a", "password = … user=a"),
        ("postgresql://db/t?sslpassword=s3&x=1", "postgresql://db/t?sslpassword=…&x=1"),
        ("postgresql://ada@db/town at 12:30, mail a@b", "postgresql://ada@db/town at 12:30, mail a@b"),
        ("http://db/a:b@c", "http://db/a:b@c"),
    ],
)
def test_passwords_are_left_out_and_nothing_else(text, shown):
    assert without_secrets(text) == shown
