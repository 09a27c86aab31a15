"""Slips in translations and packs that only a comparison finds, and in pictures."""

from tests.authoring.mistakes.rows import change, error, recode, row, warning, write

PAGE = "en/headaches.md"
ES = "es/headaches.md"
PACK = "es/pack.toml"
PICTURE = "illustrations/headaches.svg"
STYLE = "<style>@import url(a.css);</style>"
LONG = " ya" * 40


def in_latin_1(text):
    return text.replace("tight", "é").encode("latin-1", "replace")


ROWS = [
    row(
        "T04",
        change("es/vision.md", "{emergency_number}", "112"),
        error("es/vision.md", "{emergency_number}"),
    ),
    row(
        "T09",
        change(ES, "- No conduzca (no maneje) si", "- Conduzca si"),
        warning(f"{ES}:46", "not"),
    ),
    row(
        "T13",
        change(ES, "## Qué ayuda\n", "## Qué ayuda\n\nUna frase de más.\n"),
        error(f"{ES}:44", "Una frase de más"),
    ),
    row(
        "P16",
        change(PACK, 'tell_someone_now = "', 'tell_someone_now = "Espere su turno. '),
        warning(PACK, "tell_someone_now", "safety"),
    ),
    row(
        "P20",
        change(PACK, 'finished = "He', f'finished = "He{LONG}'),
        warning(PACK, "strings.finished", "too long"),
    ),
    row(
        "C25",
        change(PAGE, "signs/double-vision.svg", "signs/Double-vision.svg"),
        error(PAGE, "signs/double-vision.svg"),
    ),
    row("X02", recode(PAGE, in_latin_1), error(f"{PAGE}:8", "UTF-8")),
    row(
        "X26",
        change(PICTURE, ">", f">{STYLE}"),
        error(PAGE, "headaches.svg", "plain SVG"),
        touched=("headaches",),
    ),
    row(
        "X27",
        write(PICTURE, "<svg><g></svg>"),
        error(PAGE, "headaches.svg"),
        touched=("headaches",),
    ),
    row(
        "a mark in a word of the interface",
        change(PACK, 'finished = "He terminado', 'finished = "**He** terminado'),
        warning(PACK, "strings.finished", "**"),
    ),
]
