import pytest

from kiosk.domain.booking import Booking, checked_address


@pytest.mark.parametrize(
    "address",
    [
        "https://clinic.example/book",
        "https://clinic.example/book?about=headaches&from=kiosk",
        "HTTPS://clinic.example",
        "tel:+15550100",
        "mailto:desk@clinic.example",
    ],
)
def test_an_address_a_phone_may_be_sent_to_is_kept_as_it_is(address):
    assert checked_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://clinic.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hello",
        "clinic.example/book",
        "//clinic.example/book",
        "https://clinic.example/book now",
        " https://clinic.example",
        "https://clinic.example\n",
        "https://clinic.example/\tbook",
        "https:clinic.example",
        "https://",
        "https:///book",
        "https://[clinic",
        "tel:",
        "mailto:",
        "",
    ],
)
def test_any_other_address_is_refused(address):
    with pytest.raises(ValueError, match=r".+"):
        checked_address(address)


def test_a_refused_address_is_named_with_what_to_do():
    with pytest.raises(ValueError, match=r"'http://x\.example'.*begin it with https:"):
        checked_address("http://x.example")


@pytest.mark.parametrize(
    ("template", "named"),
    [
        ("https://clinic.example/{symptom}", "{symptom}"),
        ("https://clinic.example/{topic}/{answers}", "{answers}"),
        ("https://clinic.example/{topic", "{topic means nothing"),
        ("http://clinic.example/{topic}", "'http://clinic.example/topic'"),
        ("{topic}", "'topic'"),
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
