"""The whole program: started well, started badly, and gone wrong."""

import gc
import re
import shutil
import sys
import time
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from kiosk.app import run
from kiosk.app.loading import width_problem
from kiosk.app.machine.clocks import system_clock
from kiosk.app.problems import Reporter
from kiosk.app.services import Services
from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.files.device_settings import DeviceSettingsFile
from kiosk.files.library import LibraryLoader
from kiosk.ui.window import shell
from kiosk.ui.window.shell import Shell
from tests.support.screen import put_on
from tests.support.shipped import CONTENT

GOOD = '[clinic]\nemergency_number = "112"\n[idle]\nattract = false\n'
DEEP = f"deep = {'[' * 5000}\n"
NO_KEY = '[access.keys]\nhelp = "Nowhere"\n'


@pytest.fixture
def settings_file(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def start(qapp, clock, tmp_path):
    """Start kiosks, and end them afterwards."""
    started = []

    def begin(*, windowed=True, **options):
        state = DeviceSettingsFile(tmp_path / "state" / "state.json")
        services = Services(clock.clock, state, Reporter())
        kiosk = run.Program(
            qapp, run.StartOptions(windowed=windowed, **options), services
        )
        started.append(kiosk)
        kiosk.start()
        return kiosk

    yield begin
    for kiosk in started:
        delete(kiosk._shell)
        delete(kiosk)
    put_on(qapp, None)


def said(qapp):
    [shell] = [w for w in qapp.topLevelWidgets() if isinstance(w, Shell)]
    return "\n".join(label.text() for label in shell.findChildren(QLabel))


def test_the_first_page_is_shown(start, qapp, settings_file, pack):
    assert not start(config=settings_file).trouble
    assert pack.pages[0].title in said(qapp)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ("[booking", ":5: this line is no heading"),
        ('[booking]\nurl = "ftp://x"', ":6: booking.url: "),
        ('[screen]\nwidth_mm = "wide"', ":6: screen.width_mm: "),
        (DEEP, ":5: idle.deep: is nested too deeply"),
        (NO_KEY, ":6: access.keys.help: there is no key"),
    ],
)
def test_wrong_settings_are_told_and_the_kiosk_runs_with_the_others(
    start, qapp, settings_file, pack, capsys, wrong, named
):
    settings_file.write_text(GOOD + wrong)
    program = start(config=settings_file)
    assert not program.trouble
    assert pack.pages[0].title in said(qapp)
    told = capsys.readouterr().err.splitlines()
    assert [it for it in told if it.startswith(f"kiosk: {settings_file}{named}")]
    assert program._emergency_number == "112"


def test_settings_that_are_not_there_are_told_and_the_kiosk_runs(
    start, tmp_path, capsys
):
    assert not start(config=tmp_path / "nowhere.toml").trouble
    line = capsys.readouterr().err.splitlines()[0]
    assert f"kiosk: {tmp_path / 'nowhere.toml'}: there is no such file; " in line


def test_settings_that_were_emptied_are_the_last_good_ones_and_told(
    start, qapp, qtbot, settings_file, tmp_path, capsys
):
    copy = tmp_path / "state" / "clinic.kept.toml"
    start(config=settings_file)
    qtbot.waitUntil(copy.exists, timeout=60_000)
    settings_file.write_bytes(b"")
    capsys.readouterr()
    program = start(config=settings_file)
    assert program._emergency_number == "112"
    told = capsys.readouterr().err.splitlines()[0]
    assert told.startswith(f"kiosk: {settings_file}: holds no setting, so those of 2")


def test_the_attract_screen_comes_first_where_it_is_wanted(start, qapp, tmp_path, pack):
    (tmp_path / "clinic.toml").write_text("")
    start(config=tmp_path / "clinic.toml")
    assert pack.strings.invitation in said(qapp)


def test_content_that_is_not_there_is_made_good_by_what_came_along(
    start, qapp, settings_file, tmp_path, pack, capsys
):
    program = start(config=settings_file, content=tmp_path / "nowhere")
    assert not program.trouble
    assert pack.pages[0].title in said(qapp)
    [line] = capsys.readouterr().err.splitlines()[:1]
    assert line.startswith(f"kiosk: {tmp_path / 'nowhere'}: there is no such folder; ")


def test_a_clinic_whose_content_is_not_there_keeps_its_emergency_number(
    start, settings_file
):
    settings_file.write_text(f'{GOOD}[content]\ndirectory = "nowhere"\n')
    program = start(config=settings_file)
    program.shell.session.show_emergency()
    labels = program.shell.session.front.findChildren(QLabel)
    assert any("112" in label.text() for label in labels)


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(CONTENT, tmp_path / "content")


