"""Somebody who reads little can tell the signs by their pictures."""

import pytest

from kiosk.content.blocks import Heading, Signs
from kiosk.content.pages import PageKind
from tests.support.shipped import CONTENT

FOLDER = CONTENT / "illustrations" / "signs"


def test_every_symptom_of_the_checklist_has_a_picture_of_its_own(library):
    symptoms = library.checklist.symptoms
    pictures = [library.sign_picture(symptom.id) for symptom in symptoms]
    assert all(pictures)
    assert len(set(pictures)) == len(pictures)


def test_every_sign_of_a_page_has_a_picture(pack):
    for page in pack.pages:
        if page.kind is PageKind.COMPLICATION:
            blocks = pack.blocks(page)
            at = blocks.index(Heading("Signs to watch for"))
            assert isinstance(blocks[at + 1], Signs), page.id


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda it: it.stem)
def test_no_picture_is_left_unused(checklist, path):
    pages = (page.read_text() for page in (CONTENT / "en").glob("*.md"))
    symptoms = [symptom.id for symptom in checklist.symptoms]
    assert path.stem in symptoms or any(path.name in page for page in pages)
