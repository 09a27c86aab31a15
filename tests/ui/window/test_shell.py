"""The window between visitors."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from kiosk.content.bidi import isolated
from kiosk.content.trouble_words import TROUBLE_WORDS
from kiosk.domain.preferences import PreferenceQuestion, Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.window.shell import Shell
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    go,
    offers,
    seen,
    settle,
    touch,
    words,
)

DROOP = Visit(page="check", answers=frozenset({"drooping-eyelid"}))


def ticked(shell):
    return [row.accessibleName() for row in seen(shell, TickRow) if row.isChecked()]


def open_tab(shell):
    [rail] = seen(shell, TabRail)
    return [tab.accessibleName() for tab in rail.findChildren(object) if on(tab)]


def on(tab):
    return tab.isWidgetType() and tab.property("checked")


def test_the_next_visitor_finds_nothing_of_the_one_before(shell, context):
    shell.open(DROOP)
    before = shell.session
    touch(shell, context.pack.strings.finished)
    assert shell.session is not before
    assert open_tab(shell) == []
    go(shell, "check")
    assert ticked(shell) == []


def test_qt_deletes_the_session_of_the_visitor_before(shell, context):
    shell.open(DROOP)
    before = shell.session
    touch(shell, context.pack.strings.finished)
    settle()
    assert not isValid(before)


def test_nothing_piles_up_however_many_visitors_come(shell):
    count = len(shell.findChildren(object))
    for _ in range(5):
        shell.start_over()
        settle()
    assert len(shell.findChildren(object)) == count


def test_turning_the_screen_keeps_page_and_ticks(shell, context):
    shell.open(DROOP)
    before = shell.session
    shell.resize(*PORTRAIT)
    settle()
    assert shell.session is not before
    assert shell.session.visit.page == "check"
    assert ticked(shell) == [context.pack.answers["drooping-eyelid"]]


def test_turning_the_screen_keeps_the_emergency(shell):
    shell.open(DROOP)
    shell.session.show_emergency()
    shell.resize(*PORTRAIT)
    settle()
    [alarm] = seen(shell, EmergencyView)
    assert shell.session.size().toTuple() == PORTRAIT
    assert alarm.width() == PORTRAIT[0]
    assert not seen(shell, TabRail)


def test_turning_the_screen_keeps_the_place_on_the_page(shell):
    shell.open(Visit(page="about-botox", position=0.5))
    settle()
    shell.resize(*PORTRAIT)
    settle()
    assert shell.session.visit.position == pytest.approx(0.5, abs=0.01)


def test_behind_a_screen_the_next_session_is_built_later(shell, qtbot):
    shell.show_screen(QWidget())
    shell.open(DROOP)
    assert shell.session is None
    with qtbot.waitSignal(shell.session_started) as started:
        pass
    assert started.args == [shell.session]
    assert shell.session.visit.answers == DROOP.answers


def test_every_size_has_its_own_layout(shell):
    before = shell.session
    shell.resize(shell.width() - 8, shell.height())
    settle()
    assert shell.session is not before
    shell.resize(shell.size())
    assert shell.session.screen_layout.strip.width == shell.width()


def without(contexts, name):
    """Return contexts in whose library this page is left out."""
    library = contexts.library
    packs = {
        code: replace(pack, pages=tuple(it for it in pack.pages if it.id != name))
        for code, pack in library.packs.items()
    }
    return replace(contexts, library=replace(library, packs=packs))


def test_a_page_that_is_left_out_has_no_tab(shell, contexts, context):
    gone = context.pack.page("vision")
    assert offers(shell, gone.title)
    shell.serve(without(contexts, "vision"))
    settle()
    assert not offers(shell, gone.title)
    assert offers(shell, context.pack.page("headaches").title)


def test_leaving_a_page_out_keeps_the_visit(shell, contexts, context):
    shell.open(DROOP)
    shell.serve(without(contexts, context.pack.pages[0].id))
    settle()
    assert ticked(shell) == [context.pack.answers["drooping-eyelid"]]


def test_a_visitor_on_a_page_left_out_is_brought_to_the_first(shell, contexts, context):
    shell.open(Visit(page="vision"))
    shell.serve(without(contexts, "vision"))
    settle()
    assert open_tab(shell) == []


@pytest.mark.parametrize(
    "said",
    [
        "clinic.toml: bad",
        "call 112",
        "Please ask at reception",
        "llame al 112",
        "Pregunte en recepción",
        "اسألوا مكتب الاستقبال",
        f"بـ{isolated('112', rtl=True)}",
    ],
)
def test_trouble_says_what_is_wrong_and_whom_to_ask(shell, said):
    shell.show_trouble("clinic.toml: bad", "112")
    settle()
    assert shell.session is None
    assert any(said in line for line in words(shell))


def test_trouble_without_a_number_names_the_local_one(shell):
    shell.show_trouble("a problem")
    settle()
    for words_in in TROUBLE_WORDS:
        assert any(words_in.local_number in line for line in words(shell))


def test_the_first_picture_is_told_once(qapp, qtbot, contexts):
    shell = Shell(kiosk_style(qapp))
    qtbot.addWidget(shell)
    shell.start(contexts)
    with qtbot.waitSignal(shell.first_painted):
        shell.show()
    with qtbot.assertNotEmitted(shell.first_painted):
        shell.repaint()
        settle()


@pytest.mark.parametrize("locked", [True, False], ids=["on the wall", "of an author"])
def test_a_request_to_close_is_refused_on_the_wall_alone(qapp, contexts, locked):
    shell = Shell(kiosk_style(qapp), locked=locked)
    shell.start(contexts)
    shell.show()
    assert shell.close() is not locked
    assert shell.isVisible() is locked
    delete(shell)


def test_a_window_that_is_deleted_right_after_it_was_painted_tells_nothing(
    qapp, contexts, qtbot
):
    shell = Shell(kiosk_style(qapp))
    shell.start(contexts)
    shell.grab()
    delete(shell)
    settle()


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 800)])
@pytest.mark.parametrize("text", range(4))
def test_no_widget_outlives_the_visit_that_made_it(qapp, shell, size, text):
    """One that was made to be measured, or had no room, has no parent to go with."""
    shell.resize(*size)
    answers = frozenset({"drooping-eyelid"})
    visit = Visit(preferences=Preferences(text=text), answers=answers)
    before = set(qapp.topLevelWidgets())
    for page in shell.session.pages:
        shell.open(visit.on_page(page.id))
        shell.session.show_emergency()
        for question in PreferenceQuestion:
            shell.session.ask_preference(question)
        settle()
    shell.finish()
    settle()
    assert set(qapp.topLevelWidgets()) <= before
