# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of messages: both languages complete, mistakes named, nothing run that a text may not."""

import pytest
from regard.core.errors import InputError
from regard.workorders.informing.contacts import Channel
from regard.workorders.informing.rules import load_communication
from regard.workorders.informing.templates import PLACEHOLDERS, MessageTemplates

VALUES = dict.fromkeys(PLACEHOLDERS, "x")


def test_every_purpose_has_a_text_for_each_of_its_channels_in_both_languages():
    rules, templates = load_communication(), MessageTemplates()
    templates.check(rules.purposes)
    for purpose, rule in rules.messages.items():
        for channel in rule.channels:
            for language in ("fr", "en"):
                text = templates.render(purpose, channel, language=language, values=VALUES)
                assert text.body, (purpose, channel, language)
                assert channel not in (Channel.EMAIL, Channel.LETTER) or text.subject, (purpose, language)


@pytest.fixture
def own(tmp_path):
    (tmp_path / "fr").mkdir()

    def own(text):
        (tmp_path / "fr" / "crew.txt").write_text(text, encoding="utf-8")
        return MessageTemplates(tmp_path)

    return own


def say(templates, **values):
    return templates.render("crew", Channel.APP, language="fr", values=VALUES | values)


def test_ones_own_text_comes_first_and_the_others_stay(own):
    templates = own("[short]\nÀ l'œuvre : {{ order }}\n")
    assert say(templates, order="OI-01").body == "À l'œuvre : OI-01"
    assert templates.render("crew", Channel.APP, language="en", values=VALUES).body


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[short]\nun\n{{ addres }}", r"crew\.txt, line 3: there is no placeholder 'addres'; .*address"),
        ("[short]\n{% if x", r"crew\.txt, line 2: the text cannot be filled in"),
        ("[shrot]\nx", r"crew\.txt, line 1: there is no section 'shrot'"),
        ("[subject]\nx", r"has no section 'short'"),
        ("[short]\n{{ order.__class__.__mro__ }}", r"crew\.txt, line 2: the text cannot be filled in"),
        ("[short]\n{{ order / 2 }}", r"crew\.txt, line 2: the text cannot be filled in"),
        ("[short]\n{% for i in range(10**9) %}a{% endfor %}", r"cannot be filled in \(Range too big"),
        ("[short]\n{% include 'x' %}", r"cannot be filled in"),
    ],
)
def test_mistakes_are_named_with_file_and_line(own, text, message):
    with pytest.raises(InputError, match=message):
        say(own(text))


def test_values_are_never_run_as_templates(own):
    assert say(own("[short]\n{{ customer }}"), customer="{{ 7 * 7 }}").body == "{{ 7 * 7 }}"
