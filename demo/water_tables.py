# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand the water network over in the tables of StaR-Eau."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .ageing import laying_years, makings, recorded_span
from .asset_ids import main_ids, source_ids
from .chance import stream
from .networks import WaterSystem
from .valves import Devices

OWNER = "Syndicat des eaux du Val d'Aronde"
OPERATOR = "Régie des eaux du Val d'Aronde"
_RENEWED_CONNECTIONS = 0.4
_PUMP_ALONG_M = 8.0
_TOWER_M, _WATER_DEPTH_M = 25.0, 5.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows for one table: geometries, and arrays or single values by column."""

    table: str
    geometry: np.ndarray
    values: dict[str, object]


def common(network: str) -> dict[str, object]:
    """Return the columns that are the same for all assets of a network type (com_type_reseau)."""
    return {
        "type_reseau": network,
        "fictif": False,
        "etat_service": "en_service",
        "maitre_ouvrage": OWNER,
        "exploitant": OPERATOR,
    }


def years(laid: np.ndarray) -> dict[str, object]:
    """Return the laying years as the archives give them: the first and the last possible one."""
    first, last = recorded_span(laid)
    return {"an_pose_inf": first.astype(str).astype(object), "an_pose_sup": last.astype(str).astype(object)}


def water_rows(water: WaterSystem, *, seed: int) -> Iterator[Rows]:
    """Yield the rows of every water table."""
    yield _mains(water)
    yield _valves(water)
    yield _devices(water)
    yield _regulators(water)
    yield from _sources(water)
    yield _hydrants(water)
    yield _connections(water, seed=seed)
    yield _delivery_points(water)


def _mains(water: WaterSystem) -> Rows:
    mains, makeup = water.mains, water.makeup
    ids, nodes = main_ids(mains)
    zone = np.where(water.upper[mains.end], "haut service", "bas service").astype(object)
    values = common("aep") | {
        "localisation": mains.name,
        "precision_xy": np.where(makeup.year >= 1990, "A", np.where(makeup.year >= 1970, "B", "C")).astype(
            object
        ),
        "id_canalisation": ids,
        "mode_circulation": "forcee",
        "materiau": makeup.material,
        "diametre_equivalent": makeup.diameter_mm,
        "longueur_terrain": mains.length_m.round(2),
        "sensible": makeup.bore_mm >= 300,
        "noeudinitial": nodes[mains.start],
        "noeudterminal": nodes[mains.end],
        "fonction_canalisation": np.where(makeup.bore_mm >= 300, "transport", "distribution").astype(object),
        "etage_pression": zone,
        "type_pression": "gravitaire",
    }
    return Rows("aep_canalisation", mains.line, values | years(makeup.year))


def _valves(water: WaterSystem) -> Rows:
    valves, makeup = water.valves, water.makeup
    bore = makeup.bore_mm[valves.main]
    values = common("aep") | {
        "localisation": water.mains.name[valves.main],
        "id_noeud_reseau": valves.ids,
        "id_aep_vanne": valves.ids,
        "type_vanne": np.where(bore >= 300, "papillon", "opercule").astype(object),
        "fonction_vanne": valves.purpose,
        "diametre": bore.astype(float),
        "sens_fermeture": np.where(makeup.year[valves.main] < 1960, "fah", "fsh").astype(object),
        "etat_ouverture": np.where(valves.is_open, "ouverte", "fermee").astype(object),
        "blocage": np.where(valves.is_stuck, "oui", "non").astype(object),
        "motorisation": "non",
        "telegestion": "non",
    }
    return Rows("aep_vanne", shapely.points(valves.xy), values)


def _devices(water: WaterSystem) -> Rows:
    kinds = ((water.check_valves, "anti_retour"), (water.air_valves, "ventouse"))
    ids, main, xy = _together(devices for devices, _ in kinds)
    values = common("aep") | {
        "localisation": water.mains.name[main],
        "id_noeud_reseau": ids,
        "id_aep_appareillage": ids,
        "type_appareillage": np.repeat(
            np.array([kind for _, kind in kinds], dtype=object), [len(devices.ids) for devices, _ in kinds]
        ),
        "diametre": water.makeup.bore_mm[main].astype(float),
        "telegestion": "non",
    }
    return Rows("aep_appareillage", shapely.points(xy), values)


def _together(devices: Iterator[Devices]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    found = list(devices)
    return (
        np.concatenate([some.ids for some in found]),
        np.concatenate([some.main for some in found]),
        np.concatenate([some.xy for some in found]),
    )


def _regulators(water: WaterSystem) -> Rows:
    regulators = water.regulators
    names = pd.Series(water.mains.name[regulators.main]).replace("", "haut/bas service")
    values = common("aep") | {
        "localisation": water.mains.name[regulators.main],
        "id_noeud_reseau": regulators.ids,
        "id_aep_regulation": regulators.ids,
        "nom_usuel": ("Stabilisateur " + names).to_numpy(dtype=object),
        "diametre": water.makeup.bore_mm[regulators.main].astype(float),
        "telegestion": "non",
    }
    return Rows("aep_regulation", shapely.points(regulators.xy), values)


def _sources(water: WaterSystem) -> Iterator[Rows]:
    """Yield reservoirs, wells, and the pumps on the main that leaves each well."""
    mains = water.mains
    ids = np.array(source_ids(mains), dtype=object)
    is_reservoir = np.array([source.kind == "reservoir" for source in mains.sources])
    points = shapely.points(np.array([source.xy for source in mains.sources]))
    ground_m = np.array([source.height_m for source in mains.sources])
    yield _reservoirs(ids[is_reservoir], points[is_reservoir], ground_m[is_reservoir])
    wells = ids[~is_reservoir]
    values = {"id_noeud_reseau": wells, "id_aep_captage": wells, "nom_usuel": "Forage " + wells}
    yield Rows("aep_captage", points[~is_reservoir], common("aep") | values)
    feeds = mains.line[mains.sections + np.flatnonzero(~is_reservoir)]
    yield _pumps(wells, shapely.line_interpolate_point(feeds, _PUMP_ALONG_M))


def _reservoirs(ids: np.ndarray, points: np.ndarray, ground_m: np.ndarray) -> Rows:
    floor_m = ground_m + _TOWER_M
    number = np.arange(1, len(ids) + 1).astype(str).astype(object)
    values: dict[str, object] = {
        "id_noeud_reseau": ids,
        "id_aep_reservoir": ids,
        "nom_usuel": "Réservoir n° " + number,
        "nb_cuves": 2,
        "volume_utile": 2500,
        "cote_sol": ground_m.round(1),
        "cote_radier": floor_m.round(1),
        "cote_trop_plein": (floor_m + _WATER_DEPTH_M).round(1),
        "telegestion": "oui",
    }
    return Rows("aep_reservoir", points, common("aep") | values)


def _pumps(wells: np.ndarray, points: np.ndarray) -> Rows:
    ids = np.char.replace(wells.astype(str), "CAP", "POM").astype(object)
    values: dict[str, object] = {
        "id_noeud_reseau": ids,
        "id_aep_pompage": ids,
        "nom_usuel": "Station de pompage " + ids,
        "fonction_pompage": "reprise",
        "installation_pompage": "bache",
        "nb_pompes": 3,
        "telegestion": "oui",
    }
    return Rows("aep_pompage", points, common("aep") | values)


def _hydrants(water: WaterSystem) -> Rows:
    hydrants = water.hydrants
    short = pd.Series(hydrants.ids).str.removeprefix("PI-")
    kind = np.where(hydrants.is_pillar, "PI", "BI").astype(object)
    bore = water.makeup.bore_mm[hydrants.main]
    values: dict[str, object] = {
        "id_gestion": hydrants.ids,
        "nom_gest": OPERATOR,
        "ref_terr": (pd.Series(kind) + " " + short).to_numpy(dtype=object),
        "type_pei": kind,
        "diam_pei": np.where(hydrants.is_pillar & (bore >= 150), 150, 100),
        "diam_cana": bore,
        "press_stat": np.full(len(hydrants), 5.0),
        "debit": np.where(bore >= 150, 90.0, 60.0),
        "disponible": np.where(hydrants.is_available, "oui", "non").astype(object),
    }
    return Rows("pei", shapely.points(hydrants.xy), values)


def _connections(water: WaterSystem, *, seed: int) -> Rows:
    rng = stream(seed, "service connections")
    connections, count = water.connections, len(water.connections)
    own = np.arange(count)
    renewed = laying_years(rng, shapely.get_coordinates(shapely.get_point(connections.line, 0)), own)
    main_year = water.makeup.year[connections.main]
    year = np.where(rng.random(count) < _RENEWED_CONNECTIONS, np.maximum(renewed, main_year), main_year)
    bore = np.select(
        [connections.meters > 8, connections.meters > 3, connections.meters > 1], [63, 50, 40], 25
    )
    points = np.cumsum(connections.meters) - connections.meters
    values = common("aep") | {
        "localisation": connections.address,
        "id_canalisation": connections.ids,
        "mode_circulation": "forcee",
        "materiau": makings("service_connections").choose(rng, year, bore, own),
        "diametre_equivalent": bore,
        "longueur_terrain": shapely.length(connections.line).round(2),
        "sensible": False,
        "noeudterminal": water.customers.ids[points],
    }
    return Rows("aep_canalisation_branchement", connections.line, values | years(year))


def _delivery_points(water: WaterSystem) -> Rows:
    customers = water.customers
    values = common("aep") | {
        "localisation": customers.address,
        "commentaire": customers.note,
        "id_noeud_reseau": customers.ids,
        "id_point_livraison": customers.ids,
        "type_usager": customers.user_type,
        "ref_client": customers.refs,
    }
    return Rows("aep_point_livraison", shapely.points(customers.xy), values)
