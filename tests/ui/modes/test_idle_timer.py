"""How long silence lasts, and what comes of it."""

import pytest

from kiosk.ui.modes.idle_timer import IdleTimer


@pytest.fixture
def timer(qapp, clock):
    timer = IdleTimer(clock.clock.seconds, qapp)
    timer.start(lambda: 60.0, 30.0)
    yield timer
    timer.stop()
    timer.deleteLater()


def wait(timer, clock, seconds):
    clock.advance(seconds)
    timer.tick()


def test_silence_asks_and_then_expires(timer, clock, qtbot):
    with qtbot.waitSignal(timer.asked):
        wait(timer, clock, 60)
    with qtbot.waitSignal(timer.expired):
        wait(timer, clock, 30)


def test_it_expires_once(timer, clock, qtbot):
    wait(timer, clock, 90)
    with qtbot.assertNotEmitted(timer.expired):
        wait(timer, clock, 90)
        timer.touch()


@pytest.mark.parametrize("seconds", [0, 30, 59.9])
def test_it_does_not_ask_too_early(timer, clock, qtbot, seconds):
    with qtbot.assertNotEmitted(timer.asked):
        wait(timer, clock, seconds)


def test_the_question_is_shown_for_all_of_its_time(timer, clock, qtbot):
    wait(timer, clock, 60)
    with qtbot.assertNotEmitted(timer.expired):
        wait(timer, clock, 29.9)


def test_it_counts_the_seconds_down(timer, clock):
    left = []
    timer.countdown.connect(left.append)
    for seconds in (60, 1, 1, 10.5):
        wait(timer, clock, seconds)
    assert left == [30, 29, 28, 18]


def test_it_asks_once(timer, clock, qtbot):
    wait(timer, clock, 60)
    with qtbot.assertNotEmitted(timer.asked):
        wait(timer, clock, 1)


def test_a_touch_answers_any_number_of_times(timer, clock, qtbot):
    """WCAG 2.2.1 asks for at least ten."""
    for _ in range(25):
        with qtbot.waitSignal(timer.asked):
            wait(timer, clock, 60)
        with qtbot.waitSignal(timer.answered):
            timer.touch()


def test_a_touch_starts_the_silence_over(timer, clock, qtbot):
    wait(timer, clock, 59)
    timer.touch()
    with qtbot.assertNotEmitted(timer.asked):
        wait(timer, clock, 59)


def test_what_is_allowed_is_asked_for_when_it_matters(timer, clock, qtbot):
    pages = [90.0]
    timer.start(lambda: pages[-1], 30.0)
    pages.append(120.0)
    with qtbot.assertNotEmitted(timer.asked):
        wait(timer, clock, 119)


def test_no_time_passes_while_speech_plays(timer, clock, qtbot):
    wait(timer, clock, 50)
    timer.pause()
    with qtbot.assertNotEmitted(timer.asked):
        wait(timer, clock, 600)
    timer.resume()
    with qtbot.assertNotEmitted(timer.asked):
        wait(timer, clock, 9)
    with qtbot.waitSignal(timer.asked):
        wait(timer, clock, 1)


def test_a_touch_during_speech_starts_the_silence_over(timer, clock, qtbot):
    wait(timer, clock, 50)
    timer.pause()
    timer.touch()
    timer.resume()
    with qtbot.assertNotEmitted(timer.asked):
        wait(timer, clock, 59)


def test_without_a_warning_it_asks_nothing(timer, clock, qtbot):
    timer.start(lambda: 120.0, 0)
    with qtbot.assertNotEmitted(timer.asked), qtbot.waitSignal(timer.expired):
        wait(timer, clock, 120)


def test_a_countdown_asks_nothing_and_tells_each_second(timer, clock, qtbot):
    left = []
    timer.countdown.connect(left.append)
    with qtbot.assertNotEmitted(timer.asked):
        timer.start_countdown(60)
        wait(timer, clock, 59)
    with qtbot.waitSignal(timer.expired):
        wait(timer, clock, 1)
    assert left == [60, 1]


def test_after_a_countdown_silence_asks_again(timer, clock, qtbot):
    timer.start_countdown(60)
    timer.start(lambda: 60.0, 30.0)
    with qtbot.waitSignal(timer.asked):
        wait(timer, clock, 60)


@pytest.mark.parametrize("way", ["tick", "touch", "resume"])
def test_once_stopped_no_time_passes(timer, clock, qtbot, way):
    timer.stop()
    clock.advance(10_000)
    with qtbot.assertNotEmitted(timer.asked), qtbot.assertNotEmitted(timer.expired):
        getattr(timer, way)()


def test_it_never_looks_more_than_once_a_second(timer, clock):
    wait(timer, clock, 59.99)
    assert timer._timer.interval() >= 1000


def test_a_touch_after_the_time_was_up_is_that_of_another_visitor(timer, clock, qtbot):
    """A machine that slept kept the timer from saying so."""
    clock.advance(8 * 3600)
    with qtbot.waitSignal(timer.expired), qtbot.assertNotEmitted(timer.answered):
        timer.touch()
