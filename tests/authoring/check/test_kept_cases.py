"""The clinic's own cases are tried on the rules at every check."""

import pytest

from kiosk.authoring.check.kept_cases import kept_cases
from kiosk.errors import Severity
from kiosk.files.cases import load_cases
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT


def test_there_are_forty_and_each_visitor_is_told_to_be_seen_in_time(subject, library):
    cases = load_cases(Snapshot.take(CONTENT), library.checklist, pytest.fail)
    assert len(cases) >= 40
    assert list(kept_cases(subject())) == []


@pytest.mark.parametrize(
    ("symptom", "who"),
    [
        ("double-vision", "double vision only"),
        ("general-weakness", "weak legs"),
        ("infection-signs", "fever and a red lump"),
    ],
)
def test_a_lowered_level_is_an_error_for_whom_it_fails(content, subject, symptom, who):
    path = content / "checklist.toml"
    head, row, rest = path.read_text("utf-8").partition(f'id = "{symptom}"')
    level, line, after = rest.partition("level = ")
    _, end, after = after.partition("\n")
    path.write_text(head + row + level + line + '"routine"' + end + after, "utf-8")
    found = [it for it in subject().problems if it.path.name == "cases.toml"]
    [problem] = [it for it in found if who in it.message]
    assert problem.severity is Severity.ERROR
    assert "is told routine" in problem.message
    text = (content / "cases.toml").read_text("utf-8").splitlines()
    assert text[problem.line - 1].startswith("level = ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["drooping-eyelid"]', '["drooping-eyelids"]', "drooping-eyelid"),
        ('level = "same-day"', 'level = "same day"', "same-day"),
        ('level = "same-day"', 'leval = "same-day"', "level"),
    ],
)
def test_a_slip_in_one_case_is_told_and_the_others_are_tried(
    content, subject, write, old, new, said
):
    write("cases.toml", old, new)
    write("cases.toml", 'level = "emergency"', 'level = "information"')
    problems = list(kept_cases(subject()))
    assert [it for it in problems if said in f"{it}"]
    assert [it for it in problems if it.severity is Severity.WARNING]


def test_content_without_cases_has_none(content, subject):
    (content / "cases.toml").unlink()
    assert list(kept_cases(subject())) == []
