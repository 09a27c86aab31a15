"""A voice that says nothing aloud: the test tells when it has said a text."""

from PySide6.QtCore import QObject, Signal

SPOKEN = frozenset({"en", "es", "ar"})


class FakeVoice(QObject):
    """`said` is all that it was told to say, `saying` what is being said now."""

    finished = Signal()
    failed = Signal(str)
    ready = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.pace, self.volume = 0, 100
        self.languages = SPOKEN
        self.said = []
        self.codes = {}
        self.saying = None
        self.is_ill = False
        self.is_closed = False
        self.asked = 0

    def has_voice(self, language):
        self.asked += 1
        return self.known_voice(language)

    def known_voice(self, language):
        return language in self.languages

    def lacks_voice(self, language):
        return language not in self.languages

    def say(self, text, language):
        self.saying = (text, language)
        self.said.append(text)
        if self.is_ill or self.lacks_voice(language):
            self.fail()

    def stop(self):
        self.saying = None

    def close(self):
        self.stop()
        self.is_closed = True

    def fail(self):
        """Have what is being said come to nothing."""
        self.saying = None
        self.failed.emit("no speech: a reason")

    def finish(self):
        """Have what is being said come to its end; return what it was."""
        said, self.saying = self.saying, None
        assert said
        self.finished.emit()
        return said

    def finish_all(self):
        """Have all that follows come to its end too; return the texts."""
        texts = []
        while self.saying:
            texts.append(self.finish())
        return texts

    def finish_all_words(self):
        """Have it all come to its end; return the words alone."""
        return [text for text, _ in self.finish_all()]
