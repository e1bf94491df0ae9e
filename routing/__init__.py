# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads, travel times, the tour problem, its engine, its checker and its explanations."""
