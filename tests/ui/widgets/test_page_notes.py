"""A page says at its foot who pays for it, and what changed."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from kiosk.domain.visit import Visit
from kiosk.ui.widgets.page_notes import page_notes
from tests.support.screen import settle

FUNDING = "the clinic alone"
CHANGED = "The emergency number stands first."


def noted(page):
    day = date(2026, 11, 22)
    return replace(page, funding=FUNDING, changed=CHANGED, written=day)


def test_a_page_that_tells_neither_has_no_note(pack):
    assert page_notes(pack.page("vision"), pack) == ""


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        (
            "en",
            f"Who pays for this: {FUNDING}\nWhat changed on 22 Nov 2026: {CHANGED}",
        ),
        ("es", f"Quién lo financia: {FUNDING}\nQué cambió el 22 nov 2026: {CHANGED}"),
    ],
)
def test_it_says_who_pays_and_what_changed_when(library, language, notes):
    pack = library.packs[language]
    assert page_notes(noted(pack.page("vision")), pack) == notes


def test_words_of_another_language_are_kept_apart(library):
    pack = library.packs["ar"]
    notes = page_notes(noted(pack.page("vision")), pack)
    assert pack.apart(FUNDING) in notes
    assert pack.apart(CHANGED) in notes


@pytest.mark.parametrize("page", ["home", "vision", "check", "book"])
def test_every_page_has_its_notes_at_its_foot(session, contexts, page):
    pack = contexts.library.packs["en"]
    pages = tuple(map(noted, pack.pages))
    packs = {**contexts.library.packs, "en": replace(pack, pages=pages)}
    library = replace(contexts.library, packs=packs)
    shown = session(Visit(page=page), contexts=replace(contexts, library=library))
    settle()
    texts = [label.text() for label in shown.front.findChildren(QLabel)]
    assert page_notes(noted(pack.page(page)), pack) in texts


def test_a_page_says_whose_it_is(session, contexts):
    shown = session(Visit(page="vision"))
    settle()
    made_by = contexts.library.packs["en"].strings.made_by
    texts = [label.text() for label in shown.front.findChildren(QLabel)]
    assert any(text.startswith(f"{made_by} · ") for text in texts)
