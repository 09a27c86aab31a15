"""The invitation moves about, or where motion is reduced stays where it is."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.ui.screens.attract import Attract
from tests.support.screen import LANDSCAPE, SETTINGS, WIDTH_MM, place, seen, settle

TURNS = 6


@pytest.fixture
def attract(shell, contexts_for):
    """Show the invitation of a kiosk with motion, or with less."""

    def show(*, reduce_motion):
        settings = replace(SETTINGS, reduce_motion=reduce_motion)
        shell.serve(contexts_for(LANDSCAPE, WIDTH_MM, settings=settings))
        cover = Attract(shell.context, shell.contexts)
        shell.show_screen(cover)
        settle()
        return cover

    return show


def invitations(attract):
    """Turn the slides; return where the words of each stand in the middle, and what."""
    turns = []
    for _ in range(TURNS):
        attract.next_slide()
        settle()
        [begin] = [it for it in seen(attract, QLabel) if is_begin(it)]
        card = place(begin.parentWidget())
        turns.append((card.center().toTuple(), begin.text()))
    return zip(*turns, strict=True)


def is_begin(label):
    return label.property("textStyle") == "begin"


def test_each_slide_stands_a_little_elsewhere(attract):
    places, _ = invitations(attract(reduce_motion=False))
    assert len(set(places)) == TURNS


def test_where_motion_is_reduced_only_the_words_change(attract):
    places, words = invitations(attract(reduce_motion=True))
    across = {x for x, _ in places}
    assert len(across) == 1
    assert len(set(words)) > 1
