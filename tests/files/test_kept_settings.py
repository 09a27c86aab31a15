"""A settings file that is emptied makes no stranger's kiosk of this one."""

import pytest

from kiosk.files import kept_settings
from kiosk.files.kept_settings import KeptSettings
from kiosk.files.settings import load_settings

TEXT = '[clinic]\nname = "Park Clinic"\nphone = "020 7946 0123"\n'


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text(TEXT)
    return path


@pytest.fixture
def kept(tmp_path):
    return KeptSettings(tmp_path / "state")


@pytest.fixture
def copied(kept, path):
    """Return what has kept the settings once."""
    kept.keep(kept.load(path))
    return kept


def lines(settings):
    return list(map(str, settings.problems))


@pytest.mark.parametrize(
    "data", [b"", b"\n \n", b"\0" * 4096, b"# nothing\n", b"\xff\xfe\0", b"[[[[\n"]
)
def test_an_emptied_file_leaves_the_last_good_settings(copied, path, data):
    path.write_bytes(data)
    settings = copied.load(path)
    assert settings.clinic.name == "Park Clinic"
    assert settings.clinic.phone == "020 7946 0123"
    told = lines(settings)[0]
    assert told.startswith(f"{path}: holds no setting, so those of 2")
    assert "put the file back" in told


def test_a_file_that_is_gone_leaves_them_too(copied, path):
    path.unlink()
    settings = copied.load(path)
    assert settings.clinic.name == "Park Clinic"
    assert len(lines(settings)) == 2


def test_so_does_one_gone_from_where_settings_are_looked_for(copied, path, monkeypatch):
    shipped = load_settings().path
    for module in (kept_settings, "kiosk.files.settings"):
        name = module if isinstance(module, str) else module.__name__
        monkeypatch.setattr(f"{name}.settings_paths", lambda: iter((path, shipped)))
    path.unlink()
    assert copied.load().clinic.name == "Park Clinic"


def test_the_same_file_put_back_counts_again(copied, path):
    path.write_bytes(b"")
    copied.keep(copied.load(path))
    path.write_text('[clinic]\nname = "Lake Clinic"\n')
    settings = copied.load(path)
    assert settings.clinic.name == "Lake Clinic"
    assert lines(settings) == []


def test_the_copy_is_of_one_file_alone(copied, tmp_path):
    other = tmp_path / "other.toml"
    other.write_bytes(b"")
    assert copied.load(other).clinic.name != "Park Clinic"


def test_a_file_with_a_mistake_is_not_the_last_good_one(copied, path):
    path.write_text('[clinic]\nname = "Lake Clinic"\nhours.monday = "9-5"\n')
    copied.keep(copied.load(path))
    path.write_bytes(b"")
    assert copied.load(path).clinic.name == "Park Clinic"


def test_nobody_else_can_read_the_copy(copied, tmp_path):
    [copy] = (tmp_path / "state").iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600


def test_without_a_place_it_is_as_ever(path):
    KeptSettings(None).keep(load_settings(path))
    path.write_bytes(b"")
    assert KeptSettings(None).load(path).clinic.phone == ""
