# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a visit is not planned, and what would make it fit."""
