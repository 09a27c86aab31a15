"""A kiosk counts how many visits open each page, and keeps nothing of one of them."""

import json
from datetime import timedelta

import pytest

from kiosk.app.machine.usage_totals import UsageTotals
from kiosk.domain.mode import Mode
from kiosk.ui.modes.visitor_mode import VisitorMode
from tests.support.screen import settle

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS = "\n".join(f'{day} = "09:00-12:00, 14:00-18:00"' for day in WEEK)
COUNTED = f"""
[clinic.hours]
{HOURS}
[idle]
attract = false
[totals]
count_visits = true
"""


@pytest.fixture
def file(state):
    return state.path.with_name("totals.json")


@pytest.fixture
def shell(start, clock, qtbot):
    """A kiosk that counts, at ten in the morning."""
    at(clock, 10)
    shown = start(COUNTED)
    qtbot.waitUntil(lambda: shown.findChild(UsageTotals) is not None, timeout=60_000)
    return shown


def at(clock, hour, days=0):
    """Set the wall clock, some days on."""
    day = clock.wall + timedelta(days=days)
    clock.wall = day.replace(hour=hour, minute=0, second=0)


def visits(shell, count, *pages):
    """Have so many visitors, who open these pages."""
    for _ in range(count):
        shell.findChild(VisitorMode).resume()
        for page in pages:
            shell.session.go_to(page)
        shell.finish()
    settle()


def write(shell):
    """Look whether a day is over, as every ten minutes."""
    shell.findChild(UsageTotals).write_what_is_over()


def written(file):
    """Return what is in the file, without its days."""
    return [*json.loads(file.read_text()).values()]


def test_once_the_clinic_is_closed_the_day_is_written(shell, clock, file):
    visits(shell, 12, "vision")
    at(clock, 13)  # over noon, and after it the clinic opens again
    write(shell)
    assert not file.exists()
    at(clock, 18)
    write(shell)
    assert json.loads(file.read_text()) == {
        f"{clock.wall:%Y-%m-%d}": {"home": 12, "vision": 12}
    }


def test_a_number_of_few_visits_is_not_even_in_the_file(shell, clock, file):
    visits(shell, 10)
    visits(shell, 9, "vision")
    at(clock, 18)
    write(shell)
    assert written(file) == [{"home": 19}]
    assert "vision" not in file.read_text()


def test_a_visit_counts_a_page_once_however_often_it_opens_it(shell, clock, file):
    visits(shell, 1, *(["vision", "headaches"] * 20))
    visits(shell, 10, "headaches")
    at(clock, 18)
    write(shell)
    assert written(file) == [{"headaches": 11, "home": 11}]


def test_what_is_no_visit_is_not_counted(shell, clock, file):
    visits(shell, 10)
    mode = shell.findChild(VisitorMode)
    mode.measure()
    assert mode.mode is Mode.MEASURING
    for _ in range(20):
        shell.start_over()
        shell.session.go_to("vision")
    at(clock, 18)
    write(shell)
    assert written(file) == [{"home": 10}]


def test_a_day_is_written_once(shell, clock, file):
    visits(shell, 10)
    at(clock, 18)
    write(shell)
    visits(shell, 30)
    write(shell)
    at(clock, 9, days=1)
    write(shell)
    assert written(file) == [{"home": 10}]


def test_a_day_that_nobody_closed_is_written_when_it_is_over(start, clock, file, qtbot):
    at(clock, 23)
    shown = start("[idle]\nattract = false\n[totals]\ncount_visits = true\n")
    qtbot.waitUntil(lambda: shown.findChild(UsageTotals) is not None, timeout=60_000)
    visits(shown, 10)
    write(shown)
    assert not file.exists()
    at(clock, 0, days=1)
    visits(shown, 3)
    write(shown)
    assert written(file) == [{"home": 10}]


def test_what_is_counted_is_written_with_the_end_of_the_program(shell, file):
    visits(shell, 11)
    shell.findChild(UsageTotals).end()
    assert written(file) == [{"home": 11}]


def test_nothing_is_written_because_of_a_visit(shell, clock, file):
    visits(shell, 30, "vision")
    at(clock, 18)
    visits(shell, 30, "vision")
    at(clock, 9, days=1)
    visits(shell, 30, "vision")
    assert not file.exists()


def test_a_damaged_file_is_one_line_for_staff(shell, file, report):
    file.parent.mkdir(exist_ok=True)
    file.write_text("no JSON")
    visits(shell, 10)
    shell.findChild(UsageTotals).end()
    assert any("totals.json: is no JSON" in line for line in report.last)
    assert file.read_text() == "no JSON"


def test_unless_it_is_set_nothing_is_counted(start, qtbot, read_content):
    shown = start("[idle]\nattract = false\n")
    read_content(shown)
    assert shown.findChild(UsageTotals) is None
