"""Check the dates of reviews. Those of approvals are in `approvals`."""

from collections.abc import Iterator

from kiosk.authoring.check.subject import Subject, doubt
from kiosk.errors import Problem

_REVIEW = "review the page, then write the date of the next review"


def review_dates(subject: Subject) -> Iterator[Problem]:
    """Yield each page whose review is due, or comes before it was written."""
    for it in subject.pages:
        page = it.page
        if page.review_by < page.written:
            message = "review_by is before the day that the page was written"
            remedy = "write the date of the next review, such as 2027-11-22"
        elif page.review_by < subject.today:
            message, remedy = "review_by is past: the page waits for a review", _REVIEW
        else:
            continue
        line = subject.line_of_key(it.path, "review_by")
        yield doubt(it.path, line, message, remedy)
