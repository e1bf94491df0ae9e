# SPDX-License-Identifier: GPL-3.0-or-later
"""One search over everything, in QGIS's own box (Ctrl+K)."""
