"""One whole page of the site: its head, the blocks, what is around them."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from urllib.parse import quote

from msgspec import Struct

from kiosk.content.packs import Language, Pack
from kiosk.content.pages import Page, PageKind
from kiosk.content.placeholders import fill
from kiosk.domain.clinic import Clinic
from kiosk.publishing.html_blocks import element, escaped, with_calls
from kiosk.publishing.numbers import calls_of
from kiosk.publishing.review_words import notices_of, page_notes, review_words

_POLICY = "default-src 'none'; img-src 'self' data:; style-src 'sha256-{}'"


def page_address(name: str) -> str:
    """Return where a page is found from another one of its language."""
    return f"{quote(name)}.html"


class Frame(Struct, frozen=True):
    """What all pages of one language have in common."""

    pack: Pack
    clinic: Clinic
    languages: tuple[Language, ...]
    css: str
    today: date

    def document(self, page: Page, main: str) -> str:
        """Return the whole document of a page whose own part is `main`."""
        pack, title = self.pack, f"{page.title} - {self.clinic.name}"
        body = "\n".join((self._header(), main, self._pages(page), self._foot(page)))
        return document(pack.language, title, body, self.css, rtl=pack.rtl)

    def main(self, page: Page, html: str) -> str:
        """Return the own part of a page, in its language if that is another one."""
        original = self._language(page.language)
        lead = [element("h1", escaped(page.title))]
        if page.kind is not PageKind.CHECKLIST:  # which says how to touch the screen
            lead.append(element("p", escaped(page.summary), "lead"))
        if original is None:
            return element("main", "\n".join((*lead, html)))
        name = self.pack.apart(original.name)
        said = fill(self.pack.strings.original_shown, {"language": name})
        note = element("p", escaped(said), "note")
        way = "rtl" if original.rtl else "ltr"
        inner = f'div lang="{original.code}" dir="{way}"'
        return element("main", note + element(inner, "\n".join((*lead, html))))

    def _language(self, code: str) -> Language | None:
        """Return the language of a page that is not translated, else None."""
        if code == self.pack.language:
            return None
        known = (it for it in self.languages if it.code == code)
        return next(known, Language(code, code))

    def _header(self) -> str:
        first = self.pack.pages[0].id
        name = f'<a href="{page_address(first)}">{escaped(self.clinic.name)}</a>'
        flag = with_calls(escaped(self.pack.strings.red_flag), calls_of(self.clinic))
        return element(
            "header",
            element("p", name, "clinic")
            + element("p", flag, "red-flag")
            + "".join(self._notices()),
        )

    def _notices(self) -> Iterator[str]:
        """Yield the urgent notices of today, each in its own direction."""
        ways = {it.code: _way(it) for it in self.languages}
        for code, text in notices_of(self.pack, self.today):
            tag = f'p lang="{code}" dir="{ways.get(code, "auto")}"'
            yield element(tag, escaped(text), "notice")

    def _pages(self, page: Page) -> str:
        """Return links to all other pages; the first page is made of them."""
        first, *others = self.pack.pages
        if page == first:
            return ""
        links = topics(it for it in others if it != page)
        return _named("pages", first.title, links)

    def _foot(self, page: Page) -> str:
        strings = self.pack.strings
        cited = "".join(element("li", escaped(it.citation)) for it in page.sources)
        sources = element("h2", escaped(strings.sources)) + element("ul", cited)
        state = review_words(page, self.pack, self.today)
        notes = page_notes(page, self.pack)
        lines = (strings.disclaimer, " · ".join(state), *notes)
        told = "".join(element("p", escaped(line)) for line in lines)
        return element("footer", (sources if cited else "") + told + self._others(page))

    def _others(self, page: Page) -> str:
        """Return links to the same page in the other languages."""
        others = [it for it in self.languages if it.code != self.pack.language]
        name = page_address(page.id)
        links = ((it, f"../{quote(it.code)}/{name}") for it in others)
        if not others:
            return ""
        return _named("languages", self.pack.strings.languages, language_links(links))


def _named(name: str, title: str, links: str) -> str:
    """Return links below a title, which names them to a screen reader."""
    head = element(f'h2 id="{name}"', escaped(title))
    return element(f'nav aria-labelledby="{name}"', head + links)


def document(language: str, title: str, body: str, css: str, *, rtl: bool) -> str:
    """Return an HTML document that may load nothing but pictures of its own site."""
    digest = b64encode(sha256(css.encode()).digest()).decode("ascii")
    way = "rtl" if rtl else "ltr"
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{language}" dir="{way}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f'content="{_POLICY.format(digest)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escaped(title)}</title>\n<style>{css}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def topics(pages: Iterable[Page]) -> str:
    """Return a list of links to pages, each with what it is about."""
    links = (
        element(f'a href="{page_address(it.id)}"', escaped(it.tile) + _hint(it))
        for it in pages
    )
    return element("ul", "".join(element("li", link) for link in links), "topics")


def _hint(page: Page) -> str:
    is_shown = page.hint and page.kind is not PageKind.CHECKLIST
    return element("span", escaped(page.hint)) if is_shown else ""


def language_links(links: Iterable[tuple[Language, str]]) -> str:
    """Return a list of languages, each named in its own words and letters."""
    items = (
        element(f'a href="{address}" lang="{it.code}" dir="{_way(it)}"', it.name)
        for it, address in links
    )
    return element("ul", "".join(element("li", item) for item in items), "languages")


def _way(language: Language) -> str:
    return "rtl" if language.rtl else "ltr"
