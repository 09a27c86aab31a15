"""ACCESSIBILITY.md claims nothing that no test holds."""

import re

import pytest

from tests.support.shipped import RESOURCES

ROOT = RESOURCES.parent
TABLE = (ROOT / "ACCESSIBILITY.md").read_text("utf-8")
SHORT = {
    "ear": "e2e/test_screen_reader.py",
    "say": "ui/audio/test_narrator.py",
    "listen": "e2e/test_listening.py",
}
NAMED = sorted(set(re.findall(r"`([\w/.]+)::(test_\w+)`", TABLE)))
FILES = sorted(set(re.findall(r"`((?:ui|e2e|domain)/[\w/]*test_\w+\.py)`", TABLE)))


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_every_test_that_is_named_exists(file, test):
    text = (ROOT / "tests" / SHORT.get(file, file)).read_text("utf-8")
    assert f"def {test}(" in text


@pytest.mark.parametrize("file", FILES)
def test_every_file_of_tests_that_is_named_exists(file):
    assert (ROOT / "tests" / file).is_file()


def test_what_is_said_to_be_met_names_its_test():
    rows = [line.strip("| ").split(" | ") for line in TABLE.splitlines()]
    met = [row for row in rows if len(row) == 5 and row[3].startswith("yes")]
    assert len(met) > 20
    assert [row[0] for row in met if "`" not in row[4] and "as " not in row[4]] == []
