"""Mistakes in the words of a language: each costs one line of that language."""

from tests.authoring.mistakes.rows import add, change, error, row

EN, ES, AR = (f"{code}/pack.toml" for code in ("en", "es", "ar"))
RULES = "checklist.toml"
NEW = """
[[symptoms]]
id = "jaw-pain"
group = "body"
level = "emergency"
why = "A try."
"""
HOME = 'home = "'


def unclosed(file, name, word, *words):
    """Return a row for a word whose last quotation mark is missing."""

    def spoil(clinic):
        path = clinic / "content" / file
        text = path.read_text("utf-8")
        start = text.index(f"\n{word} = ") + 1
        end = text.index("\n", start)
        path.write_text(text[: end - 1] + text[end:], "utf-8")

    return row(name, spoil, error(file, *words))


ROWS = [
    unclosed(ES, "P02", "ask_reception", "strings.ask_reception", "quotation marks"),
    unclosed(EN, "P03", "ask_reception", "strings.ask_reception", "quotation marks"),
    row(
        "P12",
        change(ES, 'ask_reception = "Pregunte', "ask_reception = “Pregunte"),
        error(ES, "strings.ask_reception", "straight ones"),
    ),
    row(
        "P18",
        change("content.toml", '",\n', '"\n'),
        error("content.toml:8", "no comma"),
    ),
    row("C10", add(RULES, NEW), error(EN, "jaw-pain")),
    row("C12", change(RULES, 'id = "tension"', 'id = "tense"'), error(EN, "tense")),
]
