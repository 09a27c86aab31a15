"""`kiosk status`, as somebody at a terminal runs it."""

import json
import os
import socket
import threading
import time
from contextlib import contextmanager

import msgspec
import pytest
from msgspec.structs import replace

from kiosk.cli import main
from kiosk.domain.status_report import Attention, ProblemCount, State, StatusReport
from kiosk.files.exchange import Exchange, Message
from kiosk.tools import status
from kiosk.tools.status_lines import status_lines

WELL = StatusReport(
    version="0.1.0",
    uptime_s=93_784,
    time="2026-11-23T17:30:00+05:30",
    responsive=True,
    open=True,
    content_shown="899b7934",
    content_folder="/srv/content",
    languages=("en", "es"),
    pages={"en": 10, "es": 9},
    settings_file="/etc/xdg/kiosk/clinic.toml",
    screen_px=(1920, 1080),
    screen_mm=476,
    volume=40,
    voices={"en": True, "es": None},
)
BAD = replace(
    WELL,
    state=State.ATTENTION,
    attention=(Attention.LEFT_OUT, Attention.PROBLEMS),
    left_out=("en/vision",),
    problems=(ProblemCount(text="one", times=1), ProblemCount(text="two", times=3)),
)
MENDED = replace(WELL, problems=(ProblemCount(text="one", times=1, mended=True),))
_NOBODY = 65_534
TROUBLE = StatusReport(state=State.TROUBLE, trouble="no icon", version="0.1.0")


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The one place where a kiosk is looked for."""
    path = tmp_path / "status.sock"
    monkeypatch.setattr(status, "status_places", lambda: iter((path,)))
    monkeypatch.setattr(status, "exchanges", lambda: iter((Exchange(tmp_path),)))
    return path


@contextmanager
def kiosk_that_says(place, *pieces):
    """Say these, a piece at a time, to the next who asks."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(place))
    listener.listen()

    def say():
        client, _ = listener.accept()
        with client:
            for piece in pieces:
                client.sendall(piece)

    thread = threading.Thread(target=say)
    thread.start()
    yield
    thread.join()
    listener.close()


@pytest.mark.parametrize(
    ("told", "code"),
    [(WELL, 0), (BAD, 1), (TROUBLE, 1)],
    ids=["well", "bad", "trouble"],
)
def test_the_exit_status_says_whether_somebody_has_to_look(place, capsys, told, code):
    with kiosk_that_says(place, msgspec.json.encode(told)):
        assert main(["status"]) == code
    assert capsys.readouterr().out.splitlines() == [*status_lines(told)]


