"""The questions about how a visitor wants the screen, and what comes of an answer."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.widgets.choice_view import Choice, ChoiceView

_ICON_MM = 12.0


def preference_question(
    about: str, visit: Visit, material: ViewContext, *, portrait: bool
) -> ChoiceView:
    """Return the question about `languages`, `text`, `colours` or `reach`.

    Each of its answers is the visit as it would go on.
    """
    strings = material.pack.strings
    asked = {
        "languages": (strings.languages, _languages),
        "text": (strings.text_size_how, _sizes),
        "colours": (strings.colours_how, _colours),
        "reach": (strings.reach_how, _places),
    }
    question, choices = asked[about]
    now = replace(visit, language=visit.language or material.languages[0].code)
    offered = list(choices(now, material))
    return ChoiceView(question, offered, now, material, portrait=portrait)


def _languages(visit: Visit, material: ViewContext) -> Iterable[Choice]:
    for language in material.languages:
        code = language.code
        yield Choice(visit.in_language(code), language.name, "language", language=code)


def _sizes(visit: Visit, material: ViewContext) -> Iterable[Choice]:
    for place, scale in enumerate(TEXT_SCALES):
        words = getattr(material.pack.strings, f"size_{place + 1}")
        wanted = replace(visit.preferences, text=place)
        yield Choice(visit.with_preferences(wanted), words, "text", _ICON_MM * scale)


def _colours(visit: Visit, material: ViewContext) -> Iterable[Choice]:
    for theme in ColourScheme:
        words = getattr(material.pack.strings, theme.value)
        wanted = replace(visit.preferences, theme=theme)
        yield Choice(visit.with_preferences(wanted), words, f"theme-{theme.value}")


def _places(visit: Visit, material: ViewContext) -> Iterable[Choice]:
    for reach in Reach:
        words = getattr(material.pack.strings, f"reach_{reach.value}")
        wanted = replace(visit.preferences, reach=reach)
        yield Choice(visit.with_preferences(wanted), words, f"reach-{reach.value}")
