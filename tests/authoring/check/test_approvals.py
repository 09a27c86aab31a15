"""What does not hold of an approval, and what was lowered since, is said."""

from datetime import timedelta

import pytest

from kiosk.authoring.check.approvals import approvals, lowered_since
from kiosk.errors import Severity
from tests.authoring.conftest import TODAY


@pytest.fixture
def problems(subject):
    return lambda: [*approvals(subject(), TODAY), *lowered_since(subject())]


def test_nothing_is_said_of_content_that_nobody_approved(problems):
    assert problems() == []


def test_nothing_is_said_of_what_is_as_it_was_approved(approve, problems):
    approve("vision", "headaches", "checklist", "strings", languages=["en", "es"])
    assert problems() == []


@pytest.mark.parametrize(
    ("written", "said", "severity"),
    [
        ("approved_by: Dr Lee", "the day of its approval", Severity.ERROR),
        (
            'approved_by: ""\napproved_on: 2026-11-01',
            "the name of its approval",
            Severity.ERROR,
        ),
        (
            "approved_by: Dr Lee\napproved_on: 2031-01-01",
            "which has not come",
            Severity.ERROR,
        ),
        (
            "approved_by: Dr Lee\napproved_on: 2026-11-01",
            "not as Dr Lee approved it",
            Severity.WARNING,
        ),
    ],
)
def test_an_approval_that_holds_nothing_is_named(
    write, problems, written, said, severity
):
    write("en/vision.md", 'approved_by: ""', written)
    [problem] = problems()
    assert (problem.path.name, problem.severity) == ("vision.md", severity)
    assert said in problem.message
    assert "kiosk approve vision --language en" in problem.remedy


def test_to_approve_again_mends_it(approve, write, problems):
    write("en/vision.md", 'approved_by: ""', "approved_by: Dr Lee")
    approve("vision")
    assert problems() == []


def test_a_day_to_come_in_approvals_is_named(approve, problems):
    approve("strings", "checklist", on=TODAY + timedelta(days=1))
    assert [it.severity for it in problems()] == [Severity.ERROR] * 2


def test_a_level_that_was_lowered_is_an_error_until_it_is_approved(
    approve, content, problems
):
    approve("checklist")
    path = content / "checklist.toml"
    text = path.read_text("utf-8")
    place = text.index('id = "vision-loss"')
    lowered = text[place:].replace('"emergency"', '"same-day"', 1)
    path.write_text(text[:place] + lowered, "utf-8")
    [error] = [it for it in problems() if it.severity is Severity.ERROR]
    assert error.message == "vision-loss was approved as emergency, and is same-day"
    assert error.line
    approve("checklist")
    assert problems() == []


def test_a_symptom_that_has_gone_is_an_error(approve, content, problems):
    approve("checklist")
    path = content / "checklist.toml"
    text = path.read_text("utf-8")
    place = text.index('[[symptoms]]\nid = "bruise-or-pain"')
    end = text.index("\n[[", place + 1)
    path.write_text(text[:place] + text[end + 1 :], "utf-8")
    for pack in content.glob("*/pack.toml"):
        lines = pack.read_text("utf-8").splitlines(keepends=True)
        kept = (line for line in lines if not line.startswith("bruise-or-pain"))
        pack.write_text("".join(kept), "utf-8")
    errors = [it.message for it in problems() if it.severity is Severity.ERROR]
    assert errors == ["bruise-or-pain was approved, and is not there"]


def test_a_sign_moved_to_a_lower_card_is_an_error(approve, write, problems):
    approve("vision")
    sign = "    - ![](signs/double-vision.svg) double vision\n"
    write("en/vision.md", sign, "")
    warned = [it for it in problems() if "“double vision”" in it.message]
    assert [it.severity for it in warned] == [Severity.WARNING]
    other = "    - ![](signs/blurred-vision.svg) blurred vision\n"
    write("en/vision.md", other, other + sign)
    [error] = [it for it in problems() if "“double vision”" in it.message]
    assert error.severity is Severity.ERROR
    assert "was approved as emergency, and is same-day" in error.message
    assert error.line
