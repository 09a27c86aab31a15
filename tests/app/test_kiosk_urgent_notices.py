"""Urgent notices come and go while the kiosk runs."""

from datetime import UTC, datetime

from kiosk.app.content_display import ContentDisplay
from kiosk.ui.modes.visitor_mode import VisitorMode
from tests.support.kiosk_for_staff import (
    labels_of,
)
from tests.support.screen import settle


def test_an_urgent_notice_comes_and_goes_by_the_clock_alone(
    start, content, clock, read_content
):
    words = "Lot 12 is recalled. Tell the desk."
    dates = "from = 2026-11-24\nuntil = 2026-11-25\n"
    (content / "notices.toml").write_text(f'[[notice]]\n{dates}en = "{words}"\n')
    shell = start()
    read_content(shell)
    display = shell.findChild(ContentDisplay)
    seen_on = []
    for day in (23, 24, 25, 26):
        clock.wall = datetime(2026, 11, day, 12, tzinfo=UTC)
        display.show_notices_of_today()
        settle()
        if words in labels_of(shell):
            seen_on.append(day)
    assert seen_on == [24, 25]


def test_an_urgent_notice_waits_for_the_end_of_a_visit(
    start, content, clock, read_content
):
    (content / "notices.toml").write_text(
        '[[notice]]\nuntil = 2026-11-24\nen = "Lot 12 is recalled."\n'
    )
    shell = start()
    read_content(shell)
    shell.findChild(VisitorMode).resume()
    visit = shell.session
    clock.wall = datetime(2026, 11, 25, 12, tzinfo=UTC)
    shell.findChild(ContentDisplay).show_notices_of_today()
    assert shell.session is visit
    shell.finish()
    settle()
    assert "Lot 12 is recalled." not in labels_of(shell)
