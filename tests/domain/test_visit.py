import pytest

from kiosk.domain.visit import Visit


def test_a_new_visit_knows_nothing():
    assert Visit() == Visit(
        page="", answers=frozenset(), none_of_these=False, position=0.0
    )


def test_a_touch_adds_an_answer():
    visit = Visit().toggled("tension").toggled("wheezing")
    assert visit.answers == {"tension", "wheezing"}


def test_a_second_touch_takes_the_answer_back():
    visit = Visit().toggled("tension").toggled("wheezing").toggled("tension")
    assert visit.answers == {"wheezing"}


def test_touching_an_answer_takes_back_none_of_these():
    assert not Visit().with_none(chosen=True).toggled("tension").none_of_these


@pytest.mark.parametrize("chosen", [True, False])
def test_none_of_these_never_removes_an_answer(chosen):
    visit = Visit().toggled("wheezing").with_none(chosen=chosen)
    assert visit == Visit(answers=frozenset({"wheezing"}))


@pytest.mark.parametrize("chosen", [True, False])
def test_none_of_these_can_be_chosen_while_there_is_no_answer(chosen):
    assert Visit().with_none(chosen=chosen).none_of_these is chosen


def test_another_page_keeps_the_answers():
    visit = Visit().toggled("tension").on_page("vision")
    assert visit == Visit(page="vision", answers=frozenset({"tension"}))


@pytest.mark.parametrize("page", ["headaches", "vision", ""])
def test_another_page_begins_at_its_top(page):
    assert Visit(page="vision", position=0.7).on_page(page).position == 0


def test_a_touch_keeps_the_place_on_the_page():
    visit = Visit(page="check", position=0.7)
    assert visit.toggled("tension").position == 0.7
    assert visit.with_none(chosen=True).position == 0.7


def test_what_was_done_before_stays_as_it_was():
    before = Visit()
    before.toggled("tension").on_page("vision")
    assert before == Visit()
