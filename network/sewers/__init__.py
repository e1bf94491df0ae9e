# SPDX-License-Identifier: GPL-3.0-or-later
"""The sewer network: which way it flows, and what lies upstream and downstream."""
