# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year's load: forecast, objectives, capacity month by month, and levelling."""
