"""What staff read, and what a touch of theirs asks for."""

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.domain.metrics import TOUCH_MM
from kiosk.domain.staff_command import StaffCommand
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    offers,
    place,
    seen,
    settle,
    touch,
    words,
)

FACTS = (("Program", "0.1.0"), ("Left out", "none"), ("Last problems", "one\ntwo"))
TWICE = (StaffCommand.RESTART, StaffCommand.QUIT)
AT_ONCE = tuple(command for command in StaffCommand if command not in TWICE)


@pytest.fixture
def show(context, wearing):
    def shown(facts=FACTS, size=LANDSCAPE, *, sound=True):
        portrait = size[1] > size[0]
        panel = StaffPanel(context, facts, portrait=portrait, sound=sound)
        return wearing(panel, size)

    return shown


@pytest.fixture
def panel(show):
    return show()


@pytest.fixture
def requested(panel):
    commands = []
    panel.command_requested.connect(commands.append)
    return commands


@pytest.fixture
def said(context):
    return context.pack.staff


@pytest.fixture
def press(panel, said):
    """Touch a button by the label it began with, whatever it is by now."""
    labels = (*AT_ONCE, *TWICE, "lock")
    buttons = {label: offers(panel, getattr(said, label))[0] for label in labels}

    def pressing(label):
        buttons[label].click()
        settle()
        return buttons[label].accessibleName()

    return pressing


def test_every_fact_can_be_read(panel):
    for about, told in FACTS:
        assert {about, told} <= set(words(panel))


def test_a_fact_is_shown_as_it_is_written(show):
    panel = show((("Settings", "<b>clinic</b> &amp; co.toml"),))
    assert "<b>clinic</b> &amp; co.toml" in words(panel)


def test_new_facts_take_the_place_of_the_old(panel):
    before = len(words(panel))
    panel.show_rows((("Program", "0.2.0"), *FACTS[1:]))
    settle()
    assert "0.2.0" in words(panel)
    assert "0.1.0" not in words(panel)
    assert len(words(panel)) == before


@pytest.mark.parametrize("command", StaffCommand)
def test_every_command_has_a_text(said, command):
    assert getattr(said, command)


@pytest.mark.parametrize("command", AT_ONCE)
def test_a_touch_requests_what_the_button_says(panel, said, requested, command):
    touch(panel, getattr(said, command))
    assert requested == [command]


@pytest.mark.parametrize("command", TWICE)
def test_one_touch_does_not_end_the_program(press, said, requested, command):
    assert press(command) == said.touch_again
    assert requested == []


@pytest.mark.parametrize("command", TWICE)
def test_a_second_touch_ends_the_program(press, requested, command):
    press(command)
    press(command)
    assert requested == [command]


@pytest.mark.parametrize("command", TWICE)
def test_a_touch_on_the_other_starts_over(press, requested, command):
    [other] = set(TWICE) - {command}
    for touched in (command, other, command, other):
        press(touched)
    assert requested == []


@pytest.mark.parametrize("command", TWICE)
@pytest.mark.parametrize("between", AT_ONCE)
def test_a_touch_elsewhere_in_between_starts_over(press, requested, command, between):
    for touched in (command, between, command):
        press(touched)
    assert requested == [between]


@pytest.mark.parametrize(("first", "then"), [TWICE, TWICE[::-1]])
def test_only_what_a_second_touch_ends_asks_for_it(panel, press, said, first, then):
    press(first)
    press(then)
    assert len(offers(panel, said.touch_again)) == 1
    assert offers(panel, getattr(said, first))


@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_how_reading_again_ended_is_in_sight_below_its_button(show, said, size, sound):
    many = (("Last problems", "a problem " * 20),) * 20
    panel = show(many, size, sound=sound)
    panel.show_outcome(said.reload_failed)
    settle()
    (label,) = (it for it in seen(panel, QLabel) if it.text() == said.reload_failed)
    pressed = place(offers(panel, said.reload)[0])
    assert panel.rect().contains(place(label))
    assert 0 < place(label).top() - pressed.bottom() < pressed.height()
    assert not any(
        place(label).intersects(place(it)) for it in seen(panel, TouchButton)
    )


def test_how_reading_again_ended_is_announced(panel, said, monkeypatch):
    heard = []
    monkeypatch.setattr(
        "kiosk.ui.screens.staff_panel.announce", lambda _, words: heard.append(words)
    )
    panel.show_outcome(said.reload_good)
    assert heard == [said.reload_good]


def test_lock_tells_that_staff_leave(panel, said, requested, qtbot):
    with qtbot.waitSignal(panel.closed):
        touch(panel, said.lock)
    assert requested == []


@pytest.mark.parametrize("sound", [True, False])
def test_without_sound_there_is_no_volume(show, said, sound):
    panel = show(sound=sound)
    for words_ in (said.quieter, said.louder):
        assert bool(offers(panel, words_)) is sound
    assert offers(panel, said.reload)
    assert offers(panel, said.lock)


@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_every_command_is_large_enough_and_on_the_screen(show, context, size, sound):
    panel = show(FACTS * 20, size, sound=sound)
    side = context.look.metrics.px(TOUCH_MM)
    buttons = [b for b in seen(panel, TouchButton) if b.property("role") != "more"]
    assert len(buttons) >= (9 if sound else 7)
    assert panel.size().toTuple() == size
    for command in buttons:
        assert min(command.width(), command.height()) >= side
        assert panel.rect().contains(place(command))


def test_the_red_flag_stays_in_sight(panel, context):
    [strip] = seen(panel, RedFlagStrip)
    assert context.pack.strings.red_flag in words(strip)
    assert strip.visibleRegion().boundingRect() == strip.rect()
