"""A body of Markdown becomes the small language of blocks, and nothing else."""

import pytest

from kiosk.content.bidi import isolated
from kiosk.content.blocks import (
    CareCard,
    Drawing,
    Heading,
    Link,
    Paragraph,
    Picture,
    PointList,
    Run,
    Sign,
    Signs,
    Timeline,
    TimePoint,
)
from kiosk.content.plain_text import text_of
from kiosk.domain.triage import Level
from kiosk.files.markdown_pages import PageParser
from kiosk.files.markdown_prose import PageError
from kiosk.files.snapshot import Snapshot

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
TERMS = {"clinic": "Arif & <Sons>", "phone": ""}


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "illustrations"
    folder.mkdir()
    (folder / "eye.svg").write_bytes(DRAWING)
    (tmp_path / "secret.svg").write_bytes(DRAWING)
    (folder / "out.svg").symlink_to(tmp_path / "secret.svg")
    return folder


@pytest.fixture
def read(pictures):
    """Read a body whose pictures are as they are by then."""

    def blocks(markdown):
        return PageParser(Snapshot.take(pictures.parent), TERMS).blocks(markdown)

    return blocks


def plain(text):
    return Paragraph((Run(text),))


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("<script>steal()</script>", Run("<script>steal()</script>")),
        ("<img src=x onerror=y>", Run("<img src=x onerror=y>")),
        ("a <b>bold</b> word", Run("a <b>bold</b> word")),
        ("<!-- hidden -->", Run("<!-- hidden -->")),
        ("`<b>`", Run("<b>", code=True)),
        ("&lt;b&gt;", Run("<b>")),
        ("&#60;b&#62;", Run("<b>")),
        ("&amp;lt;", Run("&lt;")),
    ],
)
def test_raw_html_is_shown_as_text(read, markdown, shown):
    assert read(markdown) == (Paragraph((shown,)),)


def test_raw_html_in_a_cards_heading_and_body_is_shown_as_text(read):
    (card,) = read('!!! routine "A <b>x</b>"\n    <img src=x>')
    assert card.heading == "A <b>x</b>"
    assert card.body == (plain("<img src=x>"),)


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        ("# One", Heading("One")),
        ("## One *two*", Heading("One two")),
        ("### One", Heading("One", part=True)),
        ("## At {clinic}", Heading("At Arif & <Sons>")),
        ("## Ears &amp; eyes", Heading("Ears & eyes")),
    ],
)
def test_a_heading_is_plain_words(read, markdown, block):
    assert read(markdown) == (block,)


@pytest.mark.parametrize("level", [Level.ROUTINE, Level.SAME_DAY, Level.EMERGENCY])
def test_an_admonition_becomes_a_care_card(read, level):
    markdown = f'!!! {level.key} "Tell us if:"\n    - one\n\n    At {{clinic}}.'
    point = Paragraph((Run("one"),), tight=True)
    body = (PointList(((point,),)), plain("At Arif & <Sons>."))
    assert read(markdown) == (CareCard(level, "Tell us if:", body),)


@pytest.mark.parametrize(
    "address",
    ["https://x.example/a?b=1&c=2", "tel:+15550100", "mailto:desk@x.example"],
)
def test_a_link_becomes_its_words_and_an_address_to_take_away(read, address):
    words = (
        Run("See "),
        Run("this ", address=address),
        Run("page", emphasis=True, address=address),
        Run("."),
    )
    link = Link("this page", address)
    assert read(f"See [this *page*]({address}).") == (Paragraph(words), link)


@pytest.mark.parametrize(
    ("address", "filled"),
    [
        ("tel:{mobile}", "tel:+15550100"),
        (
            "https://x.example/?from={clinic}",
            "https://x.example/?from=Arif%20%26%20%3CSons%3E",
        ),
        (
            "mailto:desk@x.example?subject={mobile}",
            "mailto:desk@x.example?subject=%2B1%20555%200100",
        ),
    ],
)
def test_the_clinics_terms_are_filled_into_an_address(pictures, address, filled):
    terms = TERMS | {"mobile": isolated("+1 555 0100", rtl=True)}
    parser = PageParser(Snapshot.take(pictures.parent), terms)
    words, link = parser.blocks(f"[Call]({address})")
    assert link == Link("Call", filled)
    assert words == Paragraph((Run("Call", address=filled),))


def test_a_bare_address_becomes_a_link(read):
    assert Link("https://x.example", "https://x.example") in read("<https://x.example>")


