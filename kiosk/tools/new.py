"""Begin a clinic's folder, a page, a complication, a language or a symptom."""

import sys
from collections.abc import Iterable
from pathlib import Path

from kiosk.authoring.skeletons.answers import Answers, given_answers
from kiosk.authoring.skeletons.clinic import new_clinic


def clinic(folder: Path, entries: Iterable[str]) -> int:
    """Make a clinic's folder, and say how to go on; return the exit status."""
    made = new_clinic(folder, Answers(given_answers(entries), _ask))
    sys.stdout.writelines(f"made {path}\n" for path in made)
    sys.stdout.write(f"next: cd {folder}, then kiosk preview\n")
    return 0


def _ask(prompt: str) -> str:
    """Put a question on the terminal, or read the next line of what is piped in."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stderr.write("\n")
        raise EOFError
    return line
