# SPDX-License-Identifier: GPL-3.0-or-later
"""The page for managers in a browser: it renders, the map moves, the filters filter, all can use it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

SERIOUS = ("serious", "critical")
NBSP = "\u00a0"


def value(page, code):
    return page.locator(f"#card-{code} .value").inner_text()


def view(page):
    return [float(part) for part in page.locator("#map").get_attribute("viewBox").split()]


def test_the_page_shows_at_most_eight_figures_with_their_sentences(report):
    page = report().page
    assert page.locator(".card").count() == 8
    assert value(page, "completion_rate") == f"88.5{NBSP}%"
    assert "main cause: customer absent 5/12" in page.locator("#card-completion_rate .sentence").inner_text()
    assert "target missed" in page.locator("#card-completion_rate .state").inner_text()
    assert "target met" in page.locator("#card-planning_rate_hours .state").inner_text()
    page.locator("#card-completion_rate summary").click()
    assert (
        "planned_done_orders / planned_orders * 100"
        in page.locator("#card-completion_rate code").inner_text()
    )


def test_a_week_that_still_runs_is_not_judged_whatever_is_filtered(report):
    page = report(now="2026-06-03 10:00").page
    assert "not over yet" in page.locator("#not-over").inner_text()
    for zone in ("Z1", "Z2", ""):
        page.select_option("#zone", zone)
        for mark in page.locator(".card .mark").all():
            assert "target" not in mark.inner_text()
        assert "not over yet" in page.locator("#card-planning_rate_hours .mark").inner_text()
        assert page.locator(".state.good, .state.bad").count() == 0
    assert report().page.locator("#not-over").count() == 0


def test_nothing_goes_wrong_and_nothing_is_fetched(report):
    opened = report()
    opened.page.wait_for_timeout(300)
    assert opened.errors == []
    assert [url for url in opened.asked if not url.startswith("file://")] == []
    assert len(opened.asked) == 1


def test_filters_filter_and_can_be_taken_back(report):
    page = report().page
    before = value(page, "intervention_rate")
    page.select_option("#zone", "Z1")
    one = value(page, "intervention_rate")
    page.select_option("#zone", "Z2")
    assert len({before, one, value(page, "intervention_rate")}) == 3
    assert page.locator("#told").inner_text() == "Figures of: Z2"
    page.select_option("#type", "AEP-CPT-REM")
    assert value(page, "intervention_rate") == "n/a"
    assert value(page, "completion_rate") != "n/a"
    page.click("#reset")
    assert value(page, "intervention_rate") == before
    assert page.locator("#told").inner_text() == ""


def test_the_map_moves_zooms_and_chooses_a_zone(report):
    page = report().page
    page.locator("#map").scroll_into_view_if_needed()
    start = view(page)
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y + 30, steps=4)
    page.mouse.up()
    moved = view(page)
    assert moved[0] < start[0]
    assert moved[1] < start[1]
    assert page.locator("#zone").input_value() == "", "dragging is no click"
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(100)
    assert view(page)[2] < moved[2]
    page.click("#whole")
    assert view(page) == start
    page.click("#in")
    assert view(page)[2] < start[2]
    page.click("#whole")
    page.mouse.click(x, y)
    assert page.locator("#zone").input_value() == "Z1"
    assert page.locator("#map path.chosen").get_attribute("aria-label") == "Z1"


def test_the_map_is_usable_by_keyboard(report):
    page = report().page
    page.locator("#map path").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator("#zone").input_value() == "Z2"
    start = view(page)
    page.keyboard.press("ArrowRight")
    assert view(page)[0] > start[0]
    page.keyboard.press("+")
    assert view(page)[2] < start[2]


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fr", "dark")])
def test_axe_finds_no_serious_fault(report, language, scheme):
    page = report(language=language, scheme=scheme).page
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS] == []


def test_the_page_speaks_french_and_has_no_english_left(report):
    page = report(language="fr").page
    assert page.locator("html").get_attribute("lang") == "fr"
    text = page.locator("body").inner_text()
    assert f"88,5{NBSP}%" in text
    assert "première cause : client absent 5/12" in text
    assert not re.search(r"\b(target|week|sector|trend|before|reckoned)\b", text, flags=re.IGNORECASE)


def test_it_prints_to_one_or_two_sheets(report, tmp_path):
    page = report().page
    path = tmp_path / "week.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    from pypdf import PdfReader

    sheets = PdfReader(path).pages
    assert 1 <= len(sheets) <= 2
    assert "88.5" in "".join(sheet.extract_text() for sheet in sheets)
