# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of people and means: rest, bookings, supplies, subcontractors, the skills of a zone."""
