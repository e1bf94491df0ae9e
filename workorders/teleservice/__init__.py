# SPDX-License-Identifier: GPL-3.0-or-later
"""Exchange with the national teleservice of notices (DT, DICT, ATU): consultations in, filled forms out."""
