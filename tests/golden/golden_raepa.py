# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network in the tables of RAEPA v1.2, with DBF types; the same answers hold.

RAEPA has no state of a valve and no customers: service connections stand for them.
"""

import importlib.util
from pathlib import Path

import geopandas as gpd
import pandas as pd
from shapely.geometry import Point

_MATERIALS = {"fd": "11", "fg": "12", "amci": "02", "pvc": "27", "pehd": "18", "gres": "13"}
_FOUND = {"MOUVRAGE": "Valmont", "GEXPLOIT": "Régie", "DATEMAJ": "20260105", "SOURMAJ": "SIG"}


def _golden():
    path = Path(__file__).with_name("golden_network.py")
    spec = importlib.util.spec_from_file_location("golden_network_of_raepa", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def raepa_tables():
    """Return the golden network as RAEPA tables by name."""
    stareau = _golden().golden_tables()
    return {
        "RAEPA_CANALAEP_L": pd.concat(
            [
                _pipes(stareau["aep_canalisation"], branch="N"),
                _pipes(stareau["aep_canalisation_branchement"], branch="O"),
            ],
            ignore_index=True,
        ),
        "RAEPA_APPARAEP_P": pd.concat(
            [
                _points(stareau["aep_vanne"], "id_aep_vanne", "IDAPPAREIL", FNAPPAEP="03", DIAMETRE=100),
                _points(stareau["pei"], "id_gestion", "IDAPPAREIL", FNAPPAEP="06", DIAMETRE=100),
            ],
            ignore_index=True,
        ),
        "RAEPA_OUVRAEP_P": _points(stareau["aep_reservoir"], "id_aep_reservoir", "IDOUVRAGE", FNOUVAEP="03"),
        "RAEPA_CANALASS_L": _pipes(stareau["ass_canalisation"], branch="N").assign(
            TYPRESEAU="02", MODECIRC="01", SENSECOUL="1"
        ),
        "RAEPA_OUVRASS_P": pd.concat(
            [
                _points(stareau["ass_regard"], "id_ass_regard", "IDOUVRAGE", FNOUVASS="06", TYPRESEAU="02"),
                _points(stareau["ass_pompage"], "id_ass_pompage", "IDOUVRAGE", FNOUVASS="01", TYPRESEAU="02"),
            ],
            ignore_index=True,
        ),
    }


def write_shapefiles(folder):
    """Write the RAEPA tables as shapefiles and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in raepa_tables().items():
        table.to_file(folder / f"{name}.shp", engine="pyogrio", ENCODING="UTF-8")
    return folder


def write_geopackage(path):
    """Write the RAEPA tables as a GeoPackage, in lower case, and return its path."""
    path.unlink(missing_ok=True)
    for name, table in raepa_tables().items():
        lower = table.rename(columns={column: column.lower() for column in table.columns})
        lower.to_file(path, layer=name.lower(), driver="GPKG", engine="pyogrio", VERSION="1.3")
    return path


def _pipes(table, *, branch):
    columns = {
        "IDCANA": table["id_canalisation"],
        **_FOUND,
        "ENSERVICE": "O",
        "BRANCHEMNT": branch,
        "MATERIAU": table["materiau"].map(_MATERIALS),
        "DIAMETRE": table["diametre_equivalent"].astype(int),
        "ANFINPOSE": table.get("an_pose_sup", "2003"),
        "IDNINI": table.get("noeudinitial", ""),
        "IDNTERM": table.get("noeudterminal", ""),
        "LONGCANA": table.geometry.length.round().astype(int),
    }
    return gpd.GeoDataFrame(columns, geometry=table.geometry, crs=table.crs)


def _points(table, source, target, **codes):
    columns = {
        target: table[source],
        "X": table.geometry.x,
        "Y": table.geometry.y,
        **_FOUND,
        **codes,
    }
    geometry = [Point(place.x, place.y) for place in table.geometry]
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=table.crs)
