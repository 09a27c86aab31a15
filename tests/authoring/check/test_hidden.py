"""Pages that the settings keep off the wall are named."""

from kiosk.authoring.check.gate import check
from kiosk.errors import Severity
from tests.support.shipped import RESOURCES


def settings(content, line):
    text = (RESOURCES / "clinic.toml").read_text("utf-8")
    key = line.partition(" = ")[0]
    was = next(it for it in text.splitlines() if it.startswith(f"{key} = "))
    path = content.parent / "clinic.toml"
    path.write_text(text.replace(was, line), "utf-8")
    return path


def hidden(content, line):
    found = check(content, settings(content, line)).problems
    assert {it.severity for it in found if "not shown" in it.message} <= {
        Severity.WARNING
    }
    return {it.path.stem for it in found if "not shown" in it.message}


def test_a_clinic_that_shows_everything_hides_nothing(content):
    assert hidden(content, "show_unapproved = true") == set()


def test_pages_that_nobody_approved_are_named_until_they_are(content, approve):
    line = "show_unapproved = false"
    assert {"vision", "check"} <= hidden(content, line)
    assert not {"home", "book"} & hidden(content, line)
    approve("vision", languages=["en", "es", "ar"])
    assert "vision" not in hidden(content, line)


def test_pages_long_due_are_named(content, write):
    write("en/vision.md", "review_by: 2027", "review_by: 2020")
    assert hidden(content, "hide_overdue_after_days = 30") == {"vision"}
    assert hidden(content, "hide_overdue_after_days = 0") == set()
