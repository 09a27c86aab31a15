"""How many words a text has, also where there are no blanks between them."""

import pytest

from kiosk.content.reading import word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("A drooping lid", 3),
        ("تدلي جفن العين", 3),
        ("पलक का झुकना", 3),
        ("眼睑下垂。", 4),
        ("请拨打 112，谢谢。", 6),
        ("まぶた", 3),
        ("หนังตาตกหลังฉีด", 3),
    ],
)
def test_words_are_counted_by_blanks_or_by_letters(text, words):
    assert word_count(text) == words
