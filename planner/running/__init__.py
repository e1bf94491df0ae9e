# SPDX-License-Identifier: GPL-3.0-or-later
"""The running day: emergencies, appointments, moves by hand, and the rest of a day planned again."""
