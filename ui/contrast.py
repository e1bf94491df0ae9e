# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours that can be read on their ground: contrast of WCAG 2.1, criterion 1.4.3. Free of Qt."""

from __future__ import annotations

from functools import lru_cache

# of normal text, level AA
AA = 4.5

Rgb = tuple[int, int, int]


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=256)
def readable(colour: Rgb, ground: Rgb, least: float = AA) -> Rgb:
    """Return a colour, mixed with white or black only as far as it takes to be read on a ground."""
    end = (255, 255, 255) if contrast((255, 255, 255), ground) > contrast((0, 0, 0), ground) else (0, 0, 0)
    for share in range(0, 101, 5):
        mixed = _mixed(end, colour, share / 100)
        if contrast(mixed, ground) >= least:
            return mixed
    return end


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(share * a + (1 - share) * b) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
