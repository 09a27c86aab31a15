import ast

import pytest
from PySide6.QtCore import QMargins

from kiosk.domain.metrics import Metrics
from kiosk.ui.style.lengths import Margins
from tests.support.shipped import ROOT

VIEWS = sorted(
    path
    for room in ("screens", "widgets", "window")
    for path in (ROOT / "kiosk" / "ui" / room).glob("*.py")
)
TAKES_MM = frozenset({"px", "icon", "picture", "sign", "Margins"})
MEASURED = frozenset({"CARD_WIDTH_MM", "CARD_HEIGHT_MM"})  # of a bank card


def numbers_in(node):
    numbers = (it for it in ast.walk(node) if isinstance(it, ast.Constant))
    return [it.value for it in numbers if type(it.value) in (int, float)]


def name_of(function):
    return getattr(function, "attr", None) or getattr(function, "id", None)


def is_length(target):
    name = getattr(target, "id", "")
    return name.endswith("_MM") and name not in MEASURED


def literal_lengths(tree):
    """Yield each number of millimetres, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in TAKES_MM:
            yield from (
                (node.lineno, it) for arg in node.args for it in numbers_in(arg)
            )
        if isinstance(node, ast.Assign) and is_length(node.targets[0]):
            yield from ((node.lineno, it) for it in numbers_in(node.value))


@pytest.mark.parametrize(
    "path", VIEWS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_no_view_says_a_length_in_figures(path):
    tree = ast.parse(path.read_text())
    assert list(literal_lengths(tree)) == []


def test_margins_are_those_of_their_four_edges():
    margins = Margins(1.0, 2.0, 3.0, 4.0).in_px(Metrics(10.0).px)
    edges = margins.left(), margins.top(), margins.right(), margins.bottom()
    assert edges == (10, 20, 30, 40)


@pytest.mark.parametrize(
    ("margins", "expected"),
    [
        (Margins.same(1.0), Margins(1.0, 1.0, 1.0, 1.0)),
        (Margins.same(1.0, 2.0), Margins(1.0, 2.0, 1.0, 2.0)),
    ],
)
def test_margins_can_be_the_same_at_opposite_edges(margins, expected):
    assert margins == expected


def test_margins_are_mirrored_for_text_from_right_to_left():
    margins = Margins(1.0, 2.0, 3.0, 4.0)
    assert margins.in_px(round) == QMargins(1, 2, 3, 4)
    assert margins.in_px(round, mirrored=True) == QMargins(3, 2, 1, 4)
