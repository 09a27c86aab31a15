"""Each mistake people make is named with its line, and costs no other page.

The rows are in `mistakes`, a module a kind. A row that is not mended yet is in
`NOT_YET`.
"""

import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from kiosk.authoring.check.gate import check
from kiosk.content.plain_text import text_of
from tests.support.shipped import CONTENT, RESOURCES

KINDS = sorted(path.stem for path in Path(__file__).parent.glob("mistakes/*.py"))
ROWS = [
    row
    for kind in KINDS
    if kind != "rows"
    for row in import_module(f"tests.authoring.mistakes.{kind}").ROWS
]
NOT_YET = frozenset({})


def table(rows=ROWS):
    late = pytest.mark.xfail(reason="not mended yet", strict=False)
    marks = {row.id: [late] if row.id in NOT_YET else [] for row in rows}
    params = [pytest.param(row, id=row.id, marks=marks[row.id]) for row in rows]
    return pytest.mark.parametrize("row", params)


@pytest.fixture
def clinic(tmp_path):
    shutil.copytree(CONTENT, tmp_path / "content")
    text = (RESOURCES / "clinic.toml").read_text("utf-8")
    text = text.replace('directory = ""', 'directory = "content"')
    (tmp_path / "clinic.toml").write_text(text, "utf-8")
    return tmp_path


def words_of(library, language, name):
    """Return what a visitor reads of a page; nothing of one that is not there."""
    pack = library.packs[language]
    page = next((it for it in pack.pages if it.id == name), None)
    if page is None:
        return ""
    front = (page.title, page.tab, page.hint, page.summary, page.fact)
    return "\n".join((*front, text_of(pack.blocks(page))))


def pages_of(library):
    return {
        (language, page.id): (page.language, words_of(library, language, page.id))
        for language, pack in library.packs.items()
        for page in pack.pages
    }


@pytest.fixture(scope="module")
def before(library):
    return pages_of(library)


def is_touched(row, language, page):
    return bool(row.touched & {page, f"{language}/{page}", f"{language}/*", "*"})


def is_said(said, clinic, problem):
    name, _, line = said.place.partition(":")
    path = clinic / name if name == "clinic.toml" else clinic / "content" / name
    text = f"{problem.message}; {problem.remedy}".lower()
    return (
        problem.path == path
        and (not line or problem.line == int(line))
        and problem.severity.value == said.severity
        and all(words.lower() in text for words in said.words)
    )


def test_the_shipped_content_is_clean():
    problems = check(CONTENT).problems
    assert [str(it) for it in problems if it.severity.value == "error"] == []


@table()
def test_a_mistake_is_named_with_its_line_and_costs_no_other_page(row, clinic, before):
    row.spoil(clinic)
    subject = check(clinic)
    lines = "\n".join(f"{it.severity.value} {it}" for it in subject.problems)
    for said in row.said:
        assert any(is_said(said, clinic, it) for it in subject.problems), (said, lines)
    said = [f"{it.message}; {it.remedy}" for it in subject.problems]
    assert [it for it in said if NOT_PLAIN.search(it)] == []
    assert subject.library, lines
    for language, page, words in row.shows:
        assert words in words_of(subject.library, language, page)
    for language, page, words in row.hides:
        assert words not in words_of(subject.library, language, page)
    after = pages_of(subject.library)
    kept = {it: told for it, told in before.items() if not is_touched(row, *it)}
    assert {it: after.get(it) for it in kept} == kept


NOT_PLAIN = re.compile(
    r"(?<![.\w])(YAML|TOML|JSON|array|str|int|float|null|enum|RFC ?3339|mapping|scalar|"
    r"token|object|boolean|traceback)\b|`(str|int|float|array|bool)`",
    re.IGNORECASE,
)
