"""A kiosk as staff find it: the door, the panel, and what outlives a restart."""

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel
from shiboken6 import delete

from kiosk.app import run
from kiosk.app.content_display import ContentDisplay
from kiosk.app.content_service import ContentService
from kiosk.app.kiosk import RESTART
from kiosk.app.problems import Reporter
from kiosk.app.services import Services
from kiosk.content.attract_slides import slides
from kiosk.content.placeholders import fill
from kiosk.domain.device_settings import DeviceSettings
from kiosk.domain.mode import RULES, Mode
from kiosk.domain.pin import Pin, PinAttempts
from kiosk.domain.visit import Visit
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.snapshot import Snapshot
from kiosk.files.versions import program_version
from kiosk.ui.audio.chime import is_installed
from kiosk.ui.input.corner_gesture import CORNER_MM, CornerGesture
from kiosk.ui.modes.staff_mode import StaffMode
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.screens.trouble_view import TroubleView
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell
from tests.support.screen import offers, seen, settle, touch, words
from tests.support.shipped import CONTENT

RIGHT, WRONG = "4829", "4820"
LINE = Pin.hashed(RIGHT, b"sixteen bytes it").line
QUIET = "[idle]\nattract = false\n"
LOCKED = f'{QUIET}[staff]\npin = "{LINE}"\n'
OFFICE = '[clinic.hours]\nmonday = "09:00-17:00"\n'
NO_PICTURE = "\n\n![nothing](nowhere.svg)\n"
SCREENS = (Session, PinPad, StaffPanel, CleaningView, TroubleView)


def labels_of(shell):
    """Return the text of each label in sight."""
    return {label.text() for label in seen(shell, QLabel)}


@pytest.fixture
def settings_file(tmp_path):
    return tmp_path / "clinic.toml"


@pytest.fixture
def state(tmp_path):
    return DeviceSettingsFile(tmp_path / "state" / "state.json")


@pytest.fixture
def report():
    return Reporter()


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content, to spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def start(qapp, clock, settings_file, content, state, report):
    """Start a kiosk in place of the one before; tell its window."""
    running = []

    def stop():
        while running:
            kiosk = running.pop()
            delete(kiosk.shell)
            delete(kiosk)

    def begin(settings=LOCKED, *, windowed=True):
        stop()
        settings_file.write_text(settings)
        options = run.StartOptions(settings_file, content, windowed)
        kiosk = run.Program(qapp, options, Services(clock.clock, state, report))
        running.append(kiosk)
        kiosk.start()
        settle()
        return kiosk.shell

    yield begin
    stop()
    qapp.setStyleSheet("")


@pytest.fixture
def shell(start):
    return start()


@pytest.fixture
def panel(shell, read_content):
    """Stand before the panel, as after the right PIN; tell the window."""
    read_content(shell)
    open_panel(shell)
    return shell


@pytest.fixture
def read_content(qtbot):
    """Wait until all that was asked for of the content is read, and shown if it may."""

    def waiting(shell):
        qtbot.waitUntil(lambda: shell._is_painted)
        settle()
        content = shell.findChild(ContentService)
        qtbot.waitUntil(lambda: not content.is_reading, timeout=60_000)
        settle()

    return waiting


@pytest.fixture
def said(pack):
    return pack.staff


@pytest.fixture
def read_again(panel, said, read_content):
    """Have the content read again, and look at the panel that tells of it."""

    def reading():
        touch(panel, said.reload)
        read_content(panel)
        return facts(panel, said)

    return reading


def open_panel(shell):
    shell.findChild(StaffMode).show_panel()
    settle()


def test_reading_the_rest_of_the_content_leaves_the_screen_as_it_is(
    shell, read_content
):
    """A screen reader, or a finger, may be on a widget by then."""
    session = shell.session
    read_content(shell)
    assert shell.session is session


