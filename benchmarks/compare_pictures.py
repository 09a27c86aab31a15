"""Compare two folders of screenshots pixel by pixel.

    python -m benchmarks.compare_pictures BEFORE AFTER [PATTERN]

Names every picture that differs, or is in one folder alone, and then ends with 1.
`kiosk screenshots` makes the pictures; PATTERN is one of file names ("*.png").
"""

import sys
from pathlib import Path

from PIL import Image, ImageChops


def differences(before: Path, after: Path, pattern: str = "*.png") -> list[str]:
    """Return a line for each picture that differs, in order of their names."""
    ours = {path.name for path in before.glob(pattern)}
    theirs = {path.name for path in after.glob(pattern)}
    lines = {name: f"{name}: only in {before}" for name in ours - theirs}
    lines |= {name: f"{name}: only in {after}" for name in theirs - ours}
    for name in ours & theirs:
        if said := _difference(before / name, after / name):
            lines[name] = f"{name}: {said}"
    return [lines[name] for name in sorted(lines)]


def _difference(before: Path, after: Path) -> str:
    """Say how much of a picture differs and where; nothing if it does not."""
    with Image.open(before) as one, Image.open(after) as other:
        if one.size != other.size:
            return f"{one.size} before, {other.size} after"
        apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    box = apart.getbbox()
    return f"differs within {box}" if box else ""


def main(arguments: list[str]) -> int:
    """Compare the two folders named; return 1 if anything differs."""
    before, after, *pattern = arguments
    found = differences(Path(before), Path(after), *pattern)
    count = sum(1 for _ in Path(after).glob(*pattern or ["*.png"]))
    found_and_count = [*found, f"{len(found)} of {count} pictures differ"]
    sys.stdout.writelines(f"{line}\n" for line in found_and_count)
    return int(bool(found) or not count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
