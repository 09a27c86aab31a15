"""Find kinds of pages that the kiosk needs once, and has not once."""

from collections import defaultdict
from collections.abc import Iterator

from kiosk.authoring.check.subject import Subject, mistake
from kiosk.content.pages import PageKind
from kiosk.errors import Problem

_ONCE = (PageKind.HOME, PageKind.CHECKLIST, PageKind.BOOKING)


def kinds_once(subject: Subject) -> Iterator[Problem]:
    """Yield each page of such a kind after the first, and each kind without a page."""
    pack = subject.first_written
    if not pack:
        return
    pages = defaultdict(list)
    for page in pack.pages:
        pages[page.kind].append(page)
    for kind in _ONCE:
        for page in pages[kind][1:]:
            path = subject.path_of(page)
            message = f"{pages[kind][0].id} is the page of kind {kind.value} already"
            line = subject.line_of_key(path, "kind")
            yield mistake(path, line, message, "write another kind, such as article")
        if not pages[kind]:
            path = subject.files.folder / pack.language
            message = f"no page here is of kind {kind.value}"
            remedy = f"write kind: {kind.value} in one, or put its page back"
            yield mistake(path, 0, message, remedy)
