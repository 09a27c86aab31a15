"""Find marks among words: what a page leaves over is not for visitors to read."""

import re
from collections.abc import Iterator

from msgspec import Struct


class Leftover(Struct, frozen=True):
    """Marks that are shown as they are: `near` are the letters, to find their line.

    With `is_small` they are a single sign, and the words around it can be read.
    """

    near: str
    message: str
    remedy: str
    is_small: bool = False


class _Mark(Struct, frozen=True):
    pattern: str
    remedy: str
    is_small: bool = False


_CARD = "write a card as in the other pages, with four spaces before each of its lines"
_VERSION = "keep one of the two versions, and delete the marks"
_TABLE = "write a table with a line of |---|---| below its first line"
_POINT = "put an empty line before a list, and begin each point with a hyphen: - ..."
_DONE = "write what is meant, or delete it"
_LINK = "write a link as [words](https://...), a picture as ![words](file.svg)"
_ALERT = r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]"
_TO_DO = r"\bTODO:|\b(?:FIXME|TB[DC]|XXX+|[Ll]orem ipsum)\b|\(\?\)"

_LOST = "some letters were lost when the file was saved; write the words anew"
_UNSEEN = r"[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2060\ufeff]"
_NOT_UTF_8 = "\ufffd|â€|Ã[\x80-\xbf]|Â[\xa1-\xbf]|[ØÙ][\x80-\xbf](?=[ØÙ][\x80-\xbf])"


def _mark(pattern: str, remedy: str, *, is_small: bool = False) -> _Mark:
    return _Mark(pattern, remedy, is_small)


_MARKS = (  # compiled when a text first looks as if it had one: it takes 5 ms
    _mark(_UNSEEN, "delete it: nobody sees it, and it changes how the words are read"),
    _mark(_NOT_UTF_8, _LOST),
    _mark(r"!!!+|^!!?(?=\s*\w)", _CARD),
    _mark(_ALERT, _CARD),
    _mark(r":::+", _CARD),
    _mark(r"\?\?\?+", _DONE),
    _mark(r"<{4,}|>{4,}|={4,}", _VERSION),
    _mark(r"<!--|-->", "end a remark with -->, or delete it"),
    _mark(r"</?[A-Za-z][^<>]*>", "delete it; pages have no marks in < and >"),
    _mark(r"\{[%#][^{}]*\}?", "delete it"),
    _mark(r"\{[^{}]*\}|[{}]", "write a term as {clinic}, and no other braces"),
    _mark(r"\[\^[^\]\s]*\]:?", "name the source in sources, above the page"),
    _mark(r"!?\[[^\[\]]*\](?=\s?[(\[])|\]\(", _LINK),
    _mark(r"\[(?:TOC|_TOC_)\]|^\*\[", "delete it"),
    _mark(r"(?:https?://|www\.)\S+", _LINK, is_small=True),
    _mark(r"\[[^\[\]]{2,}\]", "delete the brackets; a term is {phone}", is_small=True),
    _mark(r"\[\[|\]\]|\[[ xX]?\](?=\s)", "delete the brackets"),
    _mark(r"\*\*+|__+|~~+|==", "write **words** for bold, with no blanks"),
    _mark(r"^\||\|$|\|\s*:?-{2,}", _TABLE),
    _mark(r"^[-+*•◦▪‣·●\u2013—]\s(?=\S)", _POINT),
    _mark(r"^:(?=\s*\w)", "write a meaning with a colon and three spaces: :   ..."),
    _mark(_TO_DO, _DONE),
    _mark(r"(?<!\w):[a-z]+(?:_[a-z]+)*:(?!\w)", _DONE),
    _mark(r"\$[^\s$](?:[^$]*[^\s$])?\$", _DONE),
    _mark(r"\^\w+\^?|(?<!~)~\w+~(?!~)", "write it in plain letters"),
    _mark(r"(?:^|\s)a\) .*\sb\) ", _POINT, is_small=True),
    _mark(r"^#{1,6}(?=\s*\w)|##+", "write a section as ## Title"),
    _mark(r"&(?:#\w+|[A-Za-z]+);", "write the letter itself", is_small=True),
    _mark(
        r"(?<![\w*])\*(?=\w)|(?<=[\w.,!?])\*(?![\w*])|`+|\\(?=\W)",
        "delete it",
        is_small=True,
    ),
)
_ANY = re.compile(
    r"[!<>{}\[\]*_~|`\\#&$^âÃÂ\ufffd]|\?\?|:[:a-z]|==|\(\?|TODO|FIXME|TB[DC]|XXX|"
    rf"orem|://|www\.|a\) |[ØÙ]|{_UNSEEN}|^[-+:•◦▪‣·●\u2013—]"
)


def leftovers(text: str) -> Iterator[Leftover]:
    """Yield the marks in a paragraph's words, or in those of a heading or a cell."""
    if not _ANY.search(text):
        return
    for mark in _MARKS:
        if found := re.search(mark.pattern, text):
            message = f"{_named(found[0])} is shown to visitors as it is written"
            yield Leftover(found[0], message, mark.remedy, mark.is_small)


def _named(found: str) -> str:
    """Return marks as a line about them has them; unseen letters by their number."""
    if found.isprintable():
        return " ".join(found.split())[:40]
    return f"the letter U+{ord(found[0]):04X}"
