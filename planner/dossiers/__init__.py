# SPDX-License-Identifier: GPL-3.0-or-later
"""The dossier that a crew takes to a dig: facts, dangers, completeness, sheet."""
