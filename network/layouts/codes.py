# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes and figures as they are met in the field: numbers for texts, lost zeros, local refinements."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..assets.arrays import Floats, Ints, Objects
from ..assets.cleaning import text_of

_WHOLE = re.compile(r"^(\d+)\.0+$")
_YEAR = r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)"


@dataclass(frozen=True, slots=True)
class CodeReading:
    """How codes are written in one layout: digits of a national code, texts that stand for nothing."""

    digits: int = 0
    empty: Collection[str] = ()

    def words(self, values: Objects) -> tuple[Objects, Ints]:
        """Return the distinct codes of some values, and which one each value is.

        Codes are in lower case, a whole number without decimals, and ``""`` for nothing.
        """
        # many rows share few codes: each is read once
        row, words = pd.factorize(values, use_na_sentinel=False)
        texts = [_WHOLE.sub(r"\1", str(text).lower()) for text in text_of(np.asarray(words, dtype=object))]
        nothing = {word.lower() for word in self.empty}
        return np.array(["" if text in nothing else text for text in texts], dtype=object), row.astype(
            np.int64
        )

    def known(self, word: str, codes: Collection[str]) -> str | None:
        """Return the code of a list that a word stands for, None when it stands for none."""
        return next((candidate for candidate in self._candidates(word) if candidate in codes), None)

    def is_local(self, word: str) -> bool:
        """Tell whether a word is longer than a code of its layout."""
        return (
            bool(self.digits) and word.isascii() and len(word) > self.digits and word[: self.digits].isdigit()
        )

    def _candidates(self, word: str) -> Iterator[str]:
        yield word
        if self.digits and word.isdigit():
            yield word.zfill(self.digits)
        if self.is_local(word):
            yield word[: self.digits]


def numbers_of(values: Objects, *, empty: Collection[str] = ()) -> tuple[Floats, Objects]:
    """Return values as numbers, NaN for nothing and for what is none, and the texts that are none."""
    series = pd.Series(values)
    found = pd.to_numeric(series, errors="coerce").astype(float)
    strange = (found.isna() & series.notna()).to_numpy()
    if not strange.any():
        return found.to_numpy(), np.empty(0, dtype=object)
    texts = pd.Series(text_of(np.asarray(series[strange], dtype=object)))
    again = pd.to_numeric(texts.str.replace(",", ".", regex=False), errors="coerce")
    numbers = found.to_numpy().copy()
    numbers[strange] = again.to_numpy(dtype=float)
    nothing = {"", *(word.lower() for word in empty)}
    unread = again.isna() & ~texts.str.lower().isin(list(nothing))
    return numbers, np.asarray(texts[unread], dtype=object)


def years_of(values: Objects, *, empty: Collection[str] = ()) -> tuple[Floats, Objects]:
    """Return the years in values (numbers, texts, dates written any way), NaN where there is none.

    The second array holds the texts that say no year.
    """
    row, words = pd.factorize(values, use_na_sentinel=False)
    texts = pd.Series(text_of(np.asarray(words, dtype=object)))
    years = pd.to_numeric(texts.str.extract(_YEAR, expand=False), errors="coerce").astype(float)
    nothing = {"", "0", "0.0", "0000", *(word.lower() for word in empty)}
    strange = (years.isna() & ~texts.str.lower().isin(list(nothing))).to_numpy()
    unread = texts.to_numpy(dtype=object)[row[strange[row]]]
    return years.to_numpy()[row], unread
