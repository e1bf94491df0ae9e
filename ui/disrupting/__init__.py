# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens during the day: an agent leaves, an order takes longer, a road is closed."""
