"""What a sound server was recorded to play: how loud, and until when."""

import sys
from math import sqrt

from tests.support.programs import until

LOUD = 500  # of 32767
A_SECOND = 2 * 44_100
A_MOMENT = A_SECOND // 200
SOON = 0.3  # seconds: what a visitor takes for at once


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


def show_figure(*said):
    """Show a figure when the tests run with -s."""
    sys.stdout.write(" ".join(map(str, said)) + "\n")


def let_pass(record, seconds):
    """Wait until so much more is recorded, be it silence."""
    enough = len(record()) + seconds * A_SECOND
    until(lambda: len(record()) > enough, f"{seconds} s to be recorded")
