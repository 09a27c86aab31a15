"""The questions that can still raise a level, asked as soon as a symptom is touched.

The checklist's factors are the possible answers. A factor that is `asked` has a
question of its own; one question is about the list of all the others.
"""

from enum import Enum

from msgspec import Struct

from kiosk.domain.triage import Checklist


class Reply(Enum):
    """A reply to a question."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Question(Struct, frozen=True):
    """Whether any of `factors` is so; `unsure` is the factor of who is not sure.

    A question about a list has no reply of its own but "no": each of its factors is
    touched by itself.
    """

    factors: tuple[str, ...]
    unsure: str = ""
    is_list: bool = False

    @property
    def answers(self) -> frozenset[str]:
        """Every answer to the question but "no"."""
        return frozenset(filter(None, (*self.factors, self.unsure)))

    @property
    def replies(self) -> tuple[Reply, ...]:
        """The replies there are; who is not sure leaves any other question open."""
        if self.is_list:
            return (Reply.NO,)
        return (*Reply,) if self.unsure else (Reply.YES, Reply.NO)

    def answers_for(self, reply: Reply | None) -> tuple[str, ...]:
        """Return the answers that a reply is the same as; raises for one it has not."""
        if reply and reply not in self.replies:
            raise ValueError(f"{reply} is no reply to {self.factors}")
        answers = {Reply.YES: self.factors, Reply.NOT_SURE: (self.unsure,)}
        return answers.get(reply, ()) if reply else ()

    def reply_in(
        self, answers: frozenset[str], declined: frozenset[str]
    ) -> Reply | None:
        """Return the reply given, if there is one; "no" is the last to count."""
        if not answers.isdisjoint(self.factors):
            return Reply.YES
        if self.unsure in answers:
            return Reply.NOT_SURE
        return Reply.NO if declined.issuperset(self.factors) else None


def questions(checklist: Checklist) -> tuple[Question, ...]:
    """Return a question for each factor that is asked, then one about the others."""
    unsure = {f.unsure_of: f.id for f in checklist.factors if f.unsure_of}
    asked = [
        Question((f.id,), unsure.get(f.id, "")) for f in checklist.factors if f.asked
    ]
    known = frozenset[str]().union(*(question.answers for question in asked))
    others = tuple(f.id for f in checklist.factors if f.id not in known)
    return (*asked, Question(others, is_list=True)) if others else tuple(asked)


def open_questions(
    checklist: Checklist, answers: frozenset[str], declined: frozenset[str]
) -> tuple[Question, ...]:
    """Return the questions without a reply of which one would raise the level.

    Without a symptom, and in an emergency, there are none.
    """
    if not any(symptom.id in answers for symptom in checklist.symptoms):
        return ()
    raising = checklist.raised_by(answers)
    return tuple(
        question
        for question in questions(checklist)
        if question.reply_in(answers, declined) is None
        if not raising.isdisjoint(question.answers)
    )
