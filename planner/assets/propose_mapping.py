# SPDX-License-Identifier: GPL-3.0-or-later
"""Propose a mapping for a source of no known standard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from ...core.errors import InputError
from ...network.assets.cleaning import text_of
from ...network.layouts.proposal import LayerOutline, propose
from ...network.layouts.standards import standards
from ..ports import LayerSource

# distinct values beyond this are no code list
_CODES = 30


def propose_mapping(source: LayerSource) -> str:
    """Return the text of a mapping for the layers of a source, to be checked by a person.

    ``InputError`` when nothing can be guessed of any layer.
    """
    names = source.layer_names()
    text = propose(tuple(outlines(source)))
    if text is None:
        expected = ", ".join(mapping.standard for mapping in standards().values())
        raise InputError("network.no_known_layer", found=", ".join(names) or "-", expected=expected)
    return text


def outlines(source: LayerSource) -> Iterator[LayerOutline]:
    """Yield what the layers of a source are named, drawn as and hold; each is read whole."""
    for name in source.layer_names():
        yield _outline(name, source.read_layer(name))


def _outline(name: str, frame: gpd.GeoDataFrame) -> LayerOutline:
    columns = [str(column) for column in frame.columns if column != frame.geometry.name]
    kinds = set(frame.geom_type.dropna())
    kind: Literal["line", "point", "other"] = "other"
    if kinds <= {"LineString", "MultiLineString"}:
        kind = "line"
    elif kinds <= {"Point", "MultiPoint"}:
        kind = "point"
    return LayerOutline(name, kind, tuple(columns), {column: _few(frame[column]) for column in columns})


def _few(values: pd.Series) -> tuple[str, ...]:
    words = pd.unique(values)
    if len(words) > _CODES:
        return ()
    texts = {str(text).removesuffix(".0") for text in text_of(np.asarray(words, dtype=object))}
    return tuple(sorted(texts - {""}))
