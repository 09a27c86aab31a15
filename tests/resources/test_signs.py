"""Somebody who reads little can tell the signs by their pictures."""

import pytest

from kiosk.content.blocks import CareCard, PointList, Signs
from tests.support.shipped import CONTENT

FOLDER = CONTENT / "illustrations" / "signs"


def test_every_symptom_of_the_checklist_has_a_picture_of_its_own(library):
    symptoms = library.checklist.symptoms
    pictures = [library.sign_picture(symptom.id) for symptom in symptoms]
    assert all(pictures)
    assert len(set(pictures)) == len(pictures)


def test_every_point_of_a_care_card_has_a_picture(pack):
    blocks = [block for page in pack.pages for block in pack.blocks(page)]
    cards = [block for block in blocks if isinstance(block, CareCard)]
    parts = [part for card in cards for part in card.body]
    assert any(isinstance(part, Signs) for part in parts)
    assert not any(isinstance(part, PointList) for part in parts)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda it: it.stem)
def test_no_picture_is_left_unused(checklist, path):
    pages = (page.read_text() for page in (CONTENT / "en").glob("*.md"))
    symptoms = [symptom.id for symptom in checklist.symptoms]
    assert path.stem in symptoms or any(path.name in page for page in pages)
