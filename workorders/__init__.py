# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests, orders, catalogue, criticality, deadlines, notices."""
