"""Every paragraph of every page leads to its own lines, in each language."""

import pytest

from kiosk.app.preview.passage_finder import PassageFinder
from kiosk.content.blocks import Picture
from kiosk.content.plain_text import text_of
from kiosk.domain.clinic import Clinic
from kiosk.errors import Problem
from tests.support.shipped import CONTENT


@pytest.fixture
def finder():
    return PassageFinder(CONTENT, Clinic(name="Alaa Arif"))


def paragraphs(pack, page):
    blocks = (it for it in pack.blocks(page) if not isinstance(it, Picture))
    lines = [page.title, page.summary]
    for block in blocks:
        lines += filter(str.strip, text_of([block]).split("\n"))
    return lines


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_paragraph_leads_to_its_page(finder, library, language):
    pack = library.packs[language]
    astray = []
    for page in pack.pages:
        for text in paragraphs(pack, page):
            found = finder.find(text, language, page)
            if not found or found.path != CONTENT / language / f"{page.id}.md":
                astray.append((page.id, text, found and found.path.name))
    assert astray == []


def test_words_of_the_frame_lead_to_the_pack(finder, library):
    pack = library.packs["es"]
    found = finder.find(pack.strings.finished, "es", pack.pages[0])
    assert found.path == CONTENT / "es" / "pack.toml"
    assert found.text == f'finished = "{pack.strings.finished}"'


def test_a_problem_leads_to_the_entry_or_the_paragraph_around_it(finder):
    pack = CONTENT / "en" / "pack.toml"
    lines = pack.read_text("utf-8").splitlines()
    line = next(n for n, it in enumerate(lines, 1) if it.startswith("finished "))
    assert finder.around(Problem(pack, line=line, message="?")).text == lines[line - 1]
    assert finder.around(Problem(CONTENT / "en" / "none.md", message="?")) is None
    assert finder.around(Problem(CONTENT.parent / "clinic.toml", message="?")) is None
