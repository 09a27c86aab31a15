"""What staff set on the screen outlives a stop, a power cut and a full disk."""

import json

import pytest

from kiosk.domain.device_settings import DeviceSettings
from kiosk.domain.pin import PinAttempts
from kiosk.errors import StateError
from kiosk.files.device_settings import DeviceSettingsFile

SET = DeviceSettings(tries=PinAttempts(5, 1_800_000_000.5), width_mm=476.25, volume=80)
OLD = DeviceSettings(volume=0)


@pytest.fixture
def file(tmp_path):
    """A state file that is not there yet, nor is its folder."""
    return DeviceSettingsFile(tmp_path / "kiosk" / "state.json")


@pytest.fixture
def old(file):
    """A state file that holds `OLD`."""
    file.write(OLD)
    return file


@pytest.mark.parametrize("kept", [SET, OLD, DeviceSettings()])
def test_what_was_kept_is_read_back(file, kept):
    file.write(kept)
    assert file.read() == kept


def test_no_file_is_as_good_as_an_empty_one(file):
    assert file.read() == DeviceSettings()


def test_reading_makes_no_file(file, tmp_path):
    file.read()
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_later_takes_the_place_of_the_old(old):
    old.write(SET)
    assert old.read() == SET


def test_the_file_is_the_only_thing_in_its_folder(old):
    assert list(old.path.parent.iterdir()) == [old.path]


def test_what_an_older_kiosk_kept_is_still_read(old):
    old.path.write_text('{"volume": 80, "colour": "blue"}')
    assert old.read() == DeviceSettings(volume=80)


def test_a_file_of_the_version_before_is_still_read(old):
    old.path.write_text(
        '{"tries":{"wrong":5,"closed_until":1800000000.5},"width_mm":476.25,"volume":80}'
    )
    assert old.read() == SET


def test_what_is_written_has_the_names_of_the_version_before(file):
    file.write(SET)
    written = json.loads(file.path.read_text())
    assert written == {
        "tries": {"wrong": 5, "closed_until": 1_800_000_000.5},
        "width_mm": 476.25,
        "volume": 80,
    }


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "truncated"),
        (b'{"volume": 80', "truncated"),
        (b"volume = 80", "malformed"),
        (b"\xff", "not UTF-8"),
        (b"[]", "expected a heading"),
        (b'{"volume": "loud"}', "volume: expected a whole number"),
        (b'{"tries": 3}', "tries: expected a heading"),
        (b'{"tries": {"wrong": "5"}}', "tries.wrong: expected a whole number"),
        (b'{"width_mm": null}', "width_mm: empty"),
    ],
)
def test_a_file_that_says_something_else_is_named_in_one_line(old, data, problem):
    old.path.write_bytes(data)
    with pytest.raises(StateError) as error:
        old.read()
    assert str(error.value).startswith(f"{old.path}:")
    assert problem in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_read_is_named(file):
    file.path.mkdir(parents=True)
    with pytest.raises(StateError, match=r"state\.json: is a folder") as error:
        file.read()
    assert error.value.path == file.path


def test_a_folder_that_cannot_be_made_is_said_of_the_file(file):
    file.path.parent.write_text("a file in the folder's place")
    with pytest.raises(StateError, match=r"state\.json: cannot be used: "):
        file.write(SET)


def test_the_old_file_stays_where_the_new_one_cannot_be_written(old):
    old.path.with_suffix(".new").mkdir()
    with pytest.raises(StateError, match=r"state\.json: cannot be used: "):
        old.write(SET)
    assert old.read() == OLD


def test_what_a_power_cut_left_half_written_is_never_read(old):
    old.path.with_suffix(".new").write_text('{"volume": 8')
    assert old.read() == OLD
    old.write(SET)
    assert old.read() == SET
