#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep the translations in step with the code: extract the English texts, compile what is translated.

The texts are the literals of ``tr()``, those of the forms, the templates of ``resources/messages.yaml``, and
the help of the command line: what its commands say of themselves, of their arguments and options.
``i18n/regard_fr.ts`` is what translators edit: their work is kept, texts that are gone are dropped, new ones
are marked unfinished. ``i18n/regard_fr.qm`` is what Qt reads; it is made by Qt's ``lrelease``.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
CONTEXT = "regard"
LANGUAGE = "fr"
CATALOGUE = ROOT / "i18n" / f"regard_{LANGUAGE}.ts"
MESSAGES = "resources/messages.yaml"
LRELEASE = ("lrelease", "/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease")


def source_texts(root: Path) -> dict[str, list[str]]:
    """Return every English text with the files that hold it, in the order in which they are met."""
    found: dict[str, list[str]] = {}
    for path, text in _all_texts(root):
        places = found.setdefault(text, [])
        if path not in places:
            places.append(path)
    return found


def _all_texts(root: Path) -> Iterator[tuple[str, str]]:
    templates = yaml.safe_load((root / MESSAGES).read_text(encoding="utf-8"))
    yield from ((MESSAGES, template) for template in templates.values())
    modules = [*root.glob("plugin.py"), *_files(root, "*.py")]
    for path in modules:
        name = path.relative_to(root).as_posix()
        yield from ((name, text) for text in _tr_literals(ast.parse(path.read_text(encoding="utf-8"))))
    for path in sorted((root / "cli").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from ((name, text) for text in _help_texts(tree) if text)
    for path in _files(root, "*.ui"):
        name = path.relative_to(root).as_posix()
        strings = (node for node in ET.parse(path).iter("string") if node.get("notr") != "true")
        yield from ((name, node.text) for node in strings if node.text)


def _files(root: Path, pattern: str) -> list[Path]:
    return [path for folder in ("ui", "qgis_bridge") for path in sorted((root / folder).rglob(pattern))]


def _tr_literals(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            if name == "tr" and isinstance(node.args[0].value, str):
                yield node.args[0].value


def _help_texts(tree: ast.Module) -> Iterator[str]:
    """Yield the ``help`` of groups, arguments and options, and the docstrings of what is made a command."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "help" and isinstance(node.value, ast.Constant):
            yield node.value.value
        elif isinstance(node, ast.FunctionDef) and _may_be_command(node):
            yield ast.get_docstring(node) or ""


def _may_be_command(node: ast.FunctionDef) -> bool:
    """Tell whether a function is given the session, or the context of all commands, and returns nothing."""
    first = node.args.args[0].arg if node.args.args else ""
    returns_nothing = isinstance(node.returns, ast.Constant) and node.returns.value is None
    return first == "ctx" or (first == "session" and returns_nothing and not node.name.startswith("_"))


def read_translations(catalogue: Path) -> dict[str, str]:
    """Return the translations that a ``.ts`` file holds, by English text."""
    if not catalogue.exists():
        return {}
    entries = ET.parse(catalogue).iter("message")
    pairs = ((entry.findtext("source", ""), entry.findtext("translation", "")) for entry in entries)
    return {source: translation for source, translation in pairs if translation}


def catalogue_text(texts: dict[str, list[str]], translations: dict[str, str]) -> str:
    """Return a ``.ts`` file with all the texts, and the translations that there are."""
    root = ET.Element("TS", version="2.1", language=LANGUAGE, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source, places in texts.items():
        message = ET.SubElement(context, "message")
        for place in places:
            ET.SubElement(message, "location", filename=f"../{place}")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = translations.get(source)
        if translation.text is None:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def compile_catalogue(catalogue: Path) -> None:
    """Make the ``.qm`` file that Qt reads, beside the ``.ts``."""
    tool = next(filter(None, map(shutil.which, LRELEASE)), None)
    if tool is None:
        sys.exit("error: lrelease was not found; it is in the package qttools5-dev-tools")
    subprocess.run([tool, "-silent", catalogue, "-qm", catalogue.with_suffix(".qm")], check=True)


def main() -> None:
    """Update the catalogue, compile it, and say what is left to translate."""
    texts = source_texts(ROOT)
    translations = read_translations(CATALOGUE)
    CATALOGUE.write_text(catalogue_text(texts, translations), encoding="utf-8")
    compile_catalogue(CATALOGUE)
    missing = [text for text in texts if text not in translations]
    print(f"{CATALOGUE.relative_to(ROOT)}: {len(texts)} texts, {len(missing)} to translate")
    for text in missing:
        print(f"  {text}")


if __name__ == "__main__":
    main()
