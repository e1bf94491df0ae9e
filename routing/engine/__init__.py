# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine: ruin and recreate, compiled."""
