# SPDX-License-Identifier: GPL-3.0-or-later
"""What the columns that Regard asks a layer for are called in the wizard."""

from __future__ import annotations

from ...qgis_bridge.messages import tr


def column_names() -> dict[str, str]:
    """Return the columns by their keys in ``network.assets.roles``, in the user's language."""
    return {
        "asset_id": tr("Number of the asset"),
        "material": tr("Material"),
        "diameter_mm": tr("Diameter (mm)"),
        "laid_year": tr("Year laid"),
        "in_service": tr("In service (yes or no)"),
        "from_node": tr("First node"),
        "to_node": tr("Last node"),
        "is_open": tr("Open (yes or no)"),
        "is_stuck": tr("Stuck (yes or no)"),
        "label": tr("Name or type"),
        "kind": tr("Kind of the object"),
        "customer_ref": tr("Customer's reference"),
        "user_type": tr("Type of user"),
        "is_sensitive": tr("Sensitive (yes or no)"),
        "address": tr("Address"),
        "serial": tr("Serial number"),
        "delivery_point_id": tr("Number of the delivery point"),
        "invert_up_m": tr("Invert at the first end (m)"),
        "invert_down_m": tr("Invert at the last end (m)"),
        "flow": tr("Direction of flow"),
        "is_forced": tr("Under pressure (yes or no)"),
        "node_id": tr("Number of the node"),
        "cover_level_m": tr("Level of the cover (m)"),
        "invert_level_m": tr("Level of the invert (m)"),
        "network_type": tr("Type of network"),
        "operator": tr("Operator"),
        "emergency_phone": tr("Emergency number"),
        "accuracy_class": tr("Accuracy class (A, B, C)"),
        "is_rigid": tr("Rigid (yes or no)"),
        "depth_m": tr("Depth (m)"),
    }