def test_once_all_is_read_the_invitation_has_the_facts_of_each_language(
    start, read_content
):
    shell = start("")
    shell.resize(1920, 1080)
    read_content(shell)
    [attract] = seen(shell, Attract)
    library = shell.contexts.library
    all_facts = {slide.fact for slide in slides(library.ready_packs)}
    assert len(all_facts) > len(library.languages) == len(library.ready_packs)
    shown = set()
    for _ in range(len(all_facts)):
        attract.next_slide()
        settle()
        shown |= all_facts & set(words(attract))
    assert shown == all_facts


def enter(shell, said, digits):
    for digit in digits:
        touch(shell, digit)
    touch(shell, said.enter)


def standing(shell):
    [one] = [kind for kind in SCREENS if seen(shell, kind)]
    return one


def facts(shell, said):
    """Return what the panel tells, by what it is about."""
    assert standing(shell) is StaffPanel
    read = words(shell)
    read = read[read.index(said.program) :]
    return dict(zip(read[:28:2], read[1:28:2], strict=True))


def pages_shown(count):
    """Return what is told of the languages, each with so many pages of its own."""
    return [f"{name}: {count} shown" for name in ("English", "العربية", "Español")]


def can_open(shell, page):
    """Tell whether a page is offered on the first page, by a tab or a tile."""
    ways = (page.title, page.tab, page.tile)
    return any(offers(shell, words) for words in ways)


def spoil(page):
    page.write_text("no front matter")


def spoil_body(page):
    page.write_text(page.read_text() + NO_PICTURE)


def test_whoever_holds_the_name_and_knows_the_pin_is_let_in(shell, said):
    [name] = seen(shell, ClinicName)
    name.held.emit()
    assert standing(shell) is PinPad
    enter(shell, said, RIGHT)
    assert standing(shell) is StaffPanel


def test_with_no_pin_set_knocking_does_nothing(start):
    shell = start(QUIET)
    before = shell.session
    [name] = seen(shell, ClinicName)
    name.held.emit()
    settle()
    assert standing(shell) is Session
    assert shell.session is before


def test_with_no_pin_set_the_kiosk_says_so_in_one_line(start, settings_file, capsys):
    start(QUIET)
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kiosk: {settings_file}: no staff PIN is set")
    assert "kiosk pin" in line


def test_with_a_pin_set_there_is_nothing_to_say(start, capsys):
    start()
    assert capsys.readouterr().err == ""


def test_the_panel_tells_of_this_kiosk(panel, said, content, settings_file, pack):
    told = facts(panel, said)
    assert told[said.program] == program_version()
    assert told[said.content] == f"{Snapshot.take(content).fingerprint}  {content}"
    assert told[said.pages].splitlines() == pages_shown(len(pack.pages))
    assert told[said.settings] == str(settings_file)
    assert told[said.left_out] == told[said.problems] == said.none


def test_the_panel_tells_how_long_the_kiosk_has_been_running(shell, said, clock):
    clock.advance(3661)
    open_panel(shell)
    assert facts(shell, said)[said.running_for] == "1:01:01"


def test_the_panel_tells_how_wide_the_picture_is(start, said):
    shell = start(f"{LOCKED}[screen]\nwidth_mm = 250\n", windowed=False)
    open_panel(shell)
    assert facts(shell, said)[said.screen] == "250 mm wide"


def test_the_panel_tells_how_wide_a_small_picture_is(start, said):
    shell = start(f"{LOCKED}[screen]\nwidth_mm = 120\n", windowed=False)
    open_panel(shell)
    assert facts(shell, said)[said.screen] == "120 mm wide"


@pytest.mark.parametrize("way", [spoil, spoil_body])
def test_the_panel_names_the_pages_left_out_at_start(
    start, said, content, read_content, way
):
    way(content / "en" / "vision.md")
    shell = start()
    read_content(shell)
    open_panel(shell)
    assert facts(shell, said)[said.left_out] == "en/vision"
    assert "en/vision.md" in facts(shell, said)[said.problems]


