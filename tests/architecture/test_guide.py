# SPDX-License-Identifier: GPL-3.0-or-later
"""The user guide: the same pages in both languages, one for each dock, every link and command there is."""

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from regard.cli.main import _commands

LANGUAGES = ("en", "fr")
PERSONAS = {"index", "dispatcher", "gis_technician", "manager", "administrator"}


class Page(HTMLParser):
    """Gathers links, pictures and headings."""

    def __init__(self, path):
        super().__init__()
        self.links, self.pictures, self.headings = [], [], []
        self.language = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "html":
            self.language = given["lang"]
        elif tag == "a":
            self.links.append(given["href"])
        elif tag == "img":
            self.pictures.append((given["src"], given["alt"]))
        elif tag == "h1":
            self.headings.append(tag)


@pytest.fixture(scope="module")
def pages(root, tmp_path_factory):
    """Return the pages as they are shipped, by their files."""
    folder = tmp_path_factory.mktemp("guide") / "guide"
    subprocess.run([sys.executable, root / "scripts" / "guide.py", folder], check=True, capture_output=True)
    return {path: Page(path) for path in sorted(folder.glob("*/*.html"))}


def stems(pages, language):
    return {path.stem for path in pages if path.parent.name == language}


def names(page):
    return [source.rpartition("/")[2] for source, _ in page.pictures]


def test_the_pictures_of_a_page_speak_its_language(pages):
    assert any(page.pictures for page in pages.values())
    for path, page in pages.items():
        folder = "../images/fr/" if path.parent.name == "fr" else "../images/"
        assert [source for source, _ in page.pictures] == [folder + name for name in names(page)], path


def test_pictures_in_french_are_others_than_those_in_english(root):
    folder = root / "docs" / "images"
    french = sorted((folder / "fr").glob("*.png"))
    assert french
    same = [one.name for one in french if one.read_bytes() == (folder / one.name).read_bytes()]
    assert same == []


def test_both_languages_have_the_same_pages_and_pictures(pages):
    assert stems(pages, "en") == stems(pages, "fr") >= PERSONAS
    for path, page in pages.items():
        (language,) = set(LANGUAGES) - {path.parent.name}
        other = pages[path.parent.parent / language / path.name]
        assert names(page) == names(other), path
        assert page.language == path.parent.name
        assert len(page.headings) == 1, path


def test_every_dock_has_a_page(root, pages):
    sources = "".join(path.read_text(encoding="utf-8") for path in (root / "ui").rglob("*.py"))
    docks = {name.lower() for name in re.findall(r'"Regard(\w+)Dock"', sources)}
    assert len(docks) >= 11
    for language in LANGUAGES:
        assert docks - stems(pages, language) == set()


def test_every_link_and_picture_is_there_and_every_page_is_reached(pages):
    for path, page in pages.items():
        for link in page.links:
            assert (path.parent / link).resolve() in pages, f"{path.parent.name}/{path.name}: {link}"
        for picture, text in page.pictures:
            assert (path.parent / picture).is_file(), f"{path.name}: {picture}"
            assert text
    for language in LANGUAGES:
        first = next(path for path in pages if path.stem == "index" and path.parent.name == language)
        reached = {(first.parent / link).resolve().stem for link in pages[first].links}
        assert reached | {"index"} == stems(pages, language)


def commands_in(root):
    for path in sorted((root / "docs" / "guide").glob("*/*.md")):
        for text in re.findall(
            r"(?:`|^)regard ([a-z][^`\n]*)", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            yield f"{path.parent.name}/{path.name}", text


def test_every_command_of_the_guide_exists_with_its_options(root):
    found = list(commands_in(root))
    assert len(found) >= 16
    for where, text in found:
        command, words = _commands(""), text.split()
        while words and not words[0].startswith("--") and getattr(command, "commands", None):
            assert words[0] in command.commands, f"{where}: regard {text}"
            command = command.commands[words.pop(0)]
        known = {option for one in command.params for option in one.opts} | {"--help"}
        asked = {word for word in words if word.startswith("--")}
        assert asked <= known, f"{where}: regard {text}"


def test_the_pages_ask_nothing_of_the_network(pages):
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    outside = set(re.findall(r'(?:src|href)="(https?:[^"]*)', text))
    assert outside == set()
