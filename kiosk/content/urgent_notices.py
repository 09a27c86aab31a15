"""Urgent notices, such as a recall: dated words that stand above every page."""

from datetime import date

from msgspec import Struct


class UrgentNotice(Struct, frozen=True):
    """Words in `language`, shown from the `first` day to the end of the `last`."""

    first: date
    last: date
    text: str
    language: str

    def is_due(self, day: date) -> bool:
        """Check whether it is shown on a day."""
        return self.first <= day <= self.last
