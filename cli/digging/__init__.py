# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices, their answers and the dossiers of digs."""
