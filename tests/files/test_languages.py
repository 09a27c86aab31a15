"""Which languages there are, and which of them a clinic wants."""

import shutil

import pytest

from kiosk.content.packs import Language
from kiosk.files.languages import chosen_from, languages_in
from kiosk.files.snapshot import Snapshot

EN, AR = Language("en", "English", is_original=True), Language("ar", "ع", rtl=True)
ES = Language("es", "Español")


@pytest.fixture
def found(content, reported):
    return lambda: languages_in(Snapshot.take(content), "en", reported.append)


def choose(wanted, first=""):
    """Return the codes of the languages chosen, and the names of strangers."""
    strangers = []

    def stranger(name, remedy):
        strangers.append(name)

    return codes(chosen_from((EN, AR, ES), wanted, first, stranger)), strangers


def codes(languages):
    return [language.code for language in languages]


def test_the_shipped_languages_are_there_the_original_first(found, reported):
    assert [(it.code, it.name, it.rtl) for it in found()] == [
        ("en", "English", False),
        ("ar", "العربية", True),
        ("es", "Español", False),
    ]
    assert [it.is_original for it in found()] == [True, False, False]
    assert reported == []


def test_a_folder_without_a_pack_is_no_language(content, found):
    (content / "xx").mkdir()
    assert codes(found()) == ["en", "ar", "es"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('language = "es"', "language = ["),
        ('language = "es"', 'language = "sp"'),
        ('name = "Español"', ""),
        ('name = "Español"', 'name = ""'),
    ],
)
def test_a_slip_in_the_head_of_a_pack_costs_no_language(content, found, old, new):
    path = content / "es" / "pack.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [(it.code, it.name) for it in found()][-1] == ("es", "Español")


@pytest.mark.parametrize("copy", ["aa", "es (copy)", "es_old"])
def test_a_folder_that_is_a_copy_is_named_and_no_language(
    content, found, reported, copy
):
    shutil.copytree(content / "es", content / copy)
    assert codes(found()) == ["en", "ar", "es"]
    path = content / copy / "pack.toml"
    assert str(reported[0]).startswith(f"{path}:7: language: this folder is a copy of")


def test_what_stands_below_its_head_is_left_for_later(content, found, reported):
    path = content / "es" / "pack.toml"
    path.write_text(path.read_text("utf-8") + "\n[", "utf-8")
    assert codes(found()) == ["en", "ar", "es"]
    assert reported == []


@pytest.mark.parametrize("head", ["[", ""])
def test_a_source_language_that_cannot_be_read_is_named_as_the_program_does(
    content, found, head
):
    (content / "en" / "pack.toml").write_text(head)
    assert (found()[0].code, found()[0].name) == ("en", "English")


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ((), ["en", "ar", "es"]),
        (("es",), ["es"]),
        (("es", "en"), ["es", "en"]),
        (("ar", "es", "ar"), ["ar", "es"]),
    ],
)
def test_a_clinic_has_the_languages_it_wants_in_its_order(wanted, chosen):
    assert choose(wanted) == (chosen, [])


@pytest.mark.parametrize("wanted", [(), ("es",), ("es", "en")])
def test_the_language_to_begin_in_comes_before_those_that_a_clinic_wants(wanted):
    chosen, _ = choose(wanted, "ar")
    assert chosen[0] == "ar"
    assert set(chosen[1:]) == set(wanted or ("en", "es"))


@pytest.mark.parametrize(
    ("wanted", "chosen", "strangers"),
    [
        (("en", "fr"), ["en"], ["fr"]),
        (("fr",), ["en", "ar", "es"], ["fr"]),
        (("ES", "english"), ["es", "en"], ["ES", "english"]),
    ],
)
def test_a_language_that_is_not_there_is_named_and_costs_no_other(
    wanted, chosen, strangers
):
    assert choose(wanted) == (chosen, strangers)


def test_a_language_that_is_not_there_is_told_with_those_that_are():
    told = []
    chosen_from((EN, AR, ES), ("fr",), "", lambda *said: told.append(said))
    assert told == [("fr", "write en or ar or es")]
