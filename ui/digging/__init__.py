# SPDX-License-Identifier: GPL-3.0-or-later
"""The dig of the selected order, drawn on the map."""
