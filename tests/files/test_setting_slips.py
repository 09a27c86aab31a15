"""Each mistake in the settings costs that one setting: every other is as it was."""

import pytest
from msgspec.structs import asdict

from kiosk.domain.clinic import Clinic
from kiosk.errors import Severity
from kiosk.files.settings import Settings, load_settings
from tests.authoring.mistakes.settings import FULL, ROWS

NAMES = {*Settings.__struct_fields__, *Clinic.__struct_fields__}
COSTS = {
    "S12": (),
    "S15": ("screen_width_mm",),
    "S16": (),
    "S19": (),
    "S21": (),
    "S26": (),
    "S35": (),
    "S44": (),
    "S46": ("name",),
    "S47": (),
}
"""The settings that a row changes, where that is not one of the same name."""

SAME = {
    "url": "booking",
    "width_mm": "screen_width_mm",
    "warning_seconds": "idle",
    "monday": "hours",
    "mon": "hours",
    "tuesday": "hours",
    "phne": "phone",
}


def flat(path):
    settings = load_settings(path)
    values = {name: getattr(settings, name, None) for name in NAMES}
    values |= asdict(settings.clinic)
    for kept in ("path", "problems", "clinic"):
        del values[kept]
    return values


def cost_of(row, problems):
    keys = {
        problem.message.partition(":")[0].rpartition(".")[2] for problem in problems
    }
    return COSTS.get(row.id, tuple(SAME.get(key, key) for key in keys))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_mistake_costs_one_setting(row, tmp_path):
    (tmp_path / "clinic.toml").write_text(FULL)
    before = flat(tmp_path / "clinic.toml")
    row.spoil(tmp_path)
    settings = load_settings(tmp_path / "clinic.toml")
    cost = cost_of(row, settings.problems)
    after = flat(tmp_path / "clinic.toml")
    changed = {name for name in after if after[name] != before[name]}
    if row.said:
        assert changed <= {*cost}
    else:
        assert settings.problems == ()


def test_an_emergency_number_without_quotation_marks_is_used(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text("[clinic]\nemergency_number = 112\n")
    settings = load_settings(path)
    assert settings.clinic.emergency_number == "112"
    assert [it.severity for it in settings.problems] == [Severity.WARNING]


def test_mistakes_in_every_line_are_told_at_once_and_leave_the_defaults(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text(FULL.replace('= "', "= ").replace("[s", "[[s"))
    settings = load_settings(path)
    assert settings.clinic == Clinic(name="Alaa Arif")
    assert {it.line for it in settings.problems} > {2, 3, 4, 5, 7, 8, 10}
