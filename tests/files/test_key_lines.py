from time import process_time

import pytest

from kiosk.files.key_lines import line_of, lines_of_keys

TOML = '''\
top = 1
[clinic]  # the clinic
name = "x"
"two words" = 2
long = """
inside = 1
"""
after = [
  "one",
  { answers = ["two"] },
]
[clinic.hours]
monday = ""
[[rules]]
id = "one"
[[rules]]
id = "two"
dotted.key = 1
[Capital-Letters]
key = 1
[open
key = 1
'''


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("top", 1),
        ("clinic", 2),
        ("clinic.name", 3),
        ("clinic.two words", 4),
        ("clinic.inside", 2),
        ("clinic.after", 8),
        ("clinic.after[1].answers", 8),
        ("clinic.hours.monday", 13),
        ("clinic.hours.sunday", 12),
        ("rules[0].id", 15),
        ("rules[1].id", 17),
        ("rules[1].level", 16),
        ("rules[1].dotted.key", 18),
        ("rules[2].id", 14),
        ("capital_letters.key", 20),
        ("open.key", 22),
        ("nowhere", 0),
        ("", 0),
    ],
)
def test_a_key_of_toml_has_the_line_it_or_its_table_is_on(tmp_path, key, line):
    path = tmp_path / "clinic.toml"
    path.write_text(TOML)
    assert line_of(key, lines_of_keys(path)) == line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\ntitle: x\nsummary: >\n  a: b\nicon: y\n---\nBody: z", (2, 3, 5)),
        ("---\n{title: x, summary: y,\nicon: z}\n---\n", (2, 2, 3)),
        ("---\n- title\n---\n", (0, 0, 0)),
        ("---\ntitle: [\n---\n", (2, 0, 0)),
        ("---\n[a, b]: x\ntitle: y\n---\n", (3, 0, 0)),
    ],
)
def test_a_field_of_front_matter_has_its_line(tmp_path, text, lines):
    path = tmp_path / "vision.md"
    path.write_text(text)
    found = lines_of_keys(path)
    assert tuple(line_of(key, found) for key in ("title", "summary", "icon")) == lines


def test_a_file_that_is_gone_has_no_lines(tmp_path):
    assert lines_of_keys(tmp_path / "gone.toml") == {}


def test_a_mistake_in_each_of_many_lines_takes_no_time(tmp_path):
    path = tmp_path / "checklist.toml"
    path.write_text("".join(f"[[rules]]\nid = {row}\n" for row in range(20_000)))
    start = process_time()
    lines = lines_of_keys(path)
    found = [line_of(f"rules[{row}].level", lines) for row in range(20_000)]
    assert found == list(range(1, 40_000, 2))
    assert process_time() - start < 5


def test_a_key_as_long_as_a_file_takes_no_time():
    start = process_time()
    assert line_of("a." * 100_000, {"a": 1}) == 1
    assert process_time() - start < 5
