"""Every screen, language, text size, orientation and glass: is all of it there?

Each of these is looked at in one theme, which changes from one to the next, for themes
differ in nothing but colours. `--every-theme` looks at all of them in every theme. What
is shown between visits and to staff has one text size and theme, and is looked at once
for each screen and language. The focus ring is looked at on the usual screen, in
English, in all text sizes and so in all themes.
"""

import pytest

from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.audit.size_audit import size_faults
from kiosk.ui.window.shell import Shell
from tests.support.contrast import too_pale
from tests.support.every_screen import SCREENS, states
from tests.support.focus_ring import without_ring
from tests.support.screen import settle

LANGUAGES = ("en", "es", "ar")
THEMES = tuple(ColourScheme)
USUAL = "21.5 landscape", "en"


@pytest.fixture
def stand(qapp, qtbot, contexts_for):
    """Show the kiosk on a screen, able to speak."""
    kept = []  # qtbot keeps no widget alive

    def show(screen):
        size, width_mm = SCREENS[screen]
        shell = Shell(qapp.setStyleSheet)
        kept.append(shell)
        qtbot.addWidget(shell)
        shell.resize(*size)
        shell.start(contexts_for(size, width_mm, speech=True))
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


def themes(request, turn):
    every = request.config.getoption("--every-theme")
    return THEMES if every else (THEMES[turn % len(THEMES)],)


@pytest.mark.parametrize("text", range(len(TEXT_SCALES)))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_everything_can_be_touched_read_and_told_apart(
    stand, request, screen, language, text
):
    shell = stand(screen)
    turn = list(SCREENS).index(screen) + LANGUAGES.index(language) + text
    for theme in themes(request, turn):
        visit = Visit(
            language=language, preferences=Preferences(text=text, theme=theme)
        )
        first, usual = text == 0, (screen, language) == USUAL
        assert faults(shell, visit, with_screens=first, with_rings=usual) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_same_is_true_while_the_kiosk_reads_aloud(stand, screen, language):
    shell = stand(screen)
    visit = Visit(language=language, preferences=Preferences(listening=True))
    assert faults(shell, visit) == {}


@pytest.mark.parametrize("reach", [Reach.LOWER, Reach.LEFT, Reach.RIGHT])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_same_is_true_of_controls_lower_down(stand, screen, reach):
    shell = stand(screen)
    visit = Visit(language="ar", preferences=Preferences(reach=reach))
    assert faults(shell, visit) == {}
