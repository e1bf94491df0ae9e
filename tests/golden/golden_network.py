# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the golden network: a small water, sewer and third-party network whose answers are known by hand.

Everything is fictional, in EPSG:2154, in the tables of StaR-Eau V2024. As a script it writes a GeoPackage:
``python tests/golden/golden_network.py golden.gpkg``.
"""

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import LineString, Point

CRS = "EPSG:2154"

WATER_NODES = {
    "R": (687000, 6924000),
    "A": (687200, 6924000),
    "B": (687400, 6924000),
    "C": (687600, 6924000),
    "D": (687600, 6924150),
    "E": (687400, 6924150),
    "F": (687200, 6924150),
    "G": (687800, 6924000),
}
# id, from, to, diameter (mm), StaR-Eau material, laid, customers between two positions (m)
PIPES = [
    ("P01", "R", "A", 200, "fd", 1998, 0, 0, 200),
    ("P02", "A", "B", 150, "fg", 1955, 16, 8, 192),
    ("P03", "B", "C", 150, "amci", 1968, 14, 8, 195),
    ("P04", "C", "D", 100, "fd", 2003, 11, 8, 145),
    ("P05", "D", "E", 100, "fd", 2003, 12, 5, 195),
    ("P06", "E", "F", 100, "pvc", 1987, 15, 8, 195),
    ("P07", "F", "A", 100, "fd", 2001, 8, 5, 140),
    ("P08", "B", "E", 60, "pehd", 2010, 4, 20, 140),
    ("P09", "C", "G", 80, "pvc", 1991, 9, 10, 190),
]
VALVES = {
    "V1": ("P01", 195),
    "V2": ("P02", 5),
    "V3": ("P02", 195),
    "V4": ("P03", 5),
    "V5": ("P04", 5),
    "V6": ("P08", 5),
    "V7": ("P07", 145),
    "V8": ("P06", 5),
}
LEAK = (687520, 6924000)
HYDRANT = ("PI-014", (687700, 6924000))
DIALYSIS = "PL-P09-03"
CONNECTION_M = 8.0

SEWER_NODES = {
    "R01": (687867, 6923900),
    "R02": (687909, 6923900),
    "R03": (687947, 6923900),
    "R04": (687998, 6923900),
    "PR1": (688045, 6923900),
    "R10": (687947, 6923960),
    "R11": (687947, 6923995),
    "R12": (687998, 6923944),
}
SEWERS = [
    ("E1", "R01", "R02"),
    ("E2", "R02", "R03"),
    ("E3", "R03", "R04"),
    ("E4", "R04", "PR1"),
    ("E5", "R10", "R03"),
    ("E6", "R11", "R10"),
    ("E7", "R12", "R04"),
]
# id, PCRS code, label, operator, phone, offset from P03 (m), class
THIRD_PARTY = [
    ("TP-GAZ", "GAZ", "GAZ PE63", "Gaz de Valmont", "0800000001", 1.2, "A"),
    ("TP-HTA", "ELECHT", "HTA", "Électricité de Valmont", "0800000002", 3.2, "B"),
    ("TP-TEL", "COM", "TEL", "Télécom de Valmont", "0800000003", 6.0, "C"),
    ("TP-ECL", "ELECECL", "Éclairage public", "Ville de Valmont", "0800000004", 9.5, "A"),
]


def golden_tables():
    """Return the golden network as tables by name."""
    return {**_water(), **_sewer(), "third_party": _third_party()}


def write_golden_network(path):
    """Write the golden network as a GeoPackage 1.3 and return its path."""
    path = Path(path)
    path.unlink(missing_ok=True)
    for name, table in golden_tables().items():
        table.to_file(path, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    return path


def water_line(pipe):
    """Return the geometry of a golden water pipe."""
    _, start, end, *_ = next(row for row in PIPES if row[0] == pipe)
    return LineString([WATER_NODES[start], WATER_NODES[end]])


def _table(rows):
    frame = pd.DataFrame(rows)
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=list(frame["geometry"]), crs=CRS)


def _water():
    pipes = [
        {
            "id_canalisation": pipe,
            "materiau": material,
            "diametre_equivalent": diameter_mm,
            "noeudinitial": start,
            "noeudterminal": end,
            "an_pose_sup": str(year),
            "etat_service": "en_service",
            "geometry": water_line(pipe),
        }
        for pipe, start, end, diameter_mm, material, year, *_ in PIPES
    ]
    valves = [
        {
            "id_aep_vanne": valve,
            "etat_ouverture": "ouverte",
            "blocage": "non",
            "diametre": 100.0,
            "etat_service": "en_service",
            "geometry": water_line(pipe).interpolate(position_m),
        }
        for valve, (pipe, position_m) in VALVES.items()
    ]
    hydrant, xy = HYDRANT
    connections, deliveries = zip(*_customers(), strict=True)
    return {
        "aep_canalisation": _table(pipes),
        "aep_vanne": _table(valves),
        "pei": _table([{"id_gestion": hydrant, "ref_terr": "14", "disponible": True, "geometry": Point(xy)}]),
        "aep_reservoir": _table(
            [{"id_aep_reservoir": "RES-1", "nom_usuel": "Valmont", "geometry": Point(WATER_NODES["R"])}]
        ),
        "aep_canalisation_branchement": _table(connections),
        "aep_point_livraison": _table(deliveries),
    }


def _customers():
    """Return every connection with the delivery point at its far end, evenly spaced along the mains."""
    for pipe, *_, count, first_m, last_m in PIPES:
        side = shapely.offset_curve(water_line(pipe), CONNECTION_M)
        for number in range(1, count + 1):
            position_m = first_m + (last_m - first_m) * (number - 0.5) / count
            tap = water_line(pipe).interpolate(position_m)
            customer = side.interpolate(side.project(tap))
            name = f"{pipe}-{number:02}"
            connection = {"id_canalisation": f"BR-{name}", "etat_service": "en_service"}
            connection |= {
                "materiau": "pehd",
                "diametre_equivalent": 25,
                "geometry": LineString([tap, customer]),
            }
            delivery = {"id_point_livraison": f"PL-{name}", "ref_client": f"C-{name}"}
            delivery["type_usager"] = "medical" if f"PL-{name}" == DIALYSIS else "domestique"
            yield connection, delivery | {"localisation": f"{number} rue {pipe}", "geometry": customer}


def _sewer():
    pipes = [
        {
            "id_canalisation": pipe,
            "type_reseau": "assaeu",
            "materiau": "gres",
            "diametre_equivalent": 200,
            "noeudinitial": start,
            "noeudterminal": end,
            "geometry": LineString([SEWER_NODES[start], SEWER_NODES[end]]),
        }
        for pipe, start, end in SEWERS
    ]
    manholes = [
        {"id_ass_regard": name, "id_noeud_reseau": name, "z_tampon": 60.0, "geometry": Point(xy)}
        for name, xy in SEWER_NODES.items()
        if name != "PR1"
    ]
    pump = {"id_ass_pompage": "PR1", "id_noeud_reseau": "PR1", "nom_usuel": "Poste du Moulin"}
    return {
        "ass_canalisation": _table(pipes),
        "ass_regard": _table(manholes),
        "ass_pompage": _table([pump | {"geometry": Point(SEWER_NODES["PR1"])}]),
    }


def _third_party():
    return _table(
        [
            {
                "asset_id": name,
                "network_type": code,
                "label": label,
                "operator": operator,
                "emergency_phone": phone,
                "accuracy_class": accuracy_class,
                "is_rigid": False,
                "geometry": shapely.offset_curve(water_line("P03"), offset_m),
            }
            for name, code, label, operator, phone, offset_m, accuracy_class in THIRD_PARTY
        ]
    )


if __name__ == "__main__":
    write_golden_network(sys.argv[1])
