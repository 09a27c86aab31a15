"""What every widget needs to look right: sizes, colours and drawings."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.content import Picture
from kiosk.domain.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at the size of this screen.

    `style` is the sheet of the whole application, `prose` that of rich text.
    """

    metrics: Metrics
    colours: Mapping[str, str]
    icons: Mapping[str, str]
    style: str
    prose: str

    def icon(self, name: str, colour: str, mm: float) -> QPixmap:
        """Return the icon `name`, `mm` high, in the theme's `colour`."""
        svg = Template(self.icons[name]).substitute(ink=self.colours[colour])
        return _drawn(svg, self.metrics.px(mm))

    def icons_of(self, name: str, colour: str, mm: float) -> QIcon:
        """Return `icon` in the form that buttons take."""
        return QIcon(self.icon(name, colour, mm))

    def picture(self, picture: Picture, mm: float) -> QPixmap:
        """Return a page's picture, at most `mm` wide and high."""
        side = self.metrics.px(mm)
        if b"<svg" in picture.data[:1000]:
            svg = Template(picture.data.decode()).safe_substitute(self.colours)
            return _drawn(svg, side)
        image = QPixmap.fromImage(QImage.fromData(picture.data))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        return image.scaled(side, side, keep, smooth.SmoothTransformation)

    def rich(self, html: str) -> str:
        """Return `html` with the style of rich text in front."""
        return f"<style>{self.prose}</style>{html}"


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