def test_as_json_it_is_whole_even_if_the_kiosk_is_newer(place, capsys):
    newer = {**json.loads(msgspec.json.encode(WELL)), "one more": 7}
    text = json.dumps(newer).encode()
    with kiosk_that_says(place, text[:10], text[10:]):
        assert main(["status", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == newer


def test_where_no_kiosk_runs_one_line_says_how_to_start_one(place, capsys):
    assert main(["status"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "kiosk: no kiosk is running here; start one with: kiosk\n"


def test_a_system_without_such_sockets_is_one_line(place, capsys, monkeypatch):
    monkeypatch.delattr(socket, "AF_UNIX")
    assert main(["status"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("kiosk: a kiosk cannot be asked on this system; ")


def test_one_that_was_killed_is_not_running(place, capsys):
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(place))
    assert main(["status"]) == 2


def test_one_that_is_frozen_is_said_to_be(place, capsys, monkeypatch):
    monkeypatch.setattr(status, "PATIENCE_S", 0.2)
    with socket.socket(socket.AF_UNIX) as frozen:
        frozen.bind(str(place))
        frozen.listen()
        assert main(["status"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("kiosk: the kiosk runs, but does not answer; ")


@contextmanager
def another_account():
    """Be somebody else for a while, if root runs the tests."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(own)


def test_one_of_another_account_says_who_may_ask(place, capsys):
    with socket.socket(socket.AF_UNIX) as another:
        another.bind(str(place))
        another.listen()
        place.chmod(0)
        with another_account():
            assert main(["status"]) == 2
    assert "sudo kiosk status" in capsys.readouterr().err


@pytest.fixture
def written(place):
    """What the kiosk wrote for its fleet."""
    (place.parent / "window").mkdir()
    fleet = Exchange(place.parent)
    fleet.write_json(Message.REPORT, msgspec.json.encode(BAD))
    return fleet


def test_what_a_kiosk_wrote_for_its_fleet_is_read_by_who_cannot_ask_it(written, capsys):
    assert main(["status", "--format", "json"]) == 1
    told = msgspec.json.decode(capsys.readouterr().out, type=StatusReport)
    assert told == BAD


def test_what_a_kiosk_wrote_that_is_gone_by_now_is_not_read(place, written, capsys):
    then = time.time() - status.STALE_S
    os.utime(written.path(Message.REPORT), (then, then))
    assert main(["status"]) == 2
    assert "no kiosk is running" in capsys.readouterr().err


def test_one_cut_short_is_said_to_be_silent(place, capsys):
    with kiosk_that_says(place, msgspec.json.encode(WELL)[:50]):
        assert main(["status"]) == 1
    assert "does not answer" in capsys.readouterr().err


def subjects(told):
    lines = status_lines(told)
    return {it.split("  ")[0] for it in lines if not it.startswith(" ")}


def test_it_names_everything_that_the_staff_panel_names(pack):
    words = pack.staff
    panel = (
        *(words.program, words.content, words.pages, words.left_out, words.outdated),
        *(words.not_approved, words.review_due, words.settings, words.time_here),
        *(words.running_for, words.screen, words.sound, words.voices, words.problems),
    )
    assert set(panel) <= subjects(WELL)


def row(told, subject):
    """Return what is said of a subject, its lines joined by a slash."""
    lines = iter(status_lines(told))
    first = next(line for line in lines if line.startswith(subject))
    said = [first.removeprefix(subject).strip()]
    for line in lines:
        if not line.startswith(" "):
            break
        said.append(line.strip())
    return " / ".join(said)


@pytest.mark.parametrize(
    ("told", "subject", "said"),
    [
        (WELL, "State", "well"),
        (BAD, "State", "needs attention: texts left out, problems"),
        (TROUBLE, "State", "trouble: no icon"),
        (WELL, "Running for", "1 day, 2:03:04"),
        (WELL, "Time on this machine", "2026-11-23 17:30 (UTC+0530)"),
        (WELL, "Content", "899b7934 /srv/content"),
        (replace(WELL, content_faults=("x",)), "Content", "899b7934 /srv/content / x"),
        (WELL, "Pages", "en 10, es 9"),
        (BAD, "Left out", "en/vision"),
        (WELL, "Left out", "none"),
        (WELL, "Screen", "1920x1080 px, 476 mm wide"),
        (WELL, "Sound", "40%"),
        (replace(WELL, volume=None), "Sound", "not installed"),
        (WELL, "Voices", "en: yes, es: not known yet"),
        (replace(WELL, voices={}), "Voices", "speech is not installed"),
        (BAD, "Last problems", "one / two (3 times)"),
        (MENDED, "Last problems", "one (mended)"),
        (WELL, "Last problems", "none"),
        (
            replace(WELL, painted="2026-11-23T17:29:48+05:30"),
            "Glass",
            "last seen to be painted at 17:29:48",
        ),
        (TROUBLE, "Touch", "leads nowhere at the moment"),
    ],
)
def test_each_row_says(told, subject, said):
    assert " ".join(row(told, subject).split()) == said


def test_the_rows_are_aligned_and_fit_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    many = replace(WELL, unapproved=tuple(f"en/page-{n}" for n in range(40)))
    lines = [*status_lines(many)]
    assert max(map(len, lines)) <= 80
    column = lines[0].index("well")
    assert {line[column - 1] for line in lines} == {" "}
    assert " " not in {line[column] for line in lines}


def test_it_needs_no_qt(place):
    import subprocess
    import sys

    code = (
        "import sys; sys.modules['PySide6'] = None;"
        "from kiosk.cli import main; sys.exit(main(['status']))"
    )
    own = os.environ | {"XDG_RUNTIME_DIR": str(place.parent), "HOME": "/nowhere"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=own, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
