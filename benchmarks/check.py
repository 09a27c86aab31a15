"""How long `kiosk check` takes for 2,000 pages in 10 languages; under 10 s wanted.

`python -m benchmarks.check [PAGES [LANGUAGES]]` copies the shipped content and writes
so many pages more, all of them different, in so many languages. The time of the
processor is what an idle machine would take; the other is this one's as it is.
"""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.check.gate import check
from kiosk.files.front_matter import fingerprint
from kiosk.files.paths import resources

_NOT_COPIED = ("home", "check", "book")
_HASH = re.compile(r'source_hash: "\w+"')


def main(pages: int = 2_000, languages: int = 10) -> None:
    """Print how many pages were checked, and in what time."""
    with tempfile.TemporaryDirectory() as folder:
        content = shutil.copytree(resources() / "content", Path(folder) / "content")
        names = list(_write(content, pages // languages, languages))
        order = "".join(f'    "{name}",\n' for name in names)
        listed = content / "content.toml"
        text = listed.read_text("utf-8").replace("\n]", f"\n{order}]", 1)
        listed.write_text(text, "utf-8")
        start, processor = time.perf_counter(), time.process_time()
        problems = check(content).problems
        spent = time.process_time() - processor
        count = len(list(content.glob("*/*.md")))
        passed = time.perf_counter() - start
    sys.stdout.write(
        f"{count} pages, {len(problems)} problems: {passed:.1f} s, "
        f"of the processor {spent:.1f} s\n"
    )


def _write(content: Path, count: int, languages: int) -> Iterator[str]:
    """Write pages in the languages there are, and in copies of the Spanish."""
    there = sorted((content / "en").glob("*.md"))
    models = [path.stem for path in there if path.stem not in _NOT_COPIED]
    codes = ["es", "ar", *(f"es-{number}" for number in range(languages - 3))]
    for code in codes[2:]:
        shutil.copytree(content / "es", content / code)
        pack = content / code / "pack.toml"
        text = pack.read_text("utf-8").replace(
            'language = "es"', f'language = "{code}"'
        )
        pack.write_text(text, "utf-8")
    for number in range(count):
        name, model = f"page-{number}", models[number % len(models)]
        source = _numbered(content / "en" / f"{model}.md", number)
        (content / "en" / f"{name}.md").write_text(source, "utf-8")
        for code in codes:
            base = "ar" if code == "ar" else "es"
            text = _numbered(content / base / f"{model}.md", number)
            text = _HASH.sub(f'source_hash: "{fingerprint(source)}"', text)
            (content / code / f"{name}.md").write_text(text, "utf-8")
        yield name


def _numbered(model: Path, number: int) -> str:
    text = model.read_text("utf-8")
    return text.replace("\n## ", f"\n## {number} ").replace(
        "title: ", f"title: {number} "
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
