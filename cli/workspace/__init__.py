# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workspace is made of: made, filled, searched, judged by rules."""
