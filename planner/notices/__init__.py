# SPDX-License-Identifier: GPL-3.0-or-later
"""Digging legally: consultations, pre-filled forms, the clock of notices, roads, dossiers."""
