"""The clinic, as its settings describe it, and in the words of one language."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.domain.booking import Booking
from kiosk.domain.handout import Handout
from kiosk.domain.opening_hours import ALWAYS, Hours
from kiosk.domain.phone_number import unbroken

TRANSLATED = ("name", "desk", "out_of_hours")
"""What settings may say in each language."""


class Clinic(Struct, frozen=True, kw_only=True):
    """The clinic as its settings describe it; an empty text means not set.

    `wordings` has the words of each of `TRANSLATED` by language, where the settings
    give them by language.
    """

    name: str
    phone: str = ""
    desk: str = ""
    emergency_number: str = ""
    out_of_hours: str = ""
    hours: Hours = ALWAYS
    booking: Booking = field(default_factory=Booking)
    handout: Handout = field(default_factory=Handout)
    wordings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def in_language(self, language: str, *, own: str) -> "Clinic":
        """Return the clinic in the words of a language, without those it lacks.

        No line ends within a phone number of it.

        Words without a language are in the clinic's `own`. Another language has a name
        and numbers in common with it, such as "NHS 111", but no other words.
        """
        is_own = language == own
        has_number = any(map(str.isdigit, self.out_of_hours))
        out_of_hours = self.out_of_hours if is_own or has_number else ""
        return replace(
            self,
            name=self._said("name", language, self.name) or self.name,
            phone=unbroken(self.phone),
            desk=self._said("desk", language, self.desk if is_own else ""),
            emergency_number=unbroken(self.emergency_number),
            out_of_hours=unbroken(self._said("out_of_hours", language, out_of_hours)),
            wordings={},
        )

    def _said(self, key: str, language: str, plain: str) -> str:
        """Return the words in a language, or the `plain` ones that have none."""
        by_language = self.wordings.get(key)
        return plain if by_language is None else by_language.get(language, "")
