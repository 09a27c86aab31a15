"""Blocks as HTML: each kind, and what a page must never have in it."""

import pytest

from kiosk.content.blocks import (
    Alignment,
    CareCard,
    Definition,
    DefinitionList,
    Divider,
    Drawing,
    Heading,
    Link,
    Paragraph,
    Picture,
    PointList,
    Preformatted,
    Quote,
    Run,
    Sign,
    Signs,
    Table,
    Timeline,
    TimePoint,
)
from kiosk.domain.triage import Level
from kiosk.publishing.html_blocks import HtmlBlocks
from kiosk.publishing.images import Palette

COLOURS = dict.fromkeys(
    ("ink", "accent", "routine_ink", "same_day_ink", "on_emergency"), "#123456"
)
CALLS = {"999": "tel:999", "NHS 111": "tel:111"}


def said(text, **style):
    return (Run(text, **style),)


def point(text):
    return (Paragraph(said(text), tight=True),)


@pytest.fixture
def html():
    def write(*blocks):
        writer = HtmlBlocks(Palette(COLOURS, {}), CALLS, lambda image: "kept.svg")
        return writer.page(blocks)

    return write


EACH_BLOCK = [
    (Heading("A & B"), "<h2>A &amp; B</h2>"),
    (Heading("part", part=True), "<h3>part</h3>"),
    (Paragraph(said("a <b>\nc")), "<p>a &lt;b&gt;<br>c</p>"),
    (Paragraph(said("x", strong=True)), "<p><strong>x</strong></p>"),
    (Paragraph(said("x", emphasis=True)), "<p><em>x</em></p>"),
    (PointList((point("a"),)), "<ul><li>a</li></ul>"),
    (PointList((point("a"),), ordered=True), "<ol><li>a</li></ol>"),
    (
        PointList((point("a"),), ordered=True, start=3),
        '<ol start="3"><li>a</li></ol>',
    ),
    (
        DefinitionList((Definition((said("t"),), (point("m"),)),)),
        "<dl><dt>t</dt><dd>m</dd></dl>",
    ),
    (
        Table((said("h"),), ((said("c"),),), (Alignment.RIGHT,)),
        '<table><thead><tr><th scope="col" class="right">h</th></tr></thead>'
        '<tbody><tr><td class="right">c</td></tr></tbody></table>',
    ),
    (Quote(point("q")), "<blockquote>q</blockquote>"),
    (Preformatted("a  <b"), "<pre>a  &lt;b</pre>"),
    (Divider(), "<hr>"),
    (
        Picture(Drawing("<svg/>"), 'a "face"'),
        '<img class="picture" src="kept.svg" alt="a &quot;face&quot;">',
    ),
    (
        Signs((Sign(Drawing("<svg/>"), point("s")),)),
        '<ul class="signs"><li><img class="sign" src="kept.svg" alt="">'
        "<div>s</div></li></ul>",
    ),
    (
        Timeline((TimePoint("2 days", said("it works")),)),
        '<dl class="timeline"><dt>2 days</dt><dd>it works</dd></dl>',
    ),
    (
        Link("Report", "https://a.example/?b&c"),
        '<p><a href="https://a.example/?b&amp;c" rel="noreferrer">Report</a></p>',
    ),
]


@pytest.mark.parametrize(
    ("block", "expected"), EACH_BLOCK, ids=map(str, range(len(EACH_BLOCK)))
)
def test_each_kind_of_block_has_its_element(html, block, expected):
    assert html(block) == expected


def test_a_card_is_told_by_its_words_and_its_class(html):
    card = CareCard(Level.SAME_DAY, "Be seen today", (Paragraph(said("a")),))
    assert html(card) == (
        '<section class="card same-day"><h2><span>Be seen today</span></h2>'
        "<p>a</p></section>"
    )
    assert "<h3><span>" in html(Heading("What to do"), card)


def test_the_numbers_in_a_card_can_be_called_and_no_others(html):
    lines = "Call 999. Or NHS 111, not 1999, 999.5 or 9990."
    card = html(CareCard(Level.EMERGENCY, "Now", (Paragraph(said(lines)),)))
    assert '<a href="tel:999">999</a>. Or <a href="tel:111">NHS 111</a>, not' in card
    assert "not 1999, 999.5 or 9990." in card
    assert "tel:" not in html(Paragraph(said("999 patients")))
