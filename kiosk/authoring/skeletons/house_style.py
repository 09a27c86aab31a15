"""How the pages of one language word what all of them say, for a page that is new.

Headings and usual points are taken from the pages there are, the most frequent first:
a new page then reads like its neighbours, in every language, and no words of a language
are in the program.
"""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from kiosk.domain.triage import Level

USUAL_SIGNS = ("sudden", "spreading")
"""Pictures of the points that are in the emergency card of each complication."""

_DRAFT = re.compile(r"^draft: *true\b", re.MULTILINE)
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_CARD = re.compile(r'^!!! +([\w-]+) +"(.*)"', re.MULTILINE)
_SIGN = re.compile(r"^ +- !\[\]\(signs/([\w-]+)\.svg\) (.+?) *$", re.MULTILINE)
_MOSTLY = 0.9


def is_draft(page: str) -> bool:
    """Return whether a page is kept off the wall."""
    return bool(_DRAFT.search(page))


class HouseStyle(Struct, frozen=True):
    """The words that complications of one language share."""

    sections: tuple[str, ...]
    cards: dict[str, str]
    signs: dict[str, str]
    begins_small: bool
    short_words: frozenset[str]

    @classmethod
    def of(cls, pages: Iterable[str]) -> "HouseStyle":
        """Return what the texts of its complications have in common, but for drafts."""
        texts = tuple(page for page in pages if not is_draft(page))
        sections = Counter(tuple(_HEADING.findall(text)) for text in texts)
        cards = Counter(card for text in texts for card in _CARD.findall(text))
        signs = Counter(sign for text in texts for sign in _SIGN.findall(text))
        first = [words.partition(" ")[0] for _, words in signs]
        small = [words[:1].islower() for _, words in signs]
        return cls(
            sections=sections.most_common(1)[0][0] if sections else (),
            cards=_first_of(cards),
            signs=_first_of(signs),
            short_words=frozenset(it for it in first if len(it) == 1),
            begins_small=bool(small) and sum(small) >= _MOSTLY * len(small),
        )

    def card(self, level: Level) -> str:
        """Return the heading of a care card."""
        return self.cards.get(level.key) or _BARE[level]

    def point(self, words: str) -> str:
        """Return the words of an answer as a point of a card.

        A word of one letter, such as A, is small only where it is on another page.
        """
        first = words.partition(" ")[0]
        is_word = words[1:2].islower() or first.lower() in self.short_words
        if self.begins_small and is_word:
            return words[:1].lower() + words[1:]
        return words


_BARE = {
    Level.EMERGENCY: "{get_help_now}:",
    Level.SAME_DAY: "{be_seen_today}:",
    Level.ROUTINE: "{mention_it}:",
}


def _first_of(counted: Counter[tuple[str, str]]) -> dict[str, str]:
    """Return for each name the words it has most often."""
    words: dict[str, str] = {}
    for (name, text), _ in counted.most_common():
        words.setdefault(name, text)
    return words
