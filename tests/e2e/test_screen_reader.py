"""The kiosk on the bus of assistive technology: heard, and used by ear alone."""

import json
import re
import tomllib
from itertools import pairwise

import pytest

from kiosk.domain.metrics import TOUCH_MM
from tests.support.programs import until
from tests.support.screen_reader import (
    CONTROLS,
    HAVE_NAMES,
    TEXTS,
    heard,
    need_bus,
    screen_reader,
)
from tests.support.shipped import CONTENT
from tests.support.visitor import kiosk_with_test_clock
from tests.support.x_screen import WIDTHS_MM, x_screen

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
both_orientations = pytest.mark.parametrize(
    "size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"]
)
TICK, TICK_NOW = "drooping-eyelid", "double-vision"


def words_of(language):
    return tomllib.loads((CONTENT / language / "pack.toml").read_text())


EN, AR = words_of("en"), words_of("ar")


class Program:
    """A kiosk that runs, and what its clock says of it."""

    def __init__(self, process, screen):
        self.process, self.screen = process, screen

    def ask(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


@pytest.fixture
def meet(stage, settings, tmp_path, home):
    """Start a bus, a screen, a kiosk and a screen reader."""

    def begin(size=LANDSCAPE, *, attract=False):
        need_bus()
        (home / "state.json").write_text(json.dumps({"volume": 0}))
        path = settings(size[0])
        if attract:
            path.write_text(path.read_text().replace("false", "true"))
        screen = stage(heard(stage(x_screen(*size))))
        reader = stage(screen_reader(screen))
        until(lambda: reader._ask(do="listen") == [], "the screen reader to be ready")
        process = stage(kiosk_with_test_clock(screen, home, path, tmp_path / "log"))
        until(lambda: any(t.role in CONTROLS for t in reader.look()), "the kiosk")
        program = Program(process, screen)
        until(lambda: program.ask("content") == "read", "every language")
        return reader, program

    return begin


def tab_of(page, language="en"):
    """Return a page's tab and its Markdown."""
    text = (CONTENT / language / f"{page}.md").read_text()
    _, front, body = text.split("---", 2)
    fields = re.findall(r"^(\w+): (.*)$", front, re.MULTILINE)
    return {key: said.strip("\"'") for key, said in fields}, body


BUTTONS = {"home", "book"}


def way_to(reader, page, language="en"):
    """Return what leads to a page: a tab with its long or its short name, or a button.

    A tab with the short name is described by the long one.
    """
    fields, _ = tab_of(page, language)
    role = "push button" if page in BUTTONS else "radio button"
    title, tab = fields["title"], fields["tab"]

    def found():
        ways = [it for it in reader.look() if it.role == role]
        known = ((title, ""), (tab, title), (tab, ""))
        return next((it for it in ways if (it.name, it.description) in known), None)

    return until(found, f"the way to {page}")


def open_page(reader, page, language="en", action="Press"):
    """Go to a page as a screen reader does; return its fields and its Markdown."""
    way = way_to(reader, page, language)
    assert reader._ask(do="act", thing=way.number, action=action)
    return tab_of(page, language)


WITHOUT_TEXT = {"home", "check", "book"}
PAGES = [path.stem for path in sorted((CONTENT / "en").glob("*.md"))]


@both_orientations
@pytest.mark.parametrize("action", ["Press", "Toggle"])
def test_a_visit_from_the_first_page_to_the_last_by_ear(meet, size, action):
    reader, kiosk = meet(size)
    check, _ = open_page(reader, "check", action=action)
    assert not reader.hear(check["title"])

    symptom = EN["answers"][TICK]
    assert not reader.find("check box", symptom).is_checked
    reader.use("check box", symptom, action)
    until(lambda: reader.find("check box", symptom).is_checked, "the tick")
    assert kiosk.ask("answers") == "1"
    so_far = "So far: be seen today"
    reader.hear(so_far)
    heading, advice, *asked = reader.inside("panel", so_far)
    assert heading == so_far
    assert "A clinician should check you today." in advice
    assert set(EN["questions"].values()) <= set(asked)

    reader.use("check box", EN["answers"][TICK_NOW], action)
    assert reader.hear("the front desk")
    back = EN["strings"]["back_to_answers"]
    reader.use("push button", back)
    reader.is_gone("push button", back)
    assert kiosk.ask("answers") == "2"

    reader.use("push button", AR["name"])
    reader.hear(EN["strings"]["languages"])
    assert reader.find("radio button", EN["name"]).is_checked
    reader.use("radio button", AR["name"], action)
    reader.hear(AR["name"])
    for answer in (TICK, TICK_NOW):
        assert reader.find("check box", AR["answers"][answer]).is_checked
    assert kiosk.ask("answers") == "2"

    reader.use("push button", AR["strings"]["finished"])
    home, _ = tab_of("home")
    reader.find("heading", home["title"])
    assert kiosk.ask("answers") == "0"
    left = reader.look(hidden=True)
    assert not [t for t in left if t.role == "check box" and t.is_checked]
    everything = "\n".join(thing.name for thing in left)
    assert "Be seen today" not in everything
    assert EN["answers"][TICK] not in everything


def unnamed(things):
    return [thing for thing in things if thing.role in HAVE_NAMES and not thing.name]


def too_small(things, size):
    """Return the controls that are smaller on the bus than on the glass."""
    least = int(TOUCH_MM * size[0] / WIDTHS_MM[size[0]])
    return [t for t in things if t.role in CONTROLS and min(t.box[2:]) < least]


def heard_twice(things):
    """Return what stands in a control and says no more than the control says.

    The code on the card that leads to the booking page says where it leads a phone.
    """
    within = [(a, b) for a, b in pairwise(things) if b.depth > a.depth]
    return [b for a, b in within if a.role in CONTROLS and not b.description]


def assert_is_well_said(reader, size):
    things = reader.look()
    assert len(things) > 5
    assert not unnamed(things)
    assert not too_small([t for t in things if "showing" in t.states], size)
    assert not heard_twice(things)


def fragments(body):
    """Return the words of each line of a page that stand there as they are written.

    The list of sections names the first one, whose card then has no heading above it.
    """
    found = []
    named = r"^## .*\n+(?=!!! (emerg|same|rout))"
    for line in re.sub(named, "", body, count=1, flags=re.M).splitlines():
        if re.match(r"\s*(!\[|\||\[|:--|\{)", line):
            continue
        line = re.sub(r"!\[\]\(.*?\) ", "", line)  # the picture of a sign says no more
        line = line.replace("**: ", "** ")  # a time, and what happens then
        line = re.sub(r'^\s*(!!! \S+ "?|\?\?\? \S+ "?|#+ |- |\d+\. |: +|> ?)', "", line)
        line = re.split(r"[{\[\"(]", line.strip())[0]
        line = re.sub(r"\*+|_(?=\w)|(?<=\w)_", "", line).strip()
        if len(line.split()) > 2:
            found.append(line)
    return found


def text_once_there(reader, end):
    """Return all that is read on the screen, once it has `end`: a page grows."""

    def text():
        names = [t.name for t in reader.look() if t.role in TEXTS | CONTROLS]
        read = " ".join(" ".join(names).split())
        return read if end in read else None

    return until(text, f"{end!r} to be read")


@both_orientations
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_is_named_and_read_in_the_order_it_is_written(meet, size, language):
    reader, _ = meet(size)
    if language != "en":
        reader.use("push button", AR["name"])
        reader.use("radio button", AR["name"])
        reader.is_gone("radio button", AR["name"])
    for page in PAGES:
        fields, body = open_page(reader, page, language)
        reader.find("heading", fields["title"])
        assert page in BUTTONS or way_to(reader, page, language).is_checked
        written = fragments(body)
        assert len(written) > 5 or page in WITHOUT_TEXT
        end = fields["title"] if page in WITHOUT_TEXT else written[-1]
        text = text_once_there(reader, end)
        assert_is_well_said(reader, size)
        assert len(text) > 100
        place = text.index(fields["title"])
        if page == "book":  # it has as many sections as have room below the code
            written = [words for words in written if words in text]
        for words in written:
            place = text.find(words, place)
            assert place >= 0, f"{page}: {words!r} is missing, or stands too early"


@both_orientations
def test_the_parts_of_the_screen_are_read_from_the_warning_to_the_end(meet, size):
    """The tabs stand before the page in landscape, and below it in portrait."""
    reader, _ = meet(size)
    open_page(reader, "check")
    reader.use("check box", EN["answers"][TICK], "Toggle")
    advice = reader.find("panel", "So far: be seen today").name
    tab = way_to(reader, "check").name
    names = [thing.name for thing in reader.look() if thing.role != "heading"]
    page = [EN["answers"][TICK], advice]
    ways = [tab, tab_of("book")[0]["title"]]
    order = [
        "Trouble breathing, swallowing or speaking? Tell a member of staff now.",
        *(ways + page if size == LANDSCAPE else page + ways),
        tab_of("home")[0]["tab"],
        EN["strings"]["finished"],
    ]
    places = [names.index(name) for name in order]
    assert places == sorted(places)


def test_a_picture_says_what_it_shows_and_a_code_where_it_leads(meet):
    reader, _ = meet()
    _, body = open_page(reader, "vision")
    alt = re.search(r"!\[(.*?)\]", body)[1]
    assert reader.find("image", alt[:40]).name == alt
    code = reader.find("image", EN["strings"]["booking_code"])
    assert code.description == "https://alaa-arif.example/book?about=vision"


QUESTIONS = {
    "text_size": "text_size_how",
    "colours": "colours_how",
    "reach": "reach_how",
}


@both_orientations
def test_every_question_and_code_is_named_and_announced(meet, size):
    reader, _ = meet(size)
    strings = EN["strings"]
    for control, question in QUESTIONS.items():
        reader.use("push button", strings[control])
        reader.hear(strings[question])
        things = reader.look()
        held = [t for t in things if t.role == "radio button" and t.is_checked]
        assert len(held) == 1
        names = [thing.name for thing in things]
        assert names.index(strings[question]) < names.index(strings["finished"])
        assert_is_well_said(reader, size)
        reader.use("push button", strings["close_code"])
        reader.is_gone("heading", strings[question])
    fields, _ = open_page(reader, "vision")
    reader.find("heading", fields["title"])
    reader.use("push button", strings["sources"])
    reader.hear(strings["sources"])
    reader.find("heading", strings["sources"])
    assert_is_well_said(reader, size)
    things = reader.look()
    sources = next(i for i, t in enumerate(things) if t.name == strings["sources"])
    link = next(t for t in things[sources:] if t.role == "push button")
    reader.use("push button", link.name)
    reader.hear(strings["scan_title"])
    assert_is_well_said(reader, size)
    assert any("https" in t.name.replace("\u200b", "") for t in reader.look())


def test_the_emergency_is_named_and_interrupts(meet):
    reader, _ = meet()
    open_page(reader, "check")
    reader.use("check box", EN["answers"][TICK_NOW], "Toggle")
    assert reader.hear("the front desk")
    assert_is_well_said(reader, LANDSCAPE)
    assert not [t for t in reader.look() if t.role == "image"]


def test_the_question_of_an_idle_kiosk_interrupts_once_and_an_act_answers_it(meet):
    reader, kiosk = meet()
    fields, _ = open_page(reader, "vision")
    reader.hear(fields["title"])
    asked = "the question of an idle kiosk"
    until(lambda: kiosk.ask("pass 10") and kiosk.ask("mode") == "ASKING", asked)
    still_there = EN["strings"]["still_there"]
    assert reader.hear(still_there)
    reader.find("heading", still_there)
    reader.heard.clear()
    for _ in range(3):
        kiosk.ask("pass 1")
    fields, _ = open_page(reader, "headaches")
    reader.hear(fields["title"])
    assert len(reader.heard) == 1
    assert kiosk.ask("mode") == "VISIT"


def test_an_empty_room_can_be_woken_in_a_language_by_ear(meet):
    reader, kiosk = meet(attract=True)
    assert_is_well_said(reader, LANDSCAPE)
    reader.use("push button", AR["name"])
    reader.hear(tab_of("home", "ar")[0]["title"])
    assert kiosk.ask("before") == "NoneType"


def test_the_window_is_named_after_its_page_on_this_bus_alone(meet):
    reader, kiosk = meet()
    fields, _ = open_page(reader, "vision")
    reader.find("filler", f"{fields['title']}. ")
    windows = kiosk.screen.finger("search", "--name", ".").split()
    titles = [kiosk.screen.finger("getwindowname", it).strip() for it in windows]
    assert "Kiosk" in titles
    assert not [it for it in titles if fields["title"] in it]


def test_nothing_of_a_visit_is_kept_for_a_screen_reader(meet):
    reader, kiosk = meet()
    for _ in range(5):
        open_page(reader, "check")
        reader.use("check box", EN["answers"][TICK], "Toggle")
        reader.find("panel", "So far: be seen today")
        reader.use("push button", EN["strings"]["finished"])
        reader.find("heading", tab_of("home")[0]["title"])
    assert kiosk.ask("sweep") == "1 0"
