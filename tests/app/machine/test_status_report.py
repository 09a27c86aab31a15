"""The report for other programs says what the staff panel says, and no more."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.app.machine.status_report import report_of
from kiosk.app.problems import Reporter
from kiosk.app.status import KioskStatus
from kiosk.content.approval import Approval
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import Hours
from kiosk.domain.status_report import Attention, ProblemCount, State, StatusReport
from kiosk.errors import Problem
from kiosk.files.settings import Settings
from kiosk.files.versions import program_version
from tests.support.shipped import CONTENT, SHIPPED

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
APPROVED = Approval("Dr A", TODAY, "1", "1")
PATH = Path("/etc/xdg/kiosk/clinic.toml")
SETTINGS = Settings(path=PATH, clinic=Clinic(name="Park"))
WRONG = Problem(PATH, line=3, message="x", remedy="write y")


@pytest.fixture
def reporter():
    return Reporter()


@pytest.fixture
def kiosk(library):
    """The status of a kiosk whose every text is approved and in date."""
    packs = {code: approved(pack) for code, pack in library.packs.items()}
    good = replace(
        library,
        packs=packs,
        checklist_approval=APPROVED,
        words_approvals=defaultdict(lambda: APPROVED),
    )
    return KioskStatus(
        settings=SETTINGS,
        library=good,
        running_s=93_784.9,
        width_mm=476.25,
        volume=40,
        now=NOW,
    )


def approved(pack):
    pages = [replace(it, approval=APPROVED, review_by=TODAY) for it in pack.pages]
    return replace(pack, pages=tuple(pages))


def changed(kiosk, **changes):
    return replace(kiosk, library=replace(kiosk.library, **changes))


def with_page(kiosk, **changes):
    """Return the kiosk with its first English page so changed."""
    pack = kiosk.library.packs["en"]
    pages = (replace(pack.pages[0], **changes), *pack.pages[1:])
    packs = {**kiosk.library.packs, "en": replace(pack, pages=pages)}
    return changed(kiosk, packs=packs)


def test_a_kiosk_without_a_fault_is_well(kiosk, reporter):
    told = report_of(kiosk, reporter)
    assert (told.state, told.attention, told.trouble) == (State.WELL, (), "")
    assert told.responsive
    assert told.version == program_version()
    assert told.time == "2026-11-23T12:00:00+00:00"
    assert (told.content_shown, told.content_folder) == (
        SHIPPED.fingerprint,
        str(CONTENT),
    )
    assert set(told.languages) == {"en", "es", "ar"}
    assert told.pages == {code: len(SHIPPED_PAGES) for code in told.languages}
    assert (told.volume, told.screen_mm, told.settings_file) == (40, 476, str(PATH))
    assert told.unapproved == told.overdue == told.outdated == told.left_out == ()


SHIPPED_PAGES = [*(CONTENT / "en").glob("*.md")]


@pytest.mark.parametrize(
    ("spoil", "attention"),
    [
        (lambda it: replace(it, fault=("/c: no folder",)), Attention.CONTENT),
        (lambda it: changed(it, left_out=("en/vision",)), Attention.LEFT_OUT),
        (
            lambda it: replace(it, settings=replace(SETTINGS, problems=(WRONG,))),
            Attention.SETTINGS,
        ),
    ],
    ids=lambda it: it.value if isinstance(it, Attention) else "",
)
def test_what_is_wrong_needs_attention_and_says_where(
    kiosk, reporter, spoil, attention
):
    told = report_of(spoil(kiosk), reporter)
    assert told.state is State.ATTENTION
    assert told.attention == (attention,)
    assert getattr(told, attention.value)


def test_problems_are_told_with_how_often_they_came_and_need_attention(kiosk, reporter):
    for line in ("one", "two", "one"):
        reporter(line)
    told = report_of(kiosk, reporter)
    assert told.attention == (Attention.PROBLEMS,)
    counted = [ProblemCount(text="one", times=2), ProblemCount(text="two", times=1)]
    assert [*told.problems] == counted


def test_problems_that_are_mended_need_nobody(kiosk, reporter):
    reporter("one", "two")
    reporter.mended("one")
    assert report_of(kiosk, reporter).state is State.ATTENTION
    reporter.mended("two")
    told = report_of(kiosk, reporter)
    assert (told.state, len(told.problems)) == (State.WELL, 2)


def test_a_page_that_no_clinician_approved_is_named_and_is_no_fault(kiosk, reporter):
    told = report_of(with_page(kiosk, approval=Approval()), reporter)
    assert told.unapproved == ("en/home",)
    assert told.state is State.WELL


def test_rules_and_words_that_no_clinician_approved_are_named_by_file(kiosk, reporter):
    told = report_of(changed(kiosk, checklist_approval=Approval()), reporter)
    assert told.unapproved == ("checklist.toml",)
    none = changed(kiosk, words_approvals=defaultdict(Approval))
    assert set(report_of(none, reporter).unapproved) == {
        f"{code}/pack.toml" for code in ("en", "es", "ar")
    }


def test_a_page_is_overdue_the_day_after_its_review_date(kiosk, reporter):
    late = with_page(kiosk, review_by=TODAY - timedelta(days=1))
    assert report_of(late, reporter).overdue == ("en/home",)


def test_a_page_shown_in_another_language_is_outdated_in_its_own(kiosk, reporter):
    pack = kiosk.library.packs["es"]
    pages = (replace(pack.pages[0], language="en"), *pack.pages[1:])
    packs = {**kiosk.library.packs, "es": replace(pack, pages=pages)}
    told = report_of(changed(kiosk, packs=packs), reporter)
    assert told.outdated == ("es/home",)
    assert told.pages["es"] == told.pages["en"] - 1


def test_the_language_that_a_visitor_chose_early_is_not_told(kiosk, reporter):
    packs = {code: kiosk.library.packs[code] for code in ("en", "es")}
    early = replace(changed(kiosk, packs=packs), has_voice={}.get)
    told = report_of(early, reporter)
    assert [*told.pages] == [*told.voices] == ["en"]


@pytest.mark.parametrize("is_open", [True, False])
def test_the_hours_say_whether_the_clinic_is_open(kiosk, reporter, is_open):
    hours = Hours.parse({"monday": "09:00-17:00" if is_open else "13:00-17:00"})
    clinic = replace(SETTINGS.clinic, hours=hours)
    told = report_of(
        replace(kiosk, settings=replace(SETTINGS, clinic=clinic)), reporter
    )
    assert told.open is is_open


def test_voices_are_told_where_there_is_speech(kiosk, reporter):
    known = {"en": True, "ar": False, "es": None}
    told = report_of(replace(kiosk, has_voice=known.get), reporter)
    assert told.voices == known
    assert report_of(kiosk, reporter).voices == {}


def test_trouble_comes_before_all_else_and_leads_nowhere(kiosk, reporter):
    reporter("one")
    told = report_of(kiosk, reporter, "the program cannot go on")
    assert (told.state, told.trouble) == (State.TROUBLE, "the program cannot go on")
    assert not told.responsive


def test_a_kiosk_that_never_came_to_serve_still_tells_its_trouble(reporter):
    told = report_of(None, reporter, "there is no icon")
    assert (told.state, told.version) == (State.TROUBLE, program_version())
    assert (told.languages, told.responsive) == ((), False)


def test_every_field_is_explained_by_its_name():
    explained = StatusReport.__doc__
    names = StatusReport.__struct_fields__
    assert [it for it in names if f"`{it}`" not in explained] == []
