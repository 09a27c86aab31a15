"""Mistakes in the fields above a page's words."""

from tests.authoring.mistakes.rows import change, error, row

PAGE = "en/headaches.md"

ROWS = [
    row(
        "F02",
        change(PAGE, "title: Headaches", "title: Headaches: what to do"),
        error(f"{PAGE}:2", "quotes"),
    ),
    row(
        "F08",
        change(PAGE, "summary:", "sumary:"),
        error(f"{PAGE}", "summary"),
    ),
]
