"""Content that is missing or bad is made good by other content, and read again."""

import shutil
from datetime import timedelta

import pytest

from kiosk.app.content_service import LOOK_AGAIN_MS
from tests.support.shipped import CONTENT, SHIPPED

MINUTE_MS = 60_000


def half_copy(content):
    (content / "checklist.toml").unlink()
    for page in (content / "en").glob("*.md"):
        page.unlink()


def empty(content):
    shutil.rmtree(content)
    content.mkdir()


FAULTS = {
    "missing": shutil.rmtree,
    "empty": empty,
    "half-copied": half_copy,
}
EACH_FAULT = pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)


def whole(service):
    """Return whether all that was shipped is shown, in all languages."""
    packs = service.library.ready_packs
    return [len(pack.pages) for pack in packs] == [10, 10, 10]


@EACH_FAULT
def test_content_that_is_bad_at_start_is_made_good_by_the_shipped_content(
    start_service, content, report, capsys, fault
):
    fault(content)
    service = start_service()
    assert service.library.folder == CONTENT
    assert whole(service)
    assert service.fault[0].startswith(str(content))
    assert "the content that came with the program is shown" in service.fault[0]
    assert f"kiosk: {service.fault[0]}\n" in capsys.readouterr().err
    assert service.fault[0] in report.last


@EACH_FAULT
def test_content_that_becomes_whole_is_shown_at_the_next_look(
    start_service, content, fault
):
    fault(content)
    service = start_service()
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(CONTENT, content)
    service.look_again()
    start_service.read(service)
    assert service.library.folder == content
    assert service.fault == ()
    assert whole(service)


@EACH_FAULT
def test_content_that_goes_bad_while_running_leaves_the_last_good(
    start_service, content, report, fault
):
    service = start_service()
    before = service.library
    fault(content)
    service.read_again()
    start_service.read(service)
    assert service.library is before
    assert "as it was read before" in service.fault[0]
    assert service.fault[0] in report.last


@EACH_FAULT
def test_content_that_was_bad_for_a_moment_is_whole_again_at_the_next_look(
    start_service, content, report, fault
):
    service = start_service()
    fault(content)
    service.read_again()
    start_service.read(service)
    assert not any(problem.mended for problem in report.counted)
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(CONTENT, content)
    service.look_again()
    start_service.read(service)
    assert service.fault == ()
    assert service.library.folder == content
    assert whole(service)
    assert all(problem.mended for problem in report.counted)


def test_the_folder_is_looked_at_within_a_minute_and_not_all_the_time():
    assert 1000 <= LOOK_AGAIN_MS <= MINUTE_MS


def is_own(service):
    """Return whether the page on vision is the clinic's, not the one that came."""
    return service.library.packs["en"].page("vision").review_by.year == 2031


def make_own(path):
    text = path.read_text("utf-8")
    path.write_text(text.replace("review_by: 2027", "review_by: 2031"), "utf-8")


def test_a_page_half_written_is_the_one_that_came_along_until_it_is_whole(
    start_service, content
):
    page = content / "en" / "vision.md"
    make_own(page)
    good = page.read_text("utf-8")
    page.write_text(good[:40], "utf-8")
    service = start_service()
    assert service.library.left_out == service.library.earlier == ("en/vision",)
    assert not is_own(service)
    page.write_text(good, "utf-8")
    service.look_again()
    start_service.read(service)
    assert service.library.left_out == service.library.earlier == ()
    assert is_own(service)


@pytest.mark.parametrize("cut", [40, -1], ids=["front matter", "body"])
def test_a_page_that_goes_bad_is_shown_as_it_was_and_told(
    start_service, content, report, cut
):
    page = content / "en" / "vision.md"
    make_own(page)
    service = start_service()
    good = page.read_text("utf-8")
    page.write_text(f"{good[:cut]}\n![An eye.](nowhere.svg)\n", "utf-8")
    for _ in range(2):
        service.read_again()
        start_service.read(service)
        assert is_own(service)
        assert service.library.packs["en"].bodies["vision"]
        assert whole(service)
    assert [
        it.endswith("(the last good version of it is shown)") for it in report.last
    ] == [True]


