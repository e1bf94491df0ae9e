# SPDX-License-Identifier: GPL-3.0-or-later
"""Object arrays of texts, and of mixed plain values, as arrays of numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

_SEPARATOR = "\0"


class NotPlain(Exception):
    """A value that is not data, or that the format has no place for."""


def join_texts(texts: npt.NDArray[np.object_]) -> npt.NDArray[np.uint8]:
    """Return texts as one UTF-8 blob; ``NotPlain`` when one is no text or holds a NUL."""
    try:
        joined = _SEPARATOR.join(texts.tolist())
        blob = joined.encode()
    except (TypeError, UnicodeEncodeError) as error:
        raise NotPlain("text") from error
    if joined.count(_SEPARATOR) != max(len(texts) - 1, 0):
        raise NotPlain("NUL in a text")
    return np.frombuffer(blob, dtype=np.uint8)


def split_texts(blob: npt.NDArray[np.uint8], count: int) -> npt.NDArray[np.object_]:
    """Return the texts of a blob; ``ValueError`` when they are not as many as they should be."""
    texts = blob.tobytes().decode().split(_SEPARATOR) if count else []
    if len(texts) != count:
        raise ValueError("count of texts")
    return np.array(texts, dtype=object)


def number_values(values: npt.NDArray[np.object_]) -> tuple[list[Any], npt.NDArray[np.int32]]:
    """Return the different values, each None, yes or no, a number or a text, and the one in each row."""
    code: dict[tuple[type, Any], int] = {}
    plain: list[Any] = []
    rows = np.empty(len(values), dtype=np.int32)
    for row, value in enumerate(values.tolist()):
        item = value.item() if isinstance(value, np.generic) else value
        if not isinstance(item, None | bool | int | float | str):
            raise NotPlain(type(item).__name__)
        key = (type(item), repr(item) if isinstance(item, float) else item)
        if key not in code:
            code[key] = len(plain)
            plain.append(item)
        rows[row] = code[key]
    return plain, rows
