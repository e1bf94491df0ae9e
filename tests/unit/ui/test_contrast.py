# SPDX-License-Identifier: GPL-3.0-or-later
"""What the planning board writes can be read, on light and on dark, whoever reads: WCAG 2.1, level AA."""

import pytest
from regard.qgis_bridge.styles import palette
from regard.ui.contrast import AA, contrast, readable

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
# the grounds of QGIS's default, Blend of Gray and Night Mapping themes, with their texts
THEMES = {"light": (WHITE, BLACK), "gray": ((94, 94, 94), WHITE), "night": ((51, 51, 51), (238, 238, 238))}


def rgb(colour):
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def tinted(colour, ground, share):
    return tuple(round(share * a + (1 - share) * b) for a, b in zip(colour, ground, strict=True))


def test_ratios_are_those_of_the_standard():
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast((119, 119, 119), WHITE) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("priority", palette.PRIORITY)
@pytest.mark.parametrize("share", [0.10, 0.24])
def test_texts_of_blocks_are_read_on_their_tints(theme, priority, share):
    ground, ink = THEMES[theme]
    fill = tinted(rgb(palette.PRIORITY[priority]), ground, share)
    assert contrast(ink, fill) >= AA
    assert contrast(readable(rgb(palette.PRIORITY["P1"]), fill), fill) >= AA


def test_a_colour_that_can_be_read_stays_as_it_is():
    red = rgb(palette.PRIORITY["P1"])
    assert readable(red, WHITE) == red
    assert readable(red, (51, 51, 51)) != red


@pytest.mark.parametrize("priority", palette.PRIORITY)
def test_priorities_carry_white_texts_where_the_board_writes_on_them(priority):
    # signs of badges are large and bold: three to one (success criterion 1.4.11)
    assert contrast(rgb(palette.PRIORITY[priority]), WHITE) >= 3


@pytest.mark.parametrize("verdict", palette.MOVE)
def test_verdicts_of_moves_are_read_in_white(verdict):
    assert contrast(rgb(palette.MOVE[verdict]), WHITE) >= AA
