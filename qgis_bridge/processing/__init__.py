# SPDX-License-Identifier: GPL-3.0-or-later
"""The use cases as Processing algorithms: in the toolbox, in models, and through ``qgis_process``."""
