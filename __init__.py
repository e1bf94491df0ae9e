# SPDX-License-Identifier: GPL-3.0-or-later
"""Regard: plan the interventions of a water and sewer service on the map."""


def classFactory(iface: object) -> object:
    """Build the QGIS plugin; called by QGIS with its interface."""
    from .plugin import RegardPlugin

    return RegardPlugin(iface)
