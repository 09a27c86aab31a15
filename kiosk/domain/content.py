"""What a language's pack holds, once it has been read and checked.

A page is a column of blocks. The window draws a widget for each; a handout could
be drawn from the same blocks. Text in a block is HTML of the small kind that Qt's
rich text knows, made by `kiosk.files.pages`, which lets nothing else through.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.domain.bidi import isolated
from kiosk.domain.staff import StaffWords
from kiosk.domain.triage import Level

_DIGITS = tuple(map(ord, "0123456789"))


class Kind(StrEnum):
    """What a page is for, and so how it is shown; tabs stand in this order."""

    HOME = "home"
    COMPLICATION = "complication"
    ARTICLE = "article"
    QUESTIONS = "questions"
    CHECKLIST = "checklist"
    BOOKING = "booking"

    @property
    def has_body(self) -> bool:
        """Tell whether what stands below a page's front matter is shown."""
        return self not in (Kind.HOME, Kind.CHECKLIST)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section, or of a part of one, as plain text."""

    text: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, list or table, as HTML without links or images."""

    html: str


@dataclass(frozen=True, slots=True)
class CareCard:
    """What to do and how soon, told apart by words, shape and colour."""

    level: Level
    heading: str
    html: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing's bytes and what it shows, for those who cannot see it."""

    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One point of a list, and a small picture for those who read little.

    The picture says what the words say: it needs no words of its own.
    """

    picture: bytes
    html: str


@dataclass(frozen=True, slots=True)
class Signs:
    """A list whose points have pictures."""

    points: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address to take away as a code. A kiosk has no browser."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that a page's facts were read in; `address` may be empty."""

    id: str
    publisher: str
    title: str
    year: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """The source in one line, as a reader would cite it."""
        return ", ".join(filter(None, (f"{self.publisher}: {self.title}", self.year)))


Block = Heading | Text | Signs | CareCard | Picture | Link


def outline(block: Block) -> tuple[object, ...]:
    """Return how a block is made, whatever language its words are in.

    Two pages whose outlines agree have as many points, in the same cards.
    """
    made: tuple[object, ...]
    match block:
        case CareCard():
            made = (block.level, *_points(block.html))
        case Heading():
            made = (block.part,)
        case Text():
            made = _points(block.html)
        case Signs():
            made = tuple(point.picture for point in block.points)
        case Link():
            made = (block.address,)
        case _:
            made = ()
    return (type(block).__name__, *made)


def _points(html: str) -> tuple[int, ...]:
    return tuple(html.count(f"<{tag}>") for tag in ("p", "li", "dt", "dd", "td", "th"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page's front matter: all that is known of it before it is opened."""

    id: str
    language: str
    title: str
    tab: str
    tile: str
    hint: str
    icon: str
    kind: Kind
    summary: str
    fact: str
    sources: tuple[Source, ...]
    written: date
    review_by: date
    approved_by: str
    approved_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """Every word the interface itself says. A missing one cannot load."""

    red_flag: str
    finished: str
    more_below: str
    back_to_top: str
    book_with_phone: str
    disclaimer: str
    nothing_kept: str
    written: str
    review_by: str
    checked_by: str
    not_checked: str
    sources: str
    asked_first: str
    none_heading: str
    none_of_these: str
    none_taken: str
    you_touched: str
    show_again: str
    emergency_title: str
    emergency_desk: str
    emergency_anyone: str
    emergency_drive: str
    emergency_swallow: str
    emergency_elsewhere: str
    say_this: str
    say_words: str
    say_symptoms: str
    between_symptoms: str
    back_to_answers: str
    scan_title: str
    scan_how: str
    close_code: str
    no_code: str
    no_code_now: str
    call_us: str
    ask_reception: str
    opening_hours: str
    closed: str
    your_local_emergency_number: str
    your_local_out_of_hours: str
    invitation: str
    touch_to_begin: str
    still_there: str
    still_there_how: str
    clearing_in: str
    cleaning: str
    cleaning_back_in: str
    languages: str
    text_size: str
    text_size_how: str
    size_1: str
    size_2: str
    size_3: str
    size_4: str
    colours: str
    colours_how: str
    light: str
    dark: str
    high_contrast: str
    reach: str
    reach_how: str
    reach_usual: str
    reach_lower: str
    reach_left: str
    reach_right: str
    listen: str
    stop_listening: str
    listen_on: str
    listen_off: str
    no_voice: str
    speech_stopped: str
    read_page: str
    pause: str
    repeat: str
    sentence_before: str
    sentence_after: str
    slower: str
    faster: str
    quieter: str
    louder: str
    touch_to_use: str
    button: str
    tab: str
    tick_box: str
    ticked: str
    not_ticked: str
    chosen: str
    not_chosen: str
    cannot_be_used: str
    booking_code: str
    picture_shows: str
    keys_how: str
    original_shown: str
    show_staff: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What a level says: a heading and short paragraphs."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything the kiosk says in one language, with the clinic open or closed."""

    language: str
    name: str
    rtl: bool
    digits: str
    strings: Strings
    staff: StaffWords
    answers: Mapping[str, str]
    groups: Mapping[str, str]
    topics: Mapping[str, str]
    days: Mapping[str, str]
    advice: Mapping[Level, Advice]
    pages: tuple[Page, ...]
    read: Callable[[Page], tuple[Block, ...]] = field(compare=False)

    def page(self, name: str) -> Page:
        """Return the page with this id; the first one where there is none."""
        return next((p for p in self.pages if p.id == name), self.pages[0])

    def number(self, count: int) -> str:
        """Return a number in the language's own digits."""
        return self.in_digits(str(count))

    def in_digits(self, text: str) -> str:
        """Return `text` with the language's own digits."""
        return text.translate(dict(zip(_DIGITS, self.digits, strict=True)))

    def apart(self, text: str) -> str:
        """Return words of another language fit to stand in a sentence of this one."""
        return isolated(text, rtl=self.rtl)


@dataclass(frozen=True, slots=True)
class Language:
    """A language to choose: its code, its own name, and which way it is written.

    `is_original` is that of the language the pages were first written in.
    """

    code: str
    name: str
    rtl: bool = False
    is_original: bool = False
