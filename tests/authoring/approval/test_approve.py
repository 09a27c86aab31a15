"""An approval is of what was read: what changes after it is not approved."""

from datetime import date, timedelta

import pytest

from kiosk.authoring.approval.approve import Approver
from kiosk.authoring.approval.approve import approve as approve_texts
from kiosk.content.approval import ApprovalState
from kiosk.domain.triage import Level
from kiosk.errors import ContentError, UsageError
from kiosk.files.approvals import load_approvals

TODAY = date(2026, 11, 27)
NEVER, CHANGED, APPROVED = ApprovalState


@pytest.fixture
def state(subject):
    """Return how far the text of a name is approved, in a language."""

    def of(name, language="en"):
        library = subject().library
        if name == "checklist":
            return library.checklist_approval.state(TODAY)
        if name == "strings":
            return library.words_approvals[language].state(TODAY)
        page = library.packs[language].page(name)
        assert (page.id, page.language) == (name, language)
        return page.approval.state(TODAY)

    return of


def test_nothing_that_is_shipped_is_said_to_be_approved(library):
    approvals = [library.checklist_approval]
    for code, pack in library.packs.items():
        approvals += [page.approval for page in pack.pages]
        approvals.append(library.words_approvals[code])
    assert {approval.state(TODAY) for approval in approvals} == {NEVER}


@pytest.mark.parametrize(
    ("name", "language", "file", "old", "new"),
    [
        ("vision", "en", "en/vision.md", "Do not drive", "Drive"),
        ("vision", "en", "en/vision.md", "review_by: 2027", "review_by: 2029"),
        ("vision", "es", "es/vision.md", "No conduzca", "Conduzca"),
        ("home", "en", "en/home.md", "Some need help", "None needs help"),
        ("check", "en", "en/check.md", "how soon", "if you need"),
        ("checklist", "en", "checklist.toml", '= "emergency"', '= "routine"'),
        ("checklist", "en", "checklist.toml", "CDC's list", "our list"),
        ("strings", "en", "en/pack.toml", "Tell staff now", "Wait"),
        ("strings", "es", "es/pack.toml", "Un párpado caído", "Un párpado"),
    ],
)
def test_what_changes_after_its_approval_is_not_approved(
    approve, write, state, name, language, file, old, new
):
    approve(name, languages=[language])
    assert state(name, language) is APPROVED
    write(file, old, new)
    assert state(name, language) is CHANGED
    approve(name, languages=[language])
    assert state(name, language) is APPROVED


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("checklist.toml", "groups = [", "# a comment\n\n\ngroups = ["),
        ("en/pack.toml", 'enter_pin = "Staff PIN"', 'enter_pin = "PIN of staff"'),
        ("en/vision.md", "## What helps\n", "\n\n## What helps\n\n\n"),
    ],
)
def test_comments_blank_lines_and_the_words_of_staff_change_nothing(
    approve, write, state, file, old, new
):
    names = ("checklist", "strings", "vision")
    approve(*names)
    write(file, old, new)
    assert [state(name) for name in names] == [APPROVED] * 3


def test_it_is_written_in_the_source_language_unless_another_one_is_asked_for(
    approve, state
):
    approve("vision", "strings")
    assert state("vision", "es") is state("strings", "es") is NEVER
    approve("vision", "strings", languages=["es", "ar"])
    assert state("vision", "es") is state("strings", "ar") is APPROVED


def test_every_other_byte_of_the_page_stays(approve, content, state):
    page = content / "en" / "vision.md"
    was = page.read_text("utf-8").replace(
        'approved_by: ""', "approved_by: Dr Day  # who?"
    )
    data = b"\xef\xbb\xbf" + was.replace("\n", "\r\n").encode()
    page.write_bytes(data)
    page.chmod(0o640)
    approve("vision", by='Dr "A" Lée: #1')
    lines = page.read_bytes().split(b"\r\n")
    ours = [it for it in lines if it.startswith(b"approved_")]
    assert ours[0] == 'approved_by: "Dr \\"A\\" Lée: #1"  # who?'.encode()
    assert [it.partition(b":")[0] for it in ours[1:]] == [
        b"approved_on",
        b"approved_hash",
    ]
    theirs = [it for it in data.split(b"\r\n") if not it.startswith(b"approved_")]
    assert [it for it in lines if not it.startswith(b"approved_")] == theirs
    assert page.stat().st_mode & 0o777 == 0o640
    assert state("vision") is APPROVED


