"""Dictionaries that make a value when it is first asked for."""

from collections.abc import Callable
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


class OnDemand(dict[_K, _V]):
    """Make a missing value with `make` and keep it; iterate over those made so far."""

    def __init__(self, make: Callable[[_K], _V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _K) -> _V:
        value = self[key] = self._make(key)
        return value
