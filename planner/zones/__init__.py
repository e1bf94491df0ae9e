# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours of separate zones, solved side by side: in processes of this machine or on a cluster."""
