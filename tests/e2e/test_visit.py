"""A whole visit on a real screen, in which everything is touched, and what is left."""

import pytest

from tests.support.programs import until
from tests.support.shipped import CONTENT
from tests.support.visitor import same, still
from tests.support.x_screen import is_different

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)


# Qt draws letters over 64 pixels, such as those of the invitation, as outlines. Their
# edges differ by a few of 255 shades from one time to the next, with or without a
# visit in between. Without the invitation not one shade may differ.
@pytest.mark.parametrize(
    ("size", "attract", "edge"),
    [(LANDSCAPE, False, 0), (PORTRAIT, False, 0), (LANDSCAPE, True, 24)],
    ids=["landscape", "portrait", "attract"],
)
def test_nothing_of_a_visit_survives_it(start, home, size, attract, edge):
    visitor = start(size, attract=attract)
    screen = visitor.screen
    until(lambda: visitor.ask("content") == "read", "every language")
    fresh = still(screen)
    until((home / "safe.txt").exists, "what is shown if the kiosk cannot work")
    before = {path: path.read_bytes() for path in files_in(home)}
    if attract:
        screen.touch(size[0] // 2, size[1] // 2)
        until(lambda: visitor.ask("mode") == "VISIT", "the visitor to be noticed")
        visitor.ask("pass 5")
    visitor.open_every_page()
    answers = len(visitor.shell.context.checklist.answers)
    assert visitor.ask("answers") == str(answers)
    visitor.open_a_code()
    reading = still(screen)
    visitor.let_time_pass("ASKING")
    asked = screen.photograph_when(
        lambda photo: is_different(photo, reading), "the question"
    )
    screen.touch(size[0] // 2, size[1] - 20)
    screen.photograph_when(same(reading), "the page, as it was")
    assert visitor.ask("answers") == str(answers)
    visitor.let_time_pass("ASKING")
    assert is_different(asked, reading)
    visitor.let_time_pass("FIRST_PAGE", "ATTRACT")
    screen.photograph_when(same(fresh, edge), "the screen of a fresh start")
    until(lambda: visitor.ask("sweep") == "1 0", "one session, and no answers")
    assert visitor.ask("answers") == "0"
    traces = words_of_a_visit(visitor.shell.context)
    assert found_in(visitor.log.read_bytes(), traces) == []
    for path in files_in(home):
        data = path.read_bytes()
        assert data == before.get(path) or found_in(data, traces) == [], path


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def words_of_a_visit(context):
    """Return what would betray a visit: symptoms, their words, pages and titles."""
    pages = [p for page in context.pack.pages for p in (page.id, page.title)]
    return [
        *context.checklist.answers,
        *context.pack.answers.values(),
        *(word for word in pages if word not in ("home", "check", "book")),
        *(path.name for path in (CONTENT / "en").glob("*.md")),
    ]


def found_in(data, traces):
    return [trace for trace in traces if trace.encode() in data]
