# SPDX-License-Identifier: GPL-3.0-or-later
"""Which layers a workspace shows, in which group and order, and how each is styled: declared once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from .messages import tr
from .styles import cuts, orders, sewer, surroundings, water

# the latest plan is the one in force; {0} stands for the table of plans
CURRENT_PLAN = '"plan_id" = (SELECT "plan_id" FROM {0} ORDER BY "created_at" DESC LIMIT 1)'


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """One layer: ``key`` names it for us, ``table`` is where it lies, ``where`` limits its rows.

    ``style`` is None for the layers that are drawn by agent.
    """

    key: str
    table: str
    group: str
    style: Callable[[QgsVectorLayer], None] | None
    where: str = ""


# from the top of the map to the bottom
LAYERS: tuple[LayerSpec, ...] = (
    LayerSpec("stops", "plan_stop", "tours", None, CURRENT_PLAN),
    LayerSpec("orders", "work_order", "tours", orders.style_orders),
    LayerSpec("agents", "agent", "tours", None),
    LayerSpec("tours", "plan_tour", "tours", None, CURRENT_PLAN),
    LayerSpec("valves_to_close", "aep_vanne", "cuts", cuts.style_valves_to_close),
    LayerSpec("outages", "outage", "cuts", cuts.style_outages),
    LayerSpec("footprints", "footprint", "cuts", cuts.style_footprints),
    LayerSpec("conflicts", "conflict", "third_parties", cuts.style_conflicts),
    LayerSpec("answered", "answered_network", "third_parties", surroundings.style_third_parties),
    LayerSpec("third_parties", "third_party", "third_parties", surroundings.style_third_parties),
    LayerSpec("hydrants", "pei", "water", water.style_hydrants),
    LayerSpec("valves", "aep_vanne", "water", water.style_valves),
    LayerSpec("reservoirs", "aep_reservoir", "water", water.style_reservoirs),
    LayerSpec("water_pumps", "aep_pompage", "water", water.style_stations),
    LayerSpec("intakes", "aep_captage", "water", water.style_stations),
    LayerSpec("treatment", "aep_traitement", "water", water.style_stations),
    LayerSpec("delivery_points", "aep_point_livraison", "water", water.style_delivery_points),
    LayerSpec("water_pipes", "aep_canalisation", "water", water.style_water_pipes),
    LayerSpec("service_pipes", "aep_canalisation_branchement", "water", water.style_service_pipes),
    LayerSpec("sewer_pumps", "ass_pompage", "sewer", sewer.style_sewer_stations),
    LayerSpec("outfalls", "ass_exutoire", "sewer", sewer.style_outfalls),
    LayerSpec("manholes", "ass_regard", "sewer", sewer.style_manholes),
    LayerSpec("gullies", "ass_engouffrement_point", "sewer", sewer.style_gullies),
    LayerSpec("sewer_pipes", "ass_canalisation", "sewer", sewer.style_sewer_pipes),
    LayerSpec("sewer_connections", "ass_canalisation_branchement", "sewer", sewer.style_sewer_connections),
    LayerSpec("zones", "zone", "background", surroundings.style_zones),
    LayerSpec("roads", "road_edge", "background", surroundings.style_roads),
    LayerSpec("buildings", "building", "background", surroundings.style_buildings),
    LayerSpec("sea", "sea", "background", surroundings.style_sea),
)

# what opens unfolded in the legend
EXPANDED_GROUPS = frozenset({"tours"})
EXPANDED_LAYERS = frozenset({"orders", "tours"})
# no command of the day writes them: they are not drawn again after each
STILL_LAYERS = frozenset({"roads", "buildings", "sea"})
# whole lines: the window shows the part near the selected dig instead
HIDDEN_LAYERS = frozenset({"conflicts"})


def group_titles() -> dict[str, str]:
    """Return the groups' names in the user's language, from the top to the bottom."""
    return {
        "tours": tr("Orders and tours"),
        "cuts": tr("Cuts and excavations"),
        "third_parties": tr("Third-party networks"),
        "water": tr("Drinking water"),
        "sewer": tr("Sewer"),
        "background": tr("Background"),
    }


def layer_titles() -> dict[str, str]:
    """Return the layers' names in the user's language."""
    return {
        "stops": tr("Stops"),
        "orders": tr("Orders"),
        "agents": tr("Where agents start"),
        "tours": tr("Tours"),
        "valves_to_close": tr("Valves to close"),
        "outages": tr("Mains cut off"),
        "footprints": tr("Excavations"),
        "conflicts": tr("Networks near the digs"),
        "answered": tr("Networks that operators answered with"),
        "third_parties": tr("Networks of other operators"),
        "hydrants": tr("Fire hydrants"),
        "valves": tr("Valves"),
        "reservoirs": tr("Reservoirs"),
        "water_pumps": tr("Water pumping stations"),
        "intakes": tr("Intakes"),
        "treatment": tr("Treatment plants"),
        "delivery_points": tr("Delivery points"),
        "water_pipes": tr("Mains"),
        "service_pipes": tr("Service connections"),
        "sewer_pumps": tr("Sewage pumping stations"),
        "outfalls": tr("Outfalls"),
        "manholes": tr("Manholes"),
        "gullies": tr("Gullies"),
        "sewer_pipes": tr("Sewers"),
        "sewer_connections": tr("Sewer connections"),
        "zones": tr("Zones"),
        "roads": tr("Roads"),
        "buildings": tr("Buildings"),
        "sea": tr("Sea"),
    }
