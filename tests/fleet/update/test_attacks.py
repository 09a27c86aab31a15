"""What a stranger who owns the server, the network or the stick can do: nothing."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.update_report import Freshness
from kiosk.fleet.content_tar import pack
from kiosk.fleet.repository.roles import Role
from tests.support.shipped import SHIPPED
from tests.support.signed_repository import SignedRepository, served


@pytest.fixture
def repository(published):
    return published


@pytest.fixture
def well(waiting):
    """An updater that shows the edition `offer`."""
    waiting.keeper.watch()
    assert waiting.fingerprint == waiting.offer.fingerprint != SHIPPED.fingerprint
    assert waiting.told.confirmed
    return waiting


def assert_unchanged(updater, state, words):
    """Check that a look is told in these words, and changes nothing that is shown."""
    told = updater.look()
    assert words in told.why
    assert told.state is state
    assert updater.fingerprint == updater.offer.fingerprint == told.fingerprint


def test_a_tampered_file_is_refused(well, repository):
    path = repository.tar_of(repository.publish("Second"))
    path.write_bytes(path.read_bytes().replace(b"Second", b"Tamper"))
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


def test_a_truncated_file_is_refused(well, repository):
    path = repository.tar_of(repository.publish("Second"))
    path.write_bytes(path.read_bytes()[:-5000])
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


def test_a_file_without_end_is_refused(well, repository):
    path = repository.tar_of(repository.publish("Second"))
    path.write_bytes(path.read_bytes() + b"x" * 10**6)
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


@pytest.mark.parametrize("role", ["3.targets", "3.snapshot", "timestamp"])
def test_tampered_metadata_is_refused(well, repository, role):
    repository.publish("Second")
    path = repository.folder / "metadata" / f"{role}.json"
    told = json.loads(path.read_bytes())
    told["signed"]["expires"] = "2099-01-01T00:00:00Z"
    path.write_text(json.dumps(told))
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


@pytest.mark.parametrize("junk", [b"", b"{", b"\xff\xfe", b"[" * 10_000, b"{}" * 10**5])
def test_junk_for_metadata_is_refused(well, repository, junk):
    repository.publish("Second")
    (repository.folder / "metadata" / "timestamp.json").write_bytes(junk)
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


def test_a_stranger_who_signs_is_refused(well, repository, tmp_path):
    stranger = SignedRepository.made(tmp_path / "stranger")
    for title in ("Second", "Third", "Fourth"):
        stranger.publish(title)
    stranger.copy(repository.folder)
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


def test_a_stranger_is_not_believed_at_first_either(updater, repository, tmp_path):
    stranger = SignedRepository.made(tmp_path / "stranger")
    stranger.publish("Second")
    stranger.copy(repository.folder)
    assert updater.look().state is Freshness.REFUSED
    assert updater.fingerprint == SHIPPED.fingerprint


def test_an_older_repository_is_refused(well, repository, tmp_path):
    repository.copy(tmp_path / "old")
    well.offer = repository.publish("Second")
    well.look()
    shutil.rmtree(repository.folder)
    shutil.copytree(tmp_path / "old", repository.folder)
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


def test_a_new_timestamp_does_not_bring_old_targets_back(well, repository, tmp_path):
    """Mix and match: the parts are signed, each for another repository."""
    old = (repository.folder / "metadata" / "2.targets.json").read_bytes()
    well.offer = repository.publish("Second")
    well.look()
    repository.publish("Third")
    (repository.folder / "metadata" / "4.targets.json").write_bytes(old)
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")


def aged(tmp_path, repository, *, root_days, others_days=0):
    """Make a repository, that is so many days old; return it."""
    now = datetime.now(UTC)
    old = SignedRepository.made(tmp_path / "old", now - timedelta(days=root_days))
    old.now = now - timedelta(days=others_days)
    old.publish("Old")
    return old


def test_an_expired_root_is_told_and_nothing_else(new_updater, tmp_path, repository):
    old = aged(tmp_path, repository, root_days=3660)
    with served(old.folder) as address:
        updater = new_updater("south-1", address, root=old.root)
        told = updater.look()
    assert told.state is Freshness.STALE
    assert "root.json is expired" in told.why
    assert updater.fingerprint == SHIPPED.fingerprint


def test_a_frozen_repository_is_stale_after_30_days(new_updater, tmp_path, repository):
    """A server that goes on serving what was right some time ago is found out."""
    for days, state in ((29, Freshness.FRESH), (31, Freshness.STALE)):
        old = aged(tmp_path / str(days), repository, root_days=days, others_days=days)
        with served(old.folder) as address:
            updater = new_updater(f"south-{days}", address, root=old.root)
            told = updater.look()
        assert told.state is state
        assert ("expired" in told.why) is (state is Freshness.STALE)


def test_content_with_a_mistake_is_refused_until_there_is_better(well, repository):
    (repository.content / "checklist.toml").write_text("[[symptom]\n")
    repository.publish()
    assert_unchanged(well, Freshness.REFUSED, "checklist.toml")
    shutil.copy(SHIPPED.folder / "checklist.toml", repository.content)
    well.offer = repository.publish("Better")
    assert well.look().state is Freshness.FRESH
    assert well.fingerprint == well.offer.fingerprint


def test_signed_content_that_is_no_tar_file_is_refused(well, repository):
    repository.publish("Second", data=b"MZ" + b"x" * 10_000)
    assert_unchanged(well, Freshness.REFUSED, "is no tar file")


def test_content_of_another_fingerprint_than_signed_is_refused(well, repository):
    data = pack(repository.content)
    repository.publish("Second", data=data)
    assert_unchanged(well, Freshness.REFUSED, "was signed")


def test_refused_content_is_fetched_once(well, repository):
    offer = repository.publish("Second", data=b"no tar file")
    well.look()
    repository.tar_of(offer).unlink()
    assert_unchanged(well, Freshness.REFUSED, "is no tar file")


@pytest.mark.parametrize("role", Role)
def test_a_role_whose_keys_were_stolen_gets_others(well, repository, tmp_path, role):
    thief = SignedRepository(tmp_path / "thief")
    shutil.copytree(repository.folder, thief.folder)
    shutil.copytree(repository.content, thief.content)
    shutil.copytree(repository.keys, thief.keys)
    repository.replace(role, tmp_path / "new keys")
    well.offer = repository.publish("Second")
    assert well.look().state is Freshness.FRESH
    assert well.fingerprint == well.offer.fingerprint
    if role is Role.ROOT:
        return
    root = (repository.folder / "metadata" / "2.root.json").read_bytes()
    thief.now += timedelta(minutes=1)
    for title in ("Stolen", "Stolen again", "Stolen for good"):
        thief.publish(title)
    thief.copy(repository.folder)
    (repository.folder / "metadata" / "2.root.json").write_bytes(root)
    assert_unchanged(well, Freshness.REFUSED, "is not what was signed")
