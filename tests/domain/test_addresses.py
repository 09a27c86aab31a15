"""An address in a code is in plain letters, and leads where it seems to lead."""

from urllib.parse import unquote, urlsplit

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.addresses import (
    SMALLEST_SQUARE_MM,
    bytes_that_fit,
    checked_address,
    encoded_address,
)
from kiosk.domain.metrics import DOCKED_QR_CODE_MM, LARGE_QR_CODE_MM

SEEN = st.characters(exclude_categories=["C", "Z"], exclude_characters="\\{}%?#")


@pytest.mark.parametrize(
    "address",
    [
        "https://clinic.example/book",
        "https://clinic.example/book?about=headaches&from=kiosk",
        "https://clinic.example:8443/#top",
        "HTTPS://clinic.example",
        "https://web.example/web/2026/https://clinic.example/",
        "https://clinic.example./",
        "https://192.0.2.1/book",
        "tel:+15550100",
        "tel:+44-1632-960000",
        "tel:*100#",
        "tel:+15550100;ext=12",
        "mailto:desk@clinic.example",
        "mailto:desk@clinic.example,door@clinic.example?subject=Visit%20please",
    ],
)
def test_an_address_a_phone_may_be_sent_to_is_kept_as_it_is(address):
    assert checked_address(address) == address
    assert encoded_address(address) == address


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
        "https://clinic",
        "https://https://clinic.example",
        "https://http://clinic.example",
        "https:https://clinic.example",
        "https://clinic..example",
        "https://.clinic.example",
        "https://-clinic.example",
        "https://clinic.example:port/",
        "https://good@evil/",
        "https://good.example@evil.example/",
        "https://good.example:8443@evil.example/",
        "https://evil.example\\.good.example/",
        "https://%67ood.example/",
        "https://good.example\u2100evil/",
        "https://good.example\uff0fevil/",
        "tel:",
        "tel:reception",
        "tel:01632 960000",
        "tel:+\u0661\u0662\u0663",
        "mailto:",
        "mailto:desk",
        "mailto:desk@clinic",
        "mailto:a@b@clinic.example",
        "mailto:?subject=x",
        "",
    ],
)
def test_any_other_address_is_refused(address):
    with pytest.raises(ValueError, match=r".+; .+"):
        checked_address(address)


def test_a_refused_address_is_named_with_what_to_do():
    with pytest.raises(ValueError, match=r"'http://x\.example'.*begin it with https:"):
        checked_address("http://x.example")


@pytest.mark.parametrize("term", ["{phone}", "{topic}", "{", "}", "{ phone }", "{{x}}"])
def test_a_term_is_never_left_in_an_address(term):
    for address in (f"tel:{term}", f"https://clinic.example/{term}"):
        with pytest.raises(ValueError, match="means nothing in an address"):
            checked_address(address)


@given(
    st.characters(categories=["Cf", "Cc", "Zs", "Zl", "Zp", "Cs", "Co"]),
    st.sampled_from(["https://cl{}inic.example", "https://x.example/{}", "tel:1{}1"]),
)
def test_a_letter_that_nobody_sees_is_refused_and_named(letter, address):
    with pytest.raises(ValueError, match=f"unseen letter, U.{ord(letter):04X}"):
        checked_address(address.format(letter))


@pytest.mark.parametrize(
    ("written", "in_the_code"),
    [
        (
            "https://clinica.example/cita-m\u00e9dica?sede=le\u00f3n",
            "https://clinica.example/cita-m%C3%A9dica?sede=le%C3%B3n",
        ),
        ("https://m\u00fcller.example/", "https://xn--mller-kva.example/"),
        ("https://xn--mller-kva.example/", "https://xn--mller-kva.example/"),
        (
            "https://\u0639\u064a\u0627\u062f\u0629.example",
            "https://xn--mgber2b7e.example",
        ),
        ("https://x\u3002example:8443/a", "https://x.example:8443/a"),
        ("https://x.example/100%/%41%", "https://x.example/100%25/%41%25"),
        ('https://x.example/"<>^`|', "https://x.example/%22%3C%3E%5E%60%7C"),
        (
            "mailto:jos\u00e9@m\u00fcller.example?subject=\u00e9",
            "mailto:jos%C3%A9@xn--mller-kva.example?subject=%C3%A9",
        ),
    ],
)
def test_accents_and_hosts_are_spelt_in_plain_letters(written, in_the_code):
    assert checked_address(written) == written
    assert encoded_address(written) == in_the_code


@pytest.mark.parametrize(
    "host", ["stra\u00dfe", "stra\u1e9ee", "\u03bb\u03c2", "\ua7b3", "\U0001f600"]
)
def test_a_host_that_browsers_read_otherwise_than_the_codec_is_refused(host):
    with pytest.raises(ValueError, match=r"no host that every phone finds.*xn--"):
        checked_address(f"https://{host}.example/")


@given(st.text(SEEN, min_size=1, max_size=30))
def test_what_is_encoded_is_ascii_and_leads_to_the_same(text):
    encoded = encoded_address(f"https://clinic.example/{text}")
    assert encoded.isascii()
    assert urlsplit(encoded).hostname == "clinic.example"
    assert unquote(urlsplit(encoded).path) == f"/{text}"
    assert encoded_address(encoded) == encoded


@given(st.text(min_size=1, max_size=20))
def test_no_host_leads_out_of_itself(host):
    try:
        encoded = encoded_address(f"https://{host}.clinic.example/")
    except ValueError:
        return
    assert encoded.isascii()
    parts = urlsplit(encoded)
    assert (parts.username, parts.fragment, parts.query) == (None, "", "")


def test_an_address_that_a_large_code_just_holds_is_taken():
    start = "https://clinic.example/"
    most = start + "x" * (666 - len(start))
    assert checked_address(most) == most
    with pytest.raises(ValueError, match="has 667 letters; a code holds 666;"):
        checked_address(most + "x")


def test_letters_with_accents_count_as_what_they_are_in_the_code():
    with pytest.raises(ValueError, match="a code holds 666"):
        checked_address("https://clinic.example/" + "\u00e9" * 200)


@pytest.mark.parametrize("version", range(1, 41))
def test_as_many_bytes_are_counted_as_a_code_holds(version):
    most = bytes_that_fit((17 + 4 * version + 0.1) * SMALLEST_SQUARE_MM)
    assert segno.make("x" * most, error="m", micro=False).version == version
    if version < 40:
        larger = segno.make("x" * (most + 1), error="m", micro=False)
        assert larger.version == version + 1


@pytest.mark.parametrize(
    ("mm", "most"), [(DOCKED_QR_CODE_MM, 180), (LARGE_QR_CODE_MM, 666)]
)
def test_the_squares_of_a_full_code_can_be_read(mm, most):
    assert bytes_that_fit(mm) == most
    width, _ = segno.make("x" * most, error="m", micro=False).symbol_size(border=0)
    assert mm / width >= SMALLEST_SQUARE_MM


def test_a_code_wider_than_any_holds_as_much_as_the_largest():
    assert bytes_that_fit(1_000) == 2331
