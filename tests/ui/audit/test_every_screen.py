"""Every screen, language, text size, orientation and glass: is all of it there?

Each of these is looked at in one theme, which changes from one to the next, for themes
differ in nothing but colours. `--every-theme` looks at all of them in every theme.
"""

import pytest

from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.audit.size_audit import survey
from kiosk.ui.window.shell import Shell
from tests.support.contrast import too_pale
from tests.support.every_screen import SCREENS, states
from tests.support.screen import settle

LANGUAGES = ("en", "es", "ar")
THEMES = tuple(ColourScheme)


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
        settle()
        return shell

    return show


def looked_over(shell, visit):
    """Return each fault, measured in millimetres and in pixels, and where it was."""
    metrics = shell.contexts.of(visit).look.metrics
    found = {}
    for name in states(shell, visit):
        for fault in (*survey(shell, metrics), *too_pale(shell)):
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
        preferences = Preferences(text=text, theme=theme)
        assert (
            looked_over(shell, Visit(language=language, preferences=preferences)) == {}
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_same_is_true_while_the_kiosk_reads_aloud(stand, screen, language):
    shell = stand(screen)
    visit = Visit(language=language, preferences=Preferences(listening=True))
    assert looked_over(shell, visit) == {}


@pytest.mark.parametrize("reach", [Reach.LOWER, Reach.LEFT, Reach.RIGHT])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_same_is_true_of_controls_lower_down(stand, screen, reach):
    shell = stand(screen)
    visit = Visit(language="ar", preferences=Preferences(reach=reach))
    assert looked_over(shell, visit) == {}
