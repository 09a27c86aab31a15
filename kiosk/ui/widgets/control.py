"""The controls of the bars at the foot of the screen; the bars say what each does."""

from enum import Enum


class Control(Enum):
    """One control of a bar; its value names its button, wherever it is drawn."""

    LANGUAGES = "languages"
    TEXT = "text"
    COLOURS = "colours"
    LISTEN = "listen"
    REACH = "reach"
    FINISH = "finish"

    PLAY = "play"
    REPEAT = "repeat"
    SENTENCE_BEFORE = "sentence_before"
    SENTENCE_AFTER = "sentence_after"
    SLOWER = "slower"
    FASTER = "faster"
    QUIETER = "quieter"
    LOUDER = "louder"