def test_nothing_of_a_visit_is_told_to_staff(shell, said, pack, capsys):
    signs = {"drooping-eyelid", "tension"}
    shell.open(Visit(page="check", answers=frozenset(signs)))
    shell.session.staff_requested.emit()
    enter(shell, said, RIGHT)
    told = "\n".join([*words(shell), *capsys.readouterr()]).lower()
    for sign in signs:
        assert sign not in told
        assert pack.answers[sign].lower() not in told


@pytest.mark.parametrize("way", [spoil, spoil_body])
def test_a_page_spoiled_on_disk_is_named_and_shown_as_it_was(
    read_again, panel, said, content, pack, way
):
    way(content / "en" / "vision.md")
    told = read_again()
    assert told[said.left_out] == "en/vision"
    assert told[said.pages].splitlines() == pages_shown(len(pack.pages))
    assert "vision.md" in told[said.problems]
    assert "(the last good version of it is shown)" in told[said.problems]
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


@pytest.mark.parametrize("is_there", [True, False])
def test_what_is_wrong_with_content_read_again_stands_above_all_facts(
    read_again, panel, said, content, is_there
):
    read_again()
    assert said.reload_good in words(panel)
    spoil(content / "en" / "vision.md") if is_there else shutil.rmtree(content)
    read_again()
    told = words(panel)
    wrong = told[told.index(said.title) + 2]
    assert wrong.startswith(str(content))
    assert wrong != told[told.index(said.program) + 3]
    ended = said.reload_problems if is_there else said.reload_failed
    assert fill(ended, {"count": "1"}) in told


def test_visitors_read_what_was_written_anew(read_again, panel, said, content):
    page = content / "en" / "home.md"
    page.write_text(page.read_text().replace("title: Nerve", "title: New nerve"))
    read_again()
    touch(panel, said.lock)
    assert any("New nerve" in line for line in words(panel))


@pytest.mark.parametrize("way", [spoil, spoil_body])
def test_a_page_that_was_repaired_comes_back(
    read_again, panel, said, content, pack, way
):
    page = content / "en" / "vision.md"
    good = page.read_text()
    way(page)
    read_again()
    page.write_text(good)
    assert read_again()[said.left_out] == said.none
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


UNUSABLE = {
    "no page at all": lambda folder: [spoil(p) for p in (folder / "en").glob("*.md")],
    "no folder at all": shutil.rmtree,
}


@pytest.mark.parametrize("ruin", UNUSABLE.values(), ids=UNUSABLE)
def test_content_that_cannot_be_used_is_named_and_changes_nothing(
    read_again, panel, said, content, pack, ruin
):
    shown = facts(panel, said)[said.content]
    ruin(content)
    told = read_again()
    first, why = told[said.content].splitlines()[:2]
    assert first == shown
    assert why.startswith(str(content))
    assert told[said.problems].splitlines()[0].startswith(str(content))
    assert told[said.pages].splitlines() == pages_shown(len(pack.pages))
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


def test_staff_read_why_new_content_is_not_shown(
    shell, said, content, read_content, monkeypatch
):
    monkeypatch.setattr("kiosk.app.content_watch.SETTLE_MS", 0)
    read_content(shell)
    spoil(content / "es" / "vision.md")
    shell.findChild(ContentService).look_again()
    read_content(shell)
    open_panel(shell)
    told = facts(shell, said)
    why = told[said.content].splitlines()[1]
    assert "es/vision.md" in why
    assert "the content as it was read before is still shown" in why
    assert told[said.left_out] == said.none


def test_content_that_was_repaired_is_used_again(read_again, said, content):
    away = content.rename(content.with_name("away"))
    read_again()
    away.rename(content)
    spoil(content / "en" / "vision.md")
    told = read_again()
    assert told[said.left_out] == "en/vision"
    assert len(told[said.content].splitlines()) == 1


def test_a_page_left_out_before_stays_named_with_content_that_cannot_be_used(
    read_again, said, content
):
    spoil(content / "en" / "vision.md")
    read_again()
    shutil.rmtree(content)
    assert read_again()[said.left_out] == "en/vision"


