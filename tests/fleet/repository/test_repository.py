import shutil
from datetime import UTC, datetime, timedelta

import pytest
from tuf.api.metadata import Metadata

from kiosk.errors import UsageError
from kiosk.fleet.offer import place_of
from kiosk.fleet.repository.metadata import MetadataFolder
from tests.support.signed_repository import SignedRepository

NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture
def repository(tmp_path):
    return SignedRepository.made(tmp_path, NOW)


@pytest.fixture
def metadata(repository):
    return MetadataFolder(repository.folder / "metadata")


def test_two_of_three_keys_sign_the_root_for_ten_years(metadata):
    root = metadata.root.signed
    assert (len(root.roles["root"].keyids), root.roles["root"].threshold) == (3, 2)
    assert root.expires == NOW.replace(year=2036)


def test_the_timestamp_holds_for_30_days_and_the_rest_for_a_year(metadata):
    assert metadata.timestamp.signed.expires == NOW + timedelta(days=30)
    for other in (metadata.snapshot, metadata.targets):
        assert other.signed.expires == NOW + timedelta(days=365)


def test_a_timer_needs_the_key_of_the_timestamp_alone(repository, metadata):
    repository.publish()
    for path in repository.keys.glob("*.pem"):
        if path.name != "timestamp.pem":
            path.unlink()
    repository.now += timedelta(days=200)
    assert repository.renew() == repository.now + timedelta(days=30)
    repository.now += timedelta(days=120)
    with pytest.raises(UsageError, match="0 of the 1 keys needed for targets"):
        repository.renew()


def test_whatever_soon_expires_is_renewed(repository, metadata):
    repository.now += timedelta(days=310)
    repository.renew()
    for each in (metadata.timestamp, metadata.snapshot, metadata.targets):
        assert each.signed.expires >= repository.now + timedelta(days=30)


def test_everything_is_signed_as_the_root_says(repository, metadata):
    repository.publish()
    root = metadata.root
    root.verify_delegate("root", root)
    for role in ("targets", "snapshot", "timestamp"):
        root.verify_delegate(role, getattr(metadata, role))


def test_only_the_timestamp_is_written_over(repository):
    """A kiosk that looks meanwhile finds what belongs together."""
    repository.publish("One")
    before = {it: it.read_bytes() for it in repository.folder.rglob("*.json")}
    repository.publish("Two")
    changed = {it.name for it in before if it.read_bytes() != before[it]}
    assert changed == {"timestamp.json"}


def test_content_that_no_kiosk_takes_any_more_is_deleted(repository, metadata):
    offers = [repository.publish(f"No. {n}", share=100) for n in range(3)]
    offers += [repository.publish(f"Share {n}", share=10) for n in range(2)]
    assert set(metadata.targets.signed.targets) == {it.name for it in offers[1:]}
    kept = {it.name for it in (repository.folder / "targets").iterdir()}
    assert kept == {repository.tar_of(it).name for it in offers[1:]}


def test_the_same_kiosks_come_first(repository):
    few, more = repository.publish(share=10), repository.widen(60)
    names = [f"kiosk-{n}" for n in range(1000)]
    first, then = (set(filter(it.is_for, names)) for it in (few, more))
    assert first < then
    assert 60 < len(first) < 140
    assert 540 < len(then) < 660
    assert all(0 <= place_of(name) < 100 for name in names)


def test_a_second_repository_is_not_made_over_the_first(repository, tmp_path):
    keys = {it.name: it.read_bytes() for it in repository.keys.iterdir()}
    with pytest.raises(UsageError, match="is a key already"):
        SignedRepository.made(tmp_path)
    assert {it.name: it.read_bytes() for it in repository.keys.iterdir()} == keys


def test_a_damaged_repository_is_told_in_a_line(repository, metadata):
    (metadata.folder / "timestamp.json").write_text("{}")
    with pytest.raises(UsageError, match="is no metadata of TUF"):
        repository.publish()
    shutil.rmtree(metadata.folder)
    with pytest.raises(UsageError, match="kiosk publish --new"):
        repository.publish()


def test_metadata_is_what_tuf_reads(repository):
    repository.publish()
    for path in (repository.folder / "metadata").iterdir():
        assert Metadata.from_file(str(path)).signatures
