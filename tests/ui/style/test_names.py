import re
import tomllib

import pytest

from kiosk.domain.metrics import Length
from kiosk.domain.triage import Level
from kiosk.ui.style.box_styles import BOXES, CARD_HEADS, CARDS
from kiosk.ui.style.names import (
    Colour,
    Property,
    Role,
    TextStyle,
    hint_of,
    words_of,
)
from kiosk.ui.style.text_styles import TEXTS, TEXTS_OF_CHOSEN
from tests.support.shipped import RESOURCES, ROOT

PROSE = (RESOURCES / "themes" / "prose.css").read_text()
VIEWS = (it for it in (ROOT / "kiosk" / "ui").rglob("*.py") if it.name != "names.py")
SOURCE = "".join(path.read_text() for path in VIEWS)
THEMES = sorted((RESOURCES / "themes").glob("*.toml"))
LEVELS = {level.key for level in Level}


def test_each_role_has_a_box():
    assert set(BOXES) == set(Role)


@pytest.mark.parametrize("boxes", [CARDS, CARD_HEADS])
def test_each_level_has_a_box(boxes):
    assert set(boxes) == LEVELS


def test_each_text_style_has_letters_but_that_of_trouble():
    assert set(TextStyle) - set(TEXTS) == {TextStyle.TROUBLE}


def test_what_is_bold_when_chosen_is_no_larger_then():
    """Its words would move."""
    for style, text in TEXTS_OF_CHOSEN.items():
        assert text.size is TEXTS[style].size


@pytest.mark.parametrize("style", [it for it in TextStyle if it.endswith("_words")])
def test_each_style_of_words_is_of_a_button(style):
    assert words_of(Role(style.removesuffix("_words"))) is style


@pytest.mark.parametrize("style", [it for it in TextStyle if it.endswith("_hint")])
def test_each_style_of_a_hint_is_of_a_button(style):
    assert hint_of(Role(style.removesuffix("_hint"))) is style


def names_in_views(enum):
    found = re.findall(rf"\b{enum.__name__}\.([A-Z_0-9]+)\b", SOURCE)
    return {enum[name] for name in found}


@pytest.mark.parametrize("enum", [Property, Role, Colour, Length])
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
