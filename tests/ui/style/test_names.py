import re

import pytest

from kiosk.domain.metrics import Metrics
from kiosk.domain.triage import Level
from kiosk.ui.style.names import (
    WITHOUT_A_RULE,
    Property,
    Role,
    TextStyle,
    hint_of,
    words_of,
)
from tests.support.shipped import RESOURCES

SHEET = (RESOURCES / "themes" / "style.qss").read_text()
PROSE = (RESOURCES / "themes" / "prose.css").read_text()
SELECTOR = re.compile(r"\[(\w+)(?:(\^?)=\"([^\"]*)\")?\]")
LEVELS = frozenset(level.key for level in Level)
VALUES = {
    Property.ROLE: frozenset(Role),
    Property.TEXT_STYLE: frozenset(TextStyle),
    Property.CARD: LEVELS,
    Property.CARD_HEAD: LEVELS,
    Property.CHOSEN: frozenset({"true"}),
    Property.TICKED: frozenset({"true"}),
}


def selected(name, is_prefix, value):
    """Return which values of a property a selector of the sheet is for."""
    if is_prefix:
        return {it for it in VALUES[name] if it.startswith(value)}
    return {value} & VALUES[name]


def values_with_a_rule(name):
    rules = (it for it in SELECTOR.findall(SHEET) if it[0] == name and it[2])
    return set().union(*(selected(*rule) for rule in rules))


@pytest.mark.parametrize("selector", sorted(set(SELECTOR.findall(SHEET))))
def test_each_selector_of_the_sheet_is_for_a_name_that_exists(selector):
    name, _, value = selector
    assert name in set(Property)
    assert not value or selected(*selector)


@pytest.mark.parametrize("name", Property)
def test_the_sheet_has_a_rule_for_each_name_but_those_listed(name):
    assert VALUES[name] - values_with_a_rule(name) == (
        WITHOUT_A_RULE if name is Property.TEXT_STYLE else set()
    )


@pytest.mark.parametrize("style", [it for it in TextStyle if it.endswith("_words")])
def test_each_style_of_words_is_of_a_button(style):
    assert words_of(Role(style.removesuffix("_words"))) is style


@pytest.mark.parametrize("style", [it for it in TextStyle if it.endswith("_hint")])
def test_each_style_of_a_hint_is_of_a_button(style):
    assert hint_of(Role(style.removesuffix("_hint"))) is style


def test_each_length_for_the_sheets_is_used_in_one():
    used = set(re.findall(r"\$(\w+)", SHEET + PROSE))
    assert set(Metrics(4.0).lengths) - used == set()
