"""What a sound server was recorded to play: how loud, and until when."""

import sys
from itertools import chain
from math import sqrt

from tests.support.programs import until

LOUD = 500  # of 32767
A_SECOND = 2 * 44_100
A_MOMENT = A_SECOND // 200
SOON = 0.3  # seconds: what a visitor takes for at once
LATE = 3.0  # seconds: so late is none of many ends, on however busy a machine
PAUSE = 1.5  # seconds: longer than those between two sentences


def loudness(samples):
    """Return the root mean square."""
    return sqrt(sum(sample * sample for sample in samples) / max(1, len(samples)))


def heard(samples):
    """Return the part from the first loud moment to the last, and where that ends."""
    places = range(0, len(samples), A_MOMENT)
    moments = ((place, samples[place : place + A_MOMENT]) for place in places)
    loud = [at for at, moment in moments if max(max(moment), -min(moment)) > LOUD]
    if not loud:
        return [], 0
    end = loud[-1] + A_MOMENT
    return samples[loud[0] : end], end


def without_pauses(samples):
    """Return the loud samples alone.

    A busy machine adds pauses of its own, so lengths from end to end are no measure.
    """
    places = range(0, len(samples), A_MOMENT)
    moments = (samples[place : place + A_MOMENT] for place in places)
    loud = (it for it in moments if max(max(it), -min(it)) > LOUD)
    return list(chain.from_iterable(loud))


def spoken(samples):
    """Return the number of loud samples."""
    return len(without_pauses(samples))


def silent_after(record, start):
    """Wait until it is silent; return for how many seconds after `start` it was not."""

    def is_silent():
        samples = record()[start:]
        return len(samples) - heard(samples)[1] > PAUSE * A_SECOND

    until(is_silent, "silence")
    return heard(record()[start:])[1] / A_SECOND


def most_are_soon(delays):
    """Check that most of some delays are short, and that none is long.

    A machine that does something else at one moment delays one of them.
    """
    return sorted(delays)[len(delays) // 2] < SOON and max(delays) < LATE


def show_figure(*said):
    """Show a figure when the tests run with -s."""
    sys.stdout.write(" ".join(map(str, said)) + "\n")


def let_pass(record, seconds):
    """Wait until so much more is recorded, be it silence."""
    enough = len(record()) + seconds * A_SECOND
    until(lambda: len(record()) > enough, f"{seconds} s to be recorded")
