"""The garbage of a whole kiosk: what stays is not looked at, all of a visit is."""

import gc
from weakref import ref

from kiosk.domain.visit import Visit
from tests.support.screen import settle

VISIT = Visit(page="check", answers=frozenset({"drooping-eyelid"}))


def test_what_a_start_loads_is_never_looked_at_again(serving):
    assert gc.get_freeze_count() > 2 * len(gc.get_objects())


def test_every_session_is_collected_and_the_first_one_too(serving):
    program, _ = serving
    shell = program.shell
    sessions = [ref(shell.session)]
    assert any(it is shell.session for it in gc.get_objects())
    for _ in range(3):
        shell.open(VISIT)
        settle()
        sessions.append(ref(shell.session))
    shell.start_over()
    settle()
    gc.collect()
    assert [it() for it in sessions] == [None] * 4
