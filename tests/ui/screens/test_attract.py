"""The invitation, in every language, with the languages to touch."""

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from kiosk.content.packs import Language
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.opening_hours import ALWAYS
from kiosk.domain.visit import Visit
from kiosk.domain.visit_policy import VisitPolicy
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.attract import Attract
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.input_devices import InputDevices
from tests.support.screen import offers, place, seen, settle, words


@pytest.fixture
def attract(shell, clock):
    """Have the shell looked after in an empty room; wait until a touch counts."""
    visitor_mode = VisitorMode(
        shell, VisitPolicy(IdlePolicy(), ALWAYS, attract=True), clock.clock
    )
    visitor_mode.start()
    EventChain(shell, Handlers(input_gate=visitor_mode.gate))
    settle()
    clock.advance(5)
    [attract] = seen(shell, Attract)
    return attract


@pytest.fixture
def devices(shell):
    return InputDevices(shell)


@pytest.mark.parametrize(
    ("name", "language"), [("English", "en"), ("العربية", "ar"), ("Español", "es")]
)
@pytest.mark.parametrize("touch", ["tap", "click"])
def test_touching_a_language_begins_in_it(
    attract, shell, devices, contexts, touch, name, language
):
    [button] = offers(attract, name)
    getattr(devices, touch)(*devices.middle_of(button))
    settle()
    assert not seen(shell, Attract)
    assert shell.session.language == language


@pytest.mark.parametrize("name", ["English", "العربية", "Español"])
def test_all_of_a_languages_button_counts(attract, shell, devices, contexts, name):
    [button] = offers(attract, name)
    spots = [button.rect().topLeft(), button.rect().bottomRight()]
    inside = [spots[0] + (spots[1] - spots[0]) * part for part in (0.1, 0.5, 0.9)]
    codes = {attract.language_at(button.mapTo(attract, spot)) for spot in inside}
    assert codes == {it.code for it in contexts.library.languages if it.name == name}


@pytest.mark.parametrize("turns", [0, 1, 2])
def test_touching_elsewhere_begins_in_the_first_language(
    attract, shell, devices, turns
):
    for _ in range(turns):
        attract.next_slide()
    settle()
    devices.tap(5, 500)
    assert not seen(shell, Attract)
    assert shell.session.visit == Visit(page=shell.session.pages[0].id)


def test_pressing_a_language_without_a_touch_tells_it(attract, qtbot):
    """A screen reader or a keypad presses a button with no place on the glass."""
    with qtbot.waitSignal(attract.language_chosen) as told:
        offers(attract, "Español")[0].click()
    assert told.args == ["es"]


def test_the_strip_and_the_fact_take_turns_in_every_language(attract, contexts):
    found = {}
    for pack in (*contexts.library.ready_packs, *contexts.library.ready_packs):
        [strip] = seen(attract, RedFlagStrip)
        assert pack.strings.red_flag in words(strip)
        assert {page.fact for page in pack.pages} & set(words(attract)) - {""}
        found[pack.language] = strip.layoutDirection().name
        attract.next_slide()
        settle()
    assert found == {"en": "LeftToRight", "ar": "RightToLeft", "es": "LeftToRight"}


def test_a_fact_is_gone_as_soon_as_the_next_is_shown(attract, contexts):
    packs = contexts.library.ready_packs
    facts = {page.fact for pack in packs for page in pack.pages} - {""}
    for _ in range(3):
        attract.next_slide()
        assert len(seen(attract, RedFlagStrip)) == 1
        assert len(facts & set(words(attract))) == 1


def test_a_fact_fades_in_unless_motion_is_reduced(contexts, wearing):
    for reduced in (False, True):
        calm = replace(contexts, reduce_motion=reduced)
        attract = wearing(Attract(calm.of(Visit()), calm), (1920, 1080))
        attract.next_slide()
        fades = [it for it in seen(attract, QLabel) if it.graphicsEffect()]
        assert bool(fades) is not reduced


def test_nothing_moves_when_the_fact_changes(attract):
    places = set()
    for _ in range(6):
        buttons = seen(attract, TouchButton)
        places.add(tuple(place(button).getRect() for button in buttons))
        attract.next_slide()
        settle()
    assert len(places) == 1


def test_nothing_covers_the_names_or_the_strip(attract):
    for _ in range(6):
        for part in (*seen(attract, TouchButton), *seen(attract, RedFlagStrip)):
            assert part.visibleRegion().boundingRect() == part.rect()
        attract.next_slide()
        settle()


@pytest.mark.parametrize("count", [2, 7, 14])
@pytest.mark.parametrize(
    ("size", "width_mm"),
    [((1920, 1080), 476.0), ((1280, 800), 217.0), ((800, 1280), 136.0)],
)
def test_up_to_14_languages_stand_side_by_side(
    contexts_for, wearing, size, width_mm, count
):
    contexts = contexts_for(size, width_mm)
    names = [f"Language {number}" for number in range(count)]
    languages = tuple(Language(name, name) for name in names)
    many = replace(contexts, library=replace(contexts.library, languages=languages))
    context = contexts.of(Visit())
    attract = wearing(Attract(context, many), size, context.look)
    named = [it for it in seen(attract, QLabel) if it.text() and not _in_button(it)]
    parts = [*seen(attract, TouchButton), *named]
    assert len(seen(attract, TouchButton)) == count
    for one, other in combinations(parts, 2):
        assert not place(one).intersects(place(other))
    for part in parts:
        assert part.visibleRegion().boundingRect() == part.rect()


def _in_button(label):
    return isinstance(label.parentWidget(), TouchButton)


def test_with_one_language_there_is_none_to_choose(contexts, wearing):
    library = contexts.library
    one = replace(library, languages=library.languages[:1])
    alone = replace(contexts, library=one)
    attract = wearing(Attract(alone.of(Visit()), alone), (1920, 1080))
    assert seen(attract, TouchButton) == []
    assert seen(attract, QLabel)
