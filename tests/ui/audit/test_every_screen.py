"""Every screen, language, text size, orientation and glass: is all of it there?

There are too many looks to take all of them each time. Every two of screen, language
and text size are taken together at least once, in one theme, which changes from one to
the next. `--every-look` takes all of them, in every theme. What is shown between visits
and to staff is looked at in the usual text size, and the focus ring on the usual screen
in English, in every theme.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.audit.size_audit import size_faults
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell
from tests.support.contrast import too_pale
from tests.support.every_screen import SCREENS, states
from tests.support.focus_ring import without_ring
from tests.support.screen import CLINIC, SETTINGS, settle

LANGUAGES = ("en", "es", "ar")
THEMES = tuple(ColourScheme)
NAME = "The Riverside Aesthetics, Skin and Wellness Clinic"
LONG_NAME = replace(SETTINGS, clinic=replace(CLINIC, name=NAME))
USUAL = "21.5 landscape", "en"


@pytest.fixture
def stand(qapp, qtbot, contexts_for):
    """Show the kiosk of a clinic with a long name, which speaks and calls staff."""
    kept = []  # qtbot keeps no widget alive

    def show(screen):
        size, width_mm = SCREENS[screen]
        shell = Shell(kiosk_style(qapp))
        kept.append(shell)
        qtbot.addWidget(shell)
        shell.resize(*size)
        contexts = contexts_for(size, width_mm, settings=LONG_NAME, speech=True)
        shell.start(replace(contexts, calls_staff=True))
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        settle()
        return shell

    return show


def faults(shell, visit, *, with_screens=False, with_rings=False):
    """Return each fault of a tour, and the name of the state where it was first.

    Each state is drawn once: its sizes are measured in millimetres, its contrast in
    pixels and, where asked for, the focus ring on each control.
    """
    metrics = shell.contexts.of(visit).look.metrics
    found = {}
    for name in states(shell, visit, with_screens=with_screens):
        rings = without_ring(shell, metrics) if with_rings else ()
        for fault in (*size_faults(shell, metrics), *too_pale(shell), *rings):
            found.setdefault(str(fault), name)
    return found


@dataclass(frozen=True)
class Look:
    """A screen, and the visit that is shown on it."""

    screen: str
    language: str
    preferences: Preferences

    def __str__(self):
        wanted = self.preferences
        parts = self.screen, self.language, wanted.text, wanted.theme.value
        listening = "-listening" if wanted.listening else ""
        return "-".join(map(str, parts)) + listening + f"-{wanted.reach.value}"


def looks(*, every: bool) -> Iterator[Look]:
    """Yield the looks to take, all of them or some."""
    kinds = (
        (3, LANGUAGES, [Preferences(text=text) for text in range(len(TEXT_SCALES))]),
        (3, LANGUAGES, [Preferences(listening=True)]),
        (3, ("ar",), [Preferences(reach=reach) for reach in Reach][1:]),
    )
    for turns, languages, preferences in kinds:
        for places in product(*map(enumerate, (SCREENS, languages, preferences))):
            turn = sum(index for index, _ in places)
            if every or turn % turns == 0:
                screen, language, wanted = (it for _, it in places)
                usual = (screen, language, wanted) == (*USUAL, Preferences())
                one = [THEMES[turn // turns % len(THEMES)]]
                themes = THEMES if every or usual else one
                for theme in themes:
                    yield Look(screen, language, replace(wanted, theme=theme))


def pytest_generate_tests(metafunc):
    if "look" in metafunc.fixturenames:
        every = metafunc.config.getoption("--every-look")
        metafunc.parametrize("look", list(looks(every=every)), ids=str)


def test_everything_can_be_touched_read_and_told_apart(stand, look):
    shell = stand(look.screen)
    visit = Visit(language=look.language, preferences=look.preferences)
    usual = look.preferences == Preferences(theme=look.preferences.theme)
    rings = (look.screen, look.language) == USUAL
    assert faults(shell, visit, with_screens=usual, with_rings=rings) == {}


def test_every_two_of_screen_language_and_text_size_are_looked_at_together():
    taken = {
        (look.screen, look.language, look.preferences.text)
        for look in looks(every=False)
    }
    sizes = range(len(TEXT_SCALES))
    assert {pair[:2] for pair in taken} == set(product(SCREENS, LANGUAGES))
    assert {pair[1:] for pair in taken} == set(product(LANGUAGES, sizes))
    assert {pair[::2] for pair in taken} == set(product(SCREENS, sizes))
