# SPDX-License-Identifier: GPL-3.0-or-later
"""What surrounds a place: the asset, the cut, the customers and the networks of others."""
