"""Read the body of a page that is pictures alone, without the Markdown library.

So is that of the first page, which is drawn before anything else is read.
"""

import re

_PICTURE = re.compile(r"!\[((?:[^\W_]|[ ,.])+)\]\(((?:[^\W_]|[/.-])+)\)")
"""What stands for itself in Markdown: letters and digits, and few other signs."""


def pictures_alone(markdown: str) -> list[tuple[str, str]]:
    """Return each picture's file and what it shows; none if there is more in a body."""
    lines = re.split(r"\n[ \t]*\n", markdown)
    pieces = [it.strip("\n").rstrip() for it in lines if it.strip()]
    found = [it for it in map(_PICTURE.fullmatch, pieces) if it and it[1].strip()]
    return [(it[2], it[1]) for it in found] if len(found) == len(pieces) else []
