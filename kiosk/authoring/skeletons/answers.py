"""Ask for every word at once: given on the command line, or typed on a terminal.

Each answer has a key, such as `title.en`, which is shown where it is asked for, so that
whoever answers learns how to give it as `title.en="Dizziness"` the next time.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from kiosk.errors import UsageError


def given_answers(entries: Iterable[str]) -> dict[str, str]:
    """Return what entries such as `title.en=Dizziness` give; raises `UsageError`."""
    answers = {}
    for entry in entries:
        key, equals, text = entry.partition("=")
        if not equals or not key.strip():
            remedy = f'write what it answers in front of it, such as title.en="{entry}"'
            raise UsageError(f"{entry!r} answers nothing; {remedy}")
        answers[key.strip()] = checked_text(text.strip())
    return answers


def checked_text(text: str) -> str:
    """Return a text that can be written to a file; raises `UsageError`."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"{text!r} is not UTF-8; type it again") from error
    return text


def _any(_: str) -> None:
    """Accept every text."""


class Question(Struct, frozen=True):
    """What is asked, and the key of its answer.

    `default` is what Enter alone answers; None where there has to be an answer. `check`
    raises `ValueError` that says what to write instead.
    """

    key: str
    text: str
    default: str | None = None
    check: Callable[[str], object] = _any

    def fault(self, answer: str) -> str:
        """Return what is wrong with an answer; empty where it is right."""
        if not answer:
            return "is missing; write it" if self.default is None else ""
        try:
            self.check(answer)
        except ValueError as error:
            return str(error)
        return ""

    @property
    def prompt(self) -> str:
        """The question as it is put, with its key and what Enter answers."""
        enter = "" if self.default is None else f" [{self.default or 'Enter: none'}]"
        return f"{self.key}  {self.text}{enter}: "


class Answers(Struct):
    """The answers `given`, and those asked for with `read`; None where nobody is asked.

    `read` puts a question and returns a line; it raises `EOFError` where nobody is
    there. What is missing or wrong is kept until `finish`: one start names all of it.
    """

    given: Mapping[str, str]
    read: Callable[[str], str] | None = None
    _faults: list[str] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def get(self, question: Question) -> str:
        """Return the answer, stripped; empty where it is wrong or missing."""
        self._known.add(question.key)
        if question.key not in self.given:
            return self._asked(question)
        answer = self.given[question.key] or (question.default or "")
        return self._right(question, answer)

    def option(self, question: Question) -> str:
        """Return the answer to a question that is never put, or else its default."""
        self._known.add(question.key)
        default = question.default or ""
        return self._right(question, self.given.get(question.key, default))

    def refuse(self, key: str, fault: str) -> None:
        """Keep what is wrong with several answers together."""
        self._faults.append(f"{key}: {fault}")

    def finish(self) -> None:
        """Raise `UsageError` if an answer is missing, wrong, or not asked for."""
        from kiosk.files.type_mistakes import similar

        for key in (key for key in self.given if key not in self._known):
            self.refuse(key, f"is not asked for; {similar(key, self._known)}")
        if self._faults:
            raise UsageError(*self._faults, "nothing was written")

    def _asked(self, question: Question) -> str:
        """Put a question until the answer is right, or nobody answers any more."""
        prompt = question.prompt
        while self.read:
            try:
                answer = checked_text(self.read(prompt).strip())
            except EOFError:
                self.read = None
                break
            answer = answer or (question.default or "")
            if not (fault := question.fault(answer)):
                return answer
            prompt = f"  {fault}\n{question.prompt}"
        if question.default is None:
            self.refuse(question.key, f"is missing ({question.text})")
        return question.default or ""

    def _right(self, question: Question, answer: str) -> str:
        if fault := question.fault(answer):
            self.refuse(question.key, fault)
            return ""
        return answer
