"""What is wrong is said in one line, and nothing of a visitor is in it."""

from pathlib import Path

import pytest

from kiosk.app.problems import Reporter
from kiosk.domain.visit import Visit
from kiosk.errors import ContentError, KioskError, Problem, StateError, UsageError

VISION = Path("content/en/vision.md")
VISIT = Visit(page="check", answers=frozenset({"choking"}))


@pytest.fixture
def report():
    return Reporter()


def break_down(kind, *said):
    raise kind(*said)


def caught(kind, *said):
    """Return an exception as a hook gets it: raised, with where it was raised."""
    try:
        break_down(kind, *said)
    except kind as bug:
        return bug, bug.__traceback__


def test_a_problem_is_one_line_to_whoever_started_the_kiosk(report, capsys):
    report("clinic.toml: is wrong")
    assert capsys.readouterr() == ("", "kiosk: clinic.toml: is wrong\n")


def test_a_problem_is_remembered_for_staff(report):
    report("one")
    assert list(report.last) == ["one"]


def test_the_newest_problem_comes_first(report):
    for problem in ("one", "two", "three"):
        report(problem)
    assert list(report.last) == ["three", "two", "one"]


def test_only_the_last_few_are_remembered(report):
    for number in range(50):
        report(str(number))
    assert list(report.last) == [str(number) for number in range(49, 41, -1)]


def test_the_same_problem_takes_no_room_twice(report, capsys):
    for problem in ("one", "two", "one"):
        report(problem)
    assert sorted(report.last) == ["one", "two"]
    assert capsys.readouterr().err.count("\n") == 2


def test_a_problem_that_comes_back_is_the_newest(report):
    for problem in ("one", "two", "one"):
        report(problem)
    assert list(report.last) == ["one", "two"]


def test_what_is_mended_stays_among_the_last_until_it_comes_back(report):
    def mended():
        return {it.text: it.mended for it in report.counted}

    report("one", "two")
    report.mended("one", "never said")
    assert mended() == {"one": True, "two": False}
    report("one")
    assert mended() == {"one": False, "two": False}
    report.mended("one")
    for number in range(50):
        report(str(number))
    assert not report._mended


def test_every_problem_of_a_file_is_a_line_and_the_first_is_read_first(report, capsys):
    error = ContentError(
        Problem(VISION, line=2, message="has no title", remedy="write one"),
        Problem(VISION, line=5, message="has no icon"),
    )
    report(*error.lines)
    first, second = f"{VISION}:2: has no title; write one", f"{VISION}:5: has no icon"
    assert capsys.readouterr().err == f"kiosk: {first}\nkiosk: {second}\n"
    assert list(report.last) == [first, second]


def test_an_error_of_several_problems_is_one_line_that_counts_the_others():
    error = ContentError(*(Problem(VISION, message=it) for it in ("one", "two", "x")))
    assert str(error) == f"{VISION}: one (and 2 more)"


@pytest.mark.parametrize(
    "kind", [RuntimeError, KeyError, ValueError, AssertionError, OSError]
)
def test_a_bug_is_told_by_place_and_kind_alone(report, kind):
    report.bug(*caught(kind, "choking"))
    [line] = report.last
    place, _, told = line.partition(": ")
    assert place.startswith("a bug at test_problems.py:")
    assert told == kind.__name__


@pytest.mark.parametrize(
    "said", ["choking", VISIT, {"page": "check"}, ("a\nb", "choking")], ids=repr
)
def test_what_a_bug_says_is_never_told(report, capsys, said):
    report.bug(*caught(RuntimeError, said))
    told = capsys.readouterr().err + "\n".join(report.last)
    assert "choking" not in told
    assert "check" not in told
    assert told.count("\n") == 1


def test_what_led_to_a_bug_is_not_told_either(report, capsys):
    bug, trace = caught(RuntimeError, "one")
    bug.__cause__ = KeyError("choking")
    bug.add_note("choking")
    report.bug(bug, trace)
    assert "choking" not in capsys.readouterr().err


def test_a_bug_from_nowhere_is_told_too(report):
    report.bug(RuntimeError("choking"), None)
    assert list(report.last) == ["a bug at ?: RuntimeError"]


@pytest.mark.parametrize(
    "problem",
    [
        KioskError("there is no content"),
        UsageError("there is no such command"),
        ContentError(Problem(VISION, message="has\nno title")),
        StateError(Problem(VISION, message="cannot be read")),
    ],
    ids=repr,
)
def test_a_problem_we_expected_is_told_in_its_own_words(report, capsys, problem):
    report.bug(problem, None)
    assert capsys.readouterr().err == f"kiosk: {problem}\n"


def test_nobody_reads_when_something_went_wrong(report, capsys):
    report("one")
    report.bug(RuntimeError("x"), None)
    told = capsys.readouterr().err
    assert not [c for c in told if c.isdigit()]
