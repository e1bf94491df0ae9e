# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans of tours, the running day, and why an order is not planned."""
