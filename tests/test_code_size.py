"""Modules and functions are short, and each module is in a room."""

import ast
from pathlib import Path

from tests.support.shipped import ROOT

MODULE_LINES = 250
BODY_LINES = 30
USUAL_BODY_LINES = 12  # nine of ten functions
MODULES = sorted((ROOT / "kiosk").rglob("*.py"))


def body_lines(function):
    """Return how many lines the body of a function has, without its docstring."""
    body = function.body[1 if ast.get_docstring(function) else 0 :]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def functions():
    """Yield the place and the function, for every function of the program."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_every_module_is_short():
    lines = {path.name: path.read_text("utf-8").count("\n") for path in MODULES}
    assert {name: n for name, n in lines.items() if n > MODULE_LINES} == {}


def test_every_function_is_short():
    lengths = {place: body_lines(function) for place, function in functions()}
    assert {place: n for place, n in lengths.items() if n > BODY_LINES} == {}
    usual = sorted(lengths.values())[len(lengths) * 9 // 10]
    assert usual <= USUAL_BODY_LINES


def test_no_module_is_outside_a_room():
    loose = {path.name for path in (ROOT / "kiosk").glob("*.py")}
    assert loose == {"__init__.py", "cli.py", "cli_parser.py", "errors.py"}
    assert {path.name for path in (ROOT / "kiosk" / "ui").glob("*.py")} == {
        "__init__.py",
        "context.py",
    }


def test_the_folders_of_the_tests_are_those_of_the_program():
    rooms = {path.parent.relative_to(ROOT / "kiosk") for path in MODULES}
    tested = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    own = {"", "benchmarks", "e2e", "packaging", "resources", "support"}
    found = {path.relative_to(ROOT / "tests") for path in tested}
    assert found - set(map(Path, own)) <= rooms
