"""Where the shipped content is, and what to do when it reports a problem."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RESOURCES = ROOT / "resources"
CONTENT = RESOURCES / "content"
ICONS = frozenset(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


def refuse(problem):
    raise problem
