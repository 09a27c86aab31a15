"""What the updater tells of the content that it installed."""

from enum import StrEnum

from msgspec import Struct


class Freshness(StrEnum):
    """Whether new content would arrive."""

    FRESH = "fresh"
    STALE = "stale"
    """Nothing could be looked at for too long, or what was found has expired."""
    REFUSED = "refused"
    """What was found is not signed as it must be, is damaged, or was not healthy."""


class UpdateReport(Struct, frozen=True, kw_only=True):
    """What `update/report.json` of the exchange folder holds.

    - `state`: "fresh", "stale" or "refused", and `why` in words; empty if all is well.
    - `installed`: the name of the content that is pointed to, "" for the shipped one;
      `number` counts editions; `fingerprint` is to compare with `content_shown`.
    - `confirmed`: whether the window has shown it, well, for a minute.
    - `looked`: when a repository was last found good, ISO 8601; "" never.
    - `bad`: names of content that is not taken again.
    """

    state: Freshness = Freshness.STALE
    why: str = ""
    installed: str = ""
    number: int = 0
    fingerprint: str = ""
    confirmed: bool = False
    looked: str = ""
    bad: tuple[str, ...] = ()
