# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration town, generated from an OpenStreetMap extract."""