def test_content_with_no_page_to_read_to_its_end_changes_nothing(
    panel, said, content, pack, read_content
):
    for page in (content / "en").glob("*.md"):
        spoil_body(page)
    touch(panel, said.reload)
    read_content(panel)
    assert standing(panel) is StaffPanel
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


def test_a_first_page_spoiled_further_down_is_left_out_and_named(
    read_again, said, content, pack
):
    spoil(content / "en" / "home.md")
    spoil_body(content / "en" / f"{pack.pages[1].id}.md")
    told = read_again()
    assert {"en/home", f"en/{pack.pages[1].id}"} <= set(told[said.left_out].split(", "))


def test_a_page_left_out_is_named_once_however_often_the_clinic_closes(
    start, said, content, clock, read_content
):
    spoil(content / "en" / "vision.md")
    shell = start(LOCKED + OFFICE)
    read_content(shell)
    for hour in (18, 12):
        clock.wall = datetime(2026, 11, 23, hour, tzinfo=UTC)
        shell.findChild(VisitorMode).check_opening_hours()
        read_content(shell)
    open_panel(shell)
    assert facts(shell, said)[said.left_out] == "en/vision"


def break_pack(language):
    """Spoil the words of a language below its head: it seems to be there."""
    return lambda content: append(content / language / "pack.toml", "\n[staff")