def test_a_link_in_a_card_of_lower_urgency_follows_the_card(read):
    card, link = read('!!! same-day "Now"\n    See [it](https://x.example).')
    words = Run("See "), Run("it", address="https://x.example"), Run(".")
    assert card == CareCard(Level.SAME_DAY, "Now", (Paragraph(words),))
    assert link == Link("it", "https://x.example")


def test_an_image_becomes_a_picture_with_what_it_shows(read):
    assert read("![An eye at {clinic}.](eye.svg)") == (
        Picture(Drawing(DRAWING.decode()), "An eye at Arif & <Sons>."),
    )


def test_a_list_whose_points_begin_with_a_picture_is_one_of_signs(read):
    name = Run("Arif & <Sons>", emphasis=True)
    assert read("- ![](eye.svg) An eye\n- ![](eye.svg) At *{clinic}*") == (
        Signs(
            (
                Sign(Drawing(DRAWING.decode()), (plain("An eye"),), "eye"),
                Sign(
                    Drawing(DRAWING.decode()), (Paragraph((Run("At "), name)),), "eye"
                ),
            )
        ),
    )


def test_a_link_in_a_list_of_signs_follows_the_list(read):
    signs, link = read("- ![](eye.svg) [An eye](https://x.example)")
    assert isinstance(signs, Signs)
    assert link == Link("An eye", "https://x.example")


def test_a_sign_is_named_after_the_file_of_its_picture(read, pictures):
    (pictures / "signs").mkdir()
    (pictures / "signs" / "dry-mouth.svg").write_bytes(DRAWING)
    (signs,) = read("- ![](signs/dry-mouth.svg) A dry mouth")
    assert [sign.symptom for sign in signs.points] == ["dry-mouth"]


def test_signs_of_a_care_card_stand_among_its_words(read):
    (card,) = read("""!!! emergency "Now"
    If you have:

    - ![](eye.svg) An eye
    - ![](eye.svg) A *nose*

    Or **both**.

    - plain
""")
    words, signs, more, points = card.body
    assert words == plain("If you have:")
    assert [text_of(sign.body) for sign in signs.points] == ["An eye", "A nose"]
    assert more == Paragraph((Run("Or "), Run("both", strong=True), Run(".")))
    assert isinstance(points, PointList)


@pytest.mark.parametrize("gap", ["", "\n"], ids=["tight", "loose"])
def test_a_timeline_has_a_time_and_what_happens_then_for_each_point(read, gap):
    points = f"    - **3 to 7 days**: at {{clinic}}\n{gap}    - **later** *better*\n"
    assert read(f"!!! timeline\n{points}") == (
        Timeline(
            (
                TimePoint("3 to 7 days", (Run("at Arif & <Sons>"),)),
                TimePoint("later", (Run("better", emphasis=True),)),
            )
        ),
    )


def test_the_clinics_own_words_cannot_bring_in_html(read):
    assert read("At {clinic}.") == (plain("At Arif & <Sons>."),)


@pytest.mark.parametrize(
    "pictures_alone",
    ["![An eye](eye.svg)", "![An eye](eye.svg)\n\n![Eyes, two.](eye.svg)\n"],
)
def test_pictures_alone_are_what_they_are_beside_words(read, pictures_alone):
    assert read(f"{pictures_alone}\n\nWords")[:-1] == read(pictures_alone)


def test_an_indented_picture_alone_is_no_picture(read):
    assert not any(isinstance(it, Picture) for it in read("    ![An eye](eye.svg)"))


@pytest.mark.parametrize("markdown", ["", " \n\n"])
def test_a_page_without_a_body_has_no_blocks(read, markdown):
    assert read(markdown) == ()


def test_blocks_keep_their_order(read):
    blocks = read("## A\n\none\n\n![An eye.](eye.svg)\n\n- two")
    assert [type(block) for block in blocks] == [
        Heading,
        Paragraph,
        Picture,
        PointList,
    ]


