"""New content stays if the window is well with it for a minute, and else goes."""

import shutil

import pytest

from kiosk.domain.update_report import Freshness
from kiosk.fleet.update.told import hinting
from tests.support.shipped import SHIPPED
from tests.support.updater import Window


@pytest.fixture
def repository(published):
    return published


@pytest.fixture
def trial(waiting):
    """An updater that has just pointed to the edition `offer`, with its window."""
    waiting.window = Window(waiting)
    waiting.keeper.watch()
    assert waiting.fingerprint == waiting.offer.fingerprint != SHIPPED.fingerprint
    assert not waiting.told.confirmed
    return waiting


def assert_taken_back(updater, words):
    """Check that the shipped content is back, and this edition not taken again."""
    assert updater.fingerprint == SHIPPED.fingerprint
    told = updater.look()
    assert updater.fingerprint == SHIPPED.fingerprint == told.fingerprint
    assert told.state is Freshness.REFUSED
    assert words in told.why
    assert told.bad == (updater.offer.name,)


def test_what_is_shown_and_painted_for_a_minute_stays(trial):
    new = trial.offer.fingerprint
    trial.window.live(40, content_shown=new)
    assert not trial.told.confirmed
    trial.window.live(60)
    assert trial.told.confirmed
    trial.window.silence(600)
    assert trial.fingerprint == new


def test_a_visit_that_lasts_for_hours_is_no_fault(trial):
    trial.window.live(4 * 3600)
    assert trial.fingerprint == trial.offer.fingerprint
    trial.window.live(100, content_shown=trial.offer.fingerprint)
    assert trial.told.confirmed


def test_a_window_that_is_silent_takes_it_back(trial):
    trial.window.live(20, content_shown=trial.offer.fingerprint)
    trial.window.silence(80)
    assert_taken_back(trial, "silent")


def test_a_window_that_paints_nothing_takes_it_back(trial):
    trial.window.live(20, content_shown=trial.offer.fingerprint)
    for minute in range(5):
        trial.seconds += 20
        trial.window.report(uptime_s=minute, painted="long ago")
        trial.keeper.watch()
    assert_taken_back(trial, "nothing was painted")


def test_a_window_that_starts_again_takes_it_back(trial):
    trial.window.live(20, content_shown=trial.offer.fingerprint)
    trial.window.live(20, started="09:05")
    assert_taken_back(trial, "started again")


def test_a_window_in_trouble_takes_it_back(trial):
    trial.window.live(20, state="trouble", trouble="a bug in home.md")
    assert_taken_back(trial, "a bug in home.md")


def test_a_window_that_cannot_read_it_takes_it_back(trial):
    trial.window.live(20, content_faults=("home.md: is missing",))
    assert_taken_back(trial, "home.md: is missing")


def test_a_fault_from_before_is_not_blamed_on_it(waiting):
    window = Window(waiting)
    window.report(content_faults=("clinic.toml: an old one",))
    waiting.keeper.watch()
    window.live(20)
    window.live(100, content_shown=waiting.offer.fingerprint)
    assert waiting.told.confirmed
    assert waiting.fingerprint == waiting.offer.fingerprint


def test_a_window_that_is_closed_is_no_fault(trial):
    """The report is taken away by a window that ends as it should."""
    trial.window.live(20, content_shown=trial.offer.fingerprint)
    trial.window.close()
    trial.window.silence(600)
    assert trial.fingerprint == trial.offer.fingerprint
    trial.window.live(100, started="10:00")
    assert trial.told.confirmed


def test_where_no_window_runs_new_content_waits(waiting):
    window = Window(waiting)
    window.close()
    waiting.look()
    assert waiting.fingerprint == SHIPPED.fingerprint
    window.live(20)
    assert waiting.fingerprint == waiting.offer.fingerprint


def test_where_no_window_takes_part_new_content_is_shown(waiting):
    assert waiting.look().confirmed
    assert waiting.fingerprint == waiting.offer.fingerprint


def test_a_window_that_shows_another_folder_is_told(trial):
    current = trial.folder / "current"
    for folder, why in (("/srv/pages", f'directory = "{current}"'), (current, "")):
        trial.window.live(20, content_folder=str(folder))
        told = hinting(trial.told, trial.keeper.window_folder, current)
        assert told.state is Freshness.FRESH
        assert why in told.why
        assert bool(why) is bool(told.why)


def test_a_machine_does_not_start_with_what_is_on_trial(trial):
    """What crashes a window at its start could not be told from a window that is off.

    It is tried again with a window that runs, three times.
    """
    for boot in ("second", "third"):
        trial.boot = boot
        trial.start()
        assert trial.fingerprint == SHIPPED.fingerprint
        trial.window.live(20)
        assert trial.fingerprint == trial.offer.fingerprint
    trial.boot = "fourth"
    trial.start()
    trial.window.live(20)
    assert_taken_back(trial, "the machine ended 3 times")


def test_a_trial_goes_on_after_the_updater_was_killed(trial):
    trial.window.live(40, content_shown=trial.offer.fingerprint)
    trial.start()
    assert trial.fingerprint == trial.offer.fingerprint
    trial.window.live(40)
    assert not trial.told.confirmed
    trial.window.live(60)
    assert trial.told.confirmed


def test_back_is_to_the_one_before_until_there_is_a_newer_one(trial, repository):
    first = trial.offer.fingerprint
    trial.window.live(100, content_shown=first)
    bad = repository.publish("Second")
    trial.look()
    assert trial.fingerprint == bad.fingerprint
    trial.window.live(20, state="trouble", trouble="a bug")
    assert trial.fingerprint == first
    trial.window.live(20, state="well")
    trial.look()
    assert trial.fingerprint == first
    third = repository.publish("Third")
    assert trial.look().state is Freshness.FRESH
    assert trial.fingerprint == third.fingerprint


def test_a_newer_edition_takes_the_place_of_one_on_trial(trial, repository):
    second = repository.publish("Second")
    trial.look()
    assert trial.fingerprint == second.fingerprint
    trial.window.live(20, content_shown=second.fingerprint)
    trial.window.live(20, state="trouble", trouble="a bug")
    assert trial.fingerprint == SHIPPED.fingerprint


@pytest.mark.parametrize("damage", ["rmtree", "truncate"])
def test_what_a_power_cut_damaged_is_not_pointed_to(trial, repository, damage):
    first = trial.offer.fingerprint
    trial.window.live(100, content_shown=first)
    repository.publish("Second")
    trial.look()
    trial.window.live(100, content_shown=trial.fingerprint)
    assert trial.told.confirmed
    spoil(trial.folder / "current", damage)
    trial.start()
    assert trial.fingerprint == first
    trial.look()
    assert trial.told.number == 2


def spoil(current, damage):
    if damage == "rmtree":
        shutil.rmtree(current.resolve())
    else:
        (current / "en" / "home.md").write_bytes(b"")
