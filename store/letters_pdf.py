# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters and leaflets as one PDF, a page each, the address where an envelope's window shows it.

fpdf2 writes them: it is pure Python, needs neither QGIS nor a display, and embeds the letters that a text
uses of the font that comes with Regard, so that every name of Europe prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import InputError
from ..planner.informing.letters import Letter, Sender
from ..workorders.informing.rules import LetterWindow
from ..workorders.informing.spoken import spoken_day
from .whole_file import write_whole

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT = Path(__file__).resolve().parents[1] / "resources" / "fonts" / "DejaVuSans.ttf"
_FAMILY = "DejaVu"
_MARGIN_MM = 20.0
_LINE_MM = 5.2
_TEXT_PT = 10.5


def write_letters(
    path: Path, letters: Sequence[Letter], *, sender: Sender, window: LetterWindow, day: date
) -> None:
    """Write one PDF with a letter a page, or more where a text is long.

    ``InputError`` when there is no letter or the library is missing; ``Failure`` when the file cannot be
    written, which leaves what was there.
    """
    if not letters:
        raise InputError("letters.none")
    page = _document()
    for letter in letters:
        _write(page, letter, sender=sender, window=window, day=day)
    write_whole(path, bytes(page.output()))


def _document() -> FPDF:
    try:
        from fpdf import FPDF
    except ImportError as error:
        raise InputError("letters.library", reason=error) from error
    document = FPDF(format="A4", unit="mm")
    document.set_auto_page_break(auto=True, margin=_MARGIN_MM)
    document.set_margins(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    document.add_font(_FAMILY, fname=_FONT)
    document.set_title("Regard")
    return document


def _write(page: FPDF, letter: Letter, *, sender: Sender, window: LetterWindow, day: date) -> None:
    page.add_page()
    page.set_font(_FAMILY, size=_TEXT_PT)
    heading = [part for part in (sender.name, *sender.address.split(", "), sender.phone) if part]
    _lines(page, heading, x_mm=_MARGIN_MM, y_mm=_MARGIN_MM, width_mm=window.x_mm - _MARGIN_MM - 5)
    fitting = letter.address[: max(1, int(window.height_mm // _LINE_MM))]
    _lines(page, fitting, x_mm=window.x_mm, y_mm=window.y_mm, width_mm=window.width_mm)
    page.set_xy(window.x_mm, window.y_mm + window.height_mm + _LINE_MM)
    page.multi_cell(0, _LINE_MM, spoken_day(day, letter.language), new_x="LMARGIN", new_y="NEXT")
    page.ln(_LINE_MM)
    page.set_font(_FAMILY, size=_TEXT_PT + 1.5)
    page.multi_cell(0, _LINE_MM + 1, letter.subject, new_x="LMARGIN", new_y="NEXT")
    page.set_font(_FAMILY, size=_TEXT_PT)
    page.ln(_LINE_MM)
    page.multi_cell(0, _LINE_MM, letter.body, new_x="LMARGIN", new_y="NEXT")
    page.ln(_LINE_MM)
    page.set_font(_FAMILY, size=_TEXT_PT - 3)
    page.multi_cell(0, _LINE_MM, letter.reference, new_x="LMARGIN", new_y="NEXT")


def _lines(page: FPDF, lines: Sequence[str], *, x_mm: float, y_mm: float, width_mm: float) -> None:
    for number, line in enumerate(lines):
        page.set_xy(x_mm, y_mm + number * _LINE_MM)
        page.cell(width_mm, _LINE_MM, line)
