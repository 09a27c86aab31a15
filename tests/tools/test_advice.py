"""`kiosk advice`, run as a clinician runs it."""

import os
import subprocess
import sys
from xml.etree import ElementTree

import markdown
import pytest

from kiosk.domain.triage import Level
from tests.support.shipped import RESOURCES

ROOT = RESOURCES.parent
WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from kiosk.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def run(tmp_path):
    """Run Python in a home without settings of its own."""
    home = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_CONFIG_DIRS": str(tmp_path)}

    def running(*arguments):
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, **home, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return running


@pytest.fixture
def advice(run):
    return lambda *arguments: run("main.py", "advice", *arguments)


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ("drooping-eyelid", "same-day"),
        ("tension", "routine"),
        ("double-vision", "emergency"),
        ("drooping-eyelid sudden", "emergency"),
        ("sudden", "same-day"),
        ("unlicensed-product", "information"),
        ("", "information"),
    ],
)
def test_the_first_line_is_the_level(advice, answers, level):
    done = advice(*answers.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == level


def test_each_reason_is_said_with_its_sources(advice):
    lines = advice("tension", "unlicensed-product").stdout.splitlines()
    assert "tension: routine. Mild and brief as a rule." in lines
    assert [line for line in lines if line.startswith("unlicensed-product: same-day.")]
    assert [line for line in lines if line.startswith("    S35 ") and "2022" in line]


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ("tension", Level.ROUTINE),
        ("drooping-eyelid not-sure-medicine", Level.SAME_DAY),
        ("drooping-eyelid not-sure-sudden", Level.EMERGENCY),
    ],
)
def test_the_words_that_a_visitor_touches_and_reads_are_said(
    advice, pack, answers, level
):
    said = advice(*answers.split()).stdout
    assert all(f"    {pack.answers[answer]}\n" in said for answer in answers.split())
    heading = pack.advice[level].heading
    assert said.index("The visitor reads:") < said.index(f"    {heading}\n")


def test_they_are_said_in_the_first_language_of_the_clinic(advice, tmp_path):
    settings = tmp_path / "clinic.toml"
    settings.write_text('[content]\nlanguages = ["es"]\n')
    said = advice("--config", settings, "drooping-eyelid").stdout
    assert "    Un párpado caído\n" in said


@pytest.mark.parametrize("answers", ["", "drooping-eyelid"])
def test_the_last_line_says_that_it_is_not_a_diagnosis(advice, answers):
    last = advice(*answers.split()).stdout.splitlines()[-1]
    assert last == "This is general information, not a diagnosis."


@pytest.mark.parametrize(
    ("answer", "hint"),
    [
        ("drooping-eyelids", "drooping-eyelid"),
        ("wheezes", "wheezing"),
        ("xyzzy", "see --table"),
    ],
)
def test_an_unknown_id_is_answered_with_the_nearest_ones(advice, answer, hint):
    done = advice("tension", answer)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"kiosk: {answer}: ")
    assert hint in line


def test_content_that_is_missing_is_one_line(advice, tmp_path):
    done = advice("--content", str(tmp_path / "nowhere"))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "nowhere: there is no such folder" in line


@pytest.mark.parametrize(
    ("language", "words"), [("es", "Un párpado caído"), ("ar", "تدلي جفن العين")]
)
def test_the_words_are_of_the_language_that_is_asked_for(advice, language, words):
    said = advice("--language", language, "drooping-eyelid").stdout
    assert words in said
    assert "A drooping eyelid" not in said
    assert words in advice("--language", language, "--sheet").stdout


def test_a_language_that_there_is_not_is_an_error(advice):
    done = advice("--language", "sp", "drooping-eyelid")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there are en, ar, es" in done.stderr


def test_the_table_holds_every_id_once(advice, checklist):
    sheet = markdown.markdown(advice("--table").stdout, extensions=["tables"])
    rows = ElementTree.fromstring(f"<div>{sheet}</div>").iter("tr")
    firsts = [row.findtext("td[1]/code") for row in rows if row.find("td") is not None]
    rules = [rule.id for rule in checklist.rules]
    assert sorted(firsts) == sorted([*checklist.answers, *rules])


def test_every_row_of_the_table_has_as_many_cells_as_its_heading(advice):
    lines = advice("--table").stdout.splitlines()
    widths = {"id": 0}
    for cells in (line.split(" | ") for line in lines if line.startswith("|")):
        if cells[0] == "| id":
            widths["id"] = len(cells)
        assert len(cells) == widths["id"] > 1


def test_a_rule_about_most_symptoms_is_said_in_few_words(advice):
    sheet = advice("--table").stdout
    assert "1 of: `not-sure-sudden` and 1 of: any symptom but `tension` |" in sheet
    assert "1 of: `sudden` and 1 of: any symptom |" in sheet
    assert "2 of: any of weakness; any of vision; any of swallowing" in sheet


def test_a_factor_that_does_not_raise_names_its_rules(advice):
    [row] = [
        line
        for line in advice("--table").stdout.splitlines()
        if line.startswith("| `spreading` ")
    ]
    assert "| getting-worse; course-says-there-is-something |" in row


def test_the_table_says_the_words_that_visitors_read(advice, pack):
    sheet = advice("--table").stdout
    assert [said for said in pack.answers.values() if f"| {said} |" not in sheet] == []


@pytest.mark.parametrize("arguments", [["drooping-eyelid"], ["--table"], ["--sheet"]])
def test_advice_needs_no_qt(run, advice, arguments):
    done = run("-c", WITHOUT_QT, "advice", *arguments)
    assert done.returncode == 0
    assert done.stdout == advice(*arguments).stdout
