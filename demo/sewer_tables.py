# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand the sewers over in the tables of StaR-Eau."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
import shapely

from .ageing import makings
from .asset_ids import SewerIds, sewer_ids
from .chance import stream
from .networks import SewerSystem
from .streets import Streets
from .water_tables import Rows, common, years

_TYPES = {"foul": "assaeu", "storm": "assaep"}


def sewer_rows(systems: Sequence[SewerSystem], streets: Streets, *, seed: int) -> Iterator[Rows]:
    """Yield the rows of every sewer table, foul and storm together in one table."""
    named = [(system, sewer_ids(system.sewers)) for system in systems]
    yield _joined([_pipes(system, ids, streets) for system, ids in named])
    yield _joined([_manholes(system, ids, streets) for system, ids in named])
    yield _joined([_pumps(system, ids, streets) for system, ids in named])
    yield _joined([_outfalls(system, ids) for system, ids in named])
    yield _joined([_drains(system, seed=seed) for system in systems])
    yield _joined([_gullies(system, streets) for system in systems if system.gullies is not None])


def _joined(parts: Sequence[Rows]) -> Rows:
    """Return the rows of one table as one; single values are repeated."""
    columns = parts[0].values
    values = {
        column: np.concatenate(
            [
                np.broadcast_to(
                    np.asarray(part.values[column], dtype=_dtype(part, column)), len(part.geometry)
                )
                for part in parts
            ]
        )
        for column in columns
    }
    return Rows(parts[0].table, np.concatenate([part.geometry for part in parts]), values)


def _dtype(part: Rows, column: str) -> np.dtype | type:
    value = part.values[column]
    if isinstance(value, np.ndarray):
        return value.dtype
    return object if isinstance(value, str) else type(value)


def _street_names(streets: Streets, section: np.ndarray) -> np.ndarray:
    names: np.ndarray = streets.name[section]
    return names


def _node_sections(system: SewerSystem) -> np.ndarray:
    """Return a street section for each node: that of a pipe there."""
    sewers = system.sewers
    section = np.zeros(len(sewers.xy), dtype=int)
    section[sewers.end] = sewers.section
    section[sewers.start] = sewers.section
    return section


def _pipes(system: SewerSystem, ids: SewerIds, streets: Streets) -> Rows:
    sewers, makeup = system.sewers, system.makeup
    values = common(_TYPES[sewers.kind]) | {
        "localisation": _street_names(streets, sewers.section),
        "precision_xy": np.where(makeup.year >= 1990, "A", "B").astype(object),
        "id_canalisation": ids.pipes,
        "mode_circulation": np.where(sewers.levels.is_pressure, "forcee", "gravitaire").astype(object),
        "materiau": np.where(sewers.levels.is_pressure, "pehd", makeup.material).astype(object),
        "diametre_equivalent": makeup.bore_mm,
        "longueur_terrain": shapely.length(sewers.line).round(2),
        "sensible": np.zeros(len(sewers), dtype=bool),
        "noeudinitial": ids.nodes[sewers.start],
        "noeudterminal": ids.nodes[sewers.end],
        "cote_fil_eau_amont": sewers.levels.up_m.round(3),
        "cote_fil_eau_aval": sewers.levels.down_m.round(3),
    }
    return Rows("ass_canalisation", sewers.line, values | years(makeup.year))


def _manholes(system: SewerSystem, ids: SewerIds, streets: Streets) -> Rows:
    sewers, here = system.sewers, ids.is_manhole
    cover_m, floor_m = sewers.ground_m[here].round(2), sewers.levels.floor_m[here].round(3)
    values = common(_TYPES[sewers.kind]) | {
        "localisation": _street_names(streets, _node_sections(system)[here]),
        "id_noeud_reseau": ids.nodes[here],
        "id_ass_regard": ids.nodes[here],
        "type_regard": "visite",
        "z_tampon": cover_m,
        "z_radier": floor_m,
        "profondeur_mesure": (cover_m - floor_m).round(2),
    }
    return Rows("ass_regard", shapely.points(sewers.xy[here]), values)


def _pumps(system: SewerSystem, ids: SewerIds, streets: Streets) -> Rows:
    sewers, here = system.sewers, ids.is_pump
    street = pd.Series(_street_names(streets, _node_sections(system)[here]))
    names = pd.Series(ids.nodes[here]).where(street == "", street)
    values = common(_TYPES[sewers.kind]) | {
        "localisation": street.to_numpy(dtype=object),
        "id_noeud_reseau": ids.nodes[here],
        "id_ass_pompage": ids.nodes[here],
        "nom_usuel": ("Poste de relevage " + names).to_numpy(dtype=object),
        "nb_pompe": np.full(int(here.sum()), 2),
        "nb_bache": np.full(int(here.sum()), 1),
        "telegestion": "oui",
    }
    return Rows("ass_pompage", shapely.points(sewers.xy[here]), values)


def _outfalls(system: SewerSystem, ids: SewerIds) -> Rows:
    sewers, here = system.sewers, ids.is_outfall
    values = common(_TYPES[sewers.kind]) | {
        "id_noeud_reseau": ids.nodes[here],
        "id_ass_exutoire": ids.nodes[here],
        "destination": "milieu_naturel",
    }
    return Rows("ass_exutoire", shapely.points(sewers.xy[here]), values)


def _drains(system: SewerSystem, *, seed: int) -> Rows:
    drains, kind = system.drains, system.sewers.kind
    rng = stream(seed, f"{kind} drains")
    year = system.makeup.year[drains.sewer]
    bore = np.full(len(drains), 150 if kind == "foul" else 160)
    values = common(_TYPES[kind]) | {
        "localisation": drains.address,
        "id_canalisation": drains.ids,
        "mode_circulation": "gravitaire",
        "materiau": makings("sewer_connections").choose(rng, year, bore, np.arange(len(drains))),
        "diametre_equivalent": bore,
        "longueur_terrain": shapely.length(drains.line).round(2),
        "sensible": np.zeros(len(drains), dtype=bool),
    }
    return Rows("ass_canalisation_branchement", drains.line, values | years(year))


def _gullies(system: SewerSystem, streets: Streets) -> Rows:
    gullies = system.gullies
    assert gullies is not None
    values = common("assaep") | {
        "localisation": _street_names(streets, system.sewers.section[gullies.sewer]),
        "id_noeud_reseau": gullies.ids,
        "id_ass_engouffrement_point": gullies.ids,
        "type_engouffrement": "avaloir",
    }
    return Rows("ass_engouffrement_point", shapely.points(gullies.xy), values)
