"""A drawing holds all it shows, does nothing, and is drawn in a moment."""

import pytest

from kiosk.content.blocks import Drawing
from kiosk.errors import EntryError
from kiosk.files import svg_drawings as limits
from kiosk.files.svg_drawings import drawing_of

ZIGZAG = " ".join(f"{100 * (n % 2)},{n % 97}" for n in range(2_000))
STEPS = "M0 0" + "l100 1l-100 1" * 1_000
PARTS = "<path/>" * limits.MOST_ELEMENTS
LEVELS = "<g>" * limits.MOST_LEVELS + "</g>" * limits.MOST_LEVELS


def svg(body="", attributes='viewBox="0 0 100 100"', before=""):
    text = f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'
    return text.encode()


PLAIN = {
    "shapes": svg('<g><path d="M0 0L9 9"/><circle r="4"/></g>'),
    "a colour of the theme": svg('<path stroke="$ink"/>'),
    "a gradient": svg('<linearGradient id="a"/><rect fill="url(#a)"/>'),
    "a gradient of a gradient": svg('<radialGradient href="#a"/>'),
    "a style": svg("<style>.a{fill:url( '#a')}</style><rect class='a'/>"),
    "words": svg("<text>http://x.example/ @import \\</text>"),
    "an editor's notes": svg('<x:view xmlns:x="x" x:docname="C:\\a.svg"/>'),
    "a byte order mark": b"\xef\xbb\xbf" + svg(),
    "a declaration": svg(before='<?xml version="1.0" encoding="UTF-8"?>'),
    "sides": svg(attributes='width="20cm" height="100%"'),
    "no size": svg(attributes=""),
    "many shapes": svg("<path/>" * (limits.MOST_ELEMENTS - 1)),
}
AWAY = {
    "an image": '<image xlink:href="file:///etc/passwd" xmlns:xlink="x"/>',
    "an image of another name": '<x:image xmlns:x="y"/>',
    "a use": '<use href="https://x.example/a.svg#b"/>',
    "a use of itself": '<g id="a"><use href="#a"/></g>',
    "a link": '<a href = "x"/>',
    "a gradient elsewhere": '<linearGradient href="x.svg#a"/>',
    "a script": "<script>x</script>",
    "a handler": '<rect onclick="x()"/>',
    "foreign": "<foreignObject/>",
    "an import": "<style>@import url(x)</style>",
    "an import in parts": f"<style>{' ' * 9_000}<![CDATA[@im]]>port 'x'</style>",
    "a style's address": "<style>a{fill:URL(\n'x.svg#a')}</style>",
    "an escaped address": "<style>a{fill:u\\72l(x)}</style>",
    "an attribute's address": '<path fill="url(https://x.example/a.svg#b)"/>',
    "a hidden address": '<path style="fill:&#117;rl(x)"/>',
    "an animation": '<rect><set attributeName="fill" to="url(x)"/></rect>',
    "a pattern": '<pattern id="a"><rect fill="url(#a)"/></pattern>',
    "a drawing in it": "<svg/>",
}
ODD = {
    "an entity": (svg(before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "<!DOCTYPE"),
    "a DTD": (svg(before='<!DOCTYPE svg SYSTEM "x.dtd">'), "<!DOCTYPE"),
    "a style sheet": (svg(before='<?xml-stylesheet href="x"?>'), "<?xml-stylesheet"),
    "another encoding": (svg(before="<?xml version='1.0' encoding='UTF-7'?>"), "UTF-7"),
    "no UTF-8": (svg().replace(b"<svg", b"<svg a='\xe4'"), "UTF-8"),
    "UTF-16": ("\ufeff<svg/>".encode("utf-16-le"), "UTF-8"),
    "no end": (svg()[:-3], "not well-formed"),
    "another document": (b"<html/>", "<html>"),
    "too many letters": (svg("<path/>" * 200_000), "over 500,000 bytes"),
    "too many shapes": (svg(PARTS), "over 2,000 elements"),
    "too many levels": (svg(LEVELS), "over 30 levels"),
    "too long a line": (svg(f'<polyline points="{ZIGZAG}"/>'), "over 1,000 times"),
    "too many steps": (svg(f'<path d="{STEPS}"/>'), "over 1,000 times"),
    "too large a line": (
        svg('<g transform="scale(400)"><path d="M0 0L99 99L0 9L9 99"/></g>'),
        "over 1,000 times",
    ),
    "too high": (svg(attributes='width="1" height="1e6"'), "1 by 1e6"),
    "too steep": (svg(attributes='viewBox="0 0 1 99"'), "over 20 times"),
    "no height": (svg(attributes='viewBox="0 0 9 0"'), "9 by 0"),
}


@pytest.mark.parametrize("data", PLAIN.values(), ids=PLAIN)
def test_a_plain_drawing_is_kept_as_it_is(data):
    assert drawing_of(data) == Drawing(data.decode("utf-8-sig"))


@pytest.mark.parametrize("body", AWAY.values(), ids=AWAY)
def test_a_drawing_that_refers_to_anything_is_refused(body):
    with pytest.raises(EntryError, match=r"refers to|is not drawn|a script") as error:
        drawing_of(svg(f"\n\n{body}"))
    assert error.value.line >= 3
    assert error.value.remedy


@pytest.mark.parametrize(
    ("body", "message", "remedy"),
    [
        ('<use href="#a"/>', "has a <use>, which is not drawn", "Unlink Clone"),
        ('<text><textPath href="#a"/></text>', "another part of itself", "shapes"),
        ('<a href="https://x.example"/>', "another file by href", "no picture, link"),
    ],
)
def test_what_to_do_is_said_of_each_reference(body, message, remedy):
    with pytest.raises(EntryError) as error:
        drawing_of(svg(body))
    assert message in error.value.message
    assert remedy in error.value.remedy


@pytest.mark.parametrize(("data", "message"), ODD.values(), ids=ODD)
def test_a_drawing_that_is_odd_or_huge_is_refused(data, message):
    with pytest.raises(EntryError) as error:
        drawing_of(data)
    assert message in str(error.value)
    assert error.value.remedy
