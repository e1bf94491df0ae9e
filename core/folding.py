# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts without what people leave out or type otherwise: accents, capitals, ligatures."""

from __future__ import annotations

import unicodedata

# letters that Unicode does not take apart, and what people type for them
SINGLE = ("ØøŁłĐđ’", "oolldd'")
DOUBLE = (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ß", "ss"))
_FIRST_MARK, _LAST_MARK = "\u0300", "\u036f"
_TABLE = str.maketrans({**dict(zip(*SINGLE, strict=True)), **dict(DOUBLE)})
_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def folded(text: str) -> str:
    """Return a text in small letters without accents, as ``Élan Œuvre`` is ``elan oeuvre``.

    Letters that are no Latin ones keep their case: a database must be able to fold alike.
    """
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in apart if not _FIRST_MARK <= sign <= _LAST_MARK)
    return bare.translate(_TABLE).translate(_SMALL)
