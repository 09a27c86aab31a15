"""The languages of a running kiosk: those a clinic wants, and slips in their words."""

import shutil
from datetime import UTC, datetime

import pytest

from kiosk.domain.visit import Visit
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.session import Session
from tests.support.kiosk_for_staff import (
    LOCKED,
    OFFICE,
    facts,
    open_panel,
    standing,
)
from tests.support.screen import settle, words


def break_pack(language):
    """Spoil the words of a language below its head: it seems to be there."""
    return lambda content: append(content / language / "pack.toml", "\n[staff")


def append(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def change_original(content):
    page = content / "en" / "vision.md"
    page.write_text(page.read_text("utf-8") + "\nOne more.\n", "utf-8")


def codes(shell):
    return [language.code for language in shell.contexts.library.languages]


def test_a_slip_in_its_words_costs_no_language_and_is_told(
    start, said, content, read_content
):
    break_pack("es")(content)
    shell = start()
    read_content(shell)
    assert codes(shell) == ["en", "ar", "es"]
    open_panel(shell)
    told = facts(shell, said)
    assert told[said.left_out] == said.none
    assert "es/pack.toml" in told[said.problems]


def test_a_language_may_be_chosen_before_its_slips_are_known(
    start, content, read_content
):
    """A visitor is faster than whoever read_contents."""
    break_pack("es")(content)
    shell = start()
    answered = Visit(page="check", answers=frozenset({"tension"}))
    shell.open(answered)
    shell.open(answered.in_language("es"))
    read_content(shell)
    assert shell.session.visit.answers == answered.answers
    assert shell.session.language == "es"


def test_a_translation_of_another_text_gives_way_to_the_original(
    start, said, content, read_content
):
    change_original(content)
    shell = start()
    read_content(shell)
    assert shell.contexts.library.packs["es"].page("vision").language == "en"
    open_panel(shell)
    told = facts(shell, said)
    assert told[said.left_out] == "ar/vision, es/vision"
    assert told[said.outdated] == "العربية: Vision\nEspañol: Vision"


def test_a_page_in_the_words_of_the_original_says_so(start, content, read_content):
    change_original(content)
    shell = start()
    read_content(shell)
    shell.open(Visit(page="vision", language="es"))
    settle()
    strings = shell.contexts.library.packs["es"].strings
    assert strings.original_shown.replace("{language}", "English") in words(shell)


RUINS = {
    "one language": break_pack("es"),
    "the first language": break_pack("en"),
    "no folder": shutil.rmtree,
}


@pytest.mark.parametrize("ruin", RUINS.values(), ids=RUINS)
def test_a_clinic_closes_in_the_words_that_were_read_whatever_the_disk_holds_now(
    start, content, clock, read_content, ruin
):
    shell = start(LOCKED + OFFICE)
    read_content(shell)
    answers = frozenset({"tension"})
    shell.findChild(VisitorMode).resume()
    shell.open(Visit(page="check", language="es", answers=answers))
    ruin(content)
    clock.wall = datetime(2026, 11, 23, 18, tzinfo=UTC)
    shell.findChild(VisitorMode).check_opening_hours()
    read_content(shell)
    assert shell.session.language == "es"
    assert shell.session.visit.answers == answers
    assert not shell.contexts.library.is_open


@pytest.mark.parametrize("ruin", RUINS.values(), ids=RUINS)
def test_content_that_breaks_under_a_visitor_takes_nothing_from_them(
    start, content, read_content, ruin
):
    shell = start()
    read_content(shell)
    ruin(content)
    shell.session.go_to("vision")
    assert shell.session.visit.page == "vision"
    shell.open(shell.session.visit.in_language("es"))
    assert shell.session.language == "es"
    shell.finish()
    settle()
    assert standing(shell) is Session


@pytest.mark.parametrize(
    ("wanted", "there"), [('["es", "en"]', ["es", "en"]), ('["ar"]', ["ar"])]
)
def test_a_clinic_has_the_languages_it_wants(start, wanted, there):
    shell = start(f"{LOCKED}[content]\nlanguages = {wanted}\n")
    assert codes(shell) == there
    assert shell.session.language == there[0]


def test_a_language_that_a_clinic_wants_and_is_not_there_is_named(start, qtbot, capsys):
    shell = start(f'{LOCKED}[content]\nlanguages = ["fr"]\n')
    assert standing(shell) is Session
    named = "there is no language 'fr'"
    qtbot.waitUntil(lambda: named in capsys.readouterr().err)
