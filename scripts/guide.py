#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the user guide into HTML that a browser shows without the internet.

Usage: guide.py [FOLDER] (default: ``resources/guide``, where the plugin looks for it). Written are a folder
for each language and ``images`` with the pictures that pages show.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "docs" / "guide"
GUIDE = ROOT / "resources" / "guide"
_PICTURE = re.compile(r"\.\./\.\./images/((?:fr/)?[\w.-]+)")
_PAGE = re.compile(r'href="([\w-]+)\.md"')
_STYLE = """body { font: 16px/1.5 sans-serif; max-width: 52rem; margin: 1.5rem auto; padding: 0 1rem;
color: #1a1a1a; background: #fff } a { color: #0b5cad } img { max-width: 100%; border: 1px solid #ccc }
pre { background: #f2f2f2; padding: .7rem; overflow-x: auto } code { font-size: .92em }
table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left }
@media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #1e1e1e } a { color: #7db8ff }
pre { background: #2b2b2b } }"""


def build(folder: Path, *, source: Path = SOURCE) -> list[Path]:
    """Write every page and picture into ``folder``, which is replaced, and return the files."""
    shutil.rmtree(folder, ignore_errors=True)
    read = MarkdownIt("commonmark", {"html": False}).enable("table")
    made, pictures = [], set()
    for page in sorted(source.glob("*/*.md")):
        text = page.read_text(encoding="utf-8")
        pictures.update(_PICTURE.findall(text))
        body = read.render(_PICTURE.sub(r"../images/\1", text))
        target = folder / page.parent.name / f"{page.stem}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_document(body, text, page.parent.name), encoding="utf-8")
        made.append(target)
    (folder / "images" / "fr").mkdir(parents=True)
    own, theirs = folder / "images", source.parent / "images"
    return made + [Path(shutil.copyfile(theirs / name, own / name)) for name in sorted(pictures)]


def _document(body: str, text: str, language: str) -> str:
    title = text.partition("\n")[0].lstrip("# ")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8"><title>{title}</title>\n'
        f"<style>{_STYLE}</style></head>\n<body>\n{_PAGE.sub(_to_html, body)}</body>\n</html>\n"
    )


def _to_html(found: re.Match[str]) -> str:
    return f'href="{found[1]}.html"'


if __name__ == "__main__":
    print(f"{len(build(Path(sys.argv[1]) if len(sys.argv) > 1 else GUIDE))} files")
