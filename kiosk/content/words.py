"""The texts of the interface: the visitor's, the staff's, and each level's advice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """Every text of the visitor's screens; a pack that lacks one is refused."""

    red_flag: str
    finished: str
    finished_short: str
    more_below: str
    back_to_top: str
    next_section: str
    on_this_page: str
    disclaimer: str
    nothing_kept: str
    written: str
    review_by: str
    checked_by: str
    not_checked: str
    sources: str
    asked_first: str
    none_heading: str
    none_of_these: str
    none_taken: str
    you_touched: str
    show_again: str
    so_far: str
    can_change: str
    any_of_these: str
    none_fit: str
    yes: str
    no: str
    not_sure: str
    show_to_staff: str
    how_soon: str
    touched_here: str
    answered_no: str
    emergency_title: str
    emergency_desk: str
    emergency_anyone: str
    emergency_drive: str
    emergency_swallow: str
    emergency_elsewhere: str
    say_this: str
    say_words: str
    say_symptoms: str
    between_symptoms: str
    back_to_answers: str
    scan_title: str
    scan_how: str
    close_code: str
    no_code: str
    no_code_now: str
    call_us: str
    ask_reception: str
    from_to: str
    today: str
    closed: str
    your_local_emergency_number: str
    your_local_out_of_hours: str
    invitation: str
    touch_to_begin: str
    still_there: str
    still_there_how: str
    clearing_in: str
    cleaning: str
    cleaning_back_in: str
    languages: str
    text_size: str
    text_size_how: str
    size_1: str
    size_2: str
    size_3: str
    size_4: str
    colours: str
    colours_how: str
    light: str
    dark: str
    high_contrast: str
    reach: str
    lower: str
    reach_how: str
    reach_usual: str
    reach_lower: str
    reach_left: str
    reach_right: str
    listen: str
    stop_listening: str
    stop_short: str
    listen_on: str
    listen_off: str
    no_voice: str
    speech_stopped: str
    read_page: str
    read_short: str
    pause: str
    sentence_before: str
    sentence_before_short: str
    sentence_after: str
    sentence_after_short: str
    speed: str
    volume: str
    slower: str
    faster: str
    quieter: str
    louder: str
    touch_to_use: str
    button: str
    tab: str
    tick_box: str
    ticked: str
    not_ticked: str
    chosen: str
    not_chosen: str
    cannot_be_used: str
    booking_code: str
    picture_shows: str
    keys_how: str
    original_shown: str
    show_staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWords:
    """Every text of the staff's screens; a pack that lacks one is refused."""

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
    time_here: str
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
    sizes_missed: str
    sizes_bad: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The advice of one level: a heading, the same in a few words, and paragraphs."""

    heading: str
    short: str
    lines: tuple[str, ...]
