"""What staff read on the screens that are theirs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWords:
    """Every word of the staff's screens. A missing one cannot load."""

    enter_pin: str
    wrong_pin: str
    pad_closed: str
    back: str
    delete: str
    enter: str
    title: str
    program: str
    content: str
    pages: str
    pages_of: str
    left_out: str
    not_approved: str
    review_due: str
    settings: str
    running_for: str
    problems: str
    none: str
    screen: str
    screen_of: str
    sound: str
    sound_at: str
    no_sound: str
    screen_test: str
    calibrate: str
    quieter: str
    louder: str
    clean: str
    reload: str
    restart: str
    quit: str
    touch_again: str
    lock: str
    test_how: str
    card_how: str
    much_smaller: str
    smaller: str
    larger: str
    much_larger: str
    keep: str
    voices: str
    voice_of: str
    no_voice_of: str
    no_speech: str
    outdated: str
    check_sizes: str
    sizes_good: str
    sizes_bad: str


Fact = tuple[str, str]
"""A line of the staff panel: what it is about, and what there is to say."""