def test_a_file_behind_a_link_is_written_where_it_is(approve, content, tmp_path, state):
    page, real = content / "en" / "vision.md", tmp_path / "real.md"
    page.rename(real)
    page.symlink_to(real)
    approve("vision")
    assert page.is_symlink()
    assert state("vision") is APPROVED


@pytest.mark.parametrize(
    ("by", "on"),
    [
        ("", TODAY),
        (" ", TODAY),
        ("Dr\nLee", TODAY),
        ("Dr Lee", TODAY + timedelta(days=1)),
    ],
)
def test_no_name_and_a_day_to_come_are_refused(by, on):
    with pytest.raises(UsageError):
        Approver(by, on).check(TODAY)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("en/vision.md", "kind: complication", "kind: komplication"),
        ("en/vision.md", "(vision.svg)", "(vison.svg)"),
        ("checklist.toml", 'level = "emergency"', 'level = "urgent"'),
    ],
)
def test_what_is_not_shown_as_written_is_not_approved_nor_is_anything_with_it(
    approve, content, write, file, old, new
):
    write(file, old, new)
    was = {path: path.read_bytes() for path in content.rglob("*.*") if path.is_file()}
    with pytest.raises(ContentError) as error:
        approve("headaches", "vision", "checklist")
    assert error.value.path == content / file
    assert {path: path.read_bytes() for path in was} == was
    assert not (content / "approvals.toml").exists()


@pytest.mark.parametrize(
    ("names", "languages", "hint"),
    [
        (["vison"], [], "vision"),
        (["strngs"], [], "strings"),
        (["vision"], ["sp"], "es"),
    ],
)
def test_a_name_that_there_is_not_is_answered_with_the_nearest(
    approve, names, languages, hint
):
    with pytest.raises(UsageError, match=hint):
        approve(*names, languages=languages)


def test_the_state_is_kept_to_compare_with(approve, subject):
    approve("vision", "checklist")
    approve("headaches", languages=["es"])
    baseline = load_approvals(subject().files, pytest.fail).baseline
    assert baseline.rows["double-vision"].level is Level.EMERGENCY
    assert baseline.rows["double-vision"].sentence == (
        "Emergency, for “Double vision” alone."
    )
    assert baseline.points.keys() == {"en/vision", "es/headaches"}
    assert "double vision" in baseline.points["en/vision"][Level.EMERGENCY]
    assert "blurred vision" in baseline.points["en/vision"][Level.SAME_DAY]


@pytest.mark.parametrize(
    "line",
    ['approved_by = "Dr Lee"', "approved_on = 2026-11-27", "approved_on = 27.11.2026"],
)
def test_an_approval_without_its_name_or_date_is_none_and_is_a_problem(
    content, state, subject, line
):
    text = f'[checklist]\n{line}\napproved_hash = "3d5ae496"\n'
    (content / "approvals.toml").write_text(text, "utf-8")
    assert state("checklist") is NEVER
    assert any(it.path.name == "approvals.toml" for it in subject().problems)


def test_rules_that_fail_a_case_of_the_clinic_are_not_approved(approve, write, state):
    write("cases.toml", 'level = "same-day"', 'level = "emergency"')
    with pytest.raises(ContentError, match=r"cases.toml:11: “one lid droops"):
        approve("checklist")
    assert state("checklist") is NEVER
    approve("vision", "strings")


def test_a_level_that_is_approved_though_it_is_lower_is_named(approve, content):
    path = content / "checklist.toml"
    text = path.read_text("utf-8")
    place = text.index('id = "bruise-or-pain"')
    raised = text[place:].replace('"routine"', '"same-day"', 1)
    path.write_text(text[:place] + raised, "utf-8")
    assert len(approve("checklist")) == 1
    path.write_text(text, "utf-8")
    _, line = approve("checklist")
    assert "approved, too: bruise-or-pain was approved as same-day" in line


def test_a_page_that_changes_while_it_is_approved_keeps_its_change(content, subject):
    before = subject()
    page = content / "en" / "vision.md"
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    was = page.read_bytes()
    with pytest.raises(ContentError, match="has just changed"):
        approve_texts(before, ["vision"], Approver("Dr Lee", TODAY))
    assert page.read_bytes() == was
