"""How many visits opened each page on a day, of which nobody can be told apart.

Standard library only; `files.usage_totals` keeps them.
"""

from collections.abc import Mapping

FEWEST = 10
"""A number of fewer visits is never written: it could be of one person."""
KEPT_DAYS = 731
"""Two years; older days are forgotten."""

Counts = Mapping[str, int]
"""The number of visits that opened a page, by its id."""
Totals = Mapping[str, Counts]
"""The counts of each day, by its date: "2026-11-28"."""


def of_many(counts: Counts) -> Counts:
    """Return the counts without those of few visits."""
    return {page: count for page, count in counts.items() if count >= FEWEST}


def with_day(totals: Totals, day: str, counts: Counts) -> Totals:
    """Return the totals with the counts of a day, or of another part of it.

    Those of few visits are left out before they are added: what two parts differ by is
    never of few, either.
    """
    many = of_many(counts)
    if not many:
        return totals
    before = totals.get(day, {})
    pages = sorted(before.keys() | many.keys())
    summed = {page: before.get(page, 0) + many.get(page, 0) for page in pages}
    days = sorted({*totals, day})[-KEPT_DAYS:]
    return {each: summed if each == day else totals[each] for each in days}
