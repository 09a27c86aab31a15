"""`kiosk approve` and `kiosk small-change` as they are typed."""

import io

import pytest

from kiosk.cli import main


@pytest.fixture
def clinic(tmp_path, monkeypatch):
    """A clinic's folder, in which the command is started."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["new", "clinic", str(tmp_path / "park"), "name=Park Clinic"]) == 0
    monkeypatch.chdir(tmp_path / "park")
    return tmp_path / "park"


def test_a_page_is_approved_in_the_clinics_folder(clinic, capsys):
    assert main(["approve", "vision", "--by", "Dr Lee", "--on", "2026-01-02"]) == 0
    assert capsys.readouterr().out.endswith(
        "vision.md: approved by Dr Lee, 2026-01-02\n"
    )
    page = (clinic / "content" / "en" / "vision.md").read_text("utf-8")
    assert 'approved_by: "Dr Lee"\napproved_on: 2026-01-02\n' in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--by", " "], "the name of the clinician"),
        (["--by", "Dr Lee", "--on", "2099-01-01"], "has not come"),
        (["--by", "Dr Lee", "--on", "2.1.2026"], "write it as 2026-11-27"),
        (["--by", "Dr Lee", "--language", "sp"], "there is no such language"),
    ],
)
def test_what_approves_nothing_is_one_line(clinic, capsys, arguments, said):
    capsys.readouterr()
    assert main(["approve", "vision", *arguments]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert said in line


def test_content_that_the_next_version_replaces_is_not_approved(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main(["approve", "vision", "--by", "Dr Lee"]) == 2
    assert "kiosk new clinic DIR" in capsys.readouterr().err


def test_a_small_change_is_marked(clinic, capsys):
    page = clinic / "content" / "en" / "vision.md"
    text = page.read_text("utf-8").replace("may see double", "might see double")
    page.write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["small-change", "vision", "--language", "es"]) == 0
    assert "es/vision.md: is up to date" in capsys.readouterr().out
