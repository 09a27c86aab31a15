"""The question is heard too: recorded from a real sound server."""

from tests.support.programs import until
from tests.support.visitor import still

SIZE = (1920, 1080)
LOUD = 500  # of 32767


def loudest(samples):
    return max(map(abs, samples), default=0)


def test_the_question_is_heard(record, start):
    visitor = start(SIZE, attract=False, volume=40)
    still(visitor.screen)
    visitor.screen.touch(900, 60)
    until(lambda: visitor.ask("mode") == "VISIT", "the visitor to be noticed")
    assert loudest(record()) == 0
    visitor.let_time_pass("ASKING")
    until(lambda: loudest(record()) > LOUD, "a sound")


def test_with_the_volume_at_nothing_it_is_silent(record, start):
    """Two seconds are heard through: longer than the sound would take to begin."""
    visitor = start(SIZE, attract=False, volume=0)
    still(visitor.screen)
    visitor.screen.touch(900, 60)
    until(lambda: visitor.ask("mode") == "VISIT", "the visitor to be noticed")
    visitor.let_time_pass("ASKING")
    before = len(record())
    until(lambda: len(record()) > before + 2 * 2 * 44100, "two seconds of silence")
    assert loudest(record()) == 0


def test_without_a_sound_server_it_says_so_once(start):
    visitor = start(SIZE, attract=False, volume=40)
    still(visitor.screen)
    for _ in range(3):
        visitor.screen.touch(900, 60)
        until(lambda: visitor.ask("mode") == "VISIT", "the visitor to be noticed")
        visitor.let_time_pass("ASKING")
    said = visitor.log.read_text()
    assert said.count("no sound until the next start: there is no sound server") == 1
