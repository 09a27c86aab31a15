"""Names in braces in a text, and the clinic's own terms for them."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def fill(text: str, terms: Mapping[str, str]) -> str:
    """Put the clinic's own terms where `text` has their names in braces."""
    return _PLACEHOLDER.sub(lambda hole: terms.get(hole[1], hole[0]), text)


def unknown_terms(text: str, terms: Mapping[str, str]) -> list[str]:
    """Return the names in braces that `terms` has no word for."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in terms]
