# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed back when work is done: its forms, the checks of it, corrections, learning from actuals."""
