"""Files changed by chance: a line for staff, and nothing worse than that.

`python -m benchmarks.fuzz KIND` tries them for ten minutes.
"""

import pytest

from benchmarks.fuzz import findings
from benchmarks.fuzzed_files import Fuzz, Kind, names_of
from benchmarks.spoiled_content import Watch

EACH = 12


@pytest.fixture(scope="module")
def watch(tmp_path_factory):
    return Watch(tmp_path_factory.mktemp("clinic"))


@pytest.mark.parametrize("kind", Kind)
def test_no_input_is_worse_than_a_line_for_staff(watch, kind):
    names = names_of(kind, watch.files)
    for number in range(EACH):
        fuzz = Fuzz(names[number % len(names)], kind, f"3 {number}")
        assert findings(watch, fuzz) == [], f"--seed 3 --first {number} --count 1"


@pytest.mark.parametrize("kind", Kind)
def test_an_input_follows_from_its_seed_alone(kind):
    data = b"---\ntitle: x\n---\n## A\n\nb = 1\n" * 9
    made = [Fuzz("x", kind, f"3 {it % 40}").spoiled(data) for it in range(80)]
    assert made[:40] == made[40:]
    assert len({*made, data}) > 35


def test_a_level_that_is_lower_in_silence_is_a_finding(watch, monkeypatch):
    class Lower:
        name = "content/en/headaches.md"

        def spoiled(self, data):
            return data.replace(b"!!! emergency", b"!!! routine")

    assert watch.faults(Lower()) == []
    monkeypatch.setattr("kiosk.authoring.check.subject.Subject.has_errors", False)
    assert any("less urgent in silence" in it for it in watch.faults(Lower()))
