"""Mistakes in the rules: each costs its line, and no advice becomes less urgent."""

from tests.authoring.mistakes.rows import add, both, change, error, row, warning
from tests.support.shipped import CONTENT

FILE = "checklist.toml"
TEXT = (CONTENT / FILE).read_text("utf-8")
TENSION = 'id = "tension"\ngroup = "headache"\nlevel = "routine"'
DOUBLE = 'id = "double-vision"\ngroup = "vision"\nlevel = "emergency"'
STROKE = 'id = "sudden-face-arm-speech"'


def place(text, below=0):
    """Return the place of the line that ends with this text, or of one below."""
    end = TEXT.index(text) + len(text)
    return f"{FILE}:{TEXT[:end].count(chr(10)) + 1 + below}"


def slip(name, old, new, *words, below=0, said=error):
    return row(name, change(FILE, old, new), said(place(old, below), *words))


def level(name, written, *words):
    new = TENSION.replace("routine", written)
    return slip(name, TENSION, new, "tension, level", *words)


SUDDEN = 'needs = [{ answers = ["sudden"] }, { any_symptom_but = [] }]'
ROWS = [
    slip("C02", 'id = "tension"', 'id = "drooping-eyelid"', "the same id twice"),
    slip("C03", "groups = [", 'groups = ["body", ', "the same group twice: body"),
    level("C08", "same day", "there is no 'same day'", "use same-day"),
    level("C09", "information", "use one of emergency, routine, same-day"),
    slip(
        "C13",
        "asked_first = true",
        'asked_first = "yes"',
        "sudden-face-arm-speech, asked_first",
        "true or false",
    ),
    slip("C15", SUDDEN, SUDDEN[:-1], "sudden-onset, needs", "missing comma"),
    slip("C18", 'id = "getting-worse"', 'id = "sudden-onset"', "the same id twice"),
    slip(
        "C19",
        '["tension"]',
        '["tensoin"]',
        "perhaps-sudden-onset, need 2",
        "use tension",
    ),
    slip("C20", "at_least = 2", "at_least = 0", "write 1", below=-1),
    slip("C24", 'unsure_of = "sudden"', 'unsure_of = "suden"', "use sudden"),
    slip(
        "C23",
        'id = "spreading"\ntopic = "course"',
        'id = "spreading"\ntopic = "corse"',
        "spreading, topic",
        'write "course"',
    ),
    slip(
        "C26",
        'id = "tension"',
        'id = "tension"\nnote = "x"',
        "tension, note",
        "begin its line with #",
        below=1,
        said=warning,
    ),
    slip(
        "C30", DOUBLE, DOUBLE.replace("level =", "lvl ="), "double-vision", "use level"
    ),
    slip("C31", DOUBLE, DOUBLE.replace('"emerg', "“emerg"), "double-vision, level"),
    slip("C32", "[[rules]]", "[[rules]", "write [[rules]]"),
    slip("C33", "[[rules]]", "[[rule]]", "use rules"),
    row(
        "C34",
        both(
            change(FILE, DOUBLE, DOUBLE.replace("emergency", "urgnt")),
            change(FILE, "at_least = 2", "at_least = 99"),
            change(FILE, 'unsure_of = "sudden"', "unsure_of = sudden"),
        ),
        error(place(DOUBLE), "double-vision, level"),
        error(place("at_least = 2", -1), "pattern-of-spread, need 1"),
        error(place('unsure_of = "sudden"'), "not-sure-sudden, unsure_of", "quotation"),
    ),
    row("C35", add(FILE, "<<<<<<< HEAD\n"), error(FILE, "a mark of a merge")),
]
