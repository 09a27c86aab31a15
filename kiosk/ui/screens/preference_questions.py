"""The questions about how a visitor wants the screen; each answer is a visit."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.preferences import (
    TEXT_SCALES,
    ColourScheme,
    PreferenceQuestion,
    Reach,
)
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style.lengths import IconSize
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
        code = language.code
        yield Choice(visit.in_language(code), language.name, "language", language=code)


def _text_sizes(visit: Visit, context: ViewContext) -> Iterable[Choice]:
    for index, scale in enumerate(TEXT_SCALES):
        text = getattr(context.pack.strings, f"size_{index + 1}")
        wanted = replace(visit.preferences, text=index)
        mm = IconSize.CHOICE * scale
        yield Choice(visit.with_preferences(wanted), text, "text", mm)


def _colours(visit: Visit, context: ViewContext) -> Iterable[Choice]:
    for theme in ColourScheme:
        text = getattr(context.pack.strings, theme.value)
        wanted = replace(visit.preferences, theme=theme)
        yield Choice(visit.with_preferences(wanted), text, f"theme-{theme.value}")


def _reaches(visit: Visit, context: ViewContext) -> Iterable[Choice]:
    for reach in Reach:
        text = getattr(context.pack.strings, f"reach_{reach.value}")
        wanted = replace(visit.preferences, reach=reach)
        yield Choice(visit.with_preferences(wanted), text, f"reach-{reach.value}")
