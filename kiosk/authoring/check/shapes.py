"""Find what fits no screen, and what is made like something else than it is."""

from collections.abc import Iterator

from kiosk.authoring.check.subject import CheckedPage, Subject, doubt
from kiosk.content.blocks import Block, Paragraph, Runs, Table
from kiosk.content.plain_text import text_of, text_of_runs
from kiosk.content.sentences import whole_sentences
from kiosk.errors import Problem

MOST_LETTERS_ABREAST = 44  # of a narrow screen at usual size, spaces of cells with them
MOST_WORDS = 600  # the longest that came along has 540, in Spanish
MOST_WORDS_OF_A_SENTENCE = 22  # English: 20; the languages here need 10 % more
LONGEST_WORD = 30  # one that a narrow screen shows at twice the size
_GAP = 3  # letters between two columns


def wide_tables(subject: Subject) -> Iterator[Problem]:
    """Yield tables and words that are wider than a narrow screen."""
    for it in subject.pages:
        for block in it.blocks:
            if isinstance(block, Table) and _width(block) > MOST_LETTERS_ABREAST:
                near = text_of_runs(block.header[0])
                message = "this table is too wide for a narrow screen"
                remedy = "give it fewer columns, or write a list"
                yield _near(subject, it, near, message, remedy)
        for word in text_of(it.blocks).split():
            if len(word) > LONGEST_WORD:
                message = f"{word[:20]}... is too long a word for a narrow screen"
                yield _near(subject, it, word, message, "write it with spaces")


def long_pages(subject: Subject) -> Iterator[Problem]:
    """Yield each page with more words than anyone reads while standing."""
    for it in subject.pages:
        count = len(text_of(it.blocks).split())
        if count > MOST_WORDS:
            message = f"the page has {count} words, more than anyone reads standing"
            remedy = f"write at most {MOST_WORDS}, or make two pages of it"
            yield doubt(it.path, 0, message, remedy)


def long_sentences(subject: Subject) -> Iterator[Problem]:
    """Yield each sentence that is longer than a worried reader can follow."""
    for it in subject.pages:
        text = text_of(it.blocks)
        for span in whole_sentences(text):
            sentence = text[span.start : span.end]
            count = len(sentence.split())
            if count > MOST_WORDS_OF_A_SENTENCE:
                begin = " ".join(sentence.split()[:4])
                message = f'"{begin} ..." has {count} words, too many for one sentence'
                remedy = f"make two of it, of at most {MOST_WORDS_OF_A_SENTENCE} words"
                yield _near(subject, it, begin, message, remedy)


def bold_headings(subject: Subject) -> Iterator[Problem]:
    """Yield each paragraph that is a line in bold: a reader takes it for a heading."""
    for it in subject.pages:
        for block in it.blocks:
            if words := _bold_line(block):
                message = "a line in bold is no heading for those who listen"
                remedy = f"write ## {words}"
                yield _near(subject, it, words, message, remedy)


def _width(table: Table) -> int:
    """Return how many letters are abreast with each cell's longest word alone."""
    columns = zip(table.header, *table.rows, strict=True)
    widths = (max(map(_longest, column)) for column in columns)
    return sum(widths) + _GAP * (len(table.header) - 1)


def _longest(runs: Runs) -> int:
    return max(map(len, text_of_runs(runs).split()), default=0)


def _bold_line(block: Block) -> str:
    """Return the words of a paragraph that is bold and no sentence."""
    if not isinstance(block, Paragraph) or not all(run.strong for run in block.runs):
        return ""
    words = text_of_runs(block.runs)
    return "" if words.endswith((".", "!", "؟", "۔")) else words


def _near(
    subject: Subject, it: CheckedPage, near: str, message: str, remedy: str
) -> Problem:
    line = subject.line_of_text(it.path, near)
    return doubt(it.path, line, message, remedy)
