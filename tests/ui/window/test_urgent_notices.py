"""An urgent notice stands above every page, and never over an emergency."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kiosk.content.urgent_notices import UrgentNotice
from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.properties import language_of
from kiosk.ui.audio.reading_script import script_of
from kiosk.ui.style import labels
from kiosk.ui.widgets.urgent_notices import UrgentNotices
from kiosk.ui.window import announcements
from tests.support.screen import LANDSCAPE, PORTRAIT, WIDTH_MM, settle

FIRST, LAST = date(2026, 11, 20), date(2026, 12, 4)
WORDS = (
    "Counterfeit botulinum toxin is being sold in this city. "
    "Were you treated elsewhere since 1 November? "
    "Tell the desk today, before you leave."
)
RECALL = UrgentNotice(FIRST, LAST, WORDS, "en")
LONG = replace(RECALL, text=" ".join([WORDS] * 6))
SMALL = (1280, 800), 217.0
LARGE, SPANISH = Visit(preferences=Preferences(text=3)), Visit(language="es")
ARABIC = Visit(language="ar", preferences=Preferences(text=3))


@pytest.fixture
def with_notices(contexts_for):
    """Return contexts whose packs have these notices, on a day at noon."""

    def made(*notices, day=FIRST, size=LANDSCAPE, width_mm=WIDTH_MM):
        contexts = contexts_for(size, width_mm)
        library = contexts.library
        packs = {
            code: replace(pack, notices=notices) for code, pack in library.packs.items()
        }
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        return replace(
            contexts, library=replace(library, packs=packs), now=lambda: noon
        )

    return made


def notice_of(session):
    return session.findChild(UrgentNotices)


def words_of(session):
    notice = notice_of(session)
    return [it.text() for it in notice.findChildren(QLabel) if it.text()]


def label_of(session):
    labels = notice_of(session).findChildren(QLabel)
    return next(label for label in labels if label.text())


def test_without_a_notice_nothing_has_changed(session, contexts, with_notices):
    plain, other = session(), session(contexts=with_notices())
    assert notice_of(plain) is notice_of(other) is None
    assert other.screen_layout == plain.screen_layout
    assert session(contexts=contexts).screen_layout.notice.height == 0


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 19), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 12, 5), False),
    ],
)
def test_it_comes_and_goes_with_its_days(session, with_notices, day, shown):
    is_shown = notice_of(session(contexts=with_notices(RECALL, day=day))) is not None
    assert is_shown is shown


def test_it_is_above_every_page_and_home(session, with_notices):
    shown = session(contexts=with_notices(RECALL))
    for page in shown.pages:
        shown.go_to(page.id)
        settle()
        notice, view = notice_of(shown), shown.front
        assert notice.isVisible()
        top = view.mapTo(shown, view.rect().topLeft()).y()
        assert notice.geometry().bottom() < top


def test_an_emergency_has_the_whole_glass(session, with_notices):
    shown = session(contexts=with_notices(RECALL))
    shown.show_emergency()
    settle()
    assert notice_of(shown).visibleRegion().isEmpty()
    assert shown.parts == (shown.front,)


@pytest.mark.parametrize("notice", [RECALL, LONG], ids=["usual", "too long"])
@pytest.mark.parametrize("visit", [Visit(), LARGE, SPANISH, ARABIC])
@pytest.mark.parametrize(
    ("size", "width_mm"),
    [(LANDSCAPE, WIDTH_MM), (PORTRAIT, WIDTH_MM * 9 / 16), SMALL],
    ids=["landscape", "portrait", "small"],
)
def test_the_layout_has_room_for_all_of_it_and_for_the_page(
    session, with_notices, notice, visit, size, width_mm
):
    contexts = with_notices(notice, size=size, width_mm=width_mm)
    shown = session(visit, size, contexts)
    box, page = shown.screen_layout.notice, shown.screen_layout.page
    assert box.height <= (box.height + page.height) / 3
    assert page.top == box.bottom
    label = label_of(shown)
    assert label.height() >= label.heightForWidth(label.width())
    if notice is RECALL:
        within = label.mapTo(shown, label.rect().bottomRight()).y()
        assert within <= box.bottom
        assert label.visibleRegion().boundingRect() == label.rect()
        px = Metrics.of_screen(size, width_mm)
        assert box.height / px.px_per_mm < 60


def test_words_of_another_language_run_their_own_way(session, with_notices):
    shown = session(Visit(language="ar"), contexts=with_notices(RECALL))
    label = label_of(shown)
    assert language_of(label) == "en"
    assert label.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert shown.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_it_is_read_aloud_before_the_page(session, with_notices, pack):
    shown = session(contexts=with_notices(RECALL))
    said = [
        sentence.text
        for part in shown.parts
        for sentence in script_of(part, "en", pack.strings)
    ]
    assert " ".join(said[:3]) == WORDS
    assert said[3] == pack.page("home").title


def test_time_to_read_it_is_allowed(session, with_notices):
    count = session().word_count
    shown = session(contexts=with_notices(RECALL))
    assert shown.word_count >= labels.count_words(shown.front) + len(WORDS.split())
    assert shown.word_count > count


def test_it_is_announced_to_a_screen_reader(session, with_notices, monkeypatch, pack):
    said = []
    monkeypatch.setattr(announcements, "announce", lambda _, text: said.append(text))
    shown = session(contexts=with_notices(RECALL))
    shown.introduce(translated=False)
    name = pack.strings.urgent_notice
    assert said == [pack.page("home").title, f"{name}. {WORDS}"]
    assert notice_of(shown).accessibleName() == name


def test_two_are_one_below_the_other(session, with_notices):
    other = replace(RECALL, text="Lot 12 is recalled.")
    assert words_of(session(contexts=with_notices(RECALL, other))) == [
        WORDS,
        "Lot 12 is recalled.",
    ]
