"""Measure content that is a hundred times as large: pages, languages, symptoms, words.

    python -m benchmarks.large

Each is a start in pairs with one of the shipped content, until the kiosk is ready; with
500 symptoms ticks are measured, too, and with a page of 20,000 words opening pages and
scrolling that one.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.start import KIOSK, Measured, lines, measure
from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "resources" / "content"
PAIRS = 5
PAGES, LANGUAGES, SYMPTOMS, WORDS = 1_000, 30, 500, 20_000


def with_many_pages(content: Path) -> None:
    """Add pages until there are `PAGES`, each a copy of one."""
    page = (content / "en" / "vision.md").read_text()
    there = len([*content.glob("en/*.md")])
    names = [f"vision-{at}" for at in range(PAGES - there)]
    for name in names:
        (content / "en" / f"{name}.md").write_text(page)


def with_many_languages(content: Path) -> None:
    """Add languages until there are `LANGUAGES`, each a copy of Spanish."""
    codes = [f"q{a}{b}" for a in "abcdef" for b in "abcdef"]
    there = len([*content.glob("*/pack.toml")])
    for code in codes[: LANGUAGES - there]:
        shutil.copytree(content / "es", content / code)


def with_many_symptoms(content: Path) -> None:
    """Add symptoms until there are `SYMPTOMS`; the words of each are its key."""
    path = content / "checklist.toml"
    text = path.read_text()
    there = text.count("[[symptoms]]")
    first = text[text.index("[[symptoms]]") :]
    block = first[: first.index("\n[[", 1)]
    old = block.partition('id = "')[2].partition('"')[0]
    more = [block.replace(f'"{old}"', f'"new-{at}"') for at in range(SYMPTOMS - there)]
    path.write_text("\n".join([text, *more]))


def with_a_long_page(content: Path) -> None:
    """Make the page on vision `WORDS` long."""
    path = content / "en" / "vision.md"
    words = "A lid often droops for some weeks and then it opens as before. "
    paragraph = words * 5 + "\n\n"
    path.write_text(path.read_text() + "\n" + paragraph * (WORDS // 65))


SIZES: dict[str, Callable[[Path], None]] = {
    f"{PAGES:,} pages": with_many_pages,
    f"{LANGUAGES} languages": with_many_languages,
    f"{SYMPTOMS} symptoms": with_many_symptoms,
    f"a page of {WORDS:,} words": with_a_long_page,
}

TOUCHES = {
    f"{SYMPTOMS} symptoms": ("ticks",),
    f"a page of {WORDS:,} words": ("pages", "scrolling"),
}
"""The touches that may take longer."""

ANSWER = """
import sys
from PySide6.QtCore import QSocketNotifier
def answer():
    asked.setEnabled(False)
    print("{}", flush=True)
    application.exit()
asked = QSocketNotifier(0, QSocketNotifier.Type.Read)
asked.activated.connect(lambda: answer())
begin()
application.exec()
"""
KIOSKS = [Measured(name, KIOSK + ANSWER, ROOT) for name in ("shipped", "large")]


def main() -> None:
    """Print how long a start takes with each, and the touches that may notice it."""
    with tempfile.TemporaryDirectory() as folder, x_server() as display:
        for at, (name, enlarge) in enumerate(SIZES.items()):
            place = Path(folder) / str(at)
            shutil.copytree(CONTENT, place)
            enlarge(place)
            plain = _settings(Path(folder) / "plain.toml", CONTENT)
            large = _settings(Path(folder) / f"{at}.toml", place)
            pairs = [
                [
                    measure(KIOSKS[of], it, display)
                    for of, it in enumerate((plain, large))
                ]
                for _ in range(PAIRS + 1)
            ]
            sys.stdout.write(f"{name}\n")
            for line in lines(("shipped", "large"), pairs[1:]):
                sys.stdout.write(f"  {line}\n")
            sys.stdout.flush()
            for only in TOUCHES.get(name, ()):
                touches = [
                    sys.executable,
                    "-m",
                    "benchmarks.touches",
                    "--touches",
                    "30",
                ]
                chosen = ["--content", str(place), "--only", only, "--page", "vision"]
                subprocess.run([*touches, *chosen], check=True)


def _settings(path: Path, content: Path) -> Path:
    path.write_text(f'[content]\ndirectory = "{content}"\n[idle]\nattract = false\n')
    return path


if __name__ == "__main__":
    main()
