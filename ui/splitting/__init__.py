# SPDX-License-Identifier: GPL-3.0-or-later
"""An order split into parts from the board or the list of orders."""
