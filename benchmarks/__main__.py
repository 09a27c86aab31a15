"""Measure every figure of BENCHMARKS.md, one after the other: it takes 25 minutes.

    python -m benchmarks [--only NAME]

NAME is a part of the title of what is to be measured, such as "start" or "touches".
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence

PARTS = {
    "start and memory, beside a bare Qt window": ["benchmarks.start", "10"],
    "start and memory, beside Chromium": ["benchmarks.chromium", "8"],
    "instructions to the first picture": ["benchmarks.instructions"],
    "touches, 1080 x 1920": ["benchmarks.touches"],
    "touches, 1920 x 1080": ["benchmarks.touches", "--screen", "1920x1080"],
    "touches, 3840 x 2160": ["benchmarks.touches", "--screen", "3840x2160"],
    "idle": ["benchmarks.idle", "60"],
    "content a hundred times as large": ["benchmarks.large"],
    "every look, one after the other": ["benchmarks.looks"],
}


def main(arguments: Sequence[str]) -> None:
    """Run each part in a process of its own, below its title."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="NAME")
    only = parser.parse_args(arguments).only
    for title, part in PARTS.items():
        if only in title:
            sys.stdout.write(f"\n{title}\n")
            sys.stdout.flush()
            subprocess.run([sys.executable, "-m", *part], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
