# SPDX-License-Identifier: GPL-3.0-or-later
"""From the call to the order: what is asked, where it is, how urgent, and which steps follow."""
