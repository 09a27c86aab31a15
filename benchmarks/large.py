"""Measure content that is a hundred times as large: pages, languages, symptoms, words.

    python -m benchmarks.large

- a start with 1,000 pages, in pairs with one of the shipped 10;
- a start with 30 languages, likewise;
- a tick on a checklist of 500 symptoms, and a page of 20,000 words:
  `benchmarks.touches --content` measures them.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.start import KIOSK, MEASURE, Measured, lines, measure
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


def main() -> None:
    """Print how much longer a start takes with each."""
    with tempfile.TemporaryDirectory() as folder, x_server() as display:
        for at, (name, enlarge) in enumerate(SIZES.items()):
            place = Path(folder) / str(at)
            shutil.copytree(CONTENT, place)
            enlarge(place)
            plain = _settings(Path(folder) / "plain.toml", CONTENT)
            large = _settings(Path(folder) / f"{at}.toml", place)
            kiosk = Measured("kiosk", KIOSK + MEASURE, ROOT)
            pairs = [
                [measure(kiosk, it, display) for it in (plain, large)]
                for _ in range(PAIRS + 1)
            ]
            sys.stdout.write(f"{name}\n")
            for line in lines(("shipped", "large"), pairs[1:]):
                sys.stdout.write(f"  {line}\n")
            sys.stdout.flush()


def _settings(path: Path, content: Path) -> Path:
    path.write_text(f'[content]\ndirectory = "{content}"\n[idle]\nattract = false\n')
    return path


if __name__ == "__main__":
    main()
