"""What staff are told of a kiosk, and that none of it is a visitor's."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.app.problems import Reporter
from kiosk.app.status import KioskStatus
from kiosk.content.approval import Approval
from kiosk.domain.clinic import Clinic
from kiosk.errors import Problem
from kiosk.files.settings import Settings
from kiosk.files.versions import program_version
from tests.support.shipped import CONTENT, SHIPPED

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
APPROVED = Approval("Dr A", TODAY, "1", "1")
PATH = Path("/etc/xdg/kiosk/clinic.toml")
SETTINGS = Settings(path=PATH, clinic=Clinic(name="Park"))
DAY = timedelta(days=1)


@pytest.fixture
def report():
    return Reporter()


@pytest.fixture
def said(pack):
    return pack.staff


@pytest.fixture
def status(library):
    return KioskStatus(
        settings=SETTINGS,
        library=library,
        running_s=93_784.9,
        width_mm=476.25,
        volume=40,
        now=NOW,
    )


@pytest.fixture
def told(status, library, pack, report):
    """Return what is told, by what it is about, of a kiosk changed in this way."""

    def telling(pack=pack, left_out=(), words=APPROVED, **changes):
        packs = {pack.language: pack}
        shown = replace(
            library,
            packs=packs,
            left_out=left_out,
            checklist_approval=words,
            words_approvals=defaultdict(lambda: words),
        )
        return dict(replace(status, library=shown, **changes).facts(report))

    return telling


def with_pages(pack, *changes):
    """Return the pack with as many pages as there are changes, each so changed."""
    pages = [
        replace(page, **change)
        for page, change in zip(pack.pages, changes, strict=False)
    ]
    return replace(pack, pages=tuple(pages))


def test_each_fact_is_told_once_and_said_in_words(status, report):
    facts = status.facts(report)
    assert len(dict(facts)) == len(facts) == 14
    assert all(about.strip() and said.strip() for about, said in facts)


def test_the_versions_of_program_and_content_are_told(told, said):
    assert told()[said.program] == program_version()
    assert told()[said.content] == f"{SHIPPED.fingerprint}  {CONTENT}"


def test_why_other_content_is_shown_is_told(told, said):
    fault = ("/mnt/content: there is no such folder; other content is shown",)
    assert told(fault=fault)[said.content].splitlines()[1:] == [*fault]


def test_the_settings_file_in_use_is_told(told, said):
    assert told()[said.settings] == str(PATH)


def test_what_is_wrong_in_the_settings_is_told_below_their_file(told, said):
    wrong = Problem(PATH, line=3, message="x", remedy="write y")
    shown = told(settings=replace(SETTINGS, problems=(wrong,)))
    assert shown[said.settings] == f"{PATH}\n{PATH}:3: x; write y"


@pytest.mark.parametrize("count", [1, 3, 8])
def test_the_pages_that_are_shown_are_counted(told, pack, said, count):
    few = with_pages(pack, *[{}] * count)
    assert told(few)[said.pages] == f"{pack.name}: {count} shown"


def test_pages_that_are_left_out_are_named(told, said):
    left_out = ("en/vision", "en/book")
    assert told(left_out=left_out)[said.left_out] == "en/vision, en/book"


def test_where_all_is_well_there_are_none(told, pack, said):
    good = {"approval": APPROVED, "review_by": TODAY}
    facts = told(with_pages(pack, *[good] * 9))
    quiet = (
        *(said.left_out, said.outdated, said.not_approved),
        *(said.review_due, said.problems),
    )
    assert [facts[about] for about in quiet] == [said.none] * 5


def test_pages_that_no_clinician_approved_are_named_as_their_tabs(told, pack, said):
    some = with_pages(
        pack,
        {"approval": APPROVED, "tab": "One"},
        {"approval": Approval(), "tab": "Two"},
        {"approval": Approval(), "tab": "Three"},
    )
    assert told(some)[said.not_approved] == "English: Two, Three"
    named = told(some, words=Approval())[said.not_approved].splitlines()
    assert named == ["checklist.toml", "en/pack.toml", "English: Two, Three"]


@pytest.mark.parametrize(
    ("review_by", "is_due"), [(TODAY - DAY, True), (TODAY, False), (TODAY + DAY, False)]
)
def test_a_page_is_due_from_the_day_after_its_review_date(
    told, pack, said, review_by, is_due
):
    one = with_pages(pack, {"review_by": review_by, "tab": "One"})
    assert told(one)[said.review_due] == ("English: One" if is_due else said.none)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "0:00:00"),
        (59.9, "0:00:59"),
        (3600.0, "1:00:00"),
        (93_784.9, "1 day, 2:03:04"),
    ],
)
def test_how_long_it_has_been_running_is_told(told, said, seconds, words):
    assert told(running_s=seconds)[said.running_for] == words


def test_the_machines_local_time_is_told(told, said):
    zone = timezone(timedelta(hours=5, minutes=30))
    now = datetime(2026, 11, 23, 17, 30, tzinfo=zone)
    assert told(now=now)[said.time_here] == "2026-11-23 17:30 (UTC+0530)"


@pytest.mark.parametrize(
    ("width_mm", "words"), [(476.25, "476 mm wide"), (331.5, "332 mm wide")]
)
def test_the_width_of_the_screen_is_told(told, said, width_mm, words):
    assert told(width_mm=width_mm)[said.screen] == words


@pytest.mark.parametrize(("volume", "words"), [(0, "0%"), (40, "40%"), (100, "100%")])
def test_the_volume_is_told(told, said, volume, words):
    assert told(volume=volume)[said.sound] == words


def test_that_there_is_no_sound_is_told(told, said):
    assert told(volume=None)[said.sound] == said.no_sound


def test_the_last_problems_are_told_the_newest_first(told, report, said):
    report("the first problem")
    report("the second problem")
    assert told()[said.problems] == "the second problem\nthe first problem"


def test_no_visitor_is_in_what_a_bug_tells_staff(told, report, said, pack):
    signs = [*pack.answers, *pack.answers.values()]
    for sign in signs:
        report.bug(KeyError(sign), None)
    assert told()[said.problems] == "a bug at ?: KeyError"


@pytest.mark.parametrize(
    ("answer", "words"),
    [(True, "English: there is one"), (False, "English: none installed")],
)
def test_the_voices_are_told(told, said, answer, words):
    assert told(has_voice={"en": answer}.get)[said.voices] == words


def test_a_voice_that_nobody_knows_of_is_none(told, said):
    assert told(has_voice={}.get)[said.voices] == "English: none installed"


def test_without_speech_it_says_so(told, said):
    assert told(has_voice=None)[said.voices] == said.no_speech
