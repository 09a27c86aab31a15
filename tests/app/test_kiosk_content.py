"""Content of a running kiosk: read to its end, read again, spoiled and repaired."""

import shutil
from datetime import UTC, datetime

import pytest

from kiosk.app.content_service import ContentService
from kiosk.content.attract_slides import slides
from kiosk.content.placeholders import fill
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.staff_panel import StaffPanel
from tests.support.kiosk_for_staff import (
    LOCKED,
    OFFICE,
    can_open,
    facts,
    open_panel,
    pages_shown,
    spoil,
    spoil_body,
    standing,
)
from tests.support.screen import seen, settle, touch, words


def test_reading_the_rest_of_the_content_leaves_the_screen_as_it_is(
    shell, read_content
):
    """A screen reader, or a finger, may be on a widget by then."""
    session = shell.session
    read_content(shell)
    assert shell.session is session


def test_once_all_is_read_the_invitation_has_the_facts_of_each_language(
    start, read_content
):
    shell = start("")
    shell.resize(1920, 1080)
    read_content(shell)
    [attract] = seen(shell, Attract)
    library = shell.contexts.library
    all_facts = {slide.fact for slide in slides(library.ready_packs)}
    assert len(all_facts) > len(library.languages) == len(library.ready_packs)
    shown = set()
    for _ in range(len(all_facts)):
        attract.next_slide()
        settle()
        shown |= all_facts & set(words(attract))
    assert shown == all_facts


@pytest.mark.parametrize("way", [spoil, spoil_body])
def test_a_page_spoiled_on_disk_is_named_and_shown_as_it_was(
    read_again, panel, said, content, pack, way
):
    way(content / "en" / "vision.md")
    told = read_again()
    assert told[said.left_out] == "en/vision"
    assert told[said.pages].splitlines() == pages_shown(len(pack.pages))
    assert "vision.md" in told[said.problems]
    assert "(the last good version of it is shown)" in told[said.problems]
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


@pytest.mark.parametrize("is_there", [True, False])
def test_what_is_wrong_with_content_read_again_stands_above_all_facts(
    read_again, panel, said, content, is_there
):
    read_again()
    assert said.reload_good in words(panel)
    spoil(content / "en" / "vision.md") if is_there else shutil.rmtree(content)
    read_again()
    told = words(panel)
    wrong = told[told.index(said.title) + 2]
    assert wrong.startswith(str(content))
    assert wrong != told[told.index(said.program) + 3]
    ended = said.reload_problems if is_there else said.reload_failed
    assert fill(ended, {"count": "1"}) in told


def test_visitors_read_what_was_written_anew(read_again, panel, said, content):
    page = content / "en" / "home.md"
    page.write_text(page.read_text().replace("title: Nerve", "title: New nerve"))
    read_again()
    touch(panel, said.lock)
    assert any("New nerve" in line for line in words(panel))


@pytest.mark.parametrize("way", [spoil, spoil_body])
def test_a_page_that_was_repaired_comes_back(
    read_again, panel, said, content, pack, way
):
    page = content / "en" / "vision.md"
    good = page.read_text()
    way(page)
    read_again()
    page.write_text(good)
    assert read_again()[said.left_out] == said.none
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


UNUSABLE = {
    "no page at all": lambda folder: [spoil(p) for p in (folder / "en").glob("*.md")],
    "no folder at all": shutil.rmtree,
}


@pytest.mark.parametrize("ruin", UNUSABLE.values(), ids=UNUSABLE)
def test_content_that_cannot_be_used_is_named_and_changes_nothing(
    read_again, panel, said, content, pack, ruin
):
    shown = facts(panel, said)[said.content]
    ruin(content)
    told = read_again()
    first, why = told[said.content].splitlines()[:2]
    assert first == shown
    assert why.startswith(str(content))
    assert told[said.problems].splitlines()[0].startswith(str(content))
    assert told[said.pages].splitlines() == pages_shown(len(pack.pages))
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


def test_staff_read_why_new_content_is_not_shown(
    shell, said, content, read_content, monkeypatch
):
    monkeypatch.setattr("kiosk.app.content_watch.SETTLE_MS", 0)
    read_content(shell)
    spoil(content / "es" / "vision.md")
    shell.findChild(ContentService).look_again()
    read_content(shell)
    open_panel(shell)
    told = facts(shell, said)
    why = told[said.content].splitlines()[1]
    assert "es/vision.md" in why
    assert "the content as it was read before is still shown" in why
    assert told[said.left_out] == said.none


def test_content_that_was_repaired_is_used_again(read_again, said, content):
    away = content.rename(content.with_name("away"))
    read_again()
    away.rename(content)
    spoil(content / "en" / "vision.md")
    told = read_again()
    assert told[said.left_out] == "en/vision"
    assert len(told[said.content].splitlines()) == 1


def test_a_page_left_out_before_stays_named_with_content_that_cannot_be_used(
    read_again, said, content
):
    spoil(content / "en" / "vision.md")
    read_again()
    shutil.rmtree(content)
    assert read_again()[said.left_out] == "en/vision"


def test_content_with_no_page_to_read_to_its_end_changes_nothing(
    panel, said, content, pack, read_content
):
    for page in (content / "en").glob("*.md"):
        spoil_body(page)
    touch(panel, said.reload)
    read_content(panel)
    assert standing(panel) is StaffPanel
    touch(panel, said.lock)
    assert can_open(panel, pack.page("vision"))


def test_a_first_page_spoiled_further_down_is_left_out_and_named(
    read_again, said, content, pack
):
    spoil(content / "en" / "home.md")
    spoil_body(content / "en" / f"{pack.pages[1].id}.md")
    told = read_again()
    assert {"en/home", f"en/{pack.pages[1].id}"} <= set(told[said.left_out].split(", "))


def test_a_page_left_out_is_named_once_however_often_the_clinic_closes(
    start, said, content, clock, read_content
):
    spoil(content / "en" / "vision.md")
    shell = start(LOCKED + OFFICE)
    read_content(shell)
    for hour in (18, 12):
        clock.wall = datetime(2026, 11, 23, hour, tzinfo=UTC)
        shell.findChild(VisitorMode).check_opening_hours()
        read_content(shell)
    open_panel(shell)
    assert facts(shell, said)[said.left_out] == "en/vision"
