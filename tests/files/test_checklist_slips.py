"""No slip in the rules makes any advice less urgent, and none is silent."""

from collections import Counter
from itertools import combinations
from time import process_time

import pytest

from kiosk.errors import Severity
from kiosk.files.checklist import load_checklist
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT

TEXT = (CONTENT / "checklist.toml").read_text("utf-8")
SHIPPED = load_checklist(Snapshot.take(CONTENT))
ONE_OF_EACH = {(it.group, it.level): it.id for it in SHIPPED.symptoms}.values()
FACTORS = [it.id for it in SHIPPED.factors]
PAIRS = combinations([*ONE_OF_EACH, *FACTORS], 2)
CASES = [frozenset(it) for it in [*zip(SHIPPED.answers), *PAIRS]]
LEVELS = {answers: SHIPPED.assess(answers).level for answers in CASES}


def lines_of_each_kind():
    """Yield the numbers of the first lines with each key, and of each heading."""
    seen = Counter()
    for number, line in enumerate(TEXT.splitlines()):
        kind = line.strip().partition("=")[0]
        seen[kind] += 1
        if kind[:1] != "#" and seen[kind] in (1, 3):
            yield number


LINES = [*lines_of_each_kind()]


def loaded(folder, text):
    """Return the checklist of this text, and the errors told of it."""
    path = folder / "checklist.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    files = Snapshot(folder=folder, files={path: path.read_bytes()})
    told = []
    checklist = load_checklist(files, told.append)
    problems = [it for error in told for it in error.problems]
    return checklist, [it for it in problems if it.severity is Severity.ERROR]


def lowered(checklist):
    """Return the cases with less urgent advice than by the shipped checklist."""
    return [
        sorted(answers)
        for answers, level in LEVELS.items()
        if not answers <= checklist.answers or checklist.assess(answers).level < level
    ]


def raised(checklist):
    return [
        sorted(answers)
        for answers, level in LEVELS.items()
        if checklist.assess(answers).level > level
    ]


def without(mark):
    def spoil(line):
        return line.replace(mark, "", 1)

    return spoil


def without_last(mark):
    def spoil(line):
        before, _, after = line.rpartition(mark)
        return before + after

    return spoil


SLIPS = {
    "first quotation mark": without('"'),
    "last quotation mark": without_last('"'),
    "opening bracket": without("["),
    "closing bracket": without_last("]"),
    "equals sign": without("="),
    "brace": without("{"),
    "curly quotation marks": lambda line: line.replace(
        '"', "\N{LEFT DOUBLE QUOTATION MARK}"
    ),
    "no comma": lambda line: line.replace('",', '"'),
    "no value": lambda line: line.partition("=")[0] + "=" if "=" in line else line,
    "a word": lambda line: line + " x" if line else line,
    "a mark of a merge": lambda line: f"<<<<<<< HEAD\n{line}",
    "twice": lambda line: f"{line}\n{line}" if "=" in line else line,
    "capital": lambda line: line.title(),
    "no underscore": lambda line: line.replace("_", ""),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_any_line_lowers_no_advice_and_is_told(tmp_path, slip):
    lines = TEXT.splitlines()
    for number in LINES:
        spoiled = SLIPS[slip](lines[number])
        if spoiled == lines[number]:
            continue
        text = "\n".join([*lines[:number], spoiled, *lines[number + 1 :]])
        checklist, errors = loaded(tmp_path, text)
        assert lowered(checklist) == [], (number + 1, spoiled)
        assert errors or raised(checklist) == [], (number + 1, spoiled)


@pytest.mark.parametrize("name", ["1.5", "true", "[1]", "1979-05-27"])
def test_a_row_whose_id_is_no_text_is_told_and_lowers_nothing(tmp_path, name):
    text = TEXT.replace('id = "double-vision"', f"id = {name}\nlevl = 1", 1)
    assert text != TEXT
    checklist, errors = loaded(tmp_path, text)
    assert errors
    assert all(str(tmp_path) in str(it) for it in errors)
    known = {it for it in CASES if it <= checklist.answers}
    assert all(checklist.assess(it).level >= LEVELS[it] for it in known)


def test_many_mistakes_take_no_time(tmp_path):
    start = process_time()
    _, errors = loaded(tmp_path, f"{TEXT}\n[[symptoms]]\nid = 1\n" + "a = [\n" * 9_000)
    assert errors
    assert process_time() - start < 10
