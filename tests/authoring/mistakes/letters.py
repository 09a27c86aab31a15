"""Marks of other programs, letters nobody sees, and numbers that are settings."""

from tests.authoring.mistakes.rows import add, change, error, row, warning

PAGE = "en/about-botox.md"
CHECKLIST = "checklist.toml"
DROOP = 'why = "A common local effect, and also an early sign of botulism."\n'


def refused(name, words, *said):
    """A paragraph that is not shown with such marks in it."""
    return row(name, add(PAGE, f"\n\nDo not {words} wait.\n"), error(PAGE, *said))


def doubted(name, words, *said):
    """A paragraph that is shown, and may not be meant."""
    text = f"\n\nDo not {words} wait.\n"
    return row(name, add(PAGE, text), warning(PAGE, *said))


ROWS = [
    refused("letter of no width", "no\u200bw", "U+200B", "nobody sees"),
    refused("letter that turns the direction", "\u202enow", "U+202E"),
    refused("bell", "\x07now", "U+0007"),
    refused("letter that was lost", "don\ufffdt", "letters were lost"),
    refused("UTF-8 read as Latin", "donâ€™t", "letters were lost"),
    refused("table of contents", "[TOC]", "[TOC]"),
    doubted("link with a blank", "[site] (https://nhs.uk)", "[words](https://...)"),
    refused("smile", ":smile:", ":smile:"),
    refused("formula", "$x^2$", "$x^2$"),
    refused("raised letters", "H~2~O", "plain letters"),
    doubted("address among words", "https://www.nhs.uk", "[words](https://...)"),
    doubted("term in brackets", "[phone]", "{phone}"),
    doubted("phone number", "call 020 7946 0123", "write {phone}"),
    doubted("emergency number", "call 999 and", "write {emergency_number}"),
    row(
        "points with letters",
        add(PAGE, "\n\na) one thing\nb) another thing\n"),
        warning(PAGE, "hyphen"),
    ),
    row("page of a book", add(PAGE, "\n\nSome words." * 400), warning(PAGE, "words")),
    row(
        "second home",
        change(PAGE, "kind: article", "kind: home"),
        error(PAGE, "home is the page of kind home already"),
        touched=("home",),
    ),
    row(
        "not asked first",
        change(CHECKLIST, "asked_first = true\n", ""),
        error(CHECKLIST, "sudden-face-arm-speech", "asked before all others"),
    ),
    row(
        "row without sources",
        change(
            CHECKLIST, f'{DROOP}sources = ["S6", "S37", "S15", "S23"]\n', f"{DROOP}\n"
        ),
        warning(CHECKLIST, "drooping-eyelid names nothing"),
    ),
]
