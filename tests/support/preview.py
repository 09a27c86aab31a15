"""A preview of a copy of the shipped content, and what its author does."""

import shutil

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kiosk.app.preview.reading import PreviewReader
from kiosk.app.preview.window import PreviewWindow
from kiosk.ui.audio.reading_script import label_text
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell


class Author:
    """Looks at the preview of `folder`, and changes its files or its paragraphs."""

    def __init__(self, qapp, qtbot, folder, **options):
        self.folder = folder
        self._qtbot = qtbot
        self.shell = Shell(kiosk_style(qapp))
        self.config = folder.with_name("clinic.toml")
        self.config.touch()
        reader = PreviewReader(folder, self.config)
        self.window = PreviewWindow(self.shell, reader, folder, **options)
        self.window.resize(1400, 700)
        self.window.show()
        qtbot.waitExposed(self.window)
        qtbot.wait(200)  # the size has to stay for a moment

    def open(self, page, language="en"):
        """Go to a page."""
        visit = self.shell.session.visit.on_page(page).in_language(language)
        self.shell.open(visit)
        QTest.qWait(50)

    def wait_for(self, words):
        """Wait until the page in front says this."""
        self._qtbot.waitUntil(lambda: words in self.page, timeout=20_000)

    def wait_for_problem(self, words):
        """Wait until the list says this."""
        lines = self.window.problems
        self._qtbot.waitUntil(lambda: words in " ".join(lines.lines), timeout=20_000)

    def wait_until_nothing_is_wrong(self):
        """Wait until the list is empty."""
        self.wait_for_problem("Nothing is wrong")

    @property
    def page(self):
        """All words of the page in front."""
        labels = self.shell.front.findChildren(QLabel)
        return "\n".join(label_text(label) for label in labels)

    def touch(self, words):
        """Touch the paragraph that begins so."""
        [label, *_] = [
            label
            for label in self.shell.front.findChildren(QLabel)
            if label_text(label).startswith(words) and label.isVisible()
        ]
        point = label.mapTo(self.window, QPoint(label.width() // 2, 5))
        left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.window.windowHandle(), left, no_key, point)

    def write_all(self, language):
        """Copy a folder of a language into the content, and wait until it is there."""
        shutil.copytree(language, self.folder / language.name)
        window, name = self.window, language.name
        self._qtbot.waitUntil(
            lambda: name in window.edition.library.packs, timeout=20_000
        )

    def write(self, text):
        """Write this into the edit box, and save it."""
        self.window.edit_box.text.setPlainText(text)
        self.window.edit_box.save_button.click()
