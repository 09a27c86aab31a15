"""Parse Markdown into a tree of elements, with the Markdown library alone."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_STYLED = re.compile("[*_`\\\\\\[<&]|  \n|[\x02\x03]")


class MarkdownTrees:
    """One parser, for any number of pages."""

    def of(self, markdown: str) -> "Element":
        """Return the document, as `Markdown.convert` makes it before writing it out."""
        from xml.etree.ElementTree import Element

        self._parser.reset()
        lines = markdown.split("\n")
        for preprocessor in self._parser.preprocessors:
            lines = preprocessor.run(lines)
        root = Element("div")
        self._parser.parser.parseChunk(root, "\n".join(lines))
        _spare_plain_words(root)
        for processor in self._parser.treeprocessors:
            processor.run(root)  # each of ours changes the tree in place
        self._forget()
        return root

    def _forget(self) -> None:
        """Drop the parser's references to the page, which a visitor has read."""
        from markdown.treeprocessors import build_treeprocessors

        self._parser.reset()
        self._parser.treeprocessors = build_treeprocessors(self._parser)

    @cached_property
    def _parser(self) -> "Markdown":
        from markdown import Markdown

        parser = Markdown(
            extensions=["admonition", "def_list", "sane_lists", "tables"],
            output_format="xhtml",
        )
        parser.preprocessors.deregister("html_block")
        for pattern in ("html", "entity", "automail"):
            parser.inlinePatterns.deregister(pattern)
        return parser


def _spare_plain_words(root: "Element") -> None:
    """Mark words without any style, so that none is looked for: most have none."""
    from markdown.util import AtomicString

    for element in root.iter():
        if element.text and not _STYLED.search(element.text):
            element.text = AtomicString(element.text)