@pytest.mark.parametrize(
    ("markdown", "problem"),
    [
        ("![An eye.](nose.svg)", "there is no 'nose.svg'"),
        ("![An eye.]()", "there is no ''"),
        ("![](eye.svg)", "say what it shows"),
        ("An ![eye](eye.svg) here.", "an empty line before and after"),
        ("1. ![](eye.svg) An eye", "an empty line before and after"),
        ("- ![An eye.](eye.svg) An eye", "its words say what it shows"),
        ("- ![](eye.svg) An eye\n- A nose", "each point of a list with a picture"),
        ("- ![](eye.svg) An eye\n- A ![](eye.svg) nose", "with a picture, or none"),
        ("- ![](nose.svg) A nose", "there is no 'nose.svg'"),
        ("- ![](../secret.svg) An eye", "'../secret.svg' is not in"),
        ("- ![](eye.svg)", "write words beside"),
        ("![One](eye.svg) ![Two](eye.svg)", "an empty line before and after"),
        ("![An eye.](../secret.svg)", "'../secret.svg' is not in"),
        ("![An eye.](../../x)", "'../../x' is not in"),
        ("![An eye.](/etc/hostname)", "'/etc/hostname' is not in"),
        ("![An eye.](out.svg)", "'out.svg' is a link out of its folder"),
        ("![An eye.](https://x.example/eye.svg)", "there is no 'https:"),
        ("[x](http://x.example)", "'http://x.example' is not an address"),
        ("[x](javascript:alert)", "'javascript:alert' is not an address"),
        ("[x](file:///etc/passwd)", "'file:///etc/passwd' is not an address"),
        ("[x](tel:{phone})", "{phone} is not set, and 'tel:{phone}' needs it"),
        ("[x](tel:{clinic})", "is no number"),
        ("[x](https://x.example/{pho-ne})", "{pho-ne} means nothing in an address"),
        ("[x](https://x.example/{)", "{ means nothing in an address"),
        ("[x](https://good.example@evil.example/)", "has a name before the host"),
        ("<https://good.example@evil.example/>", "has a name before the host"),
        ("[x](vision.md)", "'vision.md' is not an address"),
        ("<http://x.example>", "'http://x.example' is not an address"),
        ("At {clinc}.", "{clinc} has no meaning here; use {clinic}"),
        ('!!! routine "A"\n    An ![eye](eye.svg).', "an empty line before and after"),
        ('!!! routine "A"\n    - ![](nose.svg) A nose', "there is no 'nose.svg'"),
        ("!!! timeline\n    words", "a timeline is one list: - **3 to 7 days**:"),
        ("!!! timeline\n    1. **x**: y", "a timeline is one list"),
        ("!!! timeline\n    - **x**: y\n\n    z", "a timeline is one list"),
        ('!!! timeline "When"\n    - **x**: y', "a timeline has no heading"),
        ("!!! timeline\n    - x: y", "begin each point with its time in bold"),
        ("!!! timeline\n    - x **y**: z", "begin each point with its time in bold"),
        ("!!! timeline\n    - **x**:", "say what happens then"),
        ("!!! timeline\n    - **x**: y\n        - z", "one paragraph; move the rest"),
        ("!!! timeline\n    - ![](eye.svg) **x**: y", "an empty line before and after"),
        ("- one\n\n    !!! timeline\n        - **x**: y", "a timeline begins at the"),
        ('!!! danger "Now"\n    x', "no care card is called 'danger'"),
        ('!!! information "Now"\n    x', "no care card is called 'information'"),
        ("!!! same-day\n    x", 'add a heading: !!! same-day "Tell us if:"'),
        ('!!! routine ""\n    x', 'add a heading: !!! routine "Tell us if:"'),
        ('!!! emergency "Now"\n    [x](https://x.example)', "emergency card has no"),
        ('!!! emergency "[x](https://x.example)"\n    y', "emergency card has no"),
        ('!!! emergency "Now"\n    <https://x.example>', "emergency card has no"),
        ('- one\n\n    !!! emergency "Now"\n        x', "begins at the margin"),
        ('!!! routine "A"\n    !!! emergency "B"\n        x', "begins at the margin"),
    ],
)
def test_what_a_page_may_not_hold_is_refused(read, markdown, problem):
    with pytest.raises(PageError) as error:
        read(markdown)
    assert problem in str(error.value)
    assert error.value.near in markdown


@pytest.mark.parametrize("name", ["far.svg", "far.SVG", "far.svgz", "far.png"])
def test_a_drawing_that_refers_to_another_file_is_refused(read, pictures, name):
    far = '<svg xmlns="http://www.w3.org/2000/svg">\n<image href="/etc/a.png"/></svg>'
    (pictures / name).write_text(far)
    with pytest.raises(PageError) as error:
        read(f"![Far.]({name})")
    message = f"picture {name!r}, line 2, has a <image>, which is not drawn; "
    assert message in str(error.value)


@pytest.mark.parametrize("linked", ["far.svg", "signs/far.svg", "a/b/c/far.svg"])
def test_no_link_leads_out_of_the_pictures_folder(read, pictures, linked):
    (pictures / linked).parent.mkdir(parents=True, exist_ok=True)
    (pictures / linked).symlink_to(pictures.parent / "secret.svg")
    with pytest.raises(PageError, match="is a link out of its folder"):
        read(f"- ![]({linked}) Far")
