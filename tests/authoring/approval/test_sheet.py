"""The document that a clinician signs says all that visitors are told, and why."""

import markdown
import pytest

from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from kiosk.tools.advice import sheet_to_sign
from tests.support.shipped import RESOURCES, library_of


@pytest.fixture
def sheet(content):
    return lambda language="": sheet_to_sign(
        RESOURCES / "clinic.toml", content, language
    )


@pytest.fixture
def changes(sheet):
    def of():
        return sheet().partition("since the last signature\n")[2].partition("\n## ")[0]

    return of


def test_it_begins_with_the_clinic_and_has_a_place_to_sign(sheet):
    head = sheet().partition("\n## ")[0]
    assert head.startswith("# The advice of Alaa Arif\n")
    for wanted in ("| Program | kiosk ", "| Rules | ", "| Words | ", "Signature: \\_"):
        assert wanted in head


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_level_is_said_in_the_words_of_visitors_open_and_closed(sheet, language):
    document = sheet(language)
    for is_open in (True, False):
        library = library_of(Clinic(name="Alaa Arif"), is_open=is_open)
        for said in library.packs[language].advice.values():
            for line in (f"**{said.heading}**", *said.lines):
                assert f"> {line}\n" in document


def test_each_rule_is_one_line_with_its_reason_and_sources(sheet, library):
    rules = sheet().partition("\n## Every rule\n")[2].partition("\n## ")[0]
    lines = [line for line in rules.splitlines() if line.startswith("- ")]
    checklist = library.checklist
    every = (*checklist.symptoms, *checklist.factors, *checklist.rules)
    assert len(lines) == len(every)
    for each in every:
        [line] = [line for line in lines if line.endswith(f"`{each.id}`)")]
        assert f"*{each.grounds.why}*" in line
        assert all(source in line for source in each.grounds.sources)


def test_each_case_is_there_with_the_level_that_is_told(sheet, write):
    write("cases.toml", 'level = "same-day"', 'level = "emergency"')
    cases = sheet().partition("\n## Cases\n")[2].partition("\n## ")[0]
    rows = [line for line in cases.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 40
    assert [row for row in rows if "this is wrong" in row] == rows[:1]


def test_what_cannot_be_read_is_said_above_the_place_to_sign(sheet, write):
    assert "Do not sign" not in sheet()
    write("cases.toml", '["drooping-eyelid"]', '["drooping-eyelids"]')
    head, _, after = sheet().partition("**Do not sign")
    assert "Signature" not in head
    assert "cases.toml:10: " in after.partition("Signature")[0]


def test_before_the_first_signature_everything_is_new(changes):
    assert "Nobody has signed" in changes()


def test_what_changed_since_the_last_signature_is_listed(
    approve, changes, content, write
):
    approve("checklist", "strings")
    assert changes().strip() == "No rule."
    path = content / "checklist.toml"
    text = path.read_text("utf-8")
    place = text.index('id = "heavy-brow"')
    path.write_text(
        text[:place] + text[place:].replace("same-day", "routine", 1), "utf-8"
    )
    write("en/pack.toml", '"Double vision"', '"Seeing double"')
    lines = changes().strip().splitlines()
    assert [it for it in lines if it.startswith("- `heavy-brow` was: Same day, for ")]
    assert [it for it in lines if it.endswith("Emergency, for “Seeing double” alone.")]
    assert "Words that visitors read have changed" in lines[-1]


def test_it_says_who_signed_last_and_that_it_changed(approve, sheet, write):
    approve("checklist")
    assert "| Rules signed | by Dr Lee on 2026-11-27. |" in sheet()
    write("checklist.toml", 'level = "same-day"', 'level = "emergency"')
    line = "| Rules signed | by Dr Lee on 2026-11-27. They have changed since. |"
    assert line in sheet()


def test_it_is_markdown_with_every_table_whole(sheet):
    html = markdown.markdown(sheet(), extensions=["tables"])
    assert html.count("<table>") == 2
    assert "<h3>Emergency, while the clinic is open</h3>" in html
    assert len(Level) * 2 + 2 <= html.count("<blockquote>")
