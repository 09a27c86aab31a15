"""A visit to a kiosk of a fleet: the window reaches no network, and no word gets out.

The window is real, and so are kiosk-status, the broker and who hears all of it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections import defaultdict
from contextlib import contextmanager

import pytest

from benchmarks.mqtt_broker import free_port, make_keys
from kiosk.files.exchange import Message
from kiosk.files.snapshot import Snapshot
from tests.support.mqtt_broker import mosquitto, subscriber
from tests.support.programs import PATIENCE, need, until
from tests.support.screen_map import map_of
from tests.support.shipped import CONTENT, ROOT
from tests.support.status_process import exchange_in, kiosk_status, settings_file
from tests.support.visitor import Visitor, kiosk_with_test_clock
from tests.support.x_screen import x_screen

SIZE = (1920, 1080)
CALLS = "socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg"
OF_TIME = {"time", "painted", "uptime_s"}
OF_CONTENT = (
    "content_shown",
    "pages",
    "unapproved",
)  # whose languages are read by then
STATUS, CALL = "kiosk/kiosk-a/status", "kiosk/kiosk-a/call"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The exchange folder; nothing else of the machine is the kiosk's."""
    monkeypatch.setenv("KIOSK_FLEET", str(tmp_path / "exchange"))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    return exchange_in(tmp_path / "exchange")


@pytest.fixture
def desk(stage, tmp_path, place):
    """Somebody at the clinic's desk, who hears what each kiosk tells."""
    need("openssl")
    keys = make_keys(tmp_path / "keys", "kiosk-a", "desk")
    stage(mosquitto(keys, port := free_port()))
    desk = stage(subscriber(keys, port, "desk", ["#"]))
    stage(kiosk_status(place.folder, settings_file(tmp_path, keys, port, "kiosk-a")))
    return desk


@pytest.fixture
def content(tmp_path):
    """The link that an updater moves, at the first of two editions."""
    for edition in ("one", "two"):
        shutil.copytree(CONTENT, tmp_path / edition)
    page = tmp_path / "two" / "en" / "headaches.md"
    text = page.read_text()
    assert "Most pass in a few days" in text
    page.write_text(text.replace("Most pass in", "Most pass within"))
    link = tmp_path / "current"
    link.symlink_to("one")
    return link


@pytest.fixture
def trace(tmp_path):
    """The file of all that the window asks of the system about a network."""
    need("strace")
    return tmp_path / "trace"


@pytest.fixture
def visitor(stage, settings, qapp, tmp_path, home, desk, content, trace):
    """A visitor at a window that strace watches."""
    path, log = settings(SIZE[0]), tmp_path / "log"
    more = f'[content]\ndirectory = "{content}"\n[staff]\ncall_button = true\n'
    path.write_text(path.read_text() + more)
    screen = stage(x_screen(*SIZE))
    strace = ("strace", "-f", "--seccomp-bpf", "-e", f"trace={CALLS}", "-o", trace)
    process = stage(kiosk_with_test_clock(screen, home, path, log, strace))
    return Visitor(screen, map_of(qapp, path, SIZE).shell, process, log)


@contextmanager
def all_that_is_written(folder):
    """Keep each text that is in a file of a folder at any time."""
    found, is_over = defaultdict(set), threading.Event()

    def look():
        while not is_over.wait(0.005):
            for path in folder.glob("*/*.json"):
                try:
                    found[path.name].add(path.read_bytes())
                except OSError:
                    continue

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield found
    finally:
        is_over.set()
        thread.join()


def visit_and_call(visitor, desk, place):
    """Touch every answer, read a page, call staff, and wait until they come."""
    visitor.open("headaches")
    visitor.read_on()
    visitor.open("check")
    visitor.read_on()
    assert visitor.ask("answers") == str(len(visitor.shell.context.checklist.answers))
    written_again(visitor, place)
    visitor.press(lambda it: it["object"] == "red_flag", "the emergency")
    visitor.press(lambda it: it["object"] == "call", "the button that calls staff")
    until(lambda: desk.last(CALL), "the call at the desk")
    written_again(visitor, place)
    desk.publish(f"{CALL}/taken", desk.last(CALL)["call"])
    until(lambda: not place.path(Message.CALL).exists(), "the end of the call")
    visitor.let_time_pass("FIRST_PAGE")
    assert visitor.ask("sweep") == "1 0"


