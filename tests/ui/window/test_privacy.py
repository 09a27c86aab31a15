"""Nothing of a visit is left in memory when it is over."""

import gc
from types import FunctionType, ModuleType

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.visit import Visit
from kiosk.files.markdown_pages import PageParser
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.window.session import Session
from tests.support.screen import CLINIC, scanned, seen, settle, touch
from tests.support.shipped import SHIPPED

URGENT = "trouble-swallowing"


def alive():
    """Return how many sessions live, and the visits in which `URGENT` was touched."""
    settle()
    gc.collect()
    things = gc.get_objects()
    sessions = [thing for thing in things if type(thing) is Session]
    visits = [thing for thing in things if type(thing) is Visit]
    return len(sessions), [visit for visit in visits if URGENT in visit.answers]


def visit_everything(shell, context):
    for page in context.pack.pages:
        shell.session.go_to(page.id)
        settle()
    shell.session.go_to("check")
    touch(shell, context.pack.answers[URGENT])
    touch(shell, context.pack.strings.back_to_answers)


@pytest.mark.parametrize("ended_by", ["finish", "start_over"])
def test_no_session_and_no_visit_is_alive_after_it(shell, context, ended_by):
    visit_everything(shell, context)
    assert alive()[1]
    getattr(shell, ended_by)()
    assert alive() == (1, [])


def reachable(thing):
    """Return the words, and the keys of tables, that can be reached from a thing.

    What a class, a function or a module holds is of no page, but for a method's thing.
    """
    seen, words, left = set(), [], [thing]
    while left:
        it = left.pop()
        if id(it) in seen or isinstance(it, type | ModuleType | FunctionType):
            continue
        seen.add(id(it))
        if isinstance(it, str | bytes):
            words.append(str(it))
        left += gc.get_referents(it)
    return words


def test_the_page_reader_remembers_no_page():
    """Each way in which Markdown keeps text for later is in this page."""
    reader = PageParser(SHIPPED, {})
    page = """See [it][palimpsest], `palimpsest` and \\*palimpsest\\*.

[palimpsest]: https://www.cdc.gov/palimpsest

!!! routine "Palimpsest"
    - palimpsest

a | palimpsest
--|--
b | palimpsest

palimpsest
:   palimpsest
"""
    blocks = reader.blocks(page)
    assert any("palimpsest" in it.lower() for it in reachable(blocks))
    assert [it for it in reachable(reader) if "palimpsest" in it.lower()] == []


def test_the_clipboard_stays_empty(shell, context):
    board = QGuiApplication.clipboard()
    board.clear()
    visit_everything(shell, context)
    shell.finish()
    assert board.text() == ""


def test_a_code_carries_the_page_and_never_an_answer(shell):
    shell.open(Visit(page="check", answers=frozenset({"tension"})))
    settle()
    codes = seen(shell, QrCode)
    assert codes
    for code in codes:
        assert scanned(code) == CLINIC.booking.address("check")
