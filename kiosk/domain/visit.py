"""One visitor's page, answers and preferences, as one immutable value.

The screen is drawn from it. It is never written, logged or put in a code; a new
visitor is a new `Visit`.
"""

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.domain.follow_up import Question, Reply
from kiosk.domain.preferences import Preferences


class Visit(Struct, frozen=True):
    """The page being read (empty for the first one) and the answers touched.

    `declined` are the answers to questions that were answered with "no".
    `position` is how far down that page the reader is, from 0 to 1. With
    `shows_emergency` the emergency is in front of that page. `language` is the code of
    a pack, or empty for the clinic's first one; `preferences` are the visitor's own.
    """

    page: str = ""
    answers: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    none_of_these: bool = False
    position: float = 0.0
    shows_emergency: bool = False
    language: str = ""
    preferences: Preferences = field(default_factory=Preferences)

    def on_page(self, page: str) -> "Visit":
        """Return the visit on another page."""
        return replace(self, page=page, position=0.0)

    def toggled(self, answer: str) -> "Visit":
        """Return the visit with one answer touched or taken back."""
        return replace(
            self,
            answers=self.answers ^ {answer},
            declined=self.declined - {answer},
            none_of_these=False,
        )

    def replied(self, question: Question, reply: Reply | None) -> "Visit":
        """Return the visit with a reply to a question, or none, for the one before."""
        declined = self.declined.difference(question.factors)
        if reply is Reply.NO:
            declined = declined.union(question.factors)
        others = self.answers - question.answers
        return replace(
            self, answers=others.union(question.answers_for(reply)), declined=declined
        )

    def with_none(self, *, chosen: bool) -> "Visit":
        """Return the visit with "none of these" chosen or not.

        It takes back no answer: one stray touch must not lower a level.
        """
        return replace(self, none_of_these=chosen and not self.answers)

    def in_language(self, language: str) -> "Visit":
        """Return the visit in another language: same page, same answers."""
        return replace(self, language=language)

    def with_preferences(self, preferences: Preferences) -> "Visit":
        """Return the visit with other preferences."""
        return replace(self, preferences=preferences)
