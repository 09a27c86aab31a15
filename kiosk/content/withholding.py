"""Withhold pages that nobody approved, or whose review is long due, if a clinic asks.

Home and the booking page always stay: they are the way to everything else, and to the
clinic. Nor are the red-flag strip and the emergency ever withheld.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.approval import Approval
from kiosk.content.blocks import Block
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, PageKind
from kiosk.errors import Problem, Severity

_ALWAYS = frozenset({PageKind.HOME, PageKind.BOOKING})


class ShowPolicy(Struct, frozen=True):
    """Which pages a clinic shows; with 0 days however long their review is due."""

    show_unapproved: bool = True
    hide_overdue_after_days: int = 0

    @property
    def shows_all(self) -> bool:
        """Whether nothing is ever withheld."""
        return self.show_unapproved and not self.hide_overdue_after_days


def withheld(library: Library, policy: ShowPolicy, today: date) -> Library:
    """Return a library without the pages that a clinic does not show on a day.

    A translation gives way to the page it translates, if that may be shown.
    """
    if policy.shows_all:
        return library
    packs = _ShownPacks(library, policy, today)
    problems = tuple(packs.problems())
    left_out = dict.fromkeys(f"{it.path.parent.name}/{it.path.stem}" for it in problems)
    return replace(
        library,
        packs=packs,
        problems=(*library.problems, *problems),
        left_out=(*library.left_out, *left_out),
    )


class _ShownPacks(Mapping[str, Pack]):
    """The packs of a library, each with the pages that may be shown."""

    def __init__(self, library: Library, policy: ShowPolicy, today: date) -> None:
        self.library = library
        self.policy = policy
        self.today = today
        self._made: dict[str, Pack] = {}

    def __getitem__(self, language: str) -> Pack:
        if language not in self._made:
            self._made[language] = self._shown(self.library.packs[language])
        return self._made[language]

    def __contains__(self, language: object) -> bool:
        return language in self.library.packs

    def __iter__(self) -> Iterator[str]:
        return iter(self.library.packs)

    def __len__(self) -> int:
        return len(self.library.packs)

    def problems(self) -> Iterator[Problem]:
        """Yield a warning for each page of the packs made so far that is withheld."""
        for pack in self.library.packs.values():
            for page in pack.pages:
                if page.language == pack.language and (why := self._reason(page, pack)):
                    yield self._problem(page, why)

    def _problem(self, page: Page, why: str) -> Problem:
        return Problem(
            self.library.folder / page.language / f"{page.id}.md",
            severity=Severity.WARNING,
            message=f"not shown: {why}",
            remedy="have it read, then run: "
            f"kiosk approve {page.id} --language {page.language} --by NAME",
        )

    def _shown(self, pack: Pack) -> Pack:
        source = self._source
        pages: list[Page] = []
        given_way: set[str] = set()
        for page in pack.pages:
            if not self._reason(page, pack):
                pages.append(page)
            elif source and page.language != source.language:
                first = source.page(page.id)
                if first.id == page.id and not self._reason(first, source):
                    pages.append(first)
                    given_way.add(page.id)
        if source and given_way:
            bodies = _Bodies(pack.bodies, source.bodies, frozenset(given_way))
            return replace(pack, pages=tuple(pages), bodies=bodies)
        return replace(pack, pages=tuple(pages))

    @property
    def _source(self) -> Pack | None:
        """The pack that the others translate; there even if it is not offered."""
        library = self.library
        offered = [it.code for it in library.languages]
        codes = [it.code for it in library.languages if it.is_original]
        codes += [code for code in library.packs if code not in offered]
        return library.packs[codes[0]] if codes else None

    def _reason(self, page: Page, pack: Pack) -> str:
        """Return why a page may not be shown; empty where it may."""
        if page.kind in _ALWAYS:
            return ""
        days = self.policy.hide_overdue_after_days
        if days and page.review_by + timedelta(days=days) < self.today:
            return f"its review was due on {page.review_by}"
        if self.policy.show_unapproved or self._is_approved(page, pack):
            return ""
        return "no clinician has approved it as it is"

    def _is_approved(self, page: Page, pack: Pack) -> bool:
        """Return whether a page is approved; the checklist with its rules and words."""
        approvals: list[Approval] = [page.approval]
        if page.kind is PageKind.CHECKLIST:
            approvals.append(self.library.checklist_approval)
            approvals.append(self.library.words_approvals[pack.language])
        return all(it.is_valid(self.today) for it in approvals)


class _Bodies(Mapping[str, tuple[Block, ...]]):
    """The bodies of a pack, but for those pages that have given way."""

    def __init__(
        self,
        own: Mapping[str, tuple[Block, ...]],
        source: Mapping[str, tuple[Block, ...]],
        given_way: frozenset[str],
    ) -> None:
        self._own = own
        self._source = source
        self._given_way = given_way

    def __getitem__(self, page: str) -> tuple[Block, ...]:
        return self._source[page] if page in self._given_way else self._own[page]

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)
