# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes back from the field: files taken in, what is wrong sent back, what was not taken in."""
