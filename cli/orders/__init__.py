# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders along their life, from the study to the closing."""
