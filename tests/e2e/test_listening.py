"""The whole kiosk is heard: on a real screen, with a real voice, recorded."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from kiosk.ui.audio.listen_controls import VOLUME
from tests.support.programs import until
from tests.support.recording import (
    A_SECOND,
    LATE,
    heard,
    let_pass,
    loudness,
    most_are_soon,
    show_figure,
    silent_after,
)
from tests.support.visitor import still
from tests.support.xtest import Hand

SIZE = (1920, 1080)
TIMES = 8


class Listener:
    """A visitor who touches the screen, and a recorder at the loudspeaker."""

    def __init__(self, visitor, record):
        self.visitor, self.record = visitor, record
        self.shell = visitor.shell
        self.hand = Hand(visitor.screen)

    @property
    def strings(self):
        return self.shell.contexts.of(self.shell.session.visit).pack.strings

    def listen(self):
        self.visitor.touch(self._button(self.strings.listen))

    def hear(self, words):
        """Touch a control once: it is only said what it is."""
        button = self._button(words)
        self.visitor.wait_for(button)
        before = len(self.record())
        self._tap(*self._middle(button))
        until(lambda: heard(self.record()[before:])[1], f"{words} to be said")

    def use(self, words):
        self.hear(words)
        self.visitor.touch(self._button(words))

    def hush(self):
        """Touch the page where it is empty; return how long it is heard still."""
        area = next(a for a in self.shell.findChildren(QScrollArea) if a.isVisible())
        x, y = area.mapTo(self.shell, QPoint(6, area.height() // 2)).toTuple()
        self.visitor.rest()
        self.hand.move(x, y)
        self.hand.sync()
        touched = len(self.record())
        self._click()
        return silent_after(self.record, touched)

    def hear_for(self, seconds):
        """Wait until it speaks, and for so long after that; return what was heard."""
        before = len(self.record())
        until(lambda: heard(self.record()[before:])[1], "the voice")
        let_pass(self.record, seconds)
        return heard(self.record()[before:])[0]

    def _tap(self, x, y):
        self.visitor.rest()
        self.hand.move(x, y)
        self._click()

    def _click(self):
        self.hand.click(1)
        self.hand.sync()

    def _button(self, words):
        return self.visitor.offered(words)[0]

    def _middle(self, button):
        return button.mapTo(self.shell, button.rect().center()).toTuple()


@pytest.fixture
def listener(server, record, start):
    visitor = start(SIZE, attract=False)
    still(visitor.screen)
    listener = Listener(visitor, record)
    listener.listen()
    return listener


def vision(listener):
    """Return the name of a page's tab, which is short or long."""
    return named(listener, "tab vision").accessibleName()


def test_three_languages_are_read_aloud(listener):
    """Each is chosen as a visitor chooses it, in the words of the one before.

    The bar has no room for the languages beside the controls of the voice.
    """
    for language, name in (("en", ""), ("es", "Español"), ("ar", "العربية")):
        if name:
            listener.use(listener.strings.stop_listening)
            until(lambda: named(listener, "languages"), "the bar as it was")
            listener.visitor.touch(named(listener, "languages"))
            listener.visitor.touch(listener.visitor.offered(name)[0])
            listener.listen()
        sound = listener.hear_for(0.5)
        assert loudness(sound) > 0, language
        assert listener.shell.session.language == language
        listener.use(vision(listener))
        sound = listener.hear_for(4)
        show_figure(language, "heard so many seconds:", round(len(sound) / A_SECOND, 1))
        assert len(sound) > 3 * A_SECOND, language
        listener.hush()


def named(listener, name):
    """Return the control with this name, if it can be seen."""
    children = listener.shell.findChildren(object, name)
    return next((it for it in children if it.isVisible()), None)


def test_one_touch_silences_it_at_once(listener):
    listener.use(vision(listener))
    delays = []
    for number in range(TIMES):
        listener.hear_for(0.3 + number / 10)
        delays.append(listener.hush())
        listener.use(listener.strings.read_page)
    show_figure("silent so many ms after a touch:", [round(1000 * it) for it in delays])
    assert most_are_soon(delays)


def test_after_the_visit_it_is_silent_and_as_loud_as_at_first(listener):
    listener.use(listener.strings.volume)
    listener.use(listener.strings.speed)
    until(lambda: listener.visitor.ask("voice") == f"1 {VOLUME + 20}", "the change")
    listener.use(vision(listener))
    listener.hear_for(1)
    listener.use(listener.strings.finished)
    until(lambda: listener.visitor.ask("mode") == "FIRST_PAGE", "the end of the visit")
    assert silent_after(listener.record, len(listener.record())) < LATE
    assert listener.visitor.ask("voice") == f"0 {VOLUME}"
