"""The look of a visit: metrics, colours, icons and fonts of one theme."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from string import Template

from msgspec import Struct, field
from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from kiosk.content.blocks import Drawing, Image, Photo
from kiosk.domain.metrics import Metrics, TextSize
from kiosk.ui.style.names import Colour

_POINTS = frozenset({"back"})
_FIGURES_KEPT = 3


class Look(Struct, frozen=True):
    """A theme at the size of a screen, for text of one direction.

    `families` are its fonts, each for the letters that those before it do not have.
    `prose` is the style sheet of rich text, `icons` has SVG by name. A `mirrored` look
    is for text from right to left: icons that point to a side point to the other. With
    `moves` a page glides where it is sent to.
    """

    metrics: Metrics
    colours: Mapping[str, str]
    icons: Mapping[str, str]
    prose: str
    families: tuple[str, ...]
    figures: "Figures"
    mirrored: bool = False
    moves: bool = False
    drawn: dict[tuple[str, str, float, bool], QPixmap] = field(default_factory=dict)
    """The icons that were drawn before, those for text of the other direction too."""
    widths: dict[tuple[str, TextSize, bool], int] = field(default_factory=dict)
    """The widths in pixels of words of the interface that were measured before."""

    def styles_like(self, other: "Look | None") -> bool:
        """Check whether widgets that were made in another look are as in this one."""
        if not other:
            return False
        theirs = other.metrics, other.colours, other.families
        return (self.metrics, self.colours, self.families) == theirs

    def icon(self, name: str, colour: Colour, mm: float) -> QPixmap:
        """Return the icon `name`, `mm` high, in the theme's `colour`."""
        is_turned = self.mirrored and name in _POINTS
        key = name, colour, mm, is_turned
        if key not in self.drawn:
            svg = Template(self.icons[name]).substitute(ink=self.colours[colour])
            pixmap = _drawn(svg, self.metrics.px(mm))
            if is_turned:
                pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
            self.drawn[key] = pixmap
        return self.drawn[key]

    def picture(self, image: Image, mm: float) -> QPixmap:
        """Return a page's picture, at most `mm` wide and high."""
        side = self.metrics.px(mm)
        if isinstance(image, Drawing):
            return _drawn(Template(image.svg).safe_substitute(self.colours), side)
        pixmap = QPixmap.fromImage(_decoded(image))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        return pixmap.scaled(side, side, keep, smooth.SmoothTransformation)

    def figure(self, image: Image, mm: float) -> QPixmap:
        """Return the picture that each visit begins with, kept for the next."""
        key = image, mm, self.metrics, *self.colours.values()
        return self.figures.of(key, partial(self.picture, image, mm))

    def sign(self, image: Image, mm: float) -> QPixmap:
        """Return a small picture that grows with the words beside it."""
        return self.picture(image, mm * self.metrics.picture_scale)

    def rich(self, html: str) -> str:
        """Return `html` with the style of rich text in front."""
        way = "rtl" if self.mirrored else "ltr"
        return f"<style>{self.prose}</style><div dir='{way}'>{html}</div>"


class Figures:
    """The last few large pictures that were drawn, in any look: a MiB each and more."""

    def __init__(self) -> None:
        self._drawn: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def of(self, key: Hashable, draw: Callable[[], QPixmap]) -> QPixmap:
        """Return the picture with this key; `draw` is called if it is not kept."""
        if key not in self._drawn:
            self._drawn[key] = draw()
        self._drawn.move_to_end(key)
        if len(self._drawn) > _FIGURES_KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[key]


def can_draw(image: Image) -> bool:
    """Check whether Qt can read a picture, and it has a size."""
    if isinstance(image, Photo):
        return not _decoded(image).isNull()
    renderer = QSvgRenderer(QByteArray(image.svg.encode()))
    return renderer.isValid() and not renderer.defaultSize().isEmpty()


def _decoded(photo: Photo) -> QImage:
    """Return a photo upright, however the camera was held."""
    buffer = QBuffer()
    buffer.setData(QByteArray(photo.data))
    reader = QImageReader(buffer, QByteArray(photo.format.encode()))
    reader.setAutoTransform(True)
    return reader.read()


def _drawn(svg: str, side: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize().scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio
    )
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap
