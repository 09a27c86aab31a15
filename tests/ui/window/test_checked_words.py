"""Every screen with clinical words says at its foot who checked them."""

from collections import defaultdict
from datetime import date

import pytest
from msgspec.structs import replace

from kiosk.content.approval import Approval
from kiosk.domain.visit import Visit
from kiosk.ui.screens.advice_view import AdviceView
from kiosk.ui.screens.emergency_view import EmergencyView
from tests.support.screen import LANDSCAPE, PORTRAIT, seen, settle, words

GOOD = Approval("Dr Day", date(2026, 2, 3), "1", "1")
CHANGED = replace(GOOD, text_hash="2")
SCREENS = ("home", "check", "book", "advice", "emergency")


@pytest.fixture
def shown(session, contexts, wearing):
    """Return the words of a screen, with these approvals of its texts."""

    def show(screen, page=GOOD, rules=GOOD, strings=GOOD, size=LANDSCAPE):
        library = contexts.library
        pack = library.packs["en"]
        pages = tuple(replace(it, approval=page) for it in pack.pages)
        approved = replace(
            library,
            packs={**library.packs, "en": replace(pack, pages=pages)},
            checklist_approval=rules,
            words_approvals=defaultdict(lambda: strings),
        )
        changed = replace(contexts, library=approved)
        visit = Visit(screen if screen in {"check", "book"} else "")
        if screen == "advice":
            visit = Visit("check", answers=frozenset({"tension"}))
            assessment = approved.checklist.assess(visit.answers)
            view = AdviceView(visit, assessment, changed.of(visit))
            return words(wearing(view, size))
        opened = session(visit, size, changed)
        if screen == "emergency":
            opened.show_emergency()
            settle()
            [opened] = seen(opened, EmergencyView)
        return words(opened)

    return show


def says(lines, words):
    return any(words in line for line in lines)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_says_that_nobody_checked_it(shown, context, screen, size):
    nobody = Approval()
    lines = shown(screen, nobody, nobody, nobody, size)
    assert says(lines, context.pack.strings.not_checked)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_says_who_checked_it(shown, screen):
    assert says(shown(screen), "Checked by Dr Day, 3 Feb 2026")


@pytest.mark.parametrize(
    ("screen", "part"),
    [
        *((screen, "page") for screen in ("home", "check", "book")),
        *((screen, "rules") for screen in ("check", "advice", "emergency")),
        *((screen, "strings") for screen in SCREENS),
    ],
)
def test_a_part_that_changed_or_that_nobody_checked_is_said(
    shown, context, screen, part
):
    strings = context.pack.strings
    assert says(shown(screen, **{part: CHANGED}), strings.changed_since_check)
    lines = shown(screen, **{part: Approval()})
    assert says(lines, strings.not_checked)
    assert not says(lines, "Dr Day")
