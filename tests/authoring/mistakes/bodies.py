"""Mistakes in the words of a page, and in the marks around them."""

from tests.authoring.mistakes.rows import add, both, change, delete, error, row, warning

PAGE = "en/headaches.md"
ABOUT = "en/about-botox.md"
CARD = '!!! emergency "{get_help_now} if you have:"'
CARD_LINE = f"{PAGE}:19"
SHOWN = ("en", "headaches")
WORST = "a sudden headache, or the worst ever"


def moved_in(spaces):
    """Write the lines of the first card moved in by so many spaces."""

    def spoil(clinic):
        path = clinic / "content" / PAGE
        before, card, after = path.read_text("utf-8").partition(CARD)
        body, end, after = after.partition("!!! same-day")
        body = body.replace("\n    ", f"\n{' ' * spaces}")
        path.write_text(before + card + body + end + after, "utf-8")

    spoil.touches = "headaches"
    return spoil


def without_card(clinic):
    path = clinic / "content" / PAGE
    before, _, after = path.read_text("utf-8").partition(CARD)
    path.write_text(
        before + "!!! same-day" + after.partition("!!! same-day")[2], "utf-8"
    )


without_card.touches = "headaches"


def mended_card(name, first_line, *words):
    """A card that is written wrong, and meant plainly, is shown as a card."""
    change_it = change(PAGE, CARD, first_line)
    shows = [(*SHOWN, WORST), (*SHOWN, "if you have:")]
    said = warning(CARD_LINE, *words)
    return row(name, change_it, said, shows=shows, hides=[(*SHOWN, "!!")])


def mended(name, old, new, line, *words, shows=(), hides=()):
    """A slip in a line below "What helps" is mended, and said."""
    return row(
        name,
        change(PAGE, old, new),
        warning(f"{PAGE}:{line}", *words),
        shows=[(*SHOWN, it) for it in shows],
        hides=[(*SHOWN, it) for it in hides],
    )


def refused(name, text, *words, hides=()):
    """A mark at the end of a page is no words: the page is not shown with it."""
    return row(
        name,
        add(ABOUT, text),
        error(ABOUT, *words),
        hides=[("en", "about-botox", it) for it in hides],
    )


def case(name, body, *said, hides=()):
    """A page of its own."""
    hides = [("en", "about-botox", it) for it in hides]
    return row(name, add(ABOUT, body), *said, hides=hides)


REST = "- Rest, and drink water."

