"""The size check sees every screen, or says how many it saw."""

from contextlib import suppress

import pytest
from msgspec.structs import replace

from kiosk.domain.preferences import TEXT_SCALES
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.audit.fault import Fault
from kiosk.ui.modes import size_check
from kiosk.ui.modes.size_check import SizeCheck, SizeReport
from tests.support.screen import settle

SIZES = 2


class NoSuchScreenError(Exception):
    """A bug on the way to a screen."""


FAULT = Fault("height", "Shell > QLabel 'Home'", 5.0, 20.0)


@pytest.fixture
def one_language(shell, contexts, monkeypatch):
    """Have one language and two text sizes; return how many screens each has."""
    monkeypatch.setattr(size_check, "TEXT_SCALES", TEXT_SCALES[:SIZES])
    library = contexts.library
    alone = replace(library, languages=library.languages[:1])
    shell.supply(replace(contexts, library=alone))
    return len(EveryState(shell, shell.session.visit).states())


def checked(shell):
    """Return the report of a check, stepped on as fast as it goes."""
    reports = []
    check = SizeCheck(shell, shell)
    check.finished.connect(reports.append)
    while not reports:
        with suppress(NoSuchScreenError):
            check.step()
        settle()
    return reports[0]


def test_every_screen_in_every_size_is_measured_and_then_a_visit_is_shown(
    shell, one_language
):
    report = checked(shell)
    assert report.measured == report.expected == SIZES * one_language
    assert report.is_complete
    assert report.faults == ()
    assert shell.screen_shown is None
    assert shell.session


def test_a_screen_that_cannot_be_shown_is_missing_from_the_count(
    shell, one_language, monkeypatch
):
    def break_down(_):
        raise NoSuchScreenError

    monkeypatch.setattr(EveryState, "_show_code", break_down)
    report = checked(shell)
    assert report.expected - report.measured == SIZES
    assert not report.is_complete


def test_a_kiosk_that_stops_working_ends_the_check(shell, one_language):
    check = SizeCheck(shell, shell)
    reports = []
    check.finished.connect(reports.append)
    check.step()
    shell.show_trouble("a problem")
    check.step()
    assert reports == [SizeReport(0, SIZES * one_language, ())]


@pytest.mark.parametrize(
    ("measured", "faults", "lines"),
    [
        (336, (), ["All 336 screens checked: nothing is too small or cut off."]),
        (
            39,
            (),
            ["Only 39 of 336 screens could be shown and checked. See Last problems."],
        ),
        (336, (FAULT,), ["Faults found: 1", str(FAULT)]),
        (
            39,
            (FAULT,),
            [
                "Only 39 of 336 screens could be shown and checked. See Last problems.",
                "Faults found: 1",
                str(FAULT),
            ],
        ),
    ],
)
def test_all_is_well_only_when_every_screen_was_measured(pack, measured, faults, lines):
    assert SizeReport(measured, 336, faults).lines(pack) == lines


def test_no_more_faults_are_listed_than_fit(pack):
    many = (FAULT,) * 100
    assert len(SizeReport(336, 336, many).lines(pack)) == 1 + size_check.FAULTS_LISTED
