"""Say which pages the clinic's own settings keep off the wall."""

from collections.abc import Iterator

from kiosk.authoring.check.subject import Subject
from kiosk.content.withholding import ShowPolicy, withheld
from kiosk.errors import Problem


def hidden_pages(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each page that is not approved, or long due for review."""
    library, settings = subject.library, subject.settings
    if library:
        policy = ShowPolicy(settings.show_unapproved, settings.hide_overdue_after_days)
        shown = withheld(library, policy, subject.today)
        yield from shown.problems[len(library.problems) :]
