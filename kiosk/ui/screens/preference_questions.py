"""The questions about how a visitor wants the screen; each answer is a visit."""

from collections.abc import Iterable

from msgspec.structs import replace

from kiosk.domain.preferences import (
    TEXT_SCALES,
    ColourScheme,
    PreferenceQuestion,
    Reach,
)
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style.look import Look
from kiosk.ui.widgets.choice_view import Choice, ChoiceView


def preference_question(
    asked: PreferenceQuestion, visit: Visit, context: ViewContext, *, portrait: bool
) -> ChoiceView:
    """Return the view of a question; its answers are the visit with each choice."""
    strings = context.pack.strings
    questions = {
        PreferenceQuestion.LANGUAGES: (strings.languages, _languages),
        PreferenceQuestion.TEXT: (strings.text_size_how, _text_sizes),
        PreferenceQuestion.COLOURS: (strings.colours_how, _colours),
        PreferenceQuestion.REACH: (strings.reach_how, _reaches),
    }
    question, choices = questions[asked]
    now = replace(visit, language=visit.language or context.languages[0].code)
    offered = list(choices(now, context))
    return ChoiceView(question, offered, now, context, portrait=portrait)


def _languages(visit: Visit, context: ViewContext) -> Iterable[Choice]:
    for language in context.languages:
        yield Choice(
            visit.in_language(language.code), language.name, language=language.code
        )


def _text_sizes(visit: Visit, context: ViewContext) -> Iterable[Choice]:
    """Yield the sizes, each written in itself."""
    for index in range(len(TEXT_SCALES)):
        text = getattr(context.pack.strings, f"size_{index + 1}")
        wanted = visit.with_preferences(replace(visit.preferences, text=index))
        yield Choice(wanted, text, look=_look(wanted, context))


def _colours(visit: Visit, context: ViewContext) -> Iterable[Choice]:
    """Yield the colour schemes, each in its own colours."""
    for theme in ColourScheme:
        text = getattr(context.pack.strings, theme.value)
        wanted = visit.with_preferences(replace(visit.preferences, theme=theme))
        icon = f"theme-{theme.value}"
        yield Choice(wanted, text, icon, look=_look(wanted, context))


def _look(wanted: Visit, context: ViewContext) -> Look | None:
    look_for = context.look_for
    return look_for(wanted.preferences) if look_for else None


def _reaches(visit: Visit, context: ViewContext) -> Iterable[Choice]:
    for reach in Reach:
        text = getattr(context.pack.strings, f"reach_{reach.value}")
        wanted = replace(visit.preferences, reach=reach)
        yield Choice(visit.with_preferences(wanted), text, f"reach-{reach.value}")
