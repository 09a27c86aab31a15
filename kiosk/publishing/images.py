"""Pictures and icons of pages, in the light theme's colours, as HTML embeds them."""

from base64 import b64encode
from collections.abc import Mapping
from string import Template
from urllib.parse import quote

from msgspec import Struct

from kiosk.content.blocks import Drawing, Image

_SAFE = " '()*+,-./:;=?@_~"  # in an address between double quotes


class Palette(Struct, frozen=True):
    """The colours of a theme by name, and the SVG of its icons by theirs."""

    colours: Mapping[str, str]
    icons: Mapping[str, str]

    def svg(self, drawing: Drawing) -> str:
        """Return a drawing in these colours."""
        return Template(drawing.svg).safe_substitute(self.colours)

    def icon(self, name: str, colour: str) -> str:
        """Return an icon in one of these colours; an unknown one is empty."""
        ink = {"ink": self.colours[colour]}
        return Template(self.icons.get(name, "")).safe_substitute(ink)

    def address(self, image: Image) -> str:
        """Return a picture as an address that holds it, so that nothing is fetched."""
        if isinstance(image, Drawing):
            return svg_address(self.svg(image))
        data = b64encode(image.data).decode("ascii")
        return f"data:image/{image.format};base64,{data}"


def svg_address(svg: str) -> str:
    """Return SVG as an address that holds it."""
    if "xmlns" not in svg:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"data:image/svg+xml,{quote(svg.replace(chr(34), chr(39)), safe=_SAFE)}"
