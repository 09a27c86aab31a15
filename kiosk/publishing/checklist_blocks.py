"""The symptom checklist as blocks: without a screen nobody adds up the answers.

Signs are listed by their own level, then what makes any sign more urgent. Where a rule
cannot be said in one line, the page asks for more than the rule, never for less.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from kiosk.content.blocks import (
    Block,
    CareCard,
    Heading,
    Image,
    Paragraph,
    Parts,
    PointList,
    Run,
    Sign,
    Signs,
)
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.placeholders import fill
from kiosk.domain.triage import Checklist, Level, Symptom

_SHOWN = (Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE)


def checklist_blocks(library: Library, pack: Pack) -> tuple[Block, ...]:
    """Return a card for each level, and what makes a sign more urgent."""
    checklist = library.checklist
    cards = (_card(level, library, pack) for level in _SHOWN)
    raising = [factor.id for factor in checklist.factors if factor.raises]
    if not raising:
        return (*cards,)
    return (*cards, Heading(pack.strings.one_step_sooner), _points(raising, pack))


def with_any_sign(checklist: Checklist, level: Level) -> Iterator[str]:
    """Yield the factors that bring some lesser sign to a level, without raising it."""
    for factor in checklist.factors:
        if factor.raises:
            continue
        reached = (
            checklist.assess(frozenset({factor.id, symptom.id})).level
            for symptom in checklist.symptoms
            if symptom.level < min(level, Level.SAME_DAY)
        )
        if max(reached, default=Level.INFORMATION) is level:
            yield factor.id


def places_that_add_up(checklist: Checklist) -> tuple[str, ...]:
    """Return the groups of which two lesser signs may be an emergency together."""
    lesser = [it for it in checklist.symptoms if it.level < Level.EMERGENCY]
    found = {
        group
        for one, other in combinations(lesser, 2)
        if one.group != other.group and _is_emergency(checklist, one, other)
        for group in (one.group, other.group)
    }
    return tuple(group for group in checklist.groups if group in found)


def _is_emergency(checklist: Checklist, *symptoms: Symptom) -> bool:
    answers = frozenset(it.id for it in symptoms)
    return checklist.assess(answers).level is Level.EMERGENCY


def _card(level: Level, library: Library, pack: Pack) -> CareCard:
    checklist, advice = library.checklist, pack.advice[level]
    own = [it.id for it in checklist.symptoms if it.level is level]
    body = list(_signs(own, library.sign_picture, pack))
    if level is Level.EMERGENCY and (places := places_that_add_up(checklist)):
        body.append(_paragraph(_in_two_places(places, pack)))
    if factors := [*with_any_sign(checklist, level)]:
        body.append(_paragraph(pack.strings.with_any_sign, strong=True))
        body.append(_points(factors, pack))
    body += map(_paragraph, advice.lines)
    return CareCard(level, advice.heading, tuple(body))


def _in_two_places(places: Iterable[str], pack: Pack) -> str:
    between = pack.strings.between_symptoms
    named = between.join(pack.areas[place] for place in places)
    return fill(pack.strings.signs_in_two, {"places": named})


def _signs(
    answers: Iterable[str], picture: Callable[[str], Image | None], pack: Pack
) -> "Iterator[PointList | Signs | Paragraph]":
    """Yield those with a picture, then the others."""
    pictured, plain = list[Sign](), list[str]()
    for answer in answers:
        if image := picture(answer):
            pictured.append(Sign(image, _point(pack.answers[answer]), answer))
        else:
            plain.append(answer)
    if pictured:
        yield Signs(tuple(pictured))
    if plain:
        yield _points(plain, pack)


def _points(answers: Iterable[str], pack: Pack) -> PointList:
    return PointList(tuple(_point(pack.answers[answer]) for answer in answers))


def _point(text: str) -> Parts:
    return (Paragraph((Run(text),), tight=True),)


def _paragraph(text: str, *, strong: bool = False) -> Paragraph:
    return Paragraph((Run(text, strong=strong),))
