from pathlib import Path

import pytest

from kiosk.fleet.settings import StatusSettings, UpdateSettings, host_id
from kiosk.fleet.settings import load_fleet_settings as load
from tests.support.shipped import RESOURCES


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "fleet.toml"
        path.write_text(text)
        return load(path)

    return read


def test_what_is_written_counts(read, tmp_path):
    settings = read(
        '[kiosk]\nid = "north-3"\n'
        '[update]\nfrom = ["https://content.example/kiosk", "stick"]\n'
        'every_minutes = 5\nroot = "/keys/root.json"\n'
        '[status]\nbroker = "broker.example"\nca = "ca.crt"\n'
        'certificate = "own.crt"\nkey = "own.key"\n'
    )
    assert settings.problems == ()
    assert settings.id == "north-3"
    stick = str(tmp_path / "stick")
    sources = ("https://content.example/kiosk", stick)
    assert settings.update == UpdateSettings(sources, Path("/keys/root.json"), 300)
    names = (tmp_path / name for name in ("ca.crt", "own.crt", "own.key"))
    assert settings.status == StatusSettings("broker.example", 8883, *names)


def test_a_kiosk_is_called_as_its_machine(read):
    assert read("").id == host_id()


def test_without_a_file_nothing_is_fetched_and_nobody_is_told(tmp_path):
    settings = load(tmp_path / "fleet.toml")
    assert (settings.update.sources, settings.status.broker) == ((), "")
    assert len(settings.problems) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[kiosk]\nid = "ward 3/a"', "2: kiosk.id: 'ward 3/a' is no name for a kiosk"),
        ('[update]\nfrom = "htps://a.example"', "2: update.from: 'htps://a.example'"),
        ("[update]\nevery_minutes = 0", "2: update.every_minutes: "),
        ('[update]\nform = "/media"', "2: update.form: "),
        ('[status]\nport = "eight"', "2: status.port: "),
        ('[status]\nbroker = "mqtts://a"', "2: status.broker: 'mqtts://a' is no host"),
        ('[status]\nbroker = "a..b"', "2: status.broker: 'a..b' is no host"),
    ],
)
def test_a_mistake_keeps_the_default_and_is_one_line(read, text, line):
    settings = read(text)
    (problem,) = settings.problems
    assert line in str(problem)
    assert settings.update == UpdateSettings(root=settings.path.parent / "root.json")
    assert settings.id == host_id()


def test_the_shipped_file_explains_every_key(read):
    text = (RESOURCES / "fleet.toml").read_text()
    keys = [it[2:] for it in text.splitlines() if it.startswith("# ") and " = " in it]
    assert len(keys) == 9
    assert load(RESOURCES / "fleet.toml").problems == ()
    tables = [f"{line.removeprefix('# ')}\n" for line in text.splitlines()]
    uncommented = "".join(it for it in tables if " = " in it or it.startswith("["))
    assert read(uncommented).problems == ()