def written_again(visitor, place):
    """Have the window report in the middle of a visit."""
    path = place.path(Message.REPORT)
    before = path.stat().st_ino
    visitor.ask("report")
    until(lambda: path.stat().st_ino != before, "a report")


def update(visitor, desk, content):
    """Move the link as an updater does; wait until the desk hears of it."""
    link = content.with_name("next")
    link.symlink_to("two")
    link.replace(content)
    visitor.ask("reread")
    new = Snapshot.take(content).fingerprint
    until(lambda: desk.last(STATUS)["content_shown"] == new, "the new content")


def ask_status(home):
    """Run `kiosk status`; return what it tells."""
    command = [sys.executable, ROOT / "main.py", "status", "--format", "json"]
    own = os.environ | {"XDG_STATE_HOME": str(home)}
    done = subprocess.run(command, capture_output=True, env=own, timeout=PATIENCE)
    return json.loads(done.stdout)


def test_the_window_of_a_fleet_reaches_no_network_and_tells_nothing_of_a_visit(
    visitor, desk, place, content, trace, home, tmp_path
):
    with all_that_is_written(place.folder) as written:
        until(lambda: visitor.ask("content") == "read", "every language")
        until(lambda: (desk.last(STATUS) or {}).get("content_shown"), "a status")
        written_again(visitor, place)
        before = {path: path.read_bytes() for path in files_in(home)}
        visit_and_call(visitor, desk, place)
        after = {path: path.read_bytes() for path in files_in(home)}
        update(visitor, desk, content)
        told = ask_status(home)
        messages = [*desk.messages]
    assert told["content_shown"] == desk.last(STATUS)["content_shown"]
    visitor.process.stdin.close()
    assert visitor.process.wait(PATIENCE) == 0
    reaches_no_network(trace.read_text())
    reports, traces = written["report.json"], words_of_a_visit(visitor.shell)
    assert len(traces) > len(visitor.shell.context.checklist.answers) > 20
    for data in (*written["call.json"], *reports, *(it.payload for it in messages)):
        assert found_in(data, traces) == []
    for path, data in after.items():
        assert data == before.get(path) or found_in(data, traces) == [], path
    for path in (visitor.log, tmp_path / "said", *tmp_path.rglob("*.log")):
        assert found_in(path.read_bytes(), traces) == [], path
    tell_of_content_alone(reports)
    tell_of_content_alone(it.payload for it in messages if it.topic == STATUS)


def reaches_no_network(trace):
    """Check what the window asked the system for: udev tells it what is plugged in."""
    assert {*re.findall(r"\bAF_\w+", trace)} <= {"AF_UNIX", "AF_NETLINK", "AF_UNSPEC"}
    connected = re.findall(r"connect\(\d+, {sa_family=(\w+)", trace)
    assert {*connected} == {"AF_UNIX"}


def tell_of_content_alone(reports):
    """Check that reports of the same content are the same but for the time."""
    told = defaultdict(set)
    for each in map(json.loads, reports):
        content = str([each.get(key) for key in OF_CONTENT])
        rest = {key: it for key, it in each.items() if key not in OF_TIME}
        told[content].add(json.dumps(rest, sort_keys=True))
    assert len(told) > 1
    assert max(map(len, told.values())) == 1


def words_of_a_visit(shell):
    """Return what would betray a visit: the symptoms, and their words in a language."""
    packs = shell.contexts.library.packs.values()
    said = [words for pack in packs for words in pack.answers.values()]
    return [*shell.context.checklist.answers, *said]


def found_in(data, traces):
    return [trace for trace in traces if trace.encode() in data]


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]
