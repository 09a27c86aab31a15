"""What a clinic does not want to show: pages not approved, or long due for review."""

from collections import defaultdict
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from kiosk.content.approval import Approval
from kiosk.content.withholding import ShowPolicy, withheld
from kiosk.domain.clinic import Clinic
from kiosk.files.library import LibraryLoader
from tests.support.shipped import ICONS, SHIPPED

TODAY = date(2027, 6, 1)
DAY = timedelta(days=1)
GOOD = Approval("Dr Lee", TODAY - DAY, "1", "1")
ALWAYS = {"home", "book"}
STRICT = ShowPolicy(show_unapproved=False)


@pytest.fixture
def shown(library):
    """Return the pages shown in each language, after some are approved or due."""

    def of(policy, approved=(), due=(), rules=Approval(), words=Approval()):  # noqa: B008 - frozen
        packs = {code: changed(it, approved, due) for code, it in library.packs.items()}
        some = replace(
            library,
            packs=packs,
            checklist_approval=rules,
            words_approvals=defaultdict(lambda: words),
        )
        return withheld(some, policy, TODAY)

    return of


def changed(pack, approved, due):
    def page(it):
        path = f"{it.language}/{it.id}"
        approval = GOOD if path in approved else Approval()
        review_by = TODAY - 10 * DAY if path in due else TODAY + DAY
        return replace(it, approval=approval, review_by=review_by)

    return replace(pack, pages=tuple(map(page, pack.pages)))


def pages(library, language="en"):
    return {page.id: page.language for page in library.packs[language].pages}


def test_a_clinic_that_asks_for_nothing_is_shown_everything(library):
    assert withheld(library, ShowPolicy(), TODAY) is library


def test_only_approved_pages_are_shown_and_the_ways_to_the_clinic(shown):
    some = shown(STRICT, approved=["en/vision"])
    assert pages(some).keys() == {*ALWAYS, "vision"}
    assert "en/headaches" in some.left_out
    assert any("kiosk approve headaches" in it.remedy for it in some.problems)


def test_a_translation_that_nobody_approved_gives_way_to_its_approved_source(
    shown, library
):
    some = shown(STRICT, approved=["en/vision", "en/headaches", "es/headaches"])
    assert pages(some, "es")["vision"] == "en"
    assert pages(some, "es")["headaches"] == "es"
    for name, language in (("vision", "en"), ("headaches", "es")):
        expected = library.packs[language].bodies[name]
        assert some.packs["es"].bodies[name] == expected


def test_a_translation_may_be_shown_though_its_source_may_not(shown):
    some = shown(STRICT, approved=["es/vision"])
    assert "vision" in pages(some, "es")
    assert "vision" not in pages(some)


@pytest.mark.parametrize(
    ("rules", "words", "is_shown"),
    [(GOOD, GOOD, True), (GOOD, Approval(), False), (Approval(), GOOD, False)],
)
def test_the_checklist_is_shown_once_its_rules_and_words_are_approved(
    shown, rules, words, is_shown
):
    some = shown(STRICT, approved=["en/check"], rules=rules, words=words)
    assert ("check" in pages(some)) is is_shown


@pytest.mark.parametrize(("days", "is_shown"), [(0, True), (9, False), (10, True)])
def test_a_page_is_hidden_so_many_days_after_its_review_was_due(shown, days, is_shown):
    policy = ShowPolicy(hide_overdue_after_days=days)
    some = shown(policy, due=["en/vision", "en/home", "en/book"])
    assert ("vision" in pages(some)) is is_shown
    assert pages(some).keys() >= ALWAYS


def test_a_library_that_is_read_as_it_is_needed_withholds_as_much():
    loader = LibraryLoader(
        clinic=Clinic(name="A"), icons=ICONS, policy=STRICT, today=lambda: TODAY
    )
    some = loader.open(SHIPPED)
    assert [pages(some, code).keys() for code in ("en", "ar")] == [ALWAYS, ALWAYS]
    whole = loader.load(SHIPPED)
    assert pages(whole, "es").keys() == ALWAYS
    assert len(whole.left_out) >= 24