def test_a_page_that_goes_bad_is_as_it_was_when_the_clinic_closes(
    start_service, content
):
    page = content / "en" / "vision.md"
    make_own(page)
    service = start_service()
    page.write_text("---\n", "utf-8")
    service.read_again()
    start_service.read(service)
    service.change_hours(is_open=False)
    start_service.read(service)
    assert is_own(service)
    assert service.library.left_out == ("en/vision",)


def test_a_page_of_the_clinics_own_that_never_was_good_is_left_out(
    start_service, content
):
    path = content / "content.toml"
    path.write_text(path.read_text("utf-8").replace('"vision",', '"vision", "new",'))
    (content / "en" / "new.md").write_text("---\n", "utf-8")
    service = start_service()
    assert service.library.left_out == ("en/new",)
    assert service.library.earlier == ()
    assert whole(service)


def test_a_page_cut_off_while_it_was_copied_comes_back_whole(
    start_service, content, clock
):
    """It can be read, and its own words say nothing of those that are missing."""
    page = content / "es" / "home.md"
    good = page.read_bytes()
    page.write_bytes(good.rstrip()[:-1])
    service = start_service()
    page.write_bytes(good)
    service.look_again()
    start_service.read(service)
    assert service.library.fingerprint == SHIPPED.fingerprint


def test_content_that_has_not_changed_is_not_read_again(
    start_service, content, clock, monkeypatch
):
    clock.wall += timedelta(days=36_500)
    service = start_service()
    monkeypatch.delattr("kiosk.files.snapshot.read_bytes")
    service.look_again()
    start_service.read(service)
    assert service.fault == ()


def test_what_is_wrong_is_told_once_however_often_it_is_looked_at(
    start_service, content, capsys
):
    shutil.rmtree(content)
    service = start_service()
    for _ in range(3):
        service.look_again()
        start_service.read(service)
    assert capsys.readouterr().err.count("there is no such folder") == 1


def test_the_fingerprint_is_that_of_what_is_shown(start_service, content):
    service = start_service()
    (content / "en" / "vision.md").write_text("changed")
    assert service.library.fingerprint == SHIPPED.fingerprint
    shutil.rmtree(content)
    assert service.library.fingerprint == SHIPPED.fingerprint


def test_a_clinic_that_closes_has_other_words_of_the_same_content(
    start_service, content
):
    service = start_service()
    shutil.rmtree(content)
    service.change_hours(is_open=False)
    start_service.read(service)
    assert not service.library.is_open
    assert service.library.fingerprint == SHIPPED.fingerprint
    assert service.fault == ()


def test_a_language_that_is_not_there_yet_costs_no_other_and_is_shown_later(
    start_service, content
):
    shutil.copytree(content / "es", content.parent / "es")
    shutil.rmtree(content / "es")
    service = start_service(languages=("es", "en"))
    start_service.read(service)
    assert [it.code for it in service.library.languages] == ["en"]
    assert service.library.folder == content
    assert "there is no language 'es'" in str(service.library.problems[0])
    shutil.copytree(content.parent / "es", content / "es")
    service.look_again()
    start_service.read(service)
    assert [it.code for it in service.library.languages] == ["es", "en"]


def lower_a_card(content):
    page = content / "en" / "vision.md"
    page.write_text(page.read_text("utf-8").replace("!!! emergency", "!!! routine"))


def lower_a_level(content):
    checklist = content / "checklist.toml"
    text = checklist.read_text("utf-8")
    before, name, after = text.partition('id = "double-vision"')
    after = after.replace('level = "emergency"', 'level = "routine"', 1)
    checklist.write_text(before + name + after, "utf-8")


@pytest.mark.parametrize(
    ("lower", "said"),
    [
        (lower_a_card, "emergency card"),
        (lower_a_level, "emergency is routine"),
    ],
)
def test_staff_are_told_what_is_less_urgent_than_before(
    start_service, content, lower, said
):
    service = start_service()
    assert not service.library.lines
    lower(content)
    service.read_again()
    start_service.read(service)
    assert any(said in line for line in service.library.lines)


def test_staff_are_told_of_it_at_the_start_too(start_service, content):
    lower_a_level(content)
    assert any("double-vision" in line for line in start_service().library.lines)
