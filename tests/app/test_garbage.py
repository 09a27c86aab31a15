"""Garbage: widgets become it, and Qt must not be on its way to one."""

import gc
import subprocess
import sys
import threading
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app.garbage import GarbageCollector

STYLING = """
import gc
from PySide6.QtWidgets import QLabel, QWidget
from kiosk.app.problems import Reporter
from kiosk.app.application import new_application

class Cycle:
    pass

class View(QWidget):
    def changeEvent(self, event):
        [Cycle() for _ in range(100)]  # Python may collect while it makes these
        super().changeEvent(event)

application = new_application(Reporter())
gc.set_threshold(1, 1, 1)
views = [View() for _ in range(3)]
for size in range(10, 20):
    for _ in range(50):
        cycle = Cycle()
        cycle.itself, cycle.label = cycle, QLabel("left alone")
        del cycle
    application.setStyleSheet(f"QLabel {{ font-size: {size}px }}")
print("styled")
"""


class Cycle:
    """Garbage that only a collection finds, as most widgets are."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collector(qapp):
    usual = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    yield GarbageCollector(qapp)
    gc.set_threshold(*usual)


def test_qt_styles_all_widgets_while_some_of_them_become_garbage():
    done = subprocess.run(
        (sys.executable, "-c", STYLING), capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("styled\n", 0)


def test_no_thread_collects_garbage(collector):
    found = ref(Cycle())
    thread = threading.Thread(target=lambda: [Cycle() for _ in range(1000)])
    thread.start()
    thread.join()
    assert found()


def test_the_loop_of_the_window_does(collector, qtbot):
    found = ref(Cycle())
    collector._timer.setInterval(0)
    qtbot.waitUntil(lambda: QCoreApplication.processEvents() or not found())


def test_what_is_not_due_is_left_for_later(collector):
    gc.collect()
    gc.set_threshold(10_000, 10, 10)
    found = ref(Cycle())
    collector.collect()
    assert found()


def test_what_is_due_is_collected_however_old_it_is(collector):
    garbage = Cycle()
    found = ref(garbage)
    gc.collect()
    gc.collect()  # it is of the oldest generation now
    del garbage
    [Cycle() for _ in range(10)]
    collector.collect()
    assert not found()
