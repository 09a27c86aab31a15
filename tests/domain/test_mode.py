"""What each mode shows, what input does in it, and what silence leads to."""

from kiosk.domain.mode import (
    RULES,
    Input,
    Mode,
    Next,
    Screen,
    Silence,
    Swap,
)

PASS, IGNORE, WAKE = Input.PASS, Input.IGNORE, Input.WAKE


def row(mode):
    rules = RULES[mode]
    return rules.screen, rules.touch, rules.keys, rules.silence, rules.swap


def test_every_mode_has_a_row():
    assert set(RULES) == set(Mode)


def test_the_first_page_begins_a_visit_at_the_first_touch():
    assert row(Mode.FIRST_PAGE) == (
        *(Screen.PAGE, Input.BEGIN, Input.BEGIN, None, Swap.NOW),
    )


def test_the_invitation_wakes_at_a_touch_and_lets_keys_choose_a_language():
    assert row(Mode.ATTRACT) == (
        *(Screen.INVITATION, WAKE, Input.CHOOSE, None, Swap.NOW),
    )


def test_while_keys_choose_a_language_they_pass_and_a_touch_wakes():
    assert row(Mode.CHOOSING) == (Screen.INVITATION, WAKE, PASS, None, Swap.NOW)


def test_the_dark_screen_wakes_at_a_touch_or_a_key():
    assert row(Mode.DARK) == (Screen.BLACK, WAKE, WAKE, None, Swap.NOW)


def test_in_a_visit_silence_leads_to_the_question():
    asks = Silence(Next.ASK)
    assert row(Mode.VISIT) == (Screen.PAGE, PASS, PASS, asks, Swap.IN_VISIT)


def test_the_question_is_answered_by_anything_and_silence_ends_the_visit():
    ends = Silence(Next.END, counts_down=True)
    assert row(Mode.ASKING) == (
        *(Screen.QUESTION, Input.ANSWER, Input.ANSWER, ends, Swap.LATER),
    )


def test_the_pin_pad_ends_the_visit_after_a_minute():
    ends = Silence(Next.END, 60.0)
    assert row(Mode.PIN_PAD) == (Screen.STAFF, PASS, PASS, ends, Swap.IN_VISIT)


def test_the_staff_panel_locks_after_two_minutes():
    ends = Silence(Next.END, 120.0)
    assert row(Mode.STAFF) == (Screen.STAFF, PASS, PASS, ends, Swap.IN_VISIT)


def test_while_sizes_are_measured_input_is_dead_and_content_stays():
    assert row(Mode.MEASURING) == (Screen.PAGE, IGNORE, IGNORE, None, Swap.LATER)


def test_cleaning_takes_a_minute_in_which_input_is_dead():
    ends = Silence(Next.END, 60.0, counts_down=True)
    assert row(Mode.CLEANING) == (Screen.CLEANING, IGNORE, IGNORE, ends, Swap.LATER)


def test_in_trouble_nothing_ends_and_new_content_is_welcome():
    assert row(Mode.TROUBLE) == (Screen.TROUBLE, PASS, PASS, None, Swap.NOW)


def test_a_watchdogs_touch_leads_nowhere_only_where_it_must():
    dead = {mode for mode, rules in RULES.items() if not rules.is_responsive}
    assert dead == {Mode.MEASURING, Mode.CLEANING, Mode.TROUBLE}


def test_the_kiosk_waits_for_a_visitor_in_four_modes():
    waiting = {mode for mode, rules in RULES.items() if rules.is_waiting}
    assert waiting == {Mode.FIRST_PAGE, Mode.ATTRACT, Mode.CHOOSING, Mode.DARK}


def test_content_is_never_swapped_under_a_visitor():
    now = {mode for mode, rules in RULES.items() if rules.swap is Swap.NOW}
    assert now.isdisjoint({Mode.VISIT, Mode.ASKING, Mode.PIN_PAD, Mode.STAFF})


def test_only_a_question_is_answered():
    answers = {mode for mode, rules in RULES.items() if rules.touch is Input.ANSWER}
    shows = {mode for mode, rules in RULES.items() if rules.screen is Screen.QUESTION}
    assert answers == shows == {Mode.ASKING}
