import pytest

from kiosk.domain.booking import Booking

LONG = "https://clinic.example/book?state="


@pytest.mark.parametrize(
    ("template", "named"),
    [
        ("https://clinic.example/{symptom}", "{symptom}"),
        ("https://clinic.example/{topic}/{answers}", "{answers}"),
        ("https://clinic.example/{topic", "{topic means nothing"),
        ("http://clinic.example/{topic}", "'http://clinic.example/topic'"),
        ("{topic}", "'topic'"),
        ("https://{topic}.example/", "in the host; use it after"),
        ("https://clinic.example:{topic}/", "no host"),
        ("https://{topic}@clinic.example/", "a name before the host"),
        ("mailto:{topic}@clinic.example", "in the host; use it after"),
        ("https://clinic.example/a\u200bb", r"an unseen letter, U\+200B"),
    ],
)
def test_a_booking_with_a_bad_template_cannot_be_built(template, named):
    with pytest.raises(ValueError, match=named):
        Booking(template)


@pytest.mark.parametrize("hole", ["{}", "{0}", "{topic!r}", "{topic:>9}", "{{topic}}"])
def test_a_hole_that_would_stay_in_the_address_is_refused(hole):
    with pytest.raises(ValueError, match="topic"):
        Booking(f"https://clinic.example/{hole}")


@pytest.mark.parametrize(
    ("topic", "address"),
    [
        ("headaches", "https://clinic.example/book?about=headaches"),
        ("a b&c=d/e#f", "https://clinic.example/book?about=a%20b%26c%3Dd%2Fe%23f"),
        ("kopfweh-für-alle", "https://clinic.example/book?about=kopfweh-f%C3%BCr-alle"),
    ],
)
def test_the_topic_is_quoted(topic, address):
    booking = Booking("https://clinic.example/book?about={topic}")
    assert booking.address(topic) == address


def test_a_template_without_a_topic_is_the_address():
    assert Booking("tel:+15550100").address("vision") == "tel:+15550100"


def test_a_booking_is_set_up_once_it_has_an_address():
    assert Booking("tel:+15550100").is_set_up
    assert not Booking().is_set_up


@pytest.mark.parametrize(
    "template",
    [
        "https://clinic.example?about={topic}",
        "https://clinic.example:8443/{topic}",
        "https://clinic.example#{topic}",
        "mailto:desk@clinic.example?subject={topic}",
    ],
)
def test_the_topic_may_be_anywhere_after_the_host(template):
    assert Booking(template).address("vision") == template.replace("{topic}", "vision")


@pytest.mark.parametrize(
    ("letters", "fits"), [(0, True), (180 - len(LONG), True), (181 - len(LONG), False)]
)
def test_a_code_that_is_too_fine_beside_the_pages_is_shown_large_alone(letters, fits):
    assert Booking(LONG + "x" * letters).fits_docked is fits


def test_without_an_address_no_code_fits():
    assert not Booking().fits_docked


def test_the_topics_length_is_counted_before_it_is_known():
    assert not Booking(LONG + "x" * (180 - len(LONG) - 10) + "{topic}").fits_docked


def test_an_address_too_long_for_any_code_cannot_be_built():
    with pytest.raises(ValueError, match="has 2,434 letters; a code holds 666"):
        Booking(LONG + "x" * 2_400)


def test_the_address_in_words_has_no_scheme_no_query_and_no_topic():
    assert Booking("https://a.example/book?about={topic}").in_words == "a.example/book"
    assert Booking("https://a.example/{topic}/book/").in_words == "a.example/book"
    assert Booking("mailto:desk@a.example?subject=x").in_words == "desk@a.example"
