"""`kiosk new` as it is typed: questions on the terminal, answers piped or given."""

import io

import pytest

from kiosk.cli import main
from kiosk.files.settings import load_settings
from tests.authoring.skeletons.test_complication import SKIN


@pytest.fixture
def typed(monkeypatch):
    """Type lines into the terminal; nothing more comes after them."""

    def typing(*lines):
        text = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    typing()
    return typing


@pytest.fixture
def clinic(tmp_path, typed, monkeypatch):
    """A clinic's folder, and the command started in it."""
    assert main(["new", "clinic", str(tmp_path / "park"), "name=Park Clinic"]) == 0
    monkeypatch.chdir(tmp_path / "park")
    return tmp_path / "park"


def test_a_clinic_is_made_of_what_is_typed(tmp_path, typed, capsys):
    typed("Park Clinic", "01 23 45", "the desk", "112", "", "9-17", "09:00-17:00")
    assert main(["new", "clinic", str(tmp_path / "park")]) == 0
    clinic = load_settings(tmp_path / "park" / "clinic.toml").clinic
    assert (clinic.name, clinic.emergency_number) == ("Park Clinic", "112")
    told = capsys.readouterr()
    assert 'write "09:00-17:00"' in told.err
    assert "kiosk preview" in told.out


def test_it_is_named_where_it_was_made(clinic, capsys):
    answers = [f"{key}={text}" for key, text in SKIN.items()]
    assert main(["new", "complication", "skin", *answers]) == 0
    assert "content/es/skin.md" in capsys.readouterr().out
    assert (clinic / "content" / "es" / "skin.md").exists()


def test_what_is_wrong_is_told_a_line_each_and_nothing_is_written(clinic, capsys):
    assert main(["new", "page", "parking", "title.en=Parking", "colour=red"]) == 2
    *_, missing, strange, end = capsys.readouterr().err.splitlines()
    assert missing.startswith("kiosk: text.en: is missing")
    assert strange.startswith("kiosk: colour: is not asked for")
    assert end == "kiosk: nothing was written"
    assert not (clinic / "content" / "en" / "parking.md").exists()


def test_what_came_in_a_wheel_is_left_alone(tmp_path, typed, monkeypatch, capsys):
    shipped = tmp_path / "kiosk" / "resources"
    (shipped / "content").mkdir(parents=True)
    for module in ("authoring.skeletons.content_folder", "tools.new"):
        monkeypatch.setattr(f"kiosk.{module}.resources", lambda: shipped)
    assert main(["new", "page", "parking"]) == 2
    assert "kiosk new clinic DIR" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["park", "park/content"])
def test_commands_use_the_clinic_they_name_not_the_one_they_start_in(
    clinic, named, capsys
):
    (clinic.parent / "other").mkdir()
    other = clinic.parent / "other" / "park"
    assert main(["new", "clinic", str(other)]) == 0
    checklist = other / "content" / "checklist.toml"
    text = checklist.read_text("utf-8").replace('"wheezing"', '"whistling"')
    checklist.write_text(text, "utf-8")
    (clinic / "clinic.toml").write_text("[")
    folder = str(clinic.parent / "other" / named)
    assert main(["advice", "whistling", "--content", folder]) == 0
    assert "whistling: emergency" in capsys.readouterr().out