def test_a_page_without_front_matter_gives_way_to_the_one_that_came_and_is_told(
    start, qapp, qtbot, settings_file, content, capsys, pack
):
    (content / "en" / "vision.md").write_text("no front matter")
    start(config=settings_file, content=content)
    assert pack.page("vision").tile not in said(qapp)
    qtbot.waitUntil(lambda: pack.page("vision").tile in said(qapp))
    assert pack.page("headaches").tile in said(qapp)
    [line] = [it for it in capsys.readouterr().err.splitlines() if "vision.md" in it]
    assert line.endswith("(the last good version of it is shown)")


def with_own_page(content, tile):
    """Write a page that did not come along, with a picture that is not there."""
    outline = content / "content.toml"
    outline.write_text(outline.read_text("utf-8").replace('"vision",', '"new",'))
    page = (content / "en" / "vision.md").read_text("utf-8")
    page = re.sub("^(title|tab|tile):.*", rf"\1: {tile}", page, flags=re.MULTILINE)
    wrong = f"{page}\n\n![nothing](nowhere.svg)\n"
    (content / "en" / "new.md").write_text(wrong, "utf-8")


def test_a_page_that_cannot_be_read_and_never_could_loses_its_tab(
    start, qapp, qtbot, settings_file, content, capsys, pack
):
    with_own_page(content, "Sunburn")
    start(config=settings_file, content=content)
    assert "Sunburn" in said(qapp)
    qtbot.waitUntil(lambda: "Sunburn" not in said(qapp))
    assert pack.page("headaches").tile in said(qapp)
    assert "new.md:65: there is no 'nowhere.svg'" in capsys.readouterr().err


def test_after_a_bug_the_kiosk_begins_again(start, settings_file):
    kiosk = start(config=settings_file)
    kiosk._shell.open(Visit(page="check", answers=frozenset({"choking"})))
    kiosk.start_over_after(ValueError, ValueError("choking"), None)
    assert kiosk._shell.session.visit.answers == frozenset()


def test_a_bug_is_reported_by_its_place_without_what_a_visitor_did(
    start, settings_file, capsys
):
    kiosk = start(config=settings_file)
    try:
        {}["choking"]
    except KeyError:
        kiosk.start_over_after(*sys.exc_info())
    reported = capsys.readouterr().err
    assert "a bug at test_run.py:" in reported
    assert "choking" not in reported


def answers_alive():
    gc.collect()
    visits = [thing for thing in gc.get_objects() if type(thing) is Visit]
    return [visit for visit in visits if "here-alone" in visit.answers]


def raise_with_a_visit():
    visit = Visit(answers=frozenset({"here-alone"}))
    raise RuntimeError(visit)


def test_a_bug_keeps_no_visit_for_a_debugger(start, settings_file, monkeypatch):
    """Python keeps the last bug's frames, and with them whatever they could see."""
    kiosk = start(config=settings_file)
    monkeypatch.setattr(sys, "excepthook", kiosk.start_over_after)
    kiosk.shell.session.staff_requested.connect(raise_with_a_visit)
    kiosk.shell.session.staff_requested.emit()
    assert answers_alive() == []


def test_a_bug_in_starting_over_is_told_without_the_visit(
    start, qapp, settings_file, monkeypatch, capsys
):
    kiosk = start(config=settings_file)
    monkeypatch.setattr(Shell, "finish", lambda shell: raise_with_a_visit())
    monkeypatch.setattr(sys, "excepthook", kiosk.start_over_after)
    kiosk.shell.session.staff_requested.connect(raise_with_a_visit)
    kiosk.shell.session.staff_requested.emit()
    assert "here-alone" not in capsys.readouterr().err
    assert "Please ask at reception" in said(qapp)


def test_a_bug_in_starting_over_ends_in_trouble_and_not_in_a_loop(
    start, qapp, settings_file, monkeypatch, capsys
):
    """Qt hands a slot's bug to the hook, not to whoever emitted the signal."""
    kiosk = start(config=settings_file)
    monkeypatch.setattr(sys, "excepthook", kiosk.start_over_after)
    kiosk.shell.finished.connect(raise_with_a_visit)
    kiosk.shell.session.staff_requested.connect(raise_with_a_visit)
    kiosk.shell.session.staff_requested.emit()
    assert kiosk.trouble
    assert "Please ask at reception" in said(qapp)
    assert capsys.readouterr().err.count("a bug at") == 1
    assert kiosk._services.report.counted[0].times == 2


