"""Why no new content was taken, and what that means for its freshness."""

from kiosk.domain.update_report import Freshness
from kiosk.errors import KioskError


class UpdateError(KioskError):
    """A repository, or the content in it, that is not used; its text is one line.

    `freshness` is None for what may well be there in an hour.
    """

    def __init__(self, freshness: Freshness | None, text: str) -> None:
        super().__init__(" ".join(text.split()))
        self.freshness = freshness


def unreached(text: str) -> UpdateError:
    """Return the failure of something that could not be looked at this time."""
    return UpdateError(None, text)


def stale(text: str) -> UpdateError:
    """Return the failure of something that has expired, or has no room."""
    return UpdateError(Freshness.STALE, text)


def refused(text: str) -> UpdateError:
    """Return the failure of something that must not be used."""
    return UpdateError(Freshness.REFUSED, text)
