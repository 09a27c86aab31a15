"""A clinic's own folder has all content and settings, and the kiosk starts with it."""

import filecmp
import tomllib

import pytest

from kiosk.authoring.skeletons.answers import Answers
from kiosk.authoring.skeletons.clinic import new_clinic
from kiosk.cli import main
from kiosk.errors import UsageError
from kiosk.files.settings import load_settings
from tests.support.shipped import CONTENT, ROOT

ANSWERS = {
    "name": 'Park "Green" Clinic',
    "phone": "01 23 45",
    "desk": "the desk by the door",
    "emergency_number": "112",
    "out_of_hours": "NHS 111",
    "weekdays": "09:00-17:00",
    "saturday": "closed",
    "booking": "https://clinic.example/book",
}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "park"


def test_it_has_the_whole_content(folder):
    new_clinic(folder, Answers(ANSWERS))
    compared = filecmp.dircmp(CONTENT, folder / "content")
    assert (compared.left_only, compared.right_only) == ([], [])
    assert not any(sub.diff_files for sub in [compared, *compared.subdirs.values()])


def test_it_has_the_pages_for_authors_out_of_a_wheel_too(folder):
    new_clinic(folder, Answers(ANSWERS))
    assert (folder / "AUTHORS.md").read_text() == (ROOT / "AUTHORS.md").read_text()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"]["AUTHORS.md"] == "kiosk/resources/AUTHORS.md"
    assert wheel["force-include"]["resources"] == "kiosk/resources"


def test_its_settings_are_the_answers_and_its_content_is_found(folder):
    new_clinic(folder, Answers(ANSWERS))
    settings = load_settings(folder / "clinic.toml")
    assert settings.content == folder / "content"
    clinic = settings.clinic
    said = clinic.name, clinic.phone, clinic.emergency_number, clinic.out_of_hours
    assert said == ('Park "Green" Clinic', "01 23 45", "112", "NHS 111")
    assert clinic.booking.is_set_up


def test_nobody_has_to_answer(folder):
    new_clinic(folder, Answers({}))
    assert load_settings(folder / "clinic.toml").clinic.name


@pytest.mark.parametrize("wrong", [{"weekdays": "9-17"}, {"booking": "www.x.y"}])
def test_a_wrong_answer_makes_nothing(folder, wrong):
    with pytest.raises(UsageError, match=next(iter(wrong))):
        new_clinic(folder, Answers(wrong))
    assert not folder.exists()


def test_a_folder_with_something_in_it_is_left_alone(folder):
    folder.mkdir()
    (folder / "mine").touch()
    with pytest.raises(UsageError, match="not empty"):
        new_clinic(folder, Answers({}))


def test_commands_for_authors_use_the_clinic_they_are_started_in(
    folder, monkeypatch, capsys
):
    new_clinic(folder, Answers({}))
    checklist = folder / "content" / "checklist.toml"
    text = checklist.read_text().replace('id = "wheezing"', 'id = "whistling"')
    checklist.write_text(text)
    monkeypatch.chdir(folder)
    assert main(["advice", "wheezing"]) == 2
    assert "whistling" in capsys.readouterr().err
