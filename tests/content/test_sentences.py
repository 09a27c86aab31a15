import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.sentences import LONG, sentences


def read(text):
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n\u2029 ", []),
        ("Rest. Then call us!", ["Rest.", "Then call us!"]),
        ("Can you swallow? No.", ["Can you swallow?", "No."]),
        ("It fades… Wait.", ["It fades…", "Wait."]),
        ("Really?! Yes...", ["Really?!", "Yes..."]),
        ("هل تشعر بضعف؟ نعم. اتصل بنا!", ["هل تشعر بضعف؟", "نعم.", "اتصل بنا!"]),
        ("یہ ایک ہے۔ یہ دو ہے۔", ["یہ ایک ہے۔", "یہ دو ہے۔"]),
        ("¿Puede tragar? Sí. ¡Llame!", ["¿Puede tragar?", "Sí.", "¡Llame!"]),
        ("Tell staff if you have:\nfever", ["Tell staff if you have:", "fever"]),
        ("Remember: call us.", ["Remember: call us."]),
        ("A title\u2029A text\r\nMore", ["A title", "A text", "More"]),
        ("Take 0.5 ml. Or ٠٫٥ مل. So", ["Take 0.5 ml.", "Or ٠٫٥ مل.", "So"]),
        ("Some, e.g. Botox, fade. So.", ["Some, e.g. Botox, fade.", "So."]),
        ("Ask Dr. Arif. (Dr. Arif is in.)", ["Ask Dr. Arif.", "(Dr. Arif is in.)"]),
        ("Open at 9 a.m. on Monday.", ["Open at 9 a.m. on Monday."]),
        ("We close at 5 p.m. Call first.", ["We close at 5 p.m.", "Call first."]),
        ("Use type A. It fades.", ["Use type A.", "It fades."]),
        ("راجع د. علاء. شكرا", ["راجع د. علاء.", "شكرا"]),
        ("La Sra. Ruiz, p. ej. Ana. Sí", ["La Sra. Ruiz, p. ej. Ana.", "Sí"]),
        ("See www.clinic.example. Thanks", ["See www.clinic.example.", "Thanks"]),
        ("At https://a.example/b?c=1 now", ["At https://a.example/b?c=1 now"]),
        ("She said “Rest.” Then left.", ["She said “Rest.”", "Then left."]),
        ("1. Sit up. 2. Drink.", ["1. Sit up.", "2. Drink."]),
        ("Well. — Then", ["Well.", "— Then"]),
        ("पलक झुकी है। अभी बताएं।", ["पलक झुकी है।", "अभी बताएं।"]),
        ("眼睑下垂。请告诉我们！谢谢", ["眼睑下垂。", "请告诉我们！", "谢谢"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
    ],
)
def test_a_text_is_cut_where_a_reader_would_breathe(text, parts):
    assert read(text) == parts


@pytest.mark.parametrize("comma", [",", ";", "،", "؛"])
def test_a_long_sentence_is_cut_at_its_commas(comma):
    text = f"{comma} ".join(["weakness of a muscle nearby"] * 20) + "."
    parts = read(text)
    assert " ".join(parts) == text
    assert all(LONG // 2 < len(part) <= LONG for part in parts[:-1])
    assert all(part.endswith(comma) for part in parts[:-1])


def test_a_long_sentence_without_a_comma_stays_whole():
    text = "so " * LONG + "it ends."
    assert read(text) == [text]


def test_a_long_sentence_of_ideographs_is_cut_sooner():
    text = "，".join(["肌肉无力"] * 40) + "。"
    parts = read(text)
    assert "".join(parts) == text
    assert all(LONG // 8 < len(part) <= LONG // 3 for part in parts[:-1])


def test_a_figure_with_a_comma_is_never_cut():
    text = "1,000 " * LONG
    assert read(text) == [text.strip()]


TEXTS = st.text(
    st.one_of(
        st.sampled_from("aB1 .,;:!?…؟۔،؛\"')”\n\r\u2028\u2029\u00a0دس٠٫😀"),
        st.characters(),
    ),
    max_size=600,
)


@given(TEXTS)
def test_nothing_but_white_space_is_lost_and_nothing_is_said_twice(text):
    place = 0
    for span in sentences(text):
        assert text[place : span.start].strip() == ""
        assert span.start < span.end
        place = span.end
    assert text[place:].strip() == ""


@given(TEXTS)
def test_a_part_is_one_line_and_begins_and_ends_with_what_is_said(text):
    for part in read(text):
        assert part == part.strip()
        assert len(part.splitlines()) == 1
