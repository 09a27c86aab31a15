"""Mistakes in the fields above a page's words."""

from tests.authoring.mistakes.rows import change, error, row, warning

PAGE = "en/headaches.md"
TITLE = "title: Headaches"
WRITTEN = "written: 2026-11-27"
DATE = "review_by: 2027-11-27"
UNAPPROVED = 'approved_by: ""'


def in_title(name, title, *words, line=2):
    return row(name, change(PAGE, TITLE, title), error(f"{PAGE}:{line}", *words))


def in_quotes(name, title, shown, *words):
    """A title that is read as it stands, without the marks it needs."""
    spoil = change(PAGE, TITLE, title)
    said = warning(f"{PAGE}:2", *words)
    return row(name, spoil, said, shows=[("en", "headaches", f"{shown}\n")])


def in_date(name, date, *words):
    at = f"{PAGE}:12"
    return row(name, change(PAGE, DATE, f"review_by: {date}"), error(at, *words))


def approved(by, *lines):
    """Write an approval, and more lines below it."""
    return change(PAGE, UNAPPROVED, "\n".join((f"approved_by: {by}", *lines)))


ROWS = [
    in_quotes("F01", f"\t{TITLE}", "Headaches", "tab"),
    in_quotes("F02", f"{TITLE}: what to do", "Headaches: what to do", "double quotes"),
    in_date("F04", "22-11-2026", "2026-11-22"),
    in_date("F05", "22/11/2027", "2026-11-22"),
    in_date("F07", "Nov 2026", "2026-11-22"),
    in_date("a day that there is not", "2027-13-45", "2026-11-22"),
    in_date("a date with full stops", "22.11.2027", "2026-11-22"),
    row("F08", change(PAGE, "summary:", "sumary:"), warning(f"{PAGE}:8", "summary")),
    row("a key in capitals", change(PAGE, "title:", "Title:"), warning(f"{PAGE}:2")),
    row("F10", change(PAGE, f"{DATE}\n", ""), error(PAGE, "review_by", "missing")),
    row(
        "F11",
        change(PAGE, "icon: headache", "icon: brain"),
        error(f"{PAGE}:6", "'brain'", "headache", "vision", "weakness"),
    ),
    row(
        "F12",
        change(PAGE, "kind: complication", "kind: Complication"),
        error(f"{PAGE}:7", "complication", "article"),
    ),
    row(
        "F14",
        change(PAGE, "sources: [S1,", "sources: [S99, S1,"),
        error(f"{PAGE}:10", "'S99'"),
    ),
    row("F15", approved("Dr Lee"), error(f"{PAGE}:13", "the day")),
    row(
        "F17",
        approved("Dr Lee", "approved_on: 2031-01-01"),
        error(f"{PAGE}:14", "has not come"),
    ),
    row(
        "F18",
        change(PAGE, f"{UNAPPROVED}\n---\n", f"{UNAPPROVED}\n"),
        error(PAGE, '"---"'),
    ),
    in_quotes("F20", "title: # Headaches", "Headaches", "quotes", "remark"),
    in_quotes("F21", "title: 'It's sore'", "It's sore", "quotes"),
    in_quotes("F22", "title: *Headaches*", "Headaches", "quotes"),
    in_title("F24", "title: <b>Headaches</b> &amp; pain", "<b>"),
    in_title("F25", f"{TITLE}\ntitle: Other", "twice", line=3),
    row(
        "F27",
        change(
            PAGE, f"{WRITTEN}\n{DATE}", "written: 2019-11-27\nreview_by: 2020-11-22"
        ),
        warning(f"{PAGE}:12", "past"),
    ),
    row(
        "F28",
        approved("Dr Lee", "approved_on: 2026-11-24", 'approved_hash: "00000000"'),
        warning(PAGE, "not as Dr Lee approved it"),
    ),
    in_quotes("p09-hash-in-title", "title: Pain #1 cause", "Pain #1 cause", "#"),
    row(
        "a review before the page was written",
        change(PAGE, DATE, "review_by: 2026-11-01"),
        warning(f"{PAGE}:12", "before"),
    ),
    row(
        "a summary with a mark of Markdown",
        change(PAGE, "summary: A tight", "summary: A **tight**"),
        error(f"{PAGE}:8", "**"),
    ),
]
