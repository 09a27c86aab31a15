"""One card of advice at a time: one that asks is kept, others go with their answers."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.widgets.advice_card import AdviceCard
from kiosk.ui.widgets.advice_panel import AdvicePanel
from kiosk.ui.widgets.unbroken_rows import UnbrokenRows
from tests.support.screen import seen, settle, words

SIZE = 600, 1600
LID, OTHER_TODAY = "drooping-eyelid", "heavy-brow"
ROUTINE = "tension"


@pytest.fixture
def panel(context, wearing):
    return wearing(AdvicePanel(context, wide=False), SIZE)


@pytest.fixture
def answer(panel, context):
    """Show the advice on some answers; return the card that is shown."""

    def show(*answers, declined=()):
        visit = Visit(answers=frozenset(answers), declined=frozenset(declined))
        panel.show_visit(visit, context.checklist.assess(visit.answers))
        settle()
        return next(iter(seen(panel, AdviceCard)), None)

    return show


@pytest.fixture
def all_declined(context):
    return [factor.id for factor in context.checklist.factors]


def chosen(panel):
    return [it.objectName() for it in seen(panel, QAbstractButton) if it.isChecked()]


def test_there_is_none_before_the_first_answer(answer):
    assert answer() is None


def test_a_card_that_asks_is_the_same_for_each_answer_of_its_level(panel, answer):
    card = answer(LID)
    assert answer(LID, OTHER_TODAY) is card
    assert answer() is None
    assert answer(OTHER_TODAY) is card
    assert len(seen(panel, AdviceCard)) == 1


def test_another_level_has_another_card(panel, answer, context):
    heading = context.pack.advice[Level.ROUTINE].short
    today, routine = answer(LID), answer(ROUTINE)
    assert today is not routine
    assert any(heading in it for it in words(panel))
    assert answer(LID) is today


def test_a_card_that_is_kept_shows_no_reply_that_was_taken_back(panel, answer):
    answer(LID, declined=["sudden"])
    assert chosen(panel) == ["sudden no"]
    answer()
    answer(LID)
    assert chosen(panel) == []


def test_a_card_about_some_answers_is_deleted_with_them(answer, all_declined):
    told = answer(LID, declined=all_declined)
    assert not told.asks
    assert answer(LID, declined=all_declined) is told
    other = answer(LID, OTHER_TODAY, declined=all_declined)
    assert other is not told
    assert not isValid(told)


def test_what_a_first_answer_can_need_is_built_before(panel, answer, monkeypatch):
    while panel.prepare():
        assert seen(panel, AdviceCard) == []
    built = []
    build = AdvicePanel._build
    monkeypatch.setattr(
        AdvicePanel, "_build", lambda *a, **k: built.append(a) or build(*a, **k)
    )
    assert answer(LID)
    assert answer(ROUTINE)
    assert built == []


def test_a_card_that_is_only_kept_covers_nothing(panel):
    while panel.prepare():
        assert UnbrokenRows.of(panel, 600) == UnbrokenRows((), ())


def test_a_card_has_its_height_as_soon_as_it_is_fitted(panel, answer):
    """Or it is painted once at another."""
    answer(LID)
    lower = panel.fit(SIZE[0], 500)
    assert panel.heightForWidth(SIZE[0]) == lower
    higher = panel.fit(SIZE[0], 5_000)
    assert panel.heightForWidth(SIZE[0]) == higher > lower


def test_the_focus_goes_to_the_new_card_only_from_the_old_one(
    context, wearing, qtbot, all_declined
):
    window, panel = QWidget(), AdvicePanel(context, wide=False)
    elsewhere = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(elsewhere)
    column.addWidget(panel)
    wearing(window, SIZE)
    window.activateWindow()
    checklist = context.checklist

    def show(*answers, declined=()):
        visit = Visit(answers=frozenset(answers), declined=frozenset(declined))
        panel.show_visit(visit, checklist.assess(visit.answers))
        settle()

    show(LID)
    button = next(it for it in seen(panel, QAbstractButton) if it.isEnabled())
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    show(LID, declined=all_declined)
    assert panel.isAncestorOf(window.focusWidget())
    elsewhere.setFocus()
    show(LID)
    show(ROUTINE)
    assert window.focusWidget() is elsewhere
