"""New content is taken by itself, unless it has an error that the old one has not."""

import os
import shutil
from datetime import timedelta

import pytest

from kiosk.files.snapshot import stamp_of
from tests.support.shipped import CONTENT


@pytest.fixture
def service(start_service, clock):
    """Show content that nobody has changed for a long time."""
    clock.wall += timedelta(days=36_500)
    return start_service()


@pytest.fixture
def look(start_service, service):
    """Look at the folder, and show what was read."""

    def looking():
        service.look_again()
        start_service.read(service)

    return looking


def replace_in(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def title(service):
    return service.library.packs["es"].page("vision").title


def test_new_content_is_shown_by_itself(service, look, content):
    replace_in(content / "es" / "vision.md", "title: ", "title: New ")
    look()
    assert title(service).startswith("New ")
    assert service.fault == ()


def break_a_page(content):
    replace_in(content / "es" / "home.md", "written: ", "written: x")


def break_the_checklist(content):
    replace_in(content / "checklist.toml", 'level = "emergency"', 'level = "soon"')


def lower_a_card(content):
    replace_in(content / "es" / "vision.md", "!!! emergency", "!!! routine")


def lower_a_level(content):
    path = content / "checklist.toml"
    before, name, after = path.read_text("utf-8").partition('id = "double-vision"')
    after = after.replace('level = "emergency"', 'level = "routine"', 1)
    path.write_text(before + name + after, "utf-8")


def lose_a_page(content):
    (content / "en" / "headaches.md").unlink()


def put_a_picture_that_draws_nothing(content):
    picture = next((content / "illustrations").glob("*.svg"))
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>')


ERRORS = [
    break_a_page,
    break_the_checklist,
    lower_a_card,
    lower_a_level,
    lose_a_page,
    put_a_picture_that_draws_nothing,
]


@pytest.mark.parametrize("spoil", ERRORS)
def test_content_with_an_error_leaves_the_old_one_whole_until_it_is_mended(
    service, look, content, report, spoil
):
    before = service.library
    replace_in(content / "es" / "vision.md", "title: ", "title: New ")
    shutil.copytree(content, content.parent / "right")
    spoil(content)
    look()
    assert service.library is before
    assert "the content as it was read before is still shown" in service.fault[0]
    assert report.last[0] == service.fault[0]
    shutil.copytree(content.parent / "right", content, dirs_exist_ok=True)
    look()
    assert service.fault == ()
    assert title(service).startswith("New ")


def test_an_error_that_is_shown_already_keeps_nothing_out(
    start_service, clock, content
):
    break_a_page(content)
    lower_a_level(content)
    clock.wall += timedelta(days=36_500)
    service = start_service()
    rules = content / "checklist.toml"
    rules.write_text(f"# One line further down.\n{rules.read_text('utf-8')}", "utf-8")
    replace_in(content / "es" / "vision.md", "title: ", "title: New ")
    service.look_again()
    start_service.read(service)
    assert service.fault == ()
    assert title(service).startswith("New ")
    assert service.library.left_out == ("es/home",)


def test_a_warning_keeps_nothing_out(service, look, content):
    path = content / "es" / "vision.md"
    replace_in(path, "visión doble\n", f"visión doble{' palabra' * 40}\n")
    replace_in(path, "title: ", "title: New ")
    look()
    assert title(service).startswith("New ")
    assert "palabra" in str(service.library.packs["es"].bodies["vision"])


def test_staff_who_read_it_again_have_what_is_right_of_it(
    start_service, service, look, content
):
    replace_in(content / "es" / "vision.md", "title: ", "title: New ")
    break_a_page(content)
    look()
    assert service.fault
    service.read_again()
    start_service.read(service)
    assert title(service).startswith("New ")
    assert service.library.left_out == service.library.earlier == ("es/home",)


def test_what_is_right_tomorrow_is_shown_tomorrow(service, look, content, clock):
    day = clock.wall.date() + timedelta(days=1)
    signed = f"approved_by: Dr Grey\napproved_on: {day}"
    replace_in(content / "es" / "vision.md", 'approved_by: ""', signed)
    look()
    assert "has not come" in service.fault[0]
    clock.wall += timedelta(days=1)
    look()
    assert service.fault == ()


def test_a_folder_that_is_still_changing_is_not_read(service, content, qtbot):
    """At each look it is another one, until the copying ends."""
    page = content / "en" / "vision.md"
    good, lengths, read = page.read_text("utf-8"), [50, 400, 900, 1500], []

    def copy(_):
        if lengths:
            page.write_text(good[: lengths.pop()], "utf-8")

    service._watch._stamps.done.connect(copy)
    service._reading.done.connect(read.append)
    copy(None)
    service.look_again()
    qtbot.waitUntil(lambda: not lengths and not service.is_reading, timeout=60_000)
    assert len(read) == 1


def test_a_folder_swapped_by_a_link_is_noticed_though_its_files_look_the_same(
    start_service, clock, content
):
    other = shutil.copytree(content, content.parent / "other")
    page = other / "es" / "vision.md"
    replace_in(page, "title: Problemas", "title: Problems.")
    old = content.rename(content.parent / "old")
    for path in old.rglob("*"):
        times = path.stat()
        os.utime(
            other / path.relative_to(old), ns=(times.st_atime_ns, times.st_mtime_ns)
        )
    content.symlink_to(old)
    clock.wall += timedelta(days=36_500)
    service = start_service()
    link = content.parent / "link"
    link.symlink_to(other)
    link.replace(content)
    service.look_again()
    start_service.read(service)
    assert title(service).startswith("Problems.")


def test_a_look_reads_no_file_and_sees_each_change(content):
    stamps = {stamp_of(content)}
    page = content / "en" / "vision.md"
    data = page.read_bytes()
    for change in (
        lambda: page.write_bytes(data[::-1]),
        lambda: page.rename(page.with_name("sight.md")),
        lambda: (content / "es" / "new.md").write_text(""),
        lambda: (content / "illustrations" / "signs" / "new.svg").touch(),
        lambda: (content / "checklist.toml").unlink(),
    ):
        change()
        stamps.add(stamp_of(content))
    assert len(stamps) == 6


def test_what_tools_keep_in_hidden_folders_is_no_change(content):
    before = stamp_of(content)
    (content / ".git").mkdir()
    (content / ".git" / "HEAD").write_text("x")
    (content / "en" / ".vision.md.swp").write_text("x")
    assert stamp_of(content) == before != stamp_of(CONTENT)


def test_a_bug_in_a_rule_leaves_the_old_content_and_is_told(
    service, look, content, report, monkeypatch
):
    def fail(*_):
        raise TypeError(content)

    before = service.library
    with monkeypatch.context() as broken:
        broken.setattr("kiosk.authoring.check.gate.in_order", fail)
        replace_in(content / "es" / "vision.md", "title: ", "title: New ")
        look()
    assert service.library is before
    assert "a bug at test_new_content.py:" in service.fault[0]
    assert "as it was read before" in report.last[0] == service.fault[0]
    replace_in(content / "es" / "vision.md", "title: ", "title: Very ")
    look()
    assert title(service).startswith("Very New ")
    assert service.fault == ()
