# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is told what about an order, and what the field says back."""
