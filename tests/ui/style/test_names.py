import re
import tomllib

import pytest

from kiosk.domain.metrics import Metrics
from kiosk.domain.triage import Level
from kiosk.ui.style.names import (
    WITHOUT_A_RULE,
    Colour,
    Property,
    Role,
    TextStyle,
    hint_of,
    words_of,
)
from tests.support.shipped import RESOURCES, ROOT

SHEET = (RESOURCES / "themes" / "style.qss").read_text()
PROSE = (RESOURCES / "themes" / "prose.css").read_text()
VIEWS = (it for it in (ROOT / "kiosk" / "ui").rglob("*.py") if it.name != "names.py")
SOURCE = "".join(path.read_text() for path in VIEWS)
THEMES = sorted((RESOURCES / "themes").glob("*.toml"))
SELECTOR = re.compile(r"\[(\w+)(?:(\^?)=\"([^\"]*)\")?\]")
LEVELS = frozenset(level.key for level in Level)
VALUES = {
    Property.ROLE: frozenset(Role),
    Property.TEXT_STYLE: frozenset(TextStyle),
    Property.CARD: LEVELS,
    Property.CARD_HEAD: LEVELS,
    Property.CHOSEN: frozenset({"true"}),
    Property.TICKED: frozenset({"true"}),
    Property.AT_RIGHT: frozenset({"true"}),
}


def selected(name, is_prefix, value):
    """Return which values of a property a selector of the sheet is for."""
    if is_prefix:
        return {it for it in VALUES[name] if it.startswith(value)}
    return {value} & VALUES[name]


def values_with_a_rule(name):
    rules = (it for it in SELECTOR.findall(SHEET) if it[0] == name and it[2])
    return set().union(*(selected(*rule) for rule in rules))


OF_QT = {"layoutDirection"}  # a property that every widget has
SELECTORS = sorted(it for it in set(SELECTOR.findall(SHEET)) if it[0] not in OF_QT)


@pytest.mark.parametrize("selector", SELECTORS, ids="{0[0]}{0[1]}={0[2]}".format)
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


def names_in_views(enum):
    found = re.findall(rf"\b{enum.__name__}\.([A-Z_0-9]+)\b", SOURCE)
    return {enum[name] for name in found}


@pytest.mark.parametrize("enum", [Property, Role, Colour])
def test_each_name_is_used_by_a_view(enum):
    assert set(enum) - names_in_views(enum) == set()


def test_each_text_style_is_used_by_a_view():
    of_buttons = {words_of(role) for role in Role if f"{role}_words" in set(TextStyle)}
    hints = {style for style in TextStyle if style.endswith("_hint")}
    used = names_in_views(TextStyle) | of_buttons | hints
    assert set(TextStyle) - used == set()


@pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.stem)
def test_each_theme_has_each_colour_that_a_view_names(theme):
    assert set(Colour) - set(tomllib.loads(theme.read_text())) == set()
