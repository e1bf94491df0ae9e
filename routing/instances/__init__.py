# SPDX-License-Identifier: GPL-3.0-or-later
"""Instance files of published benchmarks, read into the tour problem; each format is one module."""
