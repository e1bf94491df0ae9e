# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of assets written into the tables of a layout: what they would do, what speaks against them."""
