"""A small change of a page keeps its translations, without typing a hash."""

from datetime import date

import pytest

from kiosk.authoring.approval.small_change import small_change
from kiosk.content.approval import ApprovalState
from kiosk.errors import ContentError, UsageError

TODAY = date(2026, 11, 27)


@pytest.fixture
def mark(subject):
    return lambda *names, languages=(): small_change(subject(), names, languages)


@pytest.fixture
def shown(subject):
    """Return the languages that a page is shown in, in each language's pack."""

    def of(name):
        packs = subject().library.packs.items()
        return {code: pack.page(name).language for code, pack in packs}

    return of


BOTH = {"en": "en", "es": "es", "ar": "ar"}


def test_the_translations_of_a_page_that_changed_a_little_are_shown_again(
    mark, write, shown, content
):
    write("en/vision.md", "may see double", "might see double")
    assert shown("vision") == {"en": "en", "es": "en", "ar": "en"}
    was = (content / "es/vision.md").read_bytes()
    assert len(mark("vision")) == 2
    assert shown("vision") == BOTH
    now = (content / "es/vision.md").read_bytes()
    changed = [
        a for a, b in zip(was.split(b"\n"), now.split(b"\n"), strict=True) if a != b
    ]
    assert [line.partition(b":")[0] for line in changed] == [b"source_hash"]


def test_blank_lines_are_no_change(write, shown, mark):
    write("en/vision.md", "## What helps\n", "\n\n## What helps\n\n")
    assert shown("vision") == BOTH
    assert mark("vision") == ["all are up to date"]


def test_one_language_alone_may_be_marked(mark, write, shown):
    write("en/vision.md", "may see double", "might see double")
    mark("vision", languages=["es"])
    assert shown("vision") == {"en": "en", "es": "es", "ar": "en"}


def test_translations_of_different_versions_are_not_taken_for_one(mark, write, shown):
    write("en/vision.md", "may see double", "might see double")
    mark("vision", languages=["es"])
    write("en/vision.md", "might see double", "could see double")
    with pytest.raises(UsageError, match="different versions"):
        mark("vision")
    mark("vision", languages=["es"])
    assert shown("vision")["es"] == "es"


def test_a_translation_that_lacks_what_is_new_is_refused(mark, write, content):
    write(
        "en/vision.md",
        "- Do not drive or use machines.\n",
        "- Do not drive.\n- Rest.\n",
    )
    was = (content / "es/vision.md").read_bytes()
    with pytest.raises(ContentError, match="vision"):
        mark("vision")
    assert (content / "es/vision.md").read_bytes() == was


def test_the_approval_of_a_translation_stays(approve, mark, write, subject):
    approve("vision", languages=["es"])
    write("en/vision.md", "may see double", "might see double")
    mark("vision")
    page = subject().library.packs["es"].page("vision")
    assert page.approval.state(TODAY) is ApprovalState.APPROVED


@pytest.mark.parametrize(
    ("names", "languages", "hint"),
    [(["vison"], [], "vision"), (["vision"], ["e"], "es")],
)
def test_a_name_that_there_is_not_is_answered_with_the_nearest(
    mark, names, languages, hint
):
    with pytest.raises(UsageError, match=hint):
        mark(*names, languages=languages)
