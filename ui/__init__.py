# SPDX-License-Identifier: GPL-3.0-or-later
"""Docks, item models and controllers of the QGIS plugin."""
