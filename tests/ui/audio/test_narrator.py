"""Whoever cannot read the screen hears it, and hears first what a touch would do."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from shiboken6 import delete

from kiosk.content.bidi import bare
from kiosk.content.urgent_notices import UrgentNotice
from kiosk.domain.mode import Mode
from kiosk.domain.pin import Pin
from kiosk.domain.preferences import PreferenceQuestion
from kiosk.domain.visit import Visit
from kiosk.ui.audio.listen_controls import VOLUME
from kiosk.ui.audio.narrator import Narrator
from kiosk.ui.audio.reading_script import sentence_position
from kiosk.ui.input.activity import Activity
from kiosk.ui.input.corner_gesture import CornerGesture
from kiosk.ui.input.input_gate import InputGate
from kiosk.ui.input.key_navigation import KeyNavigation
from kiosk.ui.input.second_tap import SecondTap
from kiosk.ui.input.touch_scroller import TouchScroller
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.tick_row import TickRow
from tests.support.fake_voice import FakeVoice
from tests.support.keyboard_user import KeyboardUser
from tests.support.screen import LANDSCAPE, offers, seen, settle, way_to, words

KEY = Qt.Key
PIN = "271828"
A_WHILE_S = 1.0
SAME_DAY = "drooping-eyelid"


class Listener(KeyboardUser):
    """Somebody who touches the glass and listens."""

    def __init__(self, voice, *arguments, **said):
        super().__init__(*arguments, **said)
        self.voice = voice

    @property
    def strings(self):
        return self.shell.contexts.of(self.shell.session.visit).pack.strings

    @property
    def idle_timer(self):
        return self.kiosk.visitor_mode.idle_timer

    @property
    def mode(self):
        return self.kiosk.visitor_mode.mode

    def button(self, said):
        [button] = offers(self.shell, said)
        return button

    def put(self, widget):
        """Touch the middle of what can be seen of a widget."""
        self._clock.advance(A_WHILE_S)
        spot = widget.visibleRegion().boundingRect().center()
        self.devices.click(*widget.mapTo(self.shell, spot).toTuple())

    def touch(self, said):
        self.put(self.button(said))

    def use(self, said):
        self.touch(said)
        self.touch(said)

    def listen(self):
        self.touch(self.strings.listen)

    def use_row(self, row):
        """Touch a row of the checklist twice, wherever it has been scrolled to."""
        seen(self.shell, QScrollArea)[0].ensureWidgetVisible(row)
        settle()
        self.put(row)
        self.put(row)

    def row(self, answer):
        """Open the checklist at an answer."""
        self.shell.session.go_to("check")
        settle()
        row = self.shell.session.findChild(TickRow, answer)
        seen(self.shell, QScrollArea)[0].ensureWidgetVisible(row)
        settle()
        return row


def is_in_sight(widget):
    return widget.visibleRegion().contains(widget.rect().center())


@pytest.fixture
def sit_down(qapp, fonts, clock, tmp_path, qtbot, monkeypatch):
    voice = FakeVoice(qapp)
    monkeypatch.setattr("kiosk.app.sound.has_speech", lambda: True)
    monkeypatch.setattr("kiosk.app.sound.Synthesizer", lambda parent: voice)

    def begin(**said):
        options = {"attract": False} | said
        sat = Listener(voice, qapp, clock, tmp_path, LANDSCAPE, **options)
        qtbot.addWidget(sat.shell, before_close_func=sat.close)
        return sat

    return begin


@pytest.fixture
def deaf(sit_down):
    """Somebody who has not asked for it."""
    return sit_down()


@pytest.fixture
def listener(deaf, voice):
    deaf.listen()
    voice.finish_all()
    voice.said.clear()
    return deaf


@pytest.fixture
def voice(deaf):
    return deaf.voice


def test_a_kiosk_that_speaks_has_every_handler_but_the_lockdown(listener):
    assert [type(handler) for handler in listener.chain.handlers.in_order] == [
        Activity,
        CornerGesture,
        SecondTap,
        InputGate,
        KeyNavigation,
        TouchScroller,
        Narrator,
    ]


def test_nothing_is_said_to_whoever_has_not_asked(deaf, voice):
    deaf.touch(deaf.strings.text_size)
    deaf.press(KEY.Key_Tab, times=3)
    assert voice.said == []


def test_it_says_that_it_is_on_and_what_touches_do(deaf, voice):
    deaf.listen()
    assert voice.said == [deaf.strings.listen_on]
    assert offers(deaf.shell, deaf.strings.read_page)


def test_it_says_that_it_is_off(listener, voice):
    listener.use(listener.strings.stop_listening)
    assert voice.saying == (listener.strings.listen_off, "en")
    assert not offers(listener.shell, listener.strings.read_page)


def test_the_first_touch_says_name_and_kind_and_the_second_acts(listener, voice):
    finish = listener.strings.finished
    listener.touch(finish)
    said = f"{finish}, button. {listener.strings.touch_to_use}"
    assert " ".join(voice.finish_all_words()) == said
    assert listener.mode is Mode.VISIT
    listener.touch(finish)
    assert listener.mode is Mode.FIRST_PAGE


def test_a_touch_of_another_control_says_that_one(listener, voice):
    finish, stop = listener.strings.finished, listener.strings.stop_listening
    for said in (finish, stop, finish):
        listener.touch(said)
        assert voice.saying[0].startswith(f"{said}, button")
        assert listener.mode is Mode.VISIT
        assert listener.shell.session.visit.preferences.listening


def test_a_touch_of_words_between_makes_it_the_first_again(listener, voice):
    finish = listener.strings.finished
    listener.touch(finish)
    listener.put(seen(listener.shell, ClinicName)[0])
    listener.touch(finish)
    assert listener.mode is Mode.VISIT


def test_a_tick_box_says_its_state_before_and_after(listener, voice):
    row = listener.row(SAME_DAY)
    listener.put(row)
    assert "tick box, not ticked" in voice.saying[0]
    assert not row.isChecked()
    listener.put(row)
    assert row.isChecked()
    assert voice.finish_all_words()[0] == "ticked."


def test_what_cannot_be_used_says_so_each_time(listener, voice):
    row = listener.row(SAME_DAY)
    row.setEnabled(False)
    for _ in range(2):
        listener.put(row)
        assert "cannot be used now" in voice.saying[0]
        assert listener.strings.touch_to_use not in voice.finish_all_words()


def test_a_tab_tells_whether_it_is_open(listener, voice):
    tab = way_to(listener.shell, "vision")
    listener.put(tab)
    assert voice.saying[0].startswith(f"{tab.accessibleName()}, tab, Vision problems.")
    listener.shell.session.go_to("vision")
    listener.touch(listener.strings.finished)
    listener.put(tab)
    assert voice.saying[0].startswith(f"{tab.accessibleName()}, tab, chosen")


def test_a_page_is_read_when_it_is_opened(listener, voice):
    page = next(it for it in listener.shell.session.pages if it.id == "vision")
    for _ in range(2):
        listener.put(way_to(listener.shell, "vision"))
    assert voice.saying == (page.title, "en")
    texts = voice.finish_all_words()
    assert page.summary.split(".")[0] in " ".join(texts)


@pytest.mark.parametrize("how", ["touch", "finger", "key", "wheel"])
def test_whatever_is_touched_silences_it_at_once(listener, voice, how):
    listener.shell.session.go_to("vision")
    assert voice.saying
    devices = listener.devices
    if how == "touch":
        QTest.mousePress(devices.window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    elif how == "finger":
        devices.put_finger_down()
    elif how == "key":
        QTest.keyPress(devices.window, KEY.Key_X)
    else:
        devices.turn_wheel()
    assert voice.saying is None


def test_a_touch_that_the_gate_swallows_silences_it_too(listener, voice, clock):
    ask(listener, clock)
    assert voice.saying
    QTest.mousePress(
        listener.devices.window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)
    )
    assert voice.saying is None


def ask(listener, clock):
    for _ in range(100):
        if listener.mode is Mode.VISIT:
            clock.advance(10)
            listener.idle_timer.tick()
    settle()


def test_the_idle_question_is_asked_aloud(listener, voice, clock):
    ask(listener, clock)
    strings = listener.strings
    assert voice.saying == (f"{strings.still_there} {strings.still_there_how}", "en")


@pytest.mark.parametrize("mode", [Mode.VISIT, Mode.ASKING])
def test_the_time_stands_still_while_it_speaks(listener, voice, clock, mode):
    listener.shell.session.go_to("vision")
    if mode is Mode.ASKING:
        voice.finish_all()
        ask(listener, clock)
    clock.advance(100_000)
    listener.idle_timer.tick()
    assert listener.mode is mode
    voice.finish_all()
    clock.advance(100_000)
    listener.idle_timer.tick()
    assert listener.mode is Mode.FIRST_PAGE


def test_a_session_drawn_anew_is_read_on_and_ends_as_ever(listener, voice, clock):
    """As when the clinic closes: nobody has touched anything."""
    listener.shell.session.go_to("vision")
    voice.finish()
    before = voice.saying
    listener.shell.serve(listener.shell.contexts)
    settle()
    assert voice.saying == before
    voice.finish_all()
    ask(listener, clock)
    assert listener.mode is Mode.ASKING


def test_the_bar_steers_the_voice(listener, voice):
    strings = listener.strings
    listener.shell.session.go_to("vision")
    first = voice.finish()
    second = voice.saying
    listener.use(strings.sentence_before)
    assert voice.saying == first
    listener.use(strings.sentence_after)
    assert voice.saying == second
    listener.touch(strings.pause)  # this very touch pauses it
    voice.finish_all()
    listener.touch(strings.read_page)
    assert voice.saying == second


@pytest.mark.parametrize(
    ("control", "said", "change"),
    [("speed", "faster", (1, VOLUME)), ("volume", "louder", (0, VOLUME + 20))],
)
def test_pace_and_volume_change_and_end_with_the_visit(
    listener, voice, control, said, change
):
    listener.use(getattr(listener.strings, control))
    assert (voice.pace, voice.volume) == change
    assert voice.saying[0] == getattr(listener.strings, said)
    listener.use(listener.strings.finished)
    assert (voice.pace, voice.volume) == (0, VOLUME)


def test_it_is_never_turned_to_nothing_nor_beyond(listener, voice):
    strings, said, volumes, paces = listener.strings, [], [], []
    listener.touch(strings.volume)
    for _ in range(5):
        listener.touch(strings.volume)
        said.append(voice.saying[0])
        volumes.append(voice.volume)
    listener.touch(strings.speed)
    for _ in range(5):
        listener.touch(strings.speed)
        said.append(voice.saying[0])
        paces.append(voice.pace)
    assert volumes == [80, 100, 20, 40, VOLUME]
    assert paces == [1, 2, -2, -1, 0]
    louder, faster = strings.louder, strings.faster
    assert said[:5] == [louder, louder, strings.quieter, louder, louder]
    assert said[5:] == [faster, faster, strings.slower, faster, faster]


@pytest.mark.parametrize("attract", [False, True])
def test_the_end_of_a_visit_silences_and_forgets(sit_down, qtbot, attract):
    listener = sit_down(attract=attract)
    listener.devices.click()
    listener._clock.advance(A_WHILE_S)
    listener.listen()
    listener.shell.session.go_to("vision")
    assert listener.voice.saying
    listener.shell.finish()
    assert listener.voice.saying is None
    qtbot.waitUntil(lambda: listener.shell.session is not None)
    assert not listener.shell.session.visit.preferences.listening


def test_cleaning_silences(listener, voice):
    listener.shell.session.go_to("vision")
    listener.kiosk.visitor_mode.clean()
    settle()
    assert voice.saying is None


def test_a_pin_is_never_said(sit_down):
    pin = Pin.hashed(PIN, b"0123456789abcdef")
    listener = sit_down(pin=pin)
    listener.listen()
    listener.shell.session.staff_requested.emit()
    settle()
    assert seen(listener.shell, PinPad)
    listener.voice.said.clear()
    for digit in "12":
        listener.touch(digit)
    listener.press(KEY.Key_Tab, times=4)
    assert listener.voice.said == []


def test_a_language_is_read_with_its_own_voice(listener, voice):
    listener.shell.open(listener.shell.session.visit.in_language("ar"))
    settle()
    name, title = (
        listener.shell.contexts.of(Visit(language="ar")).pack.name,
        listener.shell.session.title,
    )
    assert voice.saying == (f"{name}. {title}", "ar")
    listener.shell.session.go_to("vision")
    assert voice.saying[1] == "ar"


def test_a_language_to_choose_is_said_in_that_language(listener, voice):
    listener.shell.session.ask_preference(PreferenceQuestion.LANGUAGES)
    settle()
    listener.touch("Español")
    assert voice.saying == ("Español", "es")
    voice.finish()
    assert voice.saying == ("button, not chosen.", "en")


def test_a_language_without_a_voice_says_so_on_the_screen(listener, voice):
    voice.languages = frozenset({"en"})
    listener.shell.open(listener.shell.session.visit.in_language("ar"))
    settle()
    said = listener.strings.no_voice.replace("{language}", "العربية")
    assert said in words(listener.shell)
    assert "no speech" in listener.kiosk._services.report.last[0]


def test_the_name_of_a_language_without_a_voice_hinders_nothing(listener, voice):
    voice.languages = frozenset({"en"})
    listener.shell.session.ask_preference(PreferenceQuestion.LANGUAGES)
    settle()
    assert "Español" in voice.finish_all_words()
    listener.touch("Español")
    assert voice.saying[0].startswith("Español")


def test_a_voice_that_fails_says_so_on_the_screen_until_it_is_heard(listener, voice):
    stopped = listener.strings.speech_stopped
    listener.shell.session.go_to("vision")
    voice.fail()
    assert stopped in words(listener.shell)
    listener.touch(listener.strings.finished)
    assert stopped in words(listener.shell)
    voice.finish()
    assert stopped not in words(listener.shell)


def test_a_voice_that_fails_is_not_asked_again_by_itself(listener, voice):
    """A server that does not start would be started for ever."""
    voice.asked = 0
    voice.is_ill = True
    listener.shell.session.go_to("vision")
    assert voice.asked == 0


def test_a_visit_goes_on_ending_after_a_voice_has_failed(listener, voice, clock):
    voice.is_ill = True
    listener.shell.session.go_to("vision")
    ask(listener, clock)
    assert listener.mode is Mode.ASKING


def test_an_emergency_is_read(listener, voice):
    listener.shell.session.show_emergency()
    settle()
    assert seen(listener.shell, EmergencyView)
    texts = " ".join(voice.finish_all_words())
    assert texts.startswith(listener.strings.emergency_title)
    assert listener.strings.emergency_elsewhere.split(".")[0] in texts


def test_an_emergency_in_another_language_is_read_in_that_one(listener, voice):
    listener.shell.session.show_emergency()
    listener.shell.open(listener.shell.session.visit.in_language("es"))
    settle()
    assert voice.saying == (listener.strings.emergency_title, "es")


def test_advice_that_changes_is_said(listener, voice):
    row = listener.row(SAME_DAY)
    listener.put(row)
    listener.put(row)
    heading = listener.shell.session._screen.pages.advice_heading
    assert heading
    assert voice.finish_all_words()[-1] == heading


def test_advice_that_has_come_is_read_and_advice_that_has_gone_is_not(listener, voice):
    row = listener.row(SAME_DAY)
    listener.use_row(row)
    heading = listener.shell.session._screen.pages.advice_heading
    listener.press(KEY.Key_Tab)
    voice.finish_all()
    voice.said.clear()
    listener.use(listener.strings.read_page)
    assert heading in voice.finish_all_words()
    listener.use_row(row)
    voice.finish_all()
    voice.said.clear()
    listener.use(listener.strings.read_page)
    assert heading not in voice.finish_all_words()


def test_a_control_deleted_since_it_was_described_is_no_error(listener, voice):
    listener.put(listener.row(SAME_DAY))
    described = listener.kiosk._narrator._explorer._described
    assert isinstance(described, TickRow)
    delete(described)
    listener.shell.session.changed.emit()


def test_a_touch_of_words_reads_from_there(listener, voice):
    listener.shell.session.go_to("vision")
    settle()
    script = listener.kiosk._narrator._reader._script
    sentence = next(it for it in script if it.start and is_in_sight(it.widget))
    spot = sentence_position(sentence) + QPoint(8, 8)
    listener._clock.advance(A_WHILE_S)
    listener.devices.click(*sentence.widget.mapTo(listener.shell, spot).toTuple())
    assert voice.saying[0] in (sentence.text, _before(script, sentence).text)
    assert listener.kiosk._narrator._reader.is_playing


def _before(script, sentence):
    return script[script.index(sentence) - 1]


def test_a_touch_of_words_beside_the_page_says_them(listener, voice):
    [strip] = seen(listener.shell, ClinicName)
    listener.put(strip)
    assert voice.saying[0] == bare(strip.text())


def test_a_stroke_that_begins_on_a_control_scrolls(listener, voice, qtbot):
    listener.shell.session.go_to("check")
    settle()
    rows = [it for it in seen(listener.shell, TickRow) if is_in_sight(it)]
    areas = seen(listener.shell, QScrollArea)
    bar = next(it for it in areas if it.isAncestorOf(rows[-1])).verticalScrollBar()
    x, y = rows[-1].mapTo(listener.shell, rows[-1].rect().center()).toTuple()
    window, left = listener.devices.window, Qt.MouseButton.LeftButton
    listener._clock.advance(A_WHILE_S)
    QTest.mousePress(window, left, pos=QPoint(x, y), delay=20)
    for step in range(40, 401, 40):
        QTest.mouseMove(window, QPoint(x, y - step), 20)
    qtbot.waitUntil(lambda: bar.value() > 100)  # Qt moves it in its own time
    QTest.mouseRelease(window, left, pos=QPoint(x, y - 400), delay=20)
    assert not any(row.isChecked() for row in rows)


def test_keys_say_where_one_is(listener, voice):
    name = listener.press(KEY.Key_Tab)
    control = listener.control
    assert voice.saying[0].startswith(control.accessibleName())
    listener.press(KEY.Key_Tab)
    assert listener.name != name
    assert voice.saying[0].startswith(listener.control.accessibleName())


def test_a_page_opened_by_key_is_read_and_then_where_one_is(listener, voice):
    listener.shell.session.go_to("check")
    settle()
    listener.choose("home")
    assert voice.saying[0] == listener.shell.session.title
    voice.finish_all()
    assert listener.front.isAncestorOf(listener.control)
    assert voice.said[-1].startswith(listener.control.accessibleName())


def test_headphones_turn_it_on_and_off(sit_down):
    deaf = sit_down(keys={"quiet": "F23"})
    voice = deaf.voice
    deaf.press(KEY.Key_F24)
    settle()
    assert voice.said == [deaf.strings.listen_on]
    deaf.press(KEY.Key_F23)
    settle()
    assert voice.said[-1] == deaf.strings.listen_off


def test_the_panel_tells_which_languages_have_a_voice(listener, voice, qtbot):
    voice.languages = frozenset({"en", "es"})
    content = listener.kiosk.content
    with qtbot.waitSignal(content.idle, timeout=60_000):
        content.read_again()
    content.show_latest()
    told = dict(listener.kiosk._facts())
    staff = listener.shell.context.pack.staff
    assert told[staff.voices].splitlines() == [
        "English: there is one",
        "العربية: none installed",
        "Español: there is one",
    ]


def test_the_end_of_the_program_is_silent(listener, voice, qapp):
    listener.shell.session.go_to("vision")
    qapp.aboutToQuit.emit()
    assert voice.is_closed


def test_a_kiosk_that_gives_up_is_silent(listener, voice):
    listener.shell.session.go_to("vision")
    listener.kiosk.stop()
    listener.shell.show_trouble("a problem", "112")
    settle()
    assert voice.saying is None
    listener.devices.click()
    assert voice.saying is None


def test_without_speech_there_is_no_button(qapp, fonts, clock, tmp_path, qtbot):
    user = KeyboardUser(qapp, clock, tmp_path, LANDSCAPE, attract=False)
    qtbot.addWidget(user.shell, before_close_func=user.close)
    assert not offers(user.shell, "Listen")
    user.press(KEY.Key_F24)
    settle()
    assert not user.shell.session.visit.preferences.listening


def test_an_urgent_notice_is_read_before_the_first_page_alone(deaf, voice):
    words = "Lot 12 is recalled."
    contexts, days = deaf.shell.contexts, (date.min, date.max)
    pack = contexts.library.packs["en"]
    pack = replace(pack, notices=(UrgentNotice(*days, words, "en"),))
    packs = {**contexts.library.packs, "en": pack}
    library = replace(contexts.library, packs=packs)
    deaf.shell.serve(replace(contexts, library=library))
    deaf.listen()
    for page, first in (("vision", words), ("headaches", "")):
        voice.finish_all()
        voice.said.clear()
        deaf.shell.session.go_to(page)
        assert voice.said == [first or pack.page(page).title]
