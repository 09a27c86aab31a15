"""The controls of the bar at the foot of the screen; the bar says what each does."""

from enum import Enum


class Control(Enum):
    """One control of the bar; its value names its button, wherever it is drawn."""

    HOME = "home"
    CHECKLIST = "checklist"
    BOOKING = "booking"
    LANGUAGES = "languages"
    TEXT = "text"
    COLOURS = "colours"
    LISTEN = "listen"
    REACH = "reach"
    FINISH = "finish"

    PLAY = "play"
    SENTENCE_BEFORE = "sentence_before"
    SENTENCE_AFTER = "sentence_after"
    SPEED = "speed"
    VOLUME = "volume"
