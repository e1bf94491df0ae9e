# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour problem: who works, what is to be done, what counts how much."""