def append(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def change_original(content):
    page = content / "en" / "vision.md"
    page.write_text(page.read_text("utf-8") + "\nOne more.\n", "utf-8")


def codes(shell):
    return [language.code for language in shell.contexts.library.languages]


def test_a_slip_in_its_words_costs_no_language_and_is_told(
    start, said, content, read_content
):
    break_pack("es")(content)
    shell = start()
    read_content(shell)
    assert codes(shell) == ["en", "ar", "es"]
    open_panel(shell)
    told = facts(shell, said)
    assert told[said.left_out] == said.none
    assert "es/pack.toml" in told[said.problems]


def test_a_language_may_be_chosen_before_its_slips_are_known(
    start, content, read_content
):
    """A visitor is faster than whoever read_contents."""
    break_pack("es")(content)
    shell = start()
    answered = Visit(page="check", answers=frozenset({"tension"}))
    shell.open(answered)
    shell.open(answered.in_language("es"))
    read_content(shell)
    assert shell.session.visit.answers == answered.answers
    assert shell.session.language == "es"


def test_a_translation_of_another_text_gives_way_to_the_original(
    start, said, content, read_content
):
    change_original(content)
    shell = start()
    read_content(shell)
    assert shell.contexts.library.packs["es"].page("vision").language == "en"
    open_panel(shell)
    told = facts(shell, said)
    assert told[said.left_out] == "ar/vision, es/vision"
    assert told[said.outdated] == "العربية: Vision\nEspañol: Vision"


def test_a_page_in_the_words_of_the_original_says_so(start, content, read_content):
    change_original(content)
    shell = start()
    read_content(shell)
    shell.open(Visit(page="vision", language="es"))
    settle()
    strings = shell.contexts.library.packs["es"].strings
    assert strings.original_shown.replace("{language}", "English") in words(shell)


RUINS = {
    "one language": break_pack("es"),
    "the first language": break_pack("en"),
    "no folder": shutil.rmtree,
}


@pytest.mark.parametrize("ruin", RUINS.values(), ids=RUINS)
def test_a_clinic_closes_in_the_words_that_were_read_whatever_the_disk_holds_now(
    start, content, clock, read_content, ruin
):
    shell = start(LOCKED + OFFICE)
    read_content(shell)
    answers = frozenset({"tension"})
    shell.findChild(VisitorMode).resume()
    shell.open(Visit(page="check", language="es", answers=answers))
    ruin(content)
    clock.wall = datetime(2026, 11, 23, 18, tzinfo=UTC)
    shell.findChild(VisitorMode).check_opening_hours()
    read_content(shell)
    assert shell.session.language == "es"
    assert shell.session.visit.answers == answers
    assert not shell.contexts.library.is_open


@pytest.mark.parametrize("ruin", RUINS.values(), ids=RUINS)
def test_content_that_breaks_under_a_visitor_takes_nothing_from_them(
    start, content, read_content, ruin
):
    shell = start()
    read_content(shell)
    ruin(content)
    shell.session.go_to("vision")
    assert shell.session.visit.page == "vision"
    shell.open(shell.session.visit.in_language("es"))
    assert shell.session.language == "es"
    shell.finish()
    settle()
    assert standing(shell) is Session


@pytest.mark.parametrize(
    ("wanted", "there"), [('["es", "en"]', ["es", "en"]), ('["ar"]', ["ar"])]
)
def test_a_clinic_has_the_languages_it_wants(start, wanted, there):
    shell = start(f"{LOCKED}[content]\nlanguages = {wanted}\n")
    assert codes(shell) == there
    assert shell.session.language == there[0]


def test_a_language_that_a_clinic_wants_and_is_not_there_is_named(start, qtbot, capsys):
    shell = start(f'{LOCKED}[content]\nlanguages = ["fr"]\n')
    assert standing(shell) is Session
    named = "there is no language 'fr'"
    qtbot.waitUntil(lambda: named in capsys.readouterr().err)


def card(shell):
    """Return how wide a card is, as drawn to measure with."""
    frames = seen(shell, QFrame)
    [frame] = [f for f in frames if f.property("role") == "card_outline"]
    return frame.width()


def measure(shell, said):
    """Make the card a little smaller and keep that; return how wide it was then."""
    touch(shell, said.calibrate)
    touch(shell, said.much_smaller)
    width = card(shell)
    touch(shell, said.keep)
    return width


WINDOWED = [
    False,
    True,
]


@pytest.mark.parametrize("windowed", WINDOWED, ids=["all of the screen", "in a window"])
def test_once_measured_everything_is_drawn_to_measure(start, said, windowed):
    shell = start(windowed=windowed)
    before = shell.context.look.metrics.px_per_mm
    open_panel(shell)
    width = measure(shell, said)
    assert standing(shell) is StaffPanel
    assert shell.context.look.metrics.px_per_mm < before
    touch(shell, said.calibrate)
    assert card(shell) == width


def test_the_next_start_knows_what_was_measured(start, said, state):
    shell = start(windowed=False)
    open_panel(shell)
    measure(shell, said)
    measured = shell.context.look.metrics
    assert state.read().width_mm == pytest.approx(800 / measured.px_per_mm, abs=0.1)
    assert start(windowed=False).context.look.metrics == measured


def test_the_corners_are_as_large_as_was_measured(start, said):
    shell = start(windowed=False)
    open_panel(shell)
    measure(shell, said)
    [corners] = shell.findChildren(CornerGesture)
    assert corners.corner_px == shell.context.look.metrics.px(CORNER_MM)


@pytest.mark.skipif(not is_installed(), reason="sound is not installed")
def test_the_next_start_knows_how_loud_it_was(start, said, state):
    state.write(DeviceSettings(volume=20))
    shell = start()
    open_panel(shell)
    touch(shell, said.quieter)
    assert facts(shell, said)[said.sound] == "0%"
    shell = start()
    open_panel(shell)
    assert facts(shell, said)[said.sound] == "0%"


@pytest.mark.parametrize(("deed", "status"), [("restart", RESTART), ("quit", 0)])
def test_two_touches_end_the_program(panel, said, qapp, deed, status):
    [button] = offers(panel, getattr(said, deed))
    patience = QTimer(panel, singleShot=True, interval=5000)
    patience.timeout.connect(lambda: qapp.exit(99))
    for act in (button.click, button.click, patience.start):
        QTimer.singleShot(0, act)
    assert qapp.exec() == status


def test_every_start_begins_locked(start, panel):
    shell = start()
    assert standing(shell) is Session


def test_two_minutes_of_silence_lock_the_panel(panel, clock):
    clock.advance(RULES[Mode.STAFF].silence.after_s)
    panel.findChild(VisitorMode).idle_timer.tick()
    settle()
    assert standing(panel) is Session


def test_a_bug_locks_the_panel(panel, qapp):
    kiosk = next(k for k in qapp.children() if isinstance(k, run.Program))
    kiosk.start_over_after(ValueError, ValueError("x"), None)
    settle()
    assert standing(panel) is Session


def test_a_restart_does_not_open_a_closed_pad(start, said, state):
    state.write(DeviceSettings(PinAttempts(4)))
    shell = start()
    shell.session.staff_requested.emit()
    enter(shell, said, WRONG)
    shell = start()
    shell.session.staff_requested.emit()
    enter(shell, said, RIGHT)
    assert standing(shell) is PinPad


def test_wrong_pins_are_counted_over_restarts(start, said, state):
    for count in (1, 2):
        shell = start()
        shell.session.staff_requested.emit()
        enter(shell, said, WRONG)
        assert state.read().tries == PinAttempts(count)


def test_what_was_kept_and_cannot_be_read_is_told_in_one_line(start, state, capsys):
    state.path.parent.mkdir()
    state.path.write_text("[")
    shell = start()
    assert standing(shell) is Session
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kiosk: {state.path}: ")


def test_what_cannot_be_kept_is_told_and_holds_until_the_next_start(
    start, said, state, capsys
):
    state.path.parent.write_text("a file in the folder's place")
    shell = start()
    shell.session.staff_requested.emit()
    enter(shell, said, RIGHT)
    assert standing(shell) is StaffPanel
    assert "until the next start" in facts(shell, said)[said.problems]


@pytest.mark.parametrize("settings", [QUIET, LOCKED], ids=["no PIN", "a PIN"])
def test_holding_the_corners_lets_anybody_wipe_the_glass(start, settings):
    shell = start(settings)
    [corners] = shell.findChildren(CornerGesture)
    corners.held.emit()
    settle()
    assert standing(shell) is CleaningView


def test_holding_the_corners_of_a_kiosk_in_trouble_does_nothing(
    start, qapp, monkeypatch
):
    shell = start()
    monkeypatch.setattr(Shell, "finish", lambda shell: 1 / 0)
    program = next(it for it in qapp.children() if isinstance(it, run.Program))
    program.start_over_after(ValueError, ValueError("x"), None)
    settle()
    assert standing(shell) is TroubleView
    [corners] = shell.findChildren(CornerGesture)
    corners.held.emit()
    assert standing(shell) is TroubleView


def test_an_urgent_notice_comes_and_goes_by_the_clock_alone(
    start, content, clock, read_content
):
    words = "Lot 12 is recalled. Tell the desk."
    dates = "from = 2026-11-24\nuntil = 2026-11-25\n"
    (content / "notices.toml").write_text(f'[[notice]]\n{dates}en = "{words}"\n')
    shell = start()
    read_content(shell)
    display = shell.findChild(ContentDisplay)
    seen_on = []
    for day in (23, 24, 25, 26):
        clock.wall = datetime(2026, 11, day, 12, tzinfo=UTC)
        display.show_notices_of_today()
        settle()
        if words in labels_of(shell):
            seen_on.append(day)
    assert seen_on == [24, 25]


def test_an_urgent_notice_waits_for_the_end_of_a_visit(
    start, content, clock, read_content
):
    (content / "notices.toml").write_text(
        '[[notice]]\nuntil = 2026-11-24\nen = "Lot 12 is recalled."\n'
    )
    shell = start()
    read_content(shell)
    shell.findChild(VisitorMode).resume()
    visit = shell.session
    clock.wall = datetime(2026, 11, 25, 12, tzinfo=UTC)
    shell.findChild(ContentDisplay).show_notices_of_today()
    assert shell.session is visit
    shell.finish()
    settle()
    assert "Lot 12 is recalled." not in labels_of(shell)
