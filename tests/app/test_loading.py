"""A look has the fonts that the packs of its library bring."""

import pytest
from msgspec.structs import replace

from kiosk.app import loading
from kiosk.app.loading import Looks, view_contexts
from kiosk.domain.metrics import Metrics, TextSize
from kiosk.domain.visit import Visit
from kiosk.files.themes import font_files
from kiosk.ui.style.text_measure import font_of
from tests.support.screen import SETTINGS
from tests.support.shipped import RESOURCES


@pytest.fixture
def look_with(qapp, library, monkeypatch):
    """Return the look of a visit in a kiosk of one font, whose pack brings others."""
    monkeypatch.setattr(loading, "FAMILIES", ("Atkinson Hyperlegible",))

    def look(*fonts):
        packs = {**library.packs, "en": replace(library.packs["en"], fonts=fonts)}
        looks = Looks(Metrics(4.0), families=loading.FAMILIES)
        contexts = view_contexts(SETTINGS, replace(library, packs=packs), looks)
        return contexts.of(Visit()).look

    return look


def test_a_font_of_a_pack_comes_after_the_kiosks_own(look_with):
    look = look_with(font_files(RESOURCES)[2])
    assert look.families == ("Atkinson Hyperlegible", "Noto Sans Arabic")
    assert font_of(look, TextSize.BODY).families() == list(look.families)


def test_a_file_that_is_no_font_changes_nothing(look_with):
    assert look_with(RESOURCES / "clinic.toml").families == ("Atkinson Hyperlegible",)
