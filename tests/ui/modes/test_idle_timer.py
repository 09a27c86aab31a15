"""How long silence lasts, and what comes of it."""

import pytest

from kiosk.ui.modes.idle_timer import IdleTimer, Phase


@pytest.fixture
def guard(qapp, clock):
    guard = IdleTimer(clock.clock.seconds, qapp)
    guard.watch(lambda: 60.0, 30.0)
    yield guard
    guard.rest()
    guard.deleteLater()


def wait(guard, clock, seconds):
    clock.advance(seconds)
    guard.tick()


def test_silence_asks_and_then_expires(guard, clock, qtbot):
    with qtbot.waitSignal(guard.asked):
        wait(guard, clock, 60)
    with qtbot.waitSignal(guard.expired):
        wait(guard, clock, 30)
    assert guard.phase is Phase.NOBODY


@pytest.mark.parametrize("seconds", [0, 30, 59.9])
def test_it_does_not_ask_too_early(guard, clock, qtbot, seconds):
    with qtbot.assertNotEmitted(guard.asked):
        wait(guard, clock, seconds)


def test_the_question_stands_for_all_of_its_time(guard, clock, qtbot):
    wait(guard, clock, 60)
    with qtbot.assertNotEmitted(guard.expired):
        wait(guard, clock, 29.9)


def test_it_counts_the_seconds_down(guard, clock):
    left = []
    guard.left.connect(left.append)
    for seconds in (60, 1, 1, 10.5):
        wait(guard, clock, seconds)
    assert left == [30, 29, 28, 18]


def test_it_asks_once(guard, clock, qtbot):
    wait(guard, clock, 60)
    with qtbot.assertNotEmitted(guard.asked):
        wait(guard, clock, 1)


def test_a_touch_answers_any_number_of_times(guard, clock, qtbot):
    """WCAG 2.2.1 asks for at least ten."""
    for _ in range(25):
        with qtbot.waitSignal(guard.asked):
            wait(guard, clock, 60)
        with qtbot.waitSignal(guard.answered):
            guard.touch()
    assert guard.phase is Phase.SOMEBODY


def test_a_touch_starts_the_silence_over(guard, clock, qtbot):
    wait(guard, clock, 59)
    guard.touch()
    with qtbot.assertNotEmitted(guard.asked):
        wait(guard, clock, 59)


def test_what_is_allowed_is_asked_for_when_it_matters(guard, clock, qtbot):
    pages = [90.0]
    guard.watch(lambda: pages[-1], 30.0)
    pages.append(120.0)
    with qtbot.assertNotEmitted(guard.asked):
        wait(guard, clock, 119)


def test_time_stands_still_while_speech_plays(guard, clock, qtbot):
    wait(guard, clock, 50)
    guard.hold()
    with qtbot.assertNotEmitted(guard.asked):
        wait(guard, clock, 600)
    guard.go_on()
    with qtbot.assertNotEmitted(guard.asked):
        wait(guard, clock, 9)
    with qtbot.waitSignal(guard.asked):
        wait(guard, clock, 1)


def test_a_touch_during_speech_starts_the_silence_over(guard, clock, qtbot):
    wait(guard, clock, 50)
    guard.hold()
    guard.touch()
    guard.go_on()
    with qtbot.assertNotEmitted(guard.asked):
        wait(guard, clock, 59)


def test_without_a_warning_it_asks_nothing(guard, clock, qtbot):
    guard.watch(lambda: 120.0, 0)
    with qtbot.assertNotEmitted(guard.asked), qtbot.waitSignal(guard.expired):
        wait(guard, clock, 120)


def test_in_an_empty_room_no_time_runs(guard, clock, qtbot):
    guard.rest()
    with qtbot.assertNotEmitted(guard.asked), qtbot.assertNotEmitted(guard.expired):
        wait(guard, clock, 10_000)


def test_the_first_touch_says_that_somebody_came(guard, qtbot):
    guard.rest()
    with qtbot.waitSignal(guard.came):
        guard.touch()


def test_it_never_looks_more_than_once_a_second(guard, clock):
    wait(guard, clock, 59.99)
    assert guard._timer.interval() >= 1000


def test_a_touch_after_the_time_was_up_is_that_of_somebody_else(guard, clock, qtbot):
    """A machine that slept kept the timer from saying so."""
    clock.advance(8 * 3600)
    with qtbot.waitSignal(guard.expired), qtbot.assertNotEmitted(guard.answered):
        guard.touch()
    assert guard.phase is Phase.NOBODY
