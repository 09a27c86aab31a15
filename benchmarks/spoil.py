"""Spoil a small clinic at random, and print what does not hold after it.

`python -m benchmarks.spoil [CASES [SEED]]`; the tests try 500, a release 20,000. A line
for each kind of fault, with the slip that shows it, and how many there were of all.
"""

import random
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from benchmarks.spoiled_content import TOKENS, Slip, Watch

_LENGTHS = (0, 0, 1, 1, 2, 5, 20, 80, 400, 10**6)


def main(cases: int = 20_000, seed: int = 1) -> None:
    """Try so many slips; those of another seed are others."""
    chance = random.Random(seed)
    kinds: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        watch = Watch(Path(folder))
        for _ in range(cases):
            slip = _slip(chance, watch.files)
            for fault in _faults(watch, slip)[:1]:
                kinds[slip.name, fault[:60]] += 1
                if kinds[slip.name, fault[:60]] == 1:
                    sys.stdout.write(f"{slip}\n    {fault}\n")
    total = sum(kinds.values())
    sys.stdout.write(f"{cases} slips, {total} faults of {len(kinds)} kinds\n")


def _slip(chance: random.Random, names: list[str]) -> Slip:
    strange = chr(chance.randrange(32, 0x2000))
    text = chance.choice(TOKENS) if chance.random() < 0.8 else strange
    return Slip(chance.choice(names), chance.random(), chance.choice(_LENGTHS), text)


def _faults(watch: Watch, slip: Slip) -> list[str]:
    try:
        return watch.faults(slip)
    except Exception:  # noqa: BLE001 - every exception is a fault to print
        return [" ".join(traceback.format_exc().splitlines()[-4:])]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
