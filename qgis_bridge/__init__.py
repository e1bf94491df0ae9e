# SPDX-License-Identifier: GPL-3.0-or-later
"""The only place outside ui/ that imports qgis: layers, tasks, Processing, project, pictures."""
