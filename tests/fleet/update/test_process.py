"""The program itself: wrong clocks, full disks, power cuts, sticks, a second one."""

import random
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.domain.update_report import Freshness
from kiosk.files.exchange import Message
from kiosk.files.snapshot import Snapshot
from kiosk.fleet.settings import load_fleet_settings
from kiosk.fleet.update.rounds import Rounds
from tests.support.programs import PATIENCE, until
from tests.support.shipped import SHIPPED
from tests.support.signed_repository import served
from tests.support.small_disk import small_disk
from tests.support.status_process import exchange_in


def shown(state):
    return Snapshot.take(state / "current").fingerprint


def faketime(when):
    """Return the environment in which a program begins at another time."""
    libraries = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
    return {
        "LD_PRELOAD": str(next(libraries)),
        "FAKETIME": f"@{when:%Y-%m-%d %H:%M:%S}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_FORCE_MONOTONIC_FIX": "0",
    }


def test_a_clock_two_years_ahead_is_told_and_what_is_shown_stays(program, repository):
    offer = repository.publish("First")
    assert program(repository.folder).returncode == 0
    repository.publish("Second")
    ahead = datetime.now(UTC) + timedelta(days=730)
    ended = program(repository.folder, **faketime(ahead))
    assert ended.returncode == 1
    assert "stale" in ended.stderr
    assert "set the clock of this kiosk right" in ended.stderr
    assert shown(program.state) == offer.fingerprint


def test_a_clock_in_2005_takes_nothing_older_and_is_put_right(
    program, repository, tmp_path
):
    offer = repository.publish("First")
    past = faketime(datetime(2005, 1, 1, tzinfo=UTC))
    assert program(repository.folder, **past).returncode == 0
    assert shown(program.state) == offer.fingerprint
    repository.copy(tmp_path / "old")
    second = repository.publish("Second")
    assert program(repository.folder, **past).returncode == 0
    assert "is not what was signed" in program(tmp_path / "old", **past).stderr
    assert program(repository.folder).returncode == 0
    assert shown(program.state) == second.fingerprint


def test_a_second_updater_ends_at_once(program, repository):
    repository.publish("First")
    with program.going_on(repository.folder) as log:
        until(lambda: "installed" in log.read_text(), "the first one")
        second = program(repository.folder)
        assert second.returncode == 2
        assert "another kiosk-update is at work" in second.stderr


def test_a_full_disk_leaves_what_is_shown(program, repository, tmp_path):
    with small_disk(tmp_path / "small", "3m") as disk:
        program.state = disk.folder / "state"
        offer = repository.publish("First")
        assert program(repository.folder).returncode == 0
        second = repository.publish("Second")
        disk.fill()
        ended = program(repository.folder)
        assert ended.returncode == 1
        assert shown(program.state) == offer.fingerprint
        disk.make_room()
        assert program(repository.folder).returncode == 0
        assert shown(program.state) == second.fingerprint


def test_a_power_cut_at_any_moment_leaves_one_whole_edition(
    program, repository, pytestconfig
):
    """The program is killed while it takes one edition after another.

    Every third time it is as soon as the new edition is ready, or is to be shown.
    """
    known = {SHIPPED.fingerprint, repository.publish("Edition 0").fingerprint}
    began = time.monotonic()
    program(repository.folder)
    whole_s = time.monotonic() - began
    chance = random.Random(13)
    for number in range(1, pytestconfig.option.power_cuts + 1):
        newest = repository.publish(f"Edition {number}")
        known.add(newest.fingerprint)
        with program.going_on(repository.folder):
            if words := ("", '"name":', '"shown":{"name":')[number % 3]:
                await_in_memory(program, f'{words}"{newest.name}"')
            else:
                time.sleep(chance.uniform(0, whole_s))
        assert shown(program.state) in known
    assert program(repository.folder).returncode == 0
    assert shown(program.state) == newest.fingerprint
    names = {path.name for path in (program.state / "content").iterdir()}
    assert len(names) <= 2


def await_in_memory(program, words):
    """Wait until the program remembers something, and return in that moment."""
    memory = program.state / "memory.json"
    end = time.monotonic() + PATIENCE
    while words not in memory.read_text():
        assert time.monotonic() < end, f"waited for {words}"


def test_a_stick_is_noticed_and_one_pulled_out_half_way_does_no_harm(
    program, repository, tmp_path
):
    offer, stick = repository.publish("First"), tmp_path / "stick"
    with program.going_on(stick) as log:
        until(lambda: (program.state / "current").exists(), "the shipped content")
        repository.copy(stick)
        path = stick / "targets" / repository.tar_of(offer).name
        path.write_bytes(path.read_bytes()[:50_000])
        until(lambda: "is not what was signed" in log.read_text(), "what is told")
        shutil.rmtree(stick)
        assert shown(program.state) == SHIPPED.fingerprint
        repository.copy(stick)
        until(lambda: shown(program.state) == offer.fingerprint, "the content")


def test_a_repository_that_is_gone_for_a_week(new_updater, repository):
    offer = repository.publish("First")
    with served(repository.folder) as address:
        updater = new_updater("south-1", address)
        assert updater.look().state is Freshness.FRESH
    for hours, state in ((1, Freshness.FRESH), (25, Freshness.STALE)):
        updater.now += timedelta(hours=hours)
        told = updater.look()
        assert told.state is state
        assert "cannot be reached" in told.why
        assert updater.fingerprint == offer.fingerprint
    updater.now += timedelta(days=6)
    port = int(address.rpartition(":")[2])
    second = repository.publish("Second")
    with served(repository.folder, port):
        assert updater.look().state is Freshness.FRESH
    assert updater.fingerprint == second.fingerprint


def test_a_report_that_stays_the_same_is_written_again_after_an_hour(
    tmp_path, monkeypatch
):
    """Whoever reads it knows by its age that the updater is there."""
    monkeypatch.setenv("KIOSK_FLEET", str(tmp_path / "exchange"))
    monkeypatch.setattr("signal.signal", lambda *_: None)
    report = exchange_in(tmp_path / "exchange").path(Message.UPDATE)
    (tmp_path / "fleet.toml").write_text("")
    rounds = Rounds(load_fleet_settings(tmp_path / "fleet.toml"), tmp_path, 60.0)
    assert rounds.run(once=True) == 0
    first = report.stat().st_ino
    rounds._step()
    assert report.stat().st_ino == first
    rounds._written -= 3601
    rounds._step()
    assert report.stat().st_ino != first


def test_without_tuf_a_line_says_how_to_install_it(program, repository, tmp_path):
    """A module of that name that is not there stands in for one not installed."""
    (tmp_path / "tuf.py").write_text("raise ModuleNotFoundError('No module tuf')")
    ended = program(repository.folder, PYTHONPATH=str(tmp_path))
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "pip install 'kiosk[fleet]'" in ended.stderr