def test_a_session_that_cannot_be_built_behind_a_screen_ends_in_trouble(
    start, qapp, tmp_path, monkeypatch
):
    (tmp_path / "clinic.toml").write_text("")
    kiosk = start(config=tmp_path / "clinic.toml")
    monkeypatch.setattr(sys, "excepthook", kiosk.start_over_after)
    monkeypatch.setattr(shell, "Session", lambda *parts: raise_with_a_visit())
    kiosk.start_over_after(ValueError, ValueError("x"), None)
    assert kiosk.trouble
    assert "Please ask at reception" in said(qapp)


class Full:
    """A terminal whose disk is full."""

    def write(self, line):
        raise OSError(28, "No space left on device")


def test_nowhere_to_write_stops_neither_the_start_nor_the_end_of_a_visit(
    start, settings_file, monkeypatch
):
    monkeypatch.setattr(sys, "stderr", Full())
    kiosk = start(config=settings_file)
    kiosk.shell.open(Visit(page="check", answers=frozenset({"choking"})))
    kiosk.start_over_after(ValueError, ValueError("choking"), None)
    assert kiosk.shell.session.visit.answers == frozenset()


def test_the_settings_correct_the_width_of_the_screen(start, qapp, settings_file):
    width = qapp.primaryScreen().geometry().width()
    settings_file.write_text(f"[screen]\nwidth_mm = {width / 2.5}\n")
    shell = start(config=settings_file, windowed=False).shell
    assert shell.context.look.metrics.px_per_mm == pytest.approx(2.5)


def test_a_state_file_nested_too_deeply_is_one_line_and_the_kiosk_runs(
    start, settings_file, tmp_path, capsys
):
    state = tmp_path / "state" / "state.json"
    state.parent.mkdir()
    state.write_text("[" * 100_000)
    assert not start(config=settings_file).trouble
    assert f"kiosk: {state}: " in capsys.readouterr().err


@pytest.mark.parametrize("bug", [RecursionError, MemoryError, TypeError])
def test_a_bug_at_start_is_one_line_and_no_blank(
    start, qapp, settings_file, monkeypatch, capsys, bug
):
    def load(*_, **__):
        raise bug

    monkeypatch.setattr(LibraryLoader, "open", load)
    assert start(config=settings_file).trouble
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("kiosk: a bug at test_run.py:")
    assert line.endswith(bug.__name__)
    assert "call 112" in said(qapp)


@pytest.mark.parametrize("windowed", [True, False])
def test_a_bug_in_the_first_page_is_no_crash_and_no_blank(
    start, qapp, settings_file, monkeypatch, capsys, windowed
):
    """It is built at its size before it is shown: Qt does not survive a bug then."""
    sizes = []

    def broken(context, size, *_):
        sizes.append(size)
        raise TypeError

    monkeypatch.setattr(shell, "Session", broken)
    program = start(config=settings_file, windowed=windowed)
    assert program.trouble
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("kiosk: a bug at test_run.py:")
    assert "call 112" in said(qapp)
    assert sizes == [program.shell.size()]


def test_a_kiosk_without_a_home_says_so_in_one_line_and_runs(
    qapp, clock, settings_file, capsys
):
    services = Services(clock.clock, DeviceSettingsFile(None), Reporter())
    options = run.StartOptions(config=settings_file, windowed=True)
    program = run.Program(qapp, options, services)
    program.start()
    assert not program.trouble
    lines = capsys.readouterr().err.splitlines()
    [line] = [line for line in lines if "no home folder" in line]
    assert "set HOME" in line
    delete(program.shell)
    delete(program)


@pytest.fixture
def set_zone(monkeypatch):
    """Set the machine's time zone, as a technician does while the kiosk runs."""
    yield lambda zone: monkeypatch.setenv("TZ", zone)
    monkeypatch.undo()
    time.tzset()


def test_the_time_zone_is_read_when_it_is_used(set_zone):
    clock = system_clock()
    for zone, hours in (("UTC0", 0), ("XXX-3", 3), ("YYY+5", -5)):
        set_zone(zone)
        assert clock.now().utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("width", [1, 99, 1501, 16_000])
def test_a_screen_of_a_width_that_no_screen_has_is_told_and_not_believed(width):
    problem = width_problem(width)
    assert problem.startswith(f"the screen says that it is {width} mm wide")
    assert "screen.width_mm" in problem
    size = (1920, 1080)
    assert Metrics.of_screen(size, width) == Metrics.of_screen(size, 0)


@pytest.mark.parametrize("width", [0, 100, 476, 1500])
def test_there_is_nothing_to_tell_of_a_usual_width_or_of_none(width):
    assert not width_problem(width)
