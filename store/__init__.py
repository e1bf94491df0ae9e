# SPDX-License-Identifier: GPL-3.0-or-later
"""The workspace: GeoPackage or PostGIS behind one interface."""
