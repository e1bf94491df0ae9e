# SPDX-License-Identifier: GPL-3.0-or-later
"""The asset base: roles, standards, graph, isolation, sewer traces, third-party conflicts."""
