"""The home page: the map where it has room, else a tile for each page."""

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QRegularExpression
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from kiosk.content.pages import PageKind
from kiosk.domain.metrics import GAP_MM, TOUCH_MM
from kiosk.domain.preferences import Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.screens.home_view import HomeView
from kiosk.ui.widgets.body_map import PLACES, BodyMap
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import place, seen, settle
from tests.support.shipped import CONTENT

LARGE = ((1920, 1080), 476.0), ((1080, 1920), 268.0)
SMALL = ((1280, 800), 217.0), ((800, 1280), 136.0), ((1024, 768), 305.0)


@pytest.fixture
def home(session, contexts_for):
    """Open the home page on a screen."""

    def show(screen, language="en", text=0):
        contexts = contexts_for(*screen)
        visit = Visit(language=language, preferences=Preferences(text=text))
        shown = session(visit, screen[0], contexts)
        settle()
        [view] = seen(shown, HomeView)
        return shown, view

    return show


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("screen", LARGE)
def test_on_a_large_screen_home_is_a_map(home, screen, language):
    shown, view = home(screen, language)
    [figure] = seen(view, BodyMap)
    about = [p.id for p in shown.pages if p.kind is PageKind.COMPLICATION]
    spots = [b for b in seen(figure, QPushButton) if b.objectName()[:5] == "place"]
    assert sorted(b.objectName() for b in spots) == sorted(f"place {i}" for i in about)
    assert all(spot.accessibleName() for spot in spots)


@pytest.mark.parametrize("screen", LARGE)
def test_what_can_be_touched_on_the_map_is_large_and_apart(home, screen):
    shown, view = home(screen)
    metrics = shown._context.look.metrics
    rects = [place(b) for b in seen(view, BodyMap)[0].findChildren(QPushButton)]
    assert all(min(r.size().toTuple()) >= metrics.px(TOUCH_MM) for r in rects)
    gap = metrics.px(GAP_MM) - 1
    for one, other in combinations(rects, 2):
        assert not one.adjusted(-gap, -gap, gap, gap).intersects(other)


def test_a_place_of_the_figure_opens_its_page(home):
    shown, view = home(LARGE[0])
    [spot] = [b for b in seen(view, QPushButton) if b.objectName() == "place vision"]
    spot.click()
    assert shown.visit.page == "vision"


@pytest.mark.parametrize("text", [0, 3])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("screen", [*LARGE, *SMALL])
def test_everything_on_home_is_on_its_first_screen(home, screen, language, text):
    shown, view = home(screen, language, text)
    [area] = seen(view, QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    tiles = [b for b in seen(view, TouchButton) if b.objectName()[:4] == "tile"]
    wanted = {p.id for p in shown.pages if p.kind is PageKind.COMPLICATION} | {"check"}
    assert wanted <= {tile.objectName().removeprefix("tile ") for tile in tiles}
    for tile in tiles:
        assert tile.visibleRegion().boundingRect() == tile.rect()


def test_the_places_are_those_of_the_drawing():
    svg = (CONTENT / "illustrations" / "figure.svg").read_text("utf-8")
    said = re.findall(r"(0\.\d+) (0\.\d+)[;.]", svg.partition("-->")[0])
    assert sorted((float(x), float(y)) for x, y in said) == sorted(PLACES.values())


def test_where_no_version_fits_the_words_of_its_tiles_do(session, contexts_for):
    """On a small screen in portrait, low down and in Spanish: it scrolls."""
    size = (800, 1280)
    visit = Visit(language="es", preferences=Preferences(reach=Reach.LOWER))
    shown = session(visit, size, contexts_for(size, 136.0))
    tiles = shown.front.findChildren(TouchButton, QRegularExpression("^tile "))
    assert tiles
    for label in (it for tile in tiles for it in tile.findChildren(QLabel)):
        words = label.fontMetrics()
        longest = max(map(words.horizontalAdvance, label.text().split()), default=0)
        assert longest <= label.width()