ROWS = [
    row(
        "B02",
        moved_in(2),
        warning(f"{PAGE}:20", "four spaces"),
        shows=[(*SHOWN, WORST)],
    ),
    row("B03", moved_in(0), error(CARD_LINE, "empty", "four spaces")),
    row("B04", change(PAGE, "!!! emergency", "!!! Emergency"), shows=[(*SHOWN, WORST)]),
    mended_card("B06", CARD[:-1], "first line of a card"),
    row("B07", change(PAGE, "!!! emergency", "!!!emergency"), shows=[(*SHOWN, WORST)]),
    mended_card("B09", CARD.replace("!!!", "!!"), "write !!! emergency"),
    mended_card(
        "B09-mark", CARD.replace('emergency "', 'Emergency! "'), "write " + CARD
    ),
    row(
        "B10",
        change(PAGE, "!!! emergency", "!!! urgent"),
        error(CARD_LINE, "'urgent'", "emergency"),
    ),
    row(
        "B12",
        change(PAGE, "Not in the clinic?", "[NHS](https://nhs.uk) Not in the clinic?"),
        error(f"{PAGE}:31", "link"),
    ),
    row(
        "B13",
        change(
            PAGE, "![A calm line drawing", "![](headaches.svg)\n\n![A calm line drawing"
        ),
        error(f"{PAGE}:15", "say what it shows"),
    ),
    row(
        "B14",
        change(PAGE, "(headaches.svg)", "(Headaches.svg)"),
        error(f"{PAGE}:15", "headaches.svg"),
    ),
    row(
        "B16",
        change(PAGE, "(headaches.svg)", "(../en/headaches.svg)"),
        error(f"{PAGE}:15", "is not in"),
    ),
    row(
        "B17",
        change(PAGE, REST, "- Rest ![a bed](headaches.svg), and drink water."),
        error(PAGE, "picture"),
    ),
    refused("B19", "\n\n[NHS](www.nhs.uk)\n", "www.nhs.uk", "https://"),
    refused("B20", "\n\n[Vision](vision.md)\n", "vision.md", "no links to each other"),
    mended(
        "B22",
        "Not in the clinic? Call {emergency_number}",
        "Not in the clinic? Call { emergency_number }",
        31,
        "write {emergency_number}",
        hides=("{ ",),
    ),
    row(
        "B23",
        add(ABOUT, "\n\nCall {phone}. Rest.\n"),
        warning(f"{ABOUT}", "{phone}", "clinic.phone"),
        hides=[("en", "about-botox", "Call .")],
    ),
    mended(
        "B24",
        f"## What helps\n\n{REST}",
        f"## What helps\n\nYou can do this:\n{REST}",
        47,
        "empty line",
        hides=("- Rest", "this: -"),
    ),
    mended(
        "B26",
        REST,
        f"<!-- do not publish -->\n{REST}",
        46,
        "remark",
        hides=("do not publish", "<!--"),
    ),
    mended(
        "B27",
        REST,
        "- Rest,<br>and <font color=red>drink</font> water.",
        46,
        "<br>",
        shows=("Rest, and drink water.",),
        hides=("<",),
    ),
    mended(
        "B29",
        "Roughly 1 in 10 people.",
        "Begins\n:Hours to weeks\n\nRoughly 1 in 10 people.",
        53,
        "colon",
        shows=("Hours to weeks",),
        hides=(":Hours",),
    ),
    mended(
        "B30",
        "**higher risk**",
        "** higher risk **",
        29,
        "stars",
        shows=("a higher risk (",),
        hides=("**",),
    ),
    row(
        "B32",
        change(PAGE, "## What helps", "**What helps**"),
        warning(f"{PAGE}:44", "## What helps"),
    ),
    mended_card("B33", CARD.replace("!!! ", "!!!\u00a0"), "card"),
    row(
        "B34",
        change(PAGE, "- ![](signs/double-vision.svg) double", "- double"),
        error(f"{PAGE}:23", "begin each point"),
    ),
    row("B36", without_card, error(PAGE, "emergency")),
    row("B37", change(PAGE, "!!! emergency", "!!! routine"), error(PAGE, "emergency")),
    refused("B39", "\n\nIt is common.[^1]\n", "[^1]", "sources", hides=("[^1]",)),
    mended("B40-hyphen", REST, REST.replace("- ", "-"), 46, "- ...", hides=["-Rest"]),
    mended(
        "B40",
        REST,
        "Do this:\n1) Rest.\n2) Drink.\n\n" + REST,
        47,
        "1.",
        hides=("1)", "2)"),
    ),
    refused("X30", "\n\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> b\n", "two versions"),
    mended_card("p01-card-curly-quotes", CARD.replace('"', "”"), "card"),
    mended_card("p01-card-no-quotes", CARD.replace('"', ""), "card"),
    case(
        "p03-list-without-empty-line",
        "\n\nCome back at once:\n- a temperature\n- more swelling\n",
        warning(ABOUT, "empty line"),
        hides=("- a", "- more"),
    ),
    case(
        "p03-list-in-a-card-without-empty-line",
        '\n\n!!! emergency "Tell staff now:"\n    If you have:\n    - choking\n',
        warning(ABOUT, "empty line"),
        hides=("- choking",),
    ),
    case(
        "p04-nested-list-two-spaces",
        "\n\n- Go now for two of:\n  - fever\n  - stiff\n- Not for:\n  - bruise\n",
        warning(ABOUT, "four spaces"),
    ),
    refused("p05-alert", "\n\n> [!WARNING]\n> Trouble? Tell staff.\n", "[!WARNING]"),
    refused("p05-fence", "\n\n::: warning\nTell staff.\n:::\n", ":::"),
    refused("p05-template", "\n\n{% include card.html %}\n", "{%"),
    case(
        "p06-indented-paragraph-widens-page",
        "\n\n    this paragraph was moved in by four spaces so that it stands out\n",
        warning(ABOUT, "margin"),
    ),
    case(
        "p06-wide-table",
        "\n\n| Monday | Tuesday | Wednesday | Thursday | Friday | Saturday |\n"
        "|---|---|---|---|---|---|\n"
        "| 09:00-17:00 | 09:00-17:00 | 09:00-17:00 | 09:00-17:00 | 09:00 | closed |\n",
        warning(ABOUT, "wide"),
    ),
    refused("p07-term-in-link", "\n\n[Call us now](tel:{phone})\n", "clinic.phone"),
    refused("p13-picture-lfs-pointer", "\n\n![A](lfs.png)\n", "lfs.png"),
    row(
        "picture that no page shows",
        delete("illustrations/vision.svg"),
        error("en/vision.md", "vision.svg"),
        touched=("vision",),
    ),
    row(
        "a page that is all of it a draft of marks",
        both(add(ABOUT, "\n\n| a | b |\n| c | d |\n")),
        error(ABOUT, "|---|"),
    ),
    row(
        "a point whose picture is a link",
        change(PAGE, "- ![](signs/double", "- [](signs/double"),
        error(f"{PAGE}:23", "not an address"),
    ),
    row(
        "a picture inside of a point",
        change(PAGE, "in the forehead or", "in the ![](headaches.svg) forehead or"),
        error(PAGE, "empty line"),
    ),
    case(
        "a page that is too long", "\n\n" + "Wait here. " * 200, warning(ABOUT, "words")
    ),
    case(
        "a sentence that is too long",
        f"\n\nPlease wait here{' a little' * 12} longer.\n",
        warning(ABOUT, "has 28 words", "make two of it"),
    ),
    case("a word that is too long", f"\n\n{'ab' * 20}\n", warning(ABOUT, "too long")),
]
